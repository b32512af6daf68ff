/** Roles that one instance at a time has. Unlogged: after a crash of the server each is taken again. */
export const leases = (schema: string): string => `
  CREATE UNLOGGED TABLE ${schema}.leases (
    name text COLLATE "C" PRIMARY KEY,
    holder text NOT NULL,
    state text NOT NULL,
    until timestamptz NOT NULL
  );
`;
