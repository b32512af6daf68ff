import { describe, expect, it } from 'vitest';
import type { Card, Problem, Sent } from '../../src/index.ts';
import { ada, app, ben, cleo, peerGroup } from '../fixtures/peer-group.ts';
import { ask, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { at, home, inChannel, mine, question, told } from './thread-steps.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

peerGroup(7);

const doubt: Sent = { ok: false, why: 'unknown', detail: 'http 500' };
const refused = (problem: Problem): Sent => ({ ok: false, why: 'rejected', problem, detail: 'code' });
const last = (cards: readonly Card[]): Card => cards.at(-1) as Card;

const happens = (command: string, input: Record<string, string> = {}) =>
  app.core.happened({
    eventId: `${command} ${JSON.stringify(input)} ${app.now()}`,
    scope: app.scope,
    who: ada.who,
    command,
    input,
    channel: 'C1',
    manages: false,
    zone: null,
    locale: 'en',
  });

describe('a question of which nobody can tell whether it was posted', () => {
  it('is asked about at once, and posted again or found to be there', async () => {
    const own = await ask(ada, { question });
    expect(words(own)).not.toContain('On its way');
    app.answers.push({ ok: true, ref: '' }, doubt);
    await app.pass(0);
    const asked = last(told(ada));
    expect(asked.summary.key).toBe('delivery.questionDoubt');
    expect(words(asked)).not.toContain(question);
    expect(await mine(ada)).toContain('Not confirmed');
    expect(await home(ada)).toContain('Not confirmed');
    expect(words(await expectCard(ben.does('consult.show', await at(own))))).not.toContain(question);
    const shown = await expectCard(press(ada, asked, 'It’s there'));
    expect(words(shown)).toContain('Open');
    expect(await home(ada)).not.toContain('Not confirmed');
    await app.pass(day);
    expect(inChannel().filter((key) => key === 'case.summary')).toEqual([]);
  });

  it('is posted once more when its author says that it is not there', async () => {
    await ask(ada, { question });
    app.answers.push(doubt);
    await app.pass(0);
    expect(inChannel()).toEqual([]);
    expect(words(await expectCard(ben.does('consult.list')))).toContain('No open questions');
    await press(ada, last(told(ada)), 'Post again');
    await app.pass(0);
    expect(inChannel()).toEqual(['line.category', 'case.summary']);
    expect(told(ada)).toHaveLength(1);
  });

  it('asks an anonymous author on opening home or /consult mine, and sends nothing to them', async () => {
    const own = await ask(cleo, { question }, 'Post anonymously');
    app.answers.push(doubt);
    await app.pass(21 * 60_000);
    await app.pass(10 * day);
    expect(app.messages).toEqual([]);
    expect(await home(cleo)).toContain('Not confirmed');
    expect(await mine(cleo)).toContain('Not confirmed');
    expect(await home(ben)).not.toContain('Not confirmed');
    const shown = await expectCard(cleo.does('consult.show', await at(own)));
    await press(cleo, shown, 'Post again');
    await app.pass(0);
    expect(inChannel()).toEqual(['line.category', 'case.summary']);
  });
});

describe('a question that is not in the channel', () => {
  it('reminds nobody of it, and of one that came late only when its own time is over', async () => {
    await ask(ada, { question });
    app.answers.push(refused('unfit'));
    await app.pass(0);
    await app.pass(25 * hour);
    await app.pass(25 * hour);
    expect(inChannel()).toEqual([]);
    await press(ada, last(told(ada)), 'Try again');
    await app.pass(0);
    expect(inChannel()).toEqual(['line.category', 'case.summary']);
    for (let i = 0; i < 4; i++) await app.pass(day);
    expect(inChannel()).toEqual(['line.category', 'case.summary', 'nudge.summary']);
  });

  it.each([
    ['tooLong', 'Shorten it and post it again'],
    ['filtered', 'Change the wording and post it again'],
    ['unfit', 'The platform didn’t accept the message'],
  ] as const)('tells its author what to do when it was refused (%s), and takes new words', async (problem, remedy) => {
    const own = await ask(ada, { question });
    app.answers.push({ ok: true, ref: '' }, refused(problem));
    await app.pass(0);
    const card = last(told(ada));
    expect(card.summary.key).toBe('delivery.question');
    expect(words(card)).toContain(remedy);
    expect(await mine(ada)).toContain('Not posted');
    const form = await expectForm(ada.does('consult.edit', await at(own)));
    const preview = await expectCard(submit(ada, form, { question: 'How do I end a session on time?' }));
    const line = preview.blocks.find((b) => b.is === 'switch');
    if (line?.is !== 'switch') throw new Error('no line to tick');
    const ticked = await expectCard(ada.does(line.do, { ...line.with, on: 'yes' }));
    await press(ada, ticked, 'Post the new text');
    await app.pass(0);
    expect(inChannel()).toEqual(['line.category', 'case.summary']);
    expect(JSON.stringify(app.messages)).toContain('on time?');
  });

  it('goes back to the drafts when its author takes it back', async () => {
    const own = await ask(ada, { question });
    app.answers.push(refused('unfit'));
    await app.pass(0);
    const shown = await expectCard(ada.does('consult.show', await at(own)));
    expect(words(await expectCard(press(ada, shown, 'Take it back')))).toContain(question);
    expect(await mine(ada)).toContain('You haven’t asked anything yet');
    await app.pass(day);
    expect(inChannel()).toEqual([]);
  });
});

describe('a channel that takes no messages', () => {
  const archived: Sent = { ok: false, why: 'gone', problem: 'archived', detail: 'is_archived' };

  it('is told to its owners once, keeps what waits, and gets it when it is back', async () => {
    await ask(ben, { question });
    app.answers.push(archived);
    await app.pass(0);
    expect(told(ada).map((v) => v.summary.key)).toEqual(['place.summary']);
    expect(words(last(told(ben)))).toContain('Once it is unarchived, Curbside posts the waiting messages');
    const second = await ask(cleo, { question: 'Who knows a good text on grief?' });
    expect(words(second)).toContain('Not posted yet');
    expect(words(await expectCard(cleo.does('curbside.status')))).toContain('The channel is archived');
    for (let i = 0; i < 5; i++) {
      app.answers.push(archived);
      await app.pass(hour);
    }
    expect(told(ada)).toHaveLength(1);
    expect(told(ben)).toHaveLength(1);
    expect(inChannel()).toEqual([]);
    app.answers.length = 0;
    await happens('platform.channelBack');
    await app.pass(0);
    expect(inChannel()).toEqual(['line.category', 'case.summary', 'line.category', 'case.summary']);
    expect(await mine(ben)).toContain('Open');
    expect(words(await expectCard(cleo.does('curbside.status')))).toContain('All systems normal');
  });

  it('claims no success for anything sent to it', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await happens('platform.channelGone', { why: 'archived' });
    const note = async (answer: ReturnType<Person['does']>) => {
      const given = await answer;
      return given.is === 'view' && given.view.is === 'card' ? given.view.summary.key : given.is;
    };
    const reply = await expectForm(ben.does('consult.reply', await at(own)));
    expect(await note(submit(ben, reply, { text: 'Say when ten minutes are left.', as: 'me' }))).toBe('posted.waits');
    expect(await note(ben.does('consult.flag', await at(own)))).toBe('posted.waits');
    expect(await note(ada.does('consult.remove', await at(own)))).toBe('posted.waits');
  });

  it('asks the author again after seven days', async () => {
    await ask(ben, { question });
    for (let i = 0; i < 8 * 24; i++) {
      app.answers.push(archived);
      await app.pass(hour);
      app.answers.length = 0;
    }
    expect(told(ben).map((v) => v.summary.key)).toEqual(['delivery.questionWaits', 'delivery.question']);
    await press(ben, last(told(ben)), 'Try again');
    await app.pass(0);
    expect(inChannel()).toEqual(['line.category', 'case.summary']);
  });
});
