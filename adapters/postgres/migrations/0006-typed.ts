/**
 * Raw text on its way between two instances, in place of `drafts`: no column is the same in two rows of one person, and no
 * time is told to the minute. Unlogged, like that one, which stays for the instances that a rolling upgrade did not reach yet.
 */
export const typed = (schema: string): string => `
  CREATE UNLOGGED TABLE ${schema}.typed (
    id bytea PRIMARY KEY,
    box bytea NOT NULL,
    until bigint NOT NULL
  );
  CREATE INDEX typed_until ON ${schema}.typed (until);
`;
