import { expect, it } from 'vitest';
import { Consultations, Replies } from '../../src/features/consultation/model.ts';
import { Outbox } from '../../src/runtime/outbox/model.ts';
import { happens } from '../fixtures/happens.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, consultationOf, post, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, groupId } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

const question = 'How do I end a session that keeps running over?';
peerGroup(2);

const named = async (): Promise<string[]> =>
  (await stored(app.store, app.scope))
    .filter(({ doc }) => JSON.stringify(doc).includes(ben.who))
    .map(({ kind }) => kind);

const shown = (): string => app.messages.map((m) => words(m.view)).join('\n');

async function reply(): Promise<void> {
  const at = { group: await groupId(ada), consultation: consultationOf(await ask(ada, { question })) };
  const form = await expectForm(ben.does('consult.reply', at));
  await expectCard(submit(ben, form, { text: 'Announce the end ten minutes before.', as: 'me' }));
}

it('takes the name off what stands in the channel already', async () => {
  await ask(ben, { question });
  await reply();
  await app.pass(0);
  expect(shown()).toContain(ben.who);
  await expectCard(ben.does('privacy.erase'));
  await app.pass(0);
  expect(shown()).not.toContain(ben.who);
  expect(shown()).toContain('Announce the end');
  expect(await named()).toEqual([]);
});

it('takes the name off what waits, before it is posted', async () => {
  await ask(ben, { question });
  await reply();
  await expectCard(ben.does('privacy.erase'));
  expect(await named()).toEqual([]);
  await app.pass(0);
  expect(shown()).not.toContain(ben.who);
  expect(shown()).toContain('Announce the end');
});

it('drops private messages to the person, and reaches more than a thousand questions and replies', async () => {
  const own = await ask(ben, { question });
  const at = { group: await groupId(ben), consultation: consultationOf(own) };
  await app.pass(0);
  await ada.does('consult.flag', at);
  await app.pass(0);
  expect(await named()).toContain('outbox');
  await app.store.transact(app.scope, async (tx) => {
    const c = await tx.get(Consultations, at.consultation);
    if (c === null) throw new Error('no question');
    for (let i = 0; i < 1200; i++) {
      await tx.put(Consultations, { ...c, id: `c${i}`, rows: { ...c.rows, card: `card${i}`, case: `case${i}` } });
      await tx.put(Replies, {
        id: `r${i}`,
        consultation: c.id,
        group: c.group,
        voice: 'me',
        step: null,
        author: { as: 'me', person: ben.who, credential: 'LMFT' },
        text: 'Announce it.',
        hidden: false,
        marked: [],
        at: app.now(),
        row: `row${i}`,
      });
    }
  });
  await expectCard(ben.does('privacy.erase'));
  const of = { equal: ben.who };
  for (const kind of [Consultations, Replies])
    expect((await app.store.read(app.scope, (r) => r.find(kind as typeof Replies, 'person', of))).docs).toEqual([]);
  const rows = await app.store.read(app.scope, (r) => r.find(Outbox, 'subject', { all: true }, { limit: 1000 }));
  expect(rows.docs.filter((r) => r.to.is === 'direct')).toEqual([]);
});

it('takes along what waits to be posted without a name, and rows of an old log that are in memory', async () => {
  const at = { group: await groupId(ada), consultation: consultationOf(await ask(ada, { question })) };
  await app.pass(0);
  const form = await expectForm(ben.does('consult.reply', at));
  const answer = await expectCard(submit(ben, form, { text: 'Announce the end.', as: 'colleague' }));
  expect(words(answer)).toContain('goes out in a few minutes');
  const log = 'Date,Minutes,Question\n2025-02-03,30,Is a home visit wise for this work?';
  await expectCard(submit(ben, await expectForm(ben.does('consult.import')), { text: log }));
  expect(await app.drafts.get(ben.who, 'import.log')).not.toBeNull();
  await expectCard(ben.does('privacy.erase'));
  await app.pass(10 * 60_000);
  expect(shown()).not.toContain('Announce the end');
  expect(await app.disk()).not.toContain('Announce the end');
  expect(await app.drafts.get(ben.who, 'import.log')).toBeNull();
});

it.each([
  ['a member', false],
  ['somebody who left first', true],
])('%s has what nobody has seen yet, and has no name, taken back', async (_, leaves) => {
  const at = { group: await groupId(ada), consultation: consultationOf(await ask(ada, { question })) };
  await app.pass(0);
  const form = await expectForm(ben.does('consult.reply', at));
  await expectCard(submit(ben, form, { text: 'Announce the end.', as: 'colleague' }));
  await post(ben, { question: 'How do I begin with somebody who is silent?' }, 'Post anonymously');
  if (leaves) await happens(app, ben, 'platform.personLeft', 'C1', {});
  await ben.does('privacy.erase', { posts: 'remove' });
  await app.pass(30 * 60_000);
  expect(shown()).not.toMatch(/Announce the end|somebody who is silent/);
  expect(JSON.stringify(await stored(app.store, app.scope))).not.toMatch(/Announce the end|somebody who is silent/);
});
