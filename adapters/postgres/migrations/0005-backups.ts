/** When a backup was last made, as deploy/backup-database notes it: `doctor` looks at its age. */
export const backups = (schema: string): string => `
  CREATE TABLE ${schema}.backups (one boolean PRIMARY KEY DEFAULT true CHECK (one), at timestamptz NOT NULL);
`;
