import pg from 'pg';
import { schemaMigrations } from './migrations/index.ts';

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
  /** As this version would leave it. */
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
         to_regclass($1)::text AS migrations,
         CASE WHEN to_regnamespace($2) IS NULL THEN has_database_privilege(current_database(), 'CREATE')
           ELSE has_schema_privilege($2, 'CREATE') END AS may`,
      [`${schema}.migrations`, schema],
    );
    const tookMs = Date.now() - began;
    const facts = rows[0] as unknown as {
      version: string;
      number: number;
      ms: number;
      standby: boolean;
      here: boolean;
      ssl: boolean | null;
      migrations: string | null;
      may: boolean;
    };
    const migration = facts.migrations === null ? null : await newestIn(client, schema);
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
      isNewer: (migration ?? 0) > newest,
      isCurrent: migration === newest,
    };
  } finally {
    await client.end();
  }
}

const newest = Math.max(...schemaMigrations.map(({ number }) => number));

async function newestIn(client: pg.Client, schema: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT coalesce(max(number), 0) AS n FROM "${schema}".migrations`,
  );
  return rows[0]?.n ?? 0;
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
