import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../src/index.ts';
import { expectCard, group, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';

let app: TestApp;
let ada: Person;
let scans: { readonly inTransaction: boolean }[];
let writing = 0;

/** The same store, which tells while a transaction is open. */
const telling = (store: Store): Store => ({
  ...store,
  transact: (scope, work) =>
    store.transact(scope, async (tx) => {
      writing += 1;
      try {
        return await work(tx);
      } finally {
        writing -= 1;
      }
    }),
});

beforeEach(async () => {
  scans = [];
  app = await openTestApp({
    watched: (store, vault) => ({ store: telling(store), vault }),
    words: (lexicon) => ({
      ...lexicon,
      suspects: (...given) => {
        scans.push({ inTransaction: writing > 0 });
        return lexicon.suspects?.(...given) ?? [];
      },
    }),
  });
  ada = (await group(app, ['ada', 'ben'])).ada as Person;
});
afterEach(() => app.remove());

it('a draft is scanned once from the form to its preview, and never inside the write', async () => {
  const at = { group: await groupId(ada) };
  await expectCard(ada.does('consult.draft', { ...at, question: 'How do I tell Dana Whitcombe that we end on time?' }));
  expect(scans).toEqual([{ inTransaction: false }]);
});

it('nor is a record', async () => {
  const at = { group: await groupId(ada) };
  const when = { date: '2026-03-02', time: '14:30', mode: 'phone', topic: 'case', outsiders: 'Juno Marsh, PhD' };
  const said = { question: 'What helps Dana Whitcombe?', guidance: 'Go slow.', minutes: '20', form: 'log' };
  await expectCard(ada.does('record.save', { ...at, ...said, ...when }));
  expect(scans.length).toBeGreaterThan(0);
  expect(scans.filter((s) => s.inTransaction)).toEqual([]);
});
