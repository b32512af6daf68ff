/** Raw text on its way between two instances, under keys that lie in no database. Unlogged: in no log and no replica. */
export const drafts = (schema: string): string => `
  CREATE UNLOGGED TABLE ${schema}.drafts (
    owner bytea NOT NULL,
    id bytea NOT NULL,
    box bytea NOT NULL,
    until bigint NOT NULL,
    PRIMARY KEY (owner, id)
  );
  CREATE INDEX drafts_until ON ${schema}.drafts (until);
`;
