/** When the rate of a platform allows the next call. Unlogged: after a crash of the server they are full again. */
export const buckets = (schema: string): string => `
  CREATE UNLOGGED TABLE ${schema}.buckets (
    name bytea PRIMARY KEY,
    free timestamptz NOT NULL
  );
`;
