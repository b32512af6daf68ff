import type { Doc, Found, Kind, Page, Range } from '../../src/index.ts';
import { isSorted } from './entries.ts';
import type { Envelope } from './envelope.ts';
import type { Statement, Statements } from './statements.ts';

/** Asks one statement on the connection of a transaction. */
export type Ask = <Row>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>;

/** What listing needs of the transaction that it happens in. */
export interface Listing {
  readonly ask: Ask;
  readonly sql: Statements;
  readonly envelope: Envelope;
  readonly scope: string;
  open<T extends Doc>(kind: Kind<T>, id: string, body: Buffer): T;
  many<T extends Doc>(kind: Kind<T>, ids: readonly string[]): Promise<(T | null)[]>;
  /** All entries of an index whose keys are hashed, in order; read once until something of the kind is written. */
  readonly unhashed: Map<string, Promise<readonly Entry[]>>;
}

interface Entry {
  readonly key: string;
  readonly id: string;
}

interface Row {
  readonly id: string;
  readonly body: Buffer;
}

const compare = (a: Entry, b: Entry): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const pageOf = <T>(docs: readonly T[], limit: number, last: () => Entry): Found<T> => {
  if (docs.length <= limit) return { docs };
  const { key, id } = last();
  return { docs: docs.slice(0, limit), next: JSON.stringify([key, id]) };
};

/** Documents by index key in order of (key, id): one statement, or two where keys are hashed and not single ones are asked for. */
export async function listed<T extends Doc>(
  of: Listing,
  kind: Kind<T>,
  index: string,
  range: Range,
  page: Page = {},
): Promise<Found<T>> {
  const limit = page.limit ?? 100;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new Error('a page holds 1 to 1,000 documents');
  const after = page.after === undefined ? null : placeIn(page.after);
  if (index === 'id') return byId(of, kind, range, limit, after);
  const keys = singleKeys(range);
  if (keys !== null) return among(of, kind, index, keys, limit, after);
  if (isSorted(kind, index)) return between(of, kind, index, range, limit, after);
  const entries = (await unhashedIn(of, kind, index, range)).filter((e) => after === null || compare(e, after) > 0);
  const found = entries.slice(0, limit);
  const docs = (
    await of.many(
      kind,
      found.map((e) => e.id),
    )
  ).filter((doc) => doc !== null);
  const last = found.at(-1);
  return entries.length > limit && last ? { docs, next: JSON.stringify([last.key, last.id]) } : { docs };
}

/** How many documents `listed` lists on all its pages. */
export async function counted<T extends Doc>(of: Listing, kind: Kind<T>, index: string, range: Range): Promise<number> {
  const { ask, sql, scope } = of;
  const keys = singleKeys(range);
  const [from, upTo] = bounds(range);
  const at = [scope, kind.name];
  if (index === 'id') {
    const ids = keys === null ? ask<N>(sql.countIds, [...at, from, upTo]) : ask<N>(sql.countIdsAmong, [...at, keys]);
    return Number((await ids)[0]?.n);
  }
  if (keys !== null)
    return Number(
      (await ask<N>(sql.countAmong, [...at, index, keys.map((key) => asStored(of, kind, index, key))]))[0]?.n,
    );
  if (isSorted(kind, index)) return Number((await ask<N>(sql.countBetween, [...at, index, from, upTo]))[0]?.n);
  return (await unhashedIn(of, kind, index, range)).length;
}

interface N {
  readonly n: string;
}

async function byId<T extends Doc>(
  { ask, sql, scope, open }: Listing,
  kind: Kind<T>,
  range: Range,
  limit: number,
  after: Entry | null,
): Promise<Found<T>> {
  const keys = singleKeys(range);
  const rows =
    keys === null
      ? await ask<Row>(sql.ids, [scope, kind.name, ...bounds(range), after?.id ?? null, limit + 1])
      : await ask<Row>(sql.idsAmong, [scope, kind.name, keys, after?.id ?? null, limit + 1]);
  const docs = rows.map(({ id, body }) => open(kind, id, body));
  return pageOf(docs, limit, () => ({ key: docs[limit - 1]?.id ?? '', id: docs[limit - 1]?.id ?? '' }));
}

async function between<T extends Doc>(
  { ask, sql, scope, open }: Listing,
  kind: Kind<T>,
  index: string,
  range: Range,
  limit: number,
  after: Entry | null,
): Promise<Found<T>> {
  const place = [after?.key ?? null, after?.id ?? null];
  const rows = await ask<Row & Entry>(sql.between, [scope, kind.name, index, ...bounds(range), ...place, limit + 1]);
  const docs = rows.map(({ id, body }) => open(kind, id, body));
  return pageOf(docs, limit, () => rows[limit - 1] ?? { key: '', id: '' });
}

async function among<T extends Doc>(
  of: Listing,
  kind: Kind<T>,
  index: string,
  keys: readonly string[],
  limit: number,
  after: Entry | null,
): Promise<Found<T>> {
  // A page that begins behind one of the keys leaves out those before it.
  const left = after === null ? keys : keys.filter((key) => key >= after.key);
  const isAt = after !== null && left[0] === after.key;
  const rows = await of.ask<Row & { readonly n: number }>(of.sql.among, [
    of.scope,
    kind.name,
    index,
    left.map((key) => asStored(of, kind, index, key)),
    isAt ? 1 : 0,
    isAt ? after.id : '',
    limit + 1,
  ]);
  const docs = rows.map(({ id, body }) => of.open(kind, id, body));
  const last = rows[limit - 1];
  return pageOf(docs, limit, () => ({ key: left[(last?.n ?? 1) - 1] ?? '', id: last?.id ?? '' }));
}

const asStored = <T extends Doc>({ envelope, scope }: Listing, kind: Kind<T>, index: string, key: string): string =>
  isSorted(kind, index) ? key : envelope.hashed(scope, kind.name, index, key);

/** The entries of an index whose keys are hashed, in the order of the keys themselves: all of them are read for it. */
async function unhashedIn<T extends Doc>(
  { ask, sql, scope, envelope, unhashed }: Listing,
  kind: Kind<T>,
  index: string,
  range: Range,
): Promise<readonly Entry[]> {
  const name = JSON.stringify([kind.name, index]);
  const read = async (): Promise<readonly Entry[]> => {
    const rows = await ask<{ id: string; sealed: Buffer }>(sql.sealed, [scope, kind.name, index]);
    const entries = rows.map(({ id, sealed }) => ({
      key: envelope.open({ scope, kind: kind.name, id, index }, sealed),
      id,
    }));
    return entries.sort(compare);
  };
  const all = unhashed.get(name) ?? read();
  unhashed.set(name, all);
  const [from, upTo] = bounds(range);
  return (await all).filter(({ key }) => key >= from && (upTo === null || key <= upTo));
}

/** The keys asked for one by one, in order; null for a range. */
function singleKeys(range: Range): readonly string[] | null {
  if ('equal' in range) return [range.equal];
  return 'anyOf' in range ? [...new Set(range.anyOf)].sort() : null;
}

function bounds(range: Range): readonly [from: string, upTo: string | null] {
  return 'upTo' in range ? [range.from ?? '', range.upTo] : ['', null];
}

function placeIn(after: string): Entry {
  const [key, id] = JSON.parse(after) as [string, string];
  return { key, id };
}
