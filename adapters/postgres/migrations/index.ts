import { documents } from './0001-documents.ts';
import { drafts } from './0002-drafts.ts';
import { leases } from './0003-leases.ts';
import { buckets } from './0004-buckets.ts';
import { backups } from './0005-backups.ts';
import { typed } from './0006-typed.ts';
import { noDrafts } from './0007-no-drafts.ts';

/** One numbered change of a schema, as SQL. Expand first, contract in a later release: an older instance may still run. */
export interface SchemaMigration {
  readonly number: number;
  /** Takes away what instances of before this number use: not done while one of them is connected, but by whoever starts after it. */
  readonly contracts?: true;
  /** `schema`: its quoted name. */
  sql(schema: string): string;
}

/** In order; numbers are never used twice, and what was released never changes. */
export const schemaMigrations: readonly SchemaMigration[] = [
  { number: 1, sql: documents },
  { number: 2, sql: drafts },
  { number: 3, sql: leases },
  { number: 4, sql: buckets },
  { number: 5, sql: backups },
  { number: 6, sql: typed },
  { number: 7, sql: noDrafts, contracts: true },
];

/** The newest that this version knows. */
export const newestMigration = Math.max(...schemaMigrations.map(({ number }) => number));
