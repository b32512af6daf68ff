import type { SearchAnswer, SearchIndex, SearchQuery, SearchSource, SearchText } from '../../../ports/search-index.ts';
import type { Read, Scope, Store, Tx } from '../../../ports/store.ts';
import { Outbox, type OutboxRow } from '../../../runtime/outbox/model.ts';
import { allOf } from '../../../storage/find-all.ts';
import type { Doc, Kind } from '../../../storage/kind.ts';
import { type Consultation, Consultations } from '../model.ts';
import { quickId } from '../templates/all.ts';
import type { Wanted } from './model.ts';

/** Consultations read at once while an index is filled: so many hold up nobody else. */
const atOnce = 200;

/** What colleagues can read of a question: nothing of one that is hidden or was taken down. */
export const isReadable = (c: Consultation): boolean =>
  c.text !== null && c.hiddenAt === null && (c.status === 'open' || c.status === 'closed');

/** The parts of a question that can be found, the weightiest first: the question, what was decided, the background. */
function partsOf({ text, outcome }: Consultation) {
  const { question = '', ...others } = text ?? {};
  return { question, outcome: outcome ?? '', background: Object.values(others).filter(Boolean).join('\n') };
}

export type Part = keyof ReturnType<typeof partsOf>;

/** Differs when the texts do: what was found is shown only as long as it is what stands. */
export const printOf = (c: Consultation): string => printOfParts(partsOf(c));

function printOfParts(parts: Readonly<Record<Part, string>>): string {
  let [hash, length] = [0x811c9dc5, 0];
  for (const text of Object.values(parts)) {
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    // Where a part ends counts as well.
    hash = Math.imul(hash ^ 0xffff, 0x01000193);
    length += text.length;
  }
  return `${length}.${(hash >>> 0).toString(36)}`;
}

/** What every finding of a search must carry. */
export const labelsOf = ({ topic, status, structure }: Pick<Wanted, 'topic' | 'status' | 'structure'>): string[] => [
  ...(topic === 'any' ? [] : [`topic:${topic}`]),
  ...(status === 'any' ? [] : [`status:${status}`]),
  ...(structure === 'any' ? [] : [`structure:${structure}`]),
];

export function textOf(c: Consultation): SearchText {
  const parts = partsOf(c);
  return {
    id: c.id,
    group: c.group,
    at: c.askedAt,
    labels: [`topic:${c.topic}`, `status:${c.status}`, `structure:${c.structure?.id ?? quickId}`],
    parts,
    print: printOfParts(parts),
  };
}

/** Finds questions of one community. */
export type Search = (scope: Scope, query: SearchQuery) => SearchAnswer;

/** Searches the questions of a store: a group is read when somebody first searches in it. */
export function searching(store: Store, index: SearchIndex): Search {
  let listens = false;
  return (scope, query) => {
    // What another process posts is in no index of this one. Nothing has to be heard of before somebody searches.
    if (!listens) store.onWork((of, elsewhere) => elsewhere && index.outdated(of === '' ? null : of));
    listens = true;
    return index.search(scope, query, sourceOf(store, scope, query.group));
  };
}

const sourceOf = (store: Store, scope: Scope, group: string): SearchSource =>
  async function* () {
    const unsent = await store.read(scope, unsentRows);
    for (const status of ['open', 'closed'] as const) {
      let after: string | undefined;
      do {
        const page = { limit: atOnce, ...(after === undefined ? {} : { after }) };
        const found = await store.read(scope, (read) =>
          read.find(Consultations, 'group', { equal: `${group} ${status}` }, page),
        );
        yield found.docs.filter((c) => isReadable(c) && !rowsOf(c).some((row) => unsent.has(row))).map(textOf);
        after = found.next;
      } while (after !== undefined);
    }
  };

/** The messages of a question: with both of them sent, colleagues can read it. */
const rowsOf = ({ rows }: Consultation): readonly [string, string] => [rows.card, rows.case];

/** Every message of a community that has not arrived, as far as anybody knows: few, however much was ever sent. */
async function unsentRows(read: Read): Promise<ReadonlySet<string>> {
  const unsent = new Set<string>();
  for (const index of ['todo', 'sending', 'stuck'] as const)
    for (const { id } of await allOf(read, Outbox, index, { all: true })) unsent.add(id);
  return unsent;
}

/**
 * The same store, which tells the index of every question that appeared, changed, or went. One that waits to appear is in
 * no index: that nothing was found, and what was found in its place, would tell that somebody asked, when, and with which words.
 */
export function indexed(store: Store, index: SearchIndex): Store {
  return {
    ...store,
    async transact(scope, work) {
      let told: ReadonlyMap<string, Consultation | null> = new Map();
      const result = await store.transact(scope, async (tx) => {
        const changes: Changes = { written: new Map(), arrived: [] };
        const done = await work(watched(tx, changes));
        told = await readableIn(tx, changes);
        return done;
      });
      for (const [id, c] of told) {
        if (c === null) index.remove(scope, id);
        else index.put(scope, textOf(c));
      }
      return result;
    },
  };
}

/** What a transaction wrote: questions by their ids (null: removed), and what their messages that arrived belong to. */
interface Changes {
  readonly written: Map<string, Consultation | null>;
  readonly arrived: string[];
}

/** Of what changed, what colleagues can read now; null for what they can't. */
async function readableIn(tx: Tx, { written, arrived }: Changes): Promise<ReadonlyMap<string, Consultation | null>> {
  const others = [...new Set(arrived)].filter((id) => !written.has(id));
  const found = others.length === 0 ? [] : await tx.getMany(Consultations, others);
  const all = [...written.values(), ...found].filter((c) => c !== null);
  const readable = all.filter(isReadable);
  const rows = readable.length === 0 ? [] : await tx.getMany(Outbox, readable.flatMap(rowsOf));
  const told = new Map<string, Consultation | null>(
    [...written.keys(), ...all.map(({ id }) => id)].map((id) => [id, null]),
  );
  readable.forEach((c, i) => {
    if (rows[2 * i]?.status === 'sent' && rows[2 * i + 1]?.status === 'sent') told.set(c.id, c);
  });
  return told;
}

type Named = Pick<Kind<Doc>, 'name'>;
const isConsultation = (kind: Named, _doc: Doc): _doc is Consultation => kind.name === Consultations.name;
const isRow = (kind: Named, _doc: Doc): _doc is OutboxRow => kind.name === Outbox.name;

function watched(tx: Tx, { written, arrived }: Changes): Tx {
  const { get, getMany, find, count }: Read = tx;
  return {
    ...{ get, getMany, find, count },
    async put(kind, doc) {
      await tx.put(kind, doc);
      if (isConsultation(kind, doc)) written.set(doc.id, doc);
      else if (isRow(kind, doc) && doc.op === 'post' && doc.status === 'sent') arrived.push(doc.subject);
    },
    async remove(kind, id) {
      await tx.remove(kind, id);
      if (kind.name === Consultations.name) written.set(id, null);
    },
  };
}
