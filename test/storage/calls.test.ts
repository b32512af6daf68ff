import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Consultations, Replies } from '../../src/features/consultation/model.ts';
import { Outbox } from '../../src/runtime/outbox/model.ts';
import { type Calls, counting } from '../fixtures/counting.ts';
import { ask, consultationOf } from '../fixtures/steps.ts';
import { expectCard, group, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';

const features = { features: 'consultation,checkin', quietFrom: '', quietTo: '', weekends: 'no' };
const pages = [
  'curbside.home',
  'consult.list',
  'consult.mine',
  'consult.records',
  'privacy.export',
  'curbside.privacy',
  'checkin.history',
];

/** How many documents of each sort a person has when pages are counted. */
const sizes = [5, 60];

/** Somebody with so many questions (half without a name), replies to each, records, answers, and one draft. */
async function filled(app: TestApp, n: number): Promise<Person> {
  const { ada, ben } = (await group(app, ['ada', 'ben'], features)) as Record<'ada' | 'ben', Person>;
  const at = await groupId(ada);
  const named = consultationOf(await ask(ada, { question: 'How do I end a session that runs over?' }));
  await app.pass(1000);
  const hidden = consultationOf(
    await ask(ada, { question: 'How do I begin with a silent group?' }, 'Post anonymously'),
  );
  await app.pass(21 * 60_000);
  for (const consultation of [named, hidden]) {
    await expectCard(
      ben.does('consult.answer', { group: at, consultation, text: 'I say so beforehand.', as: 'colleague' }),
    );
  }
  // What is said without a name waits for some minutes.
  await app.pass(6 * 60_000);
  const identity = await app.vault.identity(ada.who);
  await app.store.transact(app.scope, async (tx) => {
    for (const [from, of] of [
      [named, 'named'],
      [hidden, 'hidden'],
    ] as const) {
      const [first, given] = [
        await tx.get(Consultations, from),
        (await tx.find(Replies, 'consultation', { equal: from })).docs[0],
      ];
      const row = first && (await tx.get(Outbox, first.rows.card));
      if (!first || !given || !row || !identity) throw new Error('nothing was asked');
      for (let i = 1; i < n / 2; i += 1) {
        const id = `${of}${i}`;
        const author =
          first.author.as === 'me' ? first.author : { as: 'anonymous' as const, token: identity.token(id) };
        await tx.put(Consultations, {
          ...first,
          id,
          author,
          rows: { ...first.rows, card: `card ${id}`, case: `case ${id}` },
        });
        await tx.put(Outbox, { ...row, id: `c${id}`.slice(0, 25), subject: id, ref: `r ${id}` });
        await tx.put(Outbox, { ...row, id: `card ${id}`, subject: id, ref: `l ${id}` });
        await tx.put(Replies, { ...given, id: `reply ${id}`, consultation: id });
      }
    }
  });
  for (let i = 0; i < n; i += 1) {
    const once = {
      group: at,
      question: `What did we say about grief, no ${i}?`,
      guidance: 'Go slow.',
      minutes: '20',
      form: 'log',
    };
    const said = { outsiders: 'Juno Marsh, PhD', date: '2026-03-02', time: '14:30', mode: 'phone', topic: 'case' };
    await expectCard(ada.does('record.save', { ...once, ...said }));
  }
  await ada.does('checkin.start', { group: at });
  await ada.does('checkin.answer', { group: at, value: '3' });
  await expectCard(ada.does('consult.draft', { group: at, question: 'A draft about endings, not posted yet?' }));
  return ada;
}

describe('calls of store and vault', () => {
  const counted = new Map<number, Record<string, string>>();
  const apps: TestApp[] = [];
  beforeAll(async () => {
    for (const n of sizes) {
      const calls: Calls = { store: 0, vault: 0 };
      const app = await openTestApp({ watched: (store, vault) => counting(store, vault, calls) });
      apps.push(app);
      const ada = await filled(app, n);
      const found: Record<string, string> = {};
      for (const page of pages) {
        Object.assign(calls, { store: 0, vault: 0 });
        const view = await seen(ada, page);
        found[page] = `${calls.store} store, ${calls.vault} vault`;
        if (page === 'consult.mine') expect(view.match(/"do":"consult.show"/g)?.length).toBeGreaterThanOrEqual(n);
        if (page === 'privacy.export') expect(view.match(/about grief, no/g)?.length).toBe(n);
      }
      await app.pass(0);
      Object.assign(calls, { store: 0, vault: 0 });
      await app.pass(1000);
      found.idle = `${calls.store} store, ${calls.vault} vault`;
      counted.set(n, found);
    }
  });
  afterAll(async () => {
    for (const app of apps) await app.remove();
  });

  it('are as many for sixty questions, replies and records as for five, on every page', () => {
    expect(counted.get(60)).toEqual(counted.get(5));
  });

  it('a page asks the vault once, and a tick with nothing due asks for the communities with work only', () => {
    const { idle, ...shown } = counted.get(60) ?? {};
    for (const [page, calls] of Object.entries(shown)) expect(calls, page).toMatch(/ 1 vault$/);
    expect(idle).toBe('1 store, 0 vault');
  });
});

async function seen(person: Person, page: string): Promise<string> {
  const answer = await person.does(page);
  expect(answer.is, page).toBe('view');
  return JSON.stringify(answer);
}
