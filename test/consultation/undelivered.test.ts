import { describe, expect, it } from 'vitest';
import { type Card, wordsOf } from '../../src/index.ts';
import { DueJobs } from '../../src/runtime/jobs.ts';
import { ada, app, ben, cleo, peerGroup } from '../fixtures/peer-group.ts';
import { ask, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { at, home, inChannel, mine, question, told } from './thread-steps.ts';

const hour = 60 * 60_000;

peerGroup(7);

const mainsIn = (card: Card) => buttons(card).flatMap((b) => (b.tone === 'main' ? [wordsOf('en', b.label)] : []));
const last = (cards: readonly Card[]): Card => cards.at(-1) as Card;

describe('a reply that does not reach its thread', () => {
  const reply = async (person: Person, own: Card, as: 'me' | 'colleague') => {
    const form = await expectForm(person.does('consult.reply', await at(own)));
    const answer = await submit(person, form, { text: 'Say when ten minutes are left.', as });
    expect(answer.is === 'view' && answer.view.is === 'card' && answer.view.summary.key).toBe(
      as === 'me' ? 'posted.reply' : 'soon.reply',
    );
  };

  it('is told to whoever gave it by name, and can be sent again', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await reply(ben, own, 'me');
    app.answers.push({ ok: false, why: 'rejected', problem: 'tooLong', detail: 'code' });
    await app.pass(0);
    expect(last(told(ben)).summary.key).toBe('delivery.reply');
    expect(await mine(ben)).toContain('Not posted');
    expect(mainsIn(last(told(ben)))).toEqual(['Try again']);
    expect(words(await expectCard(press(ben, last(told(ben)), 'Try again')))).toMatch(
      /^Curbside is posting it again\./,
    );
    await app.pass(0);
    expect(inChannel()).toContain('reply.summary');
    expect(await mine(ben)).not.toContain('Not posted');
  });

  it('is said to be in the thread once its words were fixed, and to replace others only where some stood', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await reply(ben, own, 'me');
    app.answers.push({ ok: false, why: 'rejected', problem: 'tooLong', detail: 'code' });
    await app.pass(0);
    const failed = await expectCard(press(ben, last(told(ben)), 'Open'));
    expect(mainsIn(failed)).toEqual(['Try again']);
    const edit = async (text: string) =>
      words(await expectCard(submit(ben, await expectForm(press(ben, failed, 'Edit')), { text })));
    expect(await edit('Say when ten are left.')).toContain('Your reply was posted.');
    await app.pass(0);
    expect(inChannel()).toContain('reply.summary');
    expect(await edit('Say when five are left.')).toContain('The new text replaces the old one in the thread.');
  });

  it('waits at home for whoever gave it without a name', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await reply(ben, own, 'colleague');
    app.answers.push({ ok: false, why: 'unknown', detail: 'http 500' });
    await app.pass(5 * 60_000);
    expect(told(ben)).toEqual([]);
    expect(await home(ben)).toContain('Not confirmed');
    expect(await home(ada)).not.toContain('Not confirmed');
    const lost = buttons(await expectCard(ben.does('consult.mine'))).find((b) => b.do === 'consult.reply.show');
    const card = await expectCard(ben.does('consult.reply.show', { ...lost?.with }));
    await press(ben, card, 'It’s there');
    expect(await home(ben)).not.toContain('Not confirmed');
  });
});

it('tells the owners of a text that could not be hidden', async () => {
  const own = await ask(cleo, { question }, 'Post anonymously');
  await app.pass(21 * 60_000);
  app.platform.edit = async () => ({
    ok: false,
    why: 'forbidden',
    problem: 'cannotChange',
    detail: 'edit_window_closed',
  });
  await ben.does('consult.flag', await at(own));
  await app.pass(0);
  expect(told(ada).map((v) => v.summary.key)).toContain('delivery.ownersChange');
  expect(told(cleo)).toEqual([]);
  expect(await home(cleo)).toContain('Hidden until you edit it');
});

it('cleans the journal soon after an anonymous question was taken down, as after it was posted', async () => {
  const own = await ask(cleo, { question }, 'Post anonymously');
  await app.pass(2 * hour);
  const jobs = async () => (await app.store.read(app.scope, (r) => r.find(DueJobs, 'at', { all: true }))).docs;
  expect((await jobs()).filter((j) => j.job === 'privacy.untie')).toEqual([]);
  await cleo.does('consult.remove', await at(own));
  const [untie] = (await jobs()).filter((j) => j.job === 'privacy.untie');
  expect((untie?.at ?? Number.POSITIVE_INFINITY) - app.now()).toBeLessThanOrEqual(hour);
});
