/** The statements of a store, for one schema. Each is prepared once a connection, by its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export type Statements = ReturnType<typeof statementsFor>;

export function statementsFor(schema: string) {
  const documents = `${schema}.documents`;
  const entries = `${schema}.entries`;
  const listed = `FROM ${entries} e JOIN ${documents} d USING (scope, kind, id)
    WHERE e.scope = $1 AND e.kind = $2 AND e.index = $3`;
  const counted = `SELECT count(*) AS n FROM ${entries} WHERE scope = $1 AND kind = $2 AND index = $3`;
  const prepared = (text: string, name: string): Statement => ({ name, text });

  return {
    /**
     * Waits until nobody else works in the scope; until the end of the transaction nobody else will. Then the time (µs), and the
     * number of the transaction, by which can be asked later what became of it.
     */
    lock: prepared(
      `WITH got AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtextextended($1, 0)))
       SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS us, pg_current_xact_id()::text AS xid FROM got`,
      'lock',
    ),
    get: prepared(`SELECT id, body FROM ${documents} WHERE scope = $1 AND kind = $2 AND id = $3`, 'get'),
    getMany: prepared(`SELECT id, body FROM ${documents} WHERE scope = $1 AND kind = $2 AND id = ANY($3)`, 'many'),

    /** Keys in order, from $4 to $5 (null: to the end), after the place ($6, $7). */
    between: prepared(
      `SELECT e.key, e.id, d.body ${listed} AND e.key >= $4 AND ($5::text IS NULL OR e.key <= $5)
         AND ($6::text IS NULL OR (e.key, e.id) > ($6, $7)) ORDER BY e.key, e.id LIMIT $8`,
      'between',
    ),
    /** Single keys $4, in the order in which they are given, after the place: the $5th of them and the id $6. */
    among: prepared(
      `SELECT w.n::int AS n, e.id, d.body
       FROM unnest($4::text[]) WITH ORDINALITY w (key, n)
       JOIN ${entries} e ON e.scope = $1 AND e.kind = $2 AND e.index = $3 AND e.key = w.key
       JOIN ${documents} d ON d.scope = $1 AND d.kind = $2 AND d.id = e.id
       WHERE w.n > $5 OR (w.n = $5 AND e.id > $6) ORDER BY w.n, e.id LIMIT $7`,
      'among',
    ),
    /** All keys of an index as they are sealed. */
    sealed: prepared(`SELECT id, sealed FROM ${entries} WHERE scope = $1 AND kind = $2 AND index = $3`, 'sealed'),
    ids: prepared(
      `SELECT id, body FROM ${documents} WHERE scope = $1 AND kind = $2 AND id >= $3 AND ($4::text IS NULL OR id <= $4)
         AND ($5::text IS NULL OR id > $5) ORDER BY id LIMIT $6`,
      'ids',
    ),
    idsAmong: prepared(
      `SELECT id, body FROM ${documents} WHERE scope = $1 AND kind = $2 AND id = ANY($3)
         AND ($4::text IS NULL OR id > $4) ORDER BY id LIMIT $5`,
      'idsAmong',
    ),
    countBetween: prepared(`${counted} AND key >= $4 AND ($5::text IS NULL OR key <= $5)`, 'countBetween'),
    countAmong: prepared(`${counted} AND key = ANY($4)`, 'countAmong'),
    countIds: prepared(
      `SELECT count(*) AS n FROM ${documents}
       WHERE scope = $1 AND kind = $2 AND id >= $3 AND ($4::text IS NULL OR id <= $4)`,
      'countIds',
    ),
    countIdsAmong: prepared(
      `SELECT count(*) AS n FROM ${documents} WHERE scope = $1 AND kind = $2 AND id = ANY($3)`,
      'countIdsAmong',
    ),

    /**
     * Everything that a piece of work wrote: documents ($2–$4), their entries ($5–$10), and what it removed ($11, $12). An
     * entry that stays is left alone: within one statement it cannot be deleted and written again.
     */
    write: prepared(
      `WITH puts AS (SELECT * FROM unnest($2::text[], $3::text[], $4::bytea[]) p (kind, id, body)),
       keys AS (SELECT * FROM unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::bytea[], $10::bigint[])
         k (kind, id, index, key, sealed, at)),
       gone AS (SELECT * FROM unnest($11::text[], $12::text[]) g (kind, id)),
       outdated AS (
         DELETE FROM ${entries} e USING (SELECT kind, id FROM puts UNION ALL SELECT kind, id FROM gone) w
         WHERE e.scope = $1 AND e.kind = w.kind AND e.id = w.id AND NOT EXISTS (
           SELECT FROM keys k WHERE k.kind = e.kind AND k.id = e.id AND k.index = e.index AND k.key = e.key)),
       removed AS (DELETE FROM ${documents} d USING gone g WHERE d.scope = $1 AND d.kind = g.kind AND d.id = g.id),
       written AS (
         INSERT INTO ${documents} SELECT $1, kind, id, body FROM puts
         ON CONFLICT (scope, kind, id) DO UPDATE SET body = excluded.body)
       INSERT INTO ${entries} (scope, kind, index, key, id, sealed, at)
       SELECT $1, kind, index, key, id, sealed, at FROM keys ON CONFLICT DO NOTHING`,
      'write',
    ),
    outcome: prepared('SELECT pg_xact_status($1::text::xid8) AS status', 'outcome'),
    /** Whether anything written last ($2–$4) lies there as it was written; of what only removed ($5, $6), whether all is gone. */
    left: prepared(
      `SELECT CASE WHEN cardinality($2::text[]) > 0 THEN EXISTS (
           SELECT FROM ${documents} d JOIN unnest($2::text[], $3::text[], $4::bytea[]) p (kind, id, body)
             ON d.kind = p.kind AND d.id = p.id AND d.body = p.body WHERE d.scope = $1)
         ELSE NOT EXISTS (
           SELECT FROM ${documents} d JOIN unnest($5::text[], $6::text[]) g (kind, id)
             ON d.kind = g.kind AND d.id = g.id WHERE d.scope = $1) END AS is`,
      'left',
    ),

    scopes: prepared(
      // From one scope to the next, whatever each of them holds.
      `WITH RECURSIVE found AS (
         (SELECT scope FROM ${documents} ORDER BY scope LIMIT 1)
         UNION ALL
         SELECT (SELECT d.scope FROM ${documents} d WHERE d.scope > found.scope ORDER BY d.scope LIMIT 1)
         FROM found WHERE found.scope IS NOT NULL)
       SELECT scope FROM found WHERE scope IS NOT NULL`,
      'scopes',
    ),
    /** $2: so many at most; null: all. */
    waiting: prepared(
      `SELECT scope, min(at) AS at FROM ${entries} WHERE at <= $1 GROUP BY scope ORDER BY min(at), scope LIMIT $2`,
      'waiting',
    ),
  };
}
