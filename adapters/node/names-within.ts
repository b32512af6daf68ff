import type { PersonRef } from '../../src/index.ts';

/** How long (ms) names may keep an answer waiting. */
const patienceMs = 1000;

/** Names by reference, as far as they are known within a second; nobody else is waited for, and no failure counts. */
export async function namesWithin(
  people: readonly PersonRef[],
  nameOf: (who: PersonRef) => Promise<string | null>,
): Promise<ReadonlyMap<PersonRef, string>> {
  const found = new Map<PersonRef, string>();
  const looks = people.map(async (who) => {
    const name = await nameOf(who).catch(() => null);
    if (name !== null) found.set(who, name);
  });
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  await Promise.race([Promise.all(looks), enough]);
  clearTimeout(timer);
  return new Map(found);
}
