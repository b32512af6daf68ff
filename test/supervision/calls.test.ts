import { expect, it } from 'vitest';
import { Agreements } from '../../src/features/supervision/agreement/model.ts';
import { Entries } from '../../src/features/supervision/model.ts';
import { type Calls, counting } from '../fixtures/counting.ts';
import { openTestApp } from '../fixtures/test-app.ts';
import { entryIn, log, paired } from './steps.ts';

/** How often each page asks store and vault, where a supervisor has so many supervisees with an entry each. */
async function counted(n: number): Promise<Record<string, string>> {
  const calls: Calls = { store: 0, vault: 0 };
  const app = await openTestApp({ watched: (store, vault) => counting(store, vault, calls) });
  try {
    const { associate, supervisor, at, agreement } = await paired(app);
    const entry = entryIn(await log(associate, { minutes: '60', kind: 'direct' }));
    await app.store.transact(app.scope, async (tx) => {
      const [a, e] = [await tx.get(Agreements, agreement), await tx.get(Entries, entry)];
      if (a === null || e === null) throw new Error('nothing was logged');
      for (let i = 0; i < n; i++) {
        await tx.put(Agreements, { ...a, id: `a${i}`, supervisee: i % 2 === 0 ? a.supervisee : `p${i}` });
        await tx.put(Entries, { ...e, id: `e${i}`, agreement: i % 2 === 0 ? a.id : `a${i}` });
      }
    });
    const pages = ['mine', 'sign', 'entries', 'totals', 'agreement', 'rules'].map((page) => `supervision.${page}`);
    const found: Record<string, string> = {};
    for (const page of [...pages, 'curbside.home', 'privacy.export'])
      for (const who of [associate, supervisor]) {
        Object.assign(calls, { store: 0, vault: 0 });
        await who.does(
          page,
          page.startsWith('privacy') ? {} : page.endsWith('sign') ? { group: at } : { group: at, agreement },
        );
        found[`${page} ${who === associate}`] = `${calls.store} store, ${calls.vault} vault`;
      }
    return found;
  } finally {
    await app.remove();
  }
}

it('pages cost as many calls for sixty agreements and entries as for five', async () => {
  expect(await counted(60)).toEqual(await counted(5));
});
