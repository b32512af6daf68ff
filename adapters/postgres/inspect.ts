import pg from 'pg';
import { isCurrent, isNewer, migrationsDone } from './schema.ts';

/** The oldest version that Curbside runs on, as `server_version_num` tells it. */
export const oldestServer = 150_000;

/** What a server says of itself, of its time, and of what this user may do. Nothing is changed. */
export interface ServerFacts {
  readonly version: string;
  readonly number: number;
  /** By how much (ms) its clock is ahead of this machine's, give or take half of `tookMs`. */
  readonly aheadMs: number;
  readonly tookMs: number;
  /** Whether the connection is encrypted; null where it is on this machine. */
  readonly encrypted: boolean | null;
  readonly isStandby: boolean;
  /** Whether the schema is there or may be made, and its tables may be read and written. */
  readonly mayWork: boolean;
  /** The number of the newest change of the schema: null where there is none yet. */
  readonly migration: number | null;
  readonly isNewer: boolean;
  /** Has all that this version uses. */
  readonly isCurrent: boolean;
  /** When a backup was last noted, or a piece of the write-ahead log last archived (ms); null where there was none, or no tables are there. */
  readonly backedUpAt: number | null;
  /** The time of the server (ms). */
  readonly at: number;
}

export async function inspectServer(url: string, schema = 'curbside'): Promise<ServerFacts> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'curbside looks',
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => {});
  await client.connect();
  try {
    const began = Date.now();
    const { rows } = await client.query<Record<string, never>>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
         (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms, pg_is_in_recovery() AS standby,
         inet_server_addr() IS NULL OR host(inet_server_addr()) IN ('127.0.0.1', '::1') AS here,
         (SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()) AS ssl,
         CASE WHEN to_regnamespace($1) IS NULL THEN has_database_privilege(current_database(), 'CREATE')
           ELSE has_schema_privilege($1, 'CREATE') END AS may`,
      [schema],
    );
    const tookMs = Date.now() - began;
    const facts = rows[0] as unknown as {
      version: string;
      number: number;
      ms: number;
      standby: boolean;
      here: boolean;
      ssl: boolean | null;
      may: boolean;
    };
    const done = await migrationsDone(client, { schema: `"${schema}"`, name: schema });
    const migration = done === null ? null : Math.max(0, ...done);
    return {
      version: facts.version,
      number: facts.number,
      aheadMs: Math.round(facts.ms - (began + tookMs / 2)),
      tookMs,
      encrypted: facts.here ? null : (facts.ssl ?? false),
      isStandby: facts.standby,
      mayWork: facts.may,
      migration,
      at: facts.ms,
      backedUpAt: migration === null ? null : await backedUpAt(client, schema),
      isNewer: done !== null && isNewer(done),
      isCurrent: done !== null && isCurrent(done),
    };
  } finally {
    await client.end();
  }
}

/** A table that a later version made may not be there yet. */
async function backedUpAt(client: pg.Client, schema: string): Promise<number | null> {
  const { rows: found } = await client.query('SELECT FROM pg_class WHERE oid = to_regclass($1)', [`${schema}.backups`]);
  const noted = found.length === 0 ? '' : `UNION ALL SELECT at FROM "${schema}".backups`;
  const { rows } = await client.query<{ ms: number | null }>(
    `SELECT (extract(epoch FROM max(at)) * 1000)::float8 AS ms
     FROM (SELECT last_archived_time AS at FROM pg_stat_archiver ${noted}) AS all_of_them`,
  );
  return rows[0]?.ms ?? null;
}
