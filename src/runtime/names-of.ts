import type { Scope } from '../ports/store.ts';
import type { PersonRef } from '../ports/vault.ts';
import { traceOf } from './error-trace.ts';
import { platformOf } from './platform-of.ts';
import type { Runtime } from './runtime.ts';

/** By the lexicon of a request, which is its own: what the platform said, so that no transaction waits for it. */
const asked = new WeakMap<object, Map<string, Promise<readonly string[]>>>();

/** What the platform calls these people, without those whom it cannot name now. Never fails. */
export function namesOf(runtime: Runtime, scope: Scope, people: readonly PersonRef[]): Promise<readonly string[]> {
  const known = asked.get(runtime.lexicon) ?? new Map<string, Promise<readonly string[]>>();
  asked.set(runtime.lexicon, known);
  const key = people.join(',');
  const names = known.get(key) ?? look(runtime, scope, people);
  known.set(key, names);
  return names;
}

async function look(runtime: Runtime, scope: Scope, people: readonly PersonRef[]): Promise<readonly string[]> {
  if (people.length === 0) return [];
  try {
    const found = await platformOf(runtime.platforms, scope)?.names?.(scope, people);
    return people.flatMap((who) => found?.get(who) ?? []);
  } catch (error) {
    runtime.log.warn('runtime.names_failed', traceOf(error));
    return [];
  }
}
