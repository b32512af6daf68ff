import type { Scope, Waiting } from '../../src/index.ts';
import type { Change, Data } from './documents.ts';
import { SortedKeys } from './sorted-keys.ts';
import type { IndexedKind } from './table.ts';

/** Kinds in which documents wait for their time, and since when each community has one: kept up to date with every change. */
export interface Work {
  /** After these changes of one scope were applied. Returns whether something that waits was put. */
  changed(scope: Scope, changes: readonly Change[]): boolean;
  upTo(time: string, limit: number): readonly Waiting[];
}

/** How long the time is with which keys begin, see `timeKey` of the core. */
const timeLength = 15;

export function workIn(data: Data, kinds: readonly IndexedKind[]): Work {
  const waiting = new Map(kinds.flatMap((kind) => ((kind.work ?? []).length > 0 ? [[kind.name, kind] as const] : [])));
  const first = new Map<Scope, string>();
  const byTime = new SortedKeys([]);

  function firstIn(scope: Scope): string | null {
    let earliest: string | null = null;
    for (const kind of waiting.values()) {
      for (const index of kind.work ?? []) {
        const keys = data.scopes.get(scope)?.get(kind.name)?.index(kind, index);
        const entry = keys?.from({ key: '', id: '' }).next();
        if (entry === undefined || entry.done) continue;
        const time = entry.value.key.slice(0, timeLength);
        if (earliest === null || time < earliest) earliest = time;
      }
    }
    return earliest;
  }

  function look(scope: Scope): void {
    const [before, now] = [first.get(scope) ?? null, firstIn(scope)];
    if (before === now) return;
    if (before !== null) byTime.remove({ key: before, id: scope });
    if (now === null) first.delete(scope);
    else {
      first.set(scope, now);
      byTime.add({ key: now, id: scope });
    }
  }

  for (const scope of data.scopes.keys()) look(scope);
  return {
    changed(scope, changes) {
      const about = changes.filter(({ kind }) => waiting.has(kind));
      if (about.length > 0) look(scope);
      return about.some(({ kind, doc }) => doc !== null && isWaiting(waiting.get(kind), doc));
    },
    upTo(time, limit) {
      const found: Waiting[] = [];
      for (const { key, id } of byTime.from({ key: '', id: '' })) {
        if (key > time || found.length >= limit) break;
        found.push({ scope: id, at: Number(key) });
      }
      return found;
    },
  };
}

const isWaiting = (kind: IndexedKind | undefined, doc: object): boolean =>
  (kind?.work ?? []).some((index) => kind?.indexes[index]?.(doc as never) !== null);
