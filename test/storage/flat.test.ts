import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ConsultationRecord, Records } from '../../src/features/consultation/record/model.ts';
import { say } from '../../src/i18n/message.ts';
import type { Scope, Tx } from '../../src/index.ts';
import { migrations } from '../../src/migrations.ts';
import { DueJobs, due } from '../../src/runtime/jobs.ts';
import { Outbox, type OutboxRow } from '../../src/runtime/outbox/model.ts';
import { outlineOf, ownerToken, sealing } from '../../src/storage/sealing.ts';
import { card } from '../../src/view/build.ts';
import { ask } from '../fixtures/steps.ts';
import { expectView, group, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { counted } from './counted-rows.ts';

/** Documents and communities that the store handed out, and how often it wrote its files anew. */
const looked = { rows: 0, rewrites: 0 };

let app: TestApp;
let ada: Person;
let ben: Person;
let here: { readonly group: string };

beforeAll(async () => {
  app = await openTestApp({ watched: (store, vault) => ({ store: counted(store, looked), vault }) });
  ({ ada, ben } = (await group(app, ['ada', 'ben'], { quietFrom: '', quietTo: '' })) as {
    ada: Person;
    ben: Person;
  });
  here = { group: await groupId(ada) };
  await app.pass(0);
});
afterAll(() => app.remove());

async function touched(work: () => Promise<unknown>): Promise<number> {
  looked.rows = 0;
  await work();
  return looked.rows;
}

/** The same, with what was touched before and after `more`: there may be no difference. */
async function isFlat(work: () => Promise<unknown>, more: () => Promise<unknown>): Promise<void> {
  await work();
  const before = await touched(work);
  await more();
  expect(await touched(work)).toBe(before);
}

const fill = async (scope: Scope, n: number, each: (tx: Tx, i: number) => Promise<void>): Promise<void> => {
  await app.store.transact(scope, async (tx) => {
    for (let i = 0; i < n; i += 1) await each(tx, i);
  });
};

const postAndDeliver = async (): Promise<void> => {
  await ask(ben, { question: 'How do I end a session that keeps running over?' });
  await app.pass(1000);
};

it('posting and its delivery take as long among a thousand other communities with work of their own', async () => {
  await postAndDeliver();
  const alone = await touched(postAndDeliver);
  await Promise.all(
    Array.from({ length: 1000 }, (_, i) =>
      fill(`fake.other${i}`, 1, (tx) =>
        tx.put(DueJobs, due('privacy.sweep', 'all', 'daily', app.now() + 30 * 60_000, 0, {})),
      ),
    ),
  );
  // Besides the questions asked before, there may be nothing more to look at.
  expect(await touched(postAndDeliver)).toBeLessThan(alone + 20);
});

it('home takes as long with a thousand records that do not wait', async () => {
  const identity = await app.vault.identity(ada.who);
  const record: Omit<ConsultationRecord, 'id' | 'status' | 'followUpOn'> = {
    owner: ada.who,
    group: here.group,
    consultation: null,
    caseRef: 'K7QX',
    on: { date: '2026-03-01', time: null, zone: 'America/New_York' },
    late: false,
    minutes: 15,
    mode: 'phone',
    topic: 'case',
    format: 'curbside',
    consultants: [],
    question: 'How do I end a session?',
    facts: '',
    riskFlags: [],
    guidance: 'Say so beforehand.',
    sources: [],
    decision: 'I say so.',
    rationale: 'It helps.',
    actions: [],
    changed: null,
    codesOrLaws: '',
    charted: false,
    unsure: false,
    amendments: [],
    writtenAt: 0,
    finalAt: 1,
    version: 1,
    imported: null,
  };
  const home = () => expectView(ada.does('curbside.home', here));
  await isFlat(home, () =>
    app.store.transact(app.scope, async (inner) => {
      const tx = sealing(identity, inner, app.now());
      for (let i = 0; i < 1000; i += 1) {
        const followUpOn = i % 2 === 0 ? null : '2026-09-01';
        await tx.put(Records, { ...record, id: `r${i}`, status: 'final', followUpOn });
      }
    }),
  );
  const shown = JSON.stringify(await home());
  await app.store.transact(app.scope, (inner) =>
    sealing(identity, inner, app.now()).put(Records, {
      ...record,
      id: 'due',
      status: 'final',
      followUpOn: '2026-03-01',
    }),
  );
  const then = JSON.stringify(await home());
  expect(shown).not.toContain('"record":"due"');
  expect(then).toContain('"record":"due"');
});

it('records of an earlier version, which no index said anything of, are found once it is brought up to date', async () => {
  const outline = outlineOf(Records);
  const identity = await app.vault.identity(ada.who);
  if (identity === null) throw new Error('nobody there');
  // They all lay under one token, too.
  const owner = ownerToken(identity, Records);
  await app.store.transact(app.scope, async (tx) => {
    for (const doc of (await tx.find(outline, 'id', { all: true }, { limit: 1000 })).docs)
      await tx.put(outline, { ...doc, owner, keys: { owner } });
  });
  const home = async () => JSON.stringify(await expectView(ada.does('curbside.home', here)));
  expect(await home()).not.toContain('"record":"due"');
  for (const migration of migrations.filter(({ number }) => number >= 4)) await migration.run(app.scope, app);
  expect(await home()).toContain('"record":"due"');
});

const view = card(say('word.yes'), []);

const message = (id: string, of: Partial<OutboxRow>): OutboxRow => ({
  id,
  op: 'post',
  to: { is: 'group', group: here.group },
  view: null,
  subject: 'other',
  status: 'sent',
  order: id.padStart(18, '0'),
  notBefore: 0,
  notAfter: null,
  retryAt: 0,
  claimedAt: 0,
  leasedBy: null,
  leaseUntil: null,
  doubtSince: null,
  tries: 1,
  ref: id,
  why: null,
  problem: null,
  blockedSince: null,
  orNextAnswer: false,
  ...of,
});

it('a thread is begun or not, however many messages there are about its question', async () => {
  const card = message('card', { subject: 'long' });
  await fill(app.scope, 1, (tx) => tx.put(Outbox, card));
  let n = 0;
  const send = async (): Promise<number> => {
    const id = `n${n++}`;
    await fill(app.scope, 1, (tx) =>
      tx.put(
        Outbox,
        message(id, {
          subject: 'long',
          to: { is: 'thread', row: 'card' },
          status: 'pending',
          ref: null,
          view,
        }),
      ),
    );
    return touched(() => app.pass(0));
  };
  await send();
  const before = await send();
  await fill(app.scope, 1500, (tx, i) => tx.put(Outbox, message(`a${i}`, { subject: 'long' })));
  expect(await send()).toBe(before);
});

it('what waits behind a message that cannot leave costs no more for each one that waits', async () => {
  const held = async (n: number): Promise<number> => {
    await fill(app.scope, n, (tx, i) =>
      tx.put(
        Outbox,
        message(`h${n}x${i}`, { to: { is: 'direct', person: `p${n}` }, status: 'pending', ref: null, view }),
      ),
    );
    app.platform.post = async () => ({ ok: false, why: 'later', detail: 'away' });
    return touched(() => app.pass(0));
  };
  const few = (await held(200)) / 200;
  const many = (await held(800)) / 800;
  expect(many).toBeLessThan(few * 1.5);
});

it('an erasure looks at what is the person’s, and at nobody else’s messages', async () => {
  const faye = (await group(app, ['ada', 'faye'])).faye as Person;
  const gil = (await group(app, ['ada', 'gil'])).gil as Person;
  const one = await touched(() => faye.does('privacy.erase'));
  await fill(app.scope, 500, (tx, i) =>
    tx.put(Outbox, message(`e${i}`, { to: { is: 'direct', person: `other${i}` } })),
  );
  expect(await touched(() => gil.does('privacy.erase'))).toBe(one);
});

it('the files are written anew once a day, however many communities there are', async () => {
  looked.rewrites = 0;
  for (let hour = 0; hour < 72; hour += 1) await app.pass(60 * 60_000);
  expect(looked.rewrites).toBe(3);
});
