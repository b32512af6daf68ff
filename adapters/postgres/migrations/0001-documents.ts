/**
 * Documents and the keys under which indexes list them. Sorted as plain strings, whatever the database's locale is.
 * Encrypted bodies do not compress. `at`: since when (ms) an entry waits for its time, see `Kind.work`. `installation` tells
 * whose key it was written with.
 */
export const documents = (schema: string): string => `
  CREATE TABLE ${schema}.documents (
    scope text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (scope, kind, id)
  );
  ALTER TABLE ${schema}.documents ALTER body SET STORAGE EXTERNAL;
  CREATE TABLE ${schema}.entries (
    scope text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    index text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    sealed bytea,
    at bigint,
    PRIMARY KEY (scope, kind, index, key, id)
  );
  CREATE INDEX entries_of_document ON ${schema}.entries (scope, kind, id);
  CREATE TABLE ${schema}.installation (one boolean PRIMARY KEY CHECK (one), proof bytea NOT NULL);
  CREATE INDEX entries_waiting ON ${schema}.entries (at, scope) WHERE at IS NOT NULL;
`;
