import type { Doc } from '../../src/index.ts';
import { Table } from './table.ts';

/** One document put (or removed, when `doc` is null), and the same as it goes into the journal. */
export interface Change {
  readonly scope: string;
  readonly kind: string;
  readonly id: string;
  readonly doc: Doc | null;
  readonly text: string;
}

/** A change that memory has and the disk may not have yet, with what was there before it. */
export interface Unsaved {
  readonly change: Change;
  readonly before: Doc | null;
}

/** What lowdb holds in memory. `unsaved` is handed to the adapter by the next `write`. */
export interface Data {
  readonly scopes: Map<string, Map<string, Table>>;
  unsaved: Unsaved[];
}

export const emptyData = (): Data => ({ scopes: new Map(), unsaved: [] });

/** A change as a line of the journal: `[scope, kind, document]`, or `[scope, kind, id]` for a removal. */
export function changeOf(scope: string, kind: string, id: string, doc: Doc | null, docText: string | null): Change {
  const last = docText ?? JSON.stringify(id);
  return { scope, kind, id, doc, text: `[${JSON.stringify(scope)},${JSON.stringify(kind)},${last}]` };
}

export function tableOf(data: Data, scope: string, kind: string): Table {
  const kinds = data.scopes.get(scope) ?? new Map<string, Table>();
  if (kinds.size === 0) data.scopes.set(scope, kinds);
  const table = kinds.get(kind) ?? new Table();
  if (!kinds.has(kind)) kinds.set(kind, table);
  return table;
}

/** Changes memory and remembers the change as unsaved. */
export function apply(data: Data, change: Change): void {
  const before = tableOf(data, change.scope, change.kind).set(change.id, change.doc);
  data.unsaved.push({ change, before });
}

/** Takes changes back, the latest first. */
export function takeBack(data: Data, changes: readonly Unsaved[]): void {
  for (const { change, before } of changes.toReversed()) {
    tableOf(data, change.scope, change.kind).set(change.id, before);
  }
}

/** Stands in a journal for "erase what was removed": a compaction that was asked for and may not have been finished. */
export const eraseAsked: Unsaved = {
  change: { scope: '', kind: '', id: '', doc: null, text: 'null' },
  before: null,
};

/** What a journal says beyond the documents it leads to. */
export interface Replayed {
  /** An erasure was asked for in it. */
  readonly eraseAsked: boolean;
  /** Documents were removed in it: their bytes are still there. */
  readonly removals: boolean;
}

/** Replays one frame of a journal or snapshot. */
export function replay(data: Data, body: string): Replayed {
  let eraseAsked = false;
  let removals = false;
  for (const line of JSON.parse(body) as ([string, string, Doc | string] | null)[]) {
    if (line === null) {
      eraseAsked = true;
      continue;
    }
    const [scope, kind, last] = line;
    const table = tableOf(data, scope, kind);
    if (typeof last === 'string') {
      table.set(last, null);
      removals = true;
    } else {
      table.set(last.id, last);
    }
  }
  return { eraseAsked, removals };
}

/** All documents of one kind in one scope, as they were at one moment. */
export interface Held {
  readonly scope: string;
  readonly kind: string;
  readonly docs: Doc[];
}

/** Every document as it is now. Nothing else happens meanwhile, so they are only taken hold of, and put in order later. */
export const allDocuments = (data: Data): readonly Held[] =>
  [...data.scopes].flatMap(([scope, kinds]) =>
    [...kinds].map(([kind, { docs }]) => ({ scope, kind, docs: [...docs.values()] })),
  );

/**
 * Those documents, of a kind by id. The order in which they were written would tell which anonymous question followed whose
 * draft; ids are random, so theirs tells nothing.
 */
export function* inOrder(all: readonly Held[]): Generator<readonly [scope: string, kind: string, doc: Doc]> {
  for (const { scope, kind, docs } of all) {
    docs.sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const doc of docs) yield [scope, kind, doc];
  }
}
