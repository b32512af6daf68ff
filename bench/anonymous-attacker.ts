import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLowdbStore } from '../adapters/lowdb/index.ts';

/** Every batch and snapshot that a copy holds, as text. */
export async function batches(folder: string): Promise<string[]> {
  const copy = await mkdtemp(join(tmpdir(), 'curbside-copy-'));
  const found: string[] = [];
  const { parse } = JSON;
  try {
    await cp(join(folder, 'store'), copy, { recursive: true, filter: (path) => !path.includes('lock.') });
    JSON.parse = (text: string, ...rest) => {
      if (text.startsWith('[[')) found.push(text);
      return parse(text, ...rest);
    };
    await (await openLowdbStore({ folder: copy, key: Buffer.alloc(32, 7) })).close();
  } finally {
    JSON.parse = parse;
    await rm(copy, { recursive: true, force: true });
  }
  return found;
}

type Written = readonly unknown[];
interface Batch {
  /** Owners' tokens of sealed documents that it writes or removes, by document. */
  readonly tokens: Set<string>;
  readonly people: Set<string>;
  readonly anonymous: Set<string>;
}

/** What an attacker knows from one copy to the next. `anybody`: whom they name where nothing leads to anybody. */
export function createAttacker(anybody: () => string) {
  const ownerOf = new Map<string, string>();
  const votes = new Map<string, Map<string, number>>();
  const seen = new Set<string>();
  const known = new Set<string>();

  function read(text: string): Batch {
    const batch: Batch = { tokens: new Set(), people: new Set(), anonymous: new Set() };
    for (const line of JSON.parse(text) as Written[]) {
      const whole = JSON.stringify(line);
      const id = /"id":"([^"]+)"/.exec(whole)?.[1] ?? '';
      const token = /"owner":"([0-9a-f]{32})"/.exec(whole)?.[1];
      if (token !== undefined) {
        ownerOf.set(id, token);
        batch.tokens.add(token);
      }
      for (const part of line) {
        const removed = typeof part === 'string' ? ownerOf.get(part) : undefined;
        if (removed !== undefined) batch.tokens.add(removed);
      }
      if (whole.includes('"as":"anonymous"') || whole.includes('"act":{')) batch.anonymous.add(id);
      for (const [, who] of whole.matchAll(/"as":"me","person":"([^"]+)"/g)) batch.people.add(who ?? '');
    }
    return batch;
  }

  const person = (token: string): string | null => {
    const best = [...(votes.get(token) ?? [])].sort((a, b) => b[1] - a[1])[0];
    return best?.[0] ?? null;
  };

  return {
    /** New anonymous things in this copy, each with the member who is guessed. */
    look(texts: readonly string[]): Map<string, string> {
      const fresh = texts.filter((text) => !seen.has(text));
      for (const text of texts) seen.add(text);
      const all = fresh.map(read);
      // A snapshot holds everything at once and joins nothing.
      const small = all.filter(({ tokens, anonymous }) => tokens.size <= 2 && anonymous.size <= 2);
      for (const { tokens, people: by } of small)
        if (tokens.size === 1 && by.size === 1)
          for (const token of tokens)
            for (const who of by) {
              const of = votes.get(token) ?? new Map<string, number>();
              votes.set(token, of.set(who, (of.get(who) ?? 0) + 1));
            }
      const movers = new Set(small.flatMap(({ tokens }) => [...tokens].map(person)).filter((who) => who !== null));
      for (const { people: by } of small) for (const who of by) movers.delete(who);
      const guesses = new Map<string, string>();
      for (const { tokens, anonymous } of all) {
        const together = small.some((batch) => batch.anonymous === anonymous) ? [...tokens].map(person) : [];
        for (const id of anonymous) {
          if (known.has(id)) continue;
          known.add(id);
          const [only] = together.filter((who) => who !== null);
          const [alone] = movers.size === 1 ? [...movers] : [];
          guesses.set(id, only ?? alone ?? anybody());
        }
      }
      return guesses;
    },
    /** How many owners' tokens could be given a name. */
    named: () => votes.size,
  };
}
