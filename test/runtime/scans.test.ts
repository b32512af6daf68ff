import { afterEach, expect, it } from 'vitest';
import type { Fields, Scanner, Store } from '../../src/index.ts';
import { ask, consultationOf, draft, submit } from '../fixtures/steps.ts';
import {
  expectCard,
  expectForm,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

let app: TestApp;
afterEach(() => app.remove());

/** A community in which every scan is written down, and those of long texts can be held up. */
async function watching() {
  const scans: Fields[] = [];
  const during: number[] = [];
  let transactions = 0;
  let gate: Promise<void> = Promise.resolve();
  let open = (): void => {};
  const scanning = (scanner: Scanner): Scanner => ({
    async scan(fields, keep) {
      scans.push(fields);
      during.push(transactions);
      if (lengthOf(fields) > 2000) await gate;
      return scanner.scan(fields, keep);
    },
  });
  const watched = (store: Store): Store => ({
    ...store,
    async transact(scope, work) {
      return store.transact(scope, async (tx) => {
        transactions++;
        try {
          return await work(tx);
        } finally {
          transactions--;
        }
      });
    },
  });
  app = await openTestApp({ scanning, watched: (store, vault) => ({ store: watched(store), vault }) });
  const people = await group(app, ['ada', 'ben']);
  const [ada, ben] = [people.ada, people.ben] as [Person, Person];
  return {
    ada,
    ben,
    scans,
    during,
    /** Long texts wait from now on, until the call that comes back. */
    hold: () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => open();
    },
  };
}

const lengthOf = (fields: Fields): number => Object.values(fields).reduce((sum, text) => sum + text.length, 0);
const sentence = 'Maribel Quintero of 14 Elm Street called on March 3. ';
const characters = (n: number): string => sentence.repeat(Math.ceil(n / sentence.length)).slice(0, n);

it('answers everybody else while a long message is scanned', async () => {
  const { ada, ben, scans, hold } = await watching();
  const release = hold();
  const order: string[] = [];
  const check = expectCard(ada.does('consult.check', { text: characters(40_000) })).then((card) => {
    order.push('long message');
    return card;
  });
  expect(words(await draft(ben, { question: 'How do I end on time?' }))).toContain('How do I end on time?');
  order.push('draft');
  expect(scans.map(lengthOf)).toContain(40_000);
  release();
  expect(words(await check)).toContain('Maribel Quintero');
  expect(order).toEqual(['draft', 'long message']);
});

it('holds no transaction open during a scan, so that others write while a long case is scanned', async () => {
  const { ada, ben, scans, during, hold } = await watching();
  const release = hold();
  const facts = characters(1500);
  const long = draft(ada, { question: characters(500), facts, tried: characters(500) });
  await draft(ben, { question: 'How do I end on time?' });
  release();
  expect(words(await long)).not.toContain('Maribel');
  expect(scans.filter((fields) => fields.facts === facts)).toHaveLength(1);
  expect(new Set(during)).toEqual(new Set([0]));
});

it('scans nothing that is longer than its form or than a message can be', async () => {
  const { ada, ben, scans } = await watching();
  const own = await ask(ada, { question: 'How do I end on time?' });
  await app.pass(0);
  const at = { group: await groupId(ada), consultation: consultationOf(own) };
  const before = scans.length;
  const check = await ada.does('consult.check', { text: characters(100_000) });
  expect(check.is === 'refused' && words(check.view)).toContain('too long to check');
  const forms: [Person, string, Record<string, string>, string][] = [
    [ada, 'consult.ask', {}, 'question'],
    [ada, 'consult.ask', {}, 'facts'],
    [ada, 'consult.ask', {}, 'tried'],
    [ben, 'consult.reply', at, 'text'],
    [ada, 'consult.edit', at, 'facts'],
    [ada, 'record.form', at, 'guidance'],
    [ada, 'record.form', at, 'rationale'],
  ];
  for (const [person, command, input, field] of forms) {
    const form = await expectForm(person.does(command, input));
    const answer = await submit(person, form, { question: 'How do I end on time?', [field]: characters(100_000) });
    expect(answer.is, `${command} ${field}`).toBe('again');
  }
  expect(
    scans
      .slice(before)
      .map(lengthOf)
      .filter((length) => length > 3000),
  ).toEqual([]);
});
