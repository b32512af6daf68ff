import type { SearchAnswer, SearchIndex, SearchQuery, SearchSource, SearchText } from '../../../ports/search-index.ts';
import type { Read, Scope, Store, Tx } from '../../../ports/store.ts';
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
    for (const status of ['open', 'closed'] as const) {
      let after: string | undefined;
      do {
        const page = { limit: atOnce, ...(after === undefined ? {} : { after }) };
        const found = await store.read(scope, (read) =>
          read.find(Consultations, 'group', { equal: `${group} ${status}` }, page),
        );
        yield found.docs.filter(isReadable).map(textOf);
        after = found.next;
      } while (after !== undefined);
    }
  };

/** The same store, which tells the index of every question that was written or removed. */
export function indexed(store: Store, index: SearchIndex): Store {
  return {
    ...store,
    async transact(scope, work) {
      let written: (Consultation | string)[] = [];
      const result = await store.transact(scope, (tx) => {
        written = [];
        return work(watched(tx, (change) => written.push(change)));
      });
      for (const change of written) {
        if (typeof change === 'string') index.remove(scope, change);
        else if (isReadable(change)) index.put(scope, textOf(change));
        else index.remove(scope, change.id);
      }
      return result;
    },
  };
}

type Named = Pick<Kind<Doc>, 'name'>;
const isOurs = ({ name }: Named): boolean => name === Consultations.name;
const isConsultation = (kind: Named, _doc: Doc): _doc is Consultation => isOurs(kind);

function watched(tx: Tx, note: (change: Consultation | string) => void): Tx {
  const { get, getMany, find, count }: Read = tx;
  return {
    ...{ get, getMany, find, count },
    async put(kind, doc) {
      await tx.put(kind, doc);
      if (isConsultation(kind, doc)) note(doc);
    },
    async remove(kind, id) {
      await tx.remove(kind, id);
      if (isOurs(kind)) note(id);
    },
  };
}
