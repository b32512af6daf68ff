import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, attest, closeAndDocument, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { at, minute, question } from './thread-steps.ts';

const hour = 60 * minute;

peerGroup(7);

const line = () => words(app.messages[0]?.view as Card);
const theCase = () => words(app.messages.find((m) => m.view.summary.key === 'case.summary')?.view as Card);
const shown = async (own: Card) => expectCard(ada.does('consult.show', await at(own)));
const jobs = async () =>
  (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'due').map(({ doc }) => String(doc.id));
const closeIt = async (own: Card) => {
  const asked = await expectCard(press(ada, own, 'Close consultation'));
  return expectCard(press(ada, asked, 'Close consultation'));
};

describe('closing', () => {
  it('asks first: nothing happens before its author says how', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const asked = await expectCard(press(ada, own, 'Close consultation'));
    await app.pass(0);
    expect(line()).not.toContain('Closed');
    expect(buttons(asked).map((b) => b.do)).toEqual(['consult.close', 'record.form']);
    await press(ada, asked, 'Close consultation');
    await app.pass(0);
    expect(line()).toContain('Closed');
  });

  it('ends a reopening that waits for its time: closed stays closed', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    await closeIt(await shown(own));
    await app.pass(5 * minute);
    await press(ada, await shown(own), 'Reopen');
    expect(words(await expectCard(ada.does('consult.close', await at(own))))).toContain('You closed the consultation.');
    expect((await jobs()).filter((id) => id.startsWith('consult.reopening'))).toEqual([]);
    await app.pass(30 * minute);
    expect(words(await shown(own))).toContain('Closed');
  });

  it('claims nothing about a channel that takes no messages', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const gone = { eventId: 'gone', scope: app.scope, who: ben.who, channel: 'C1', manages: false, zone: null };
    const input = { why: 'archived' };
    await app.core.happened({ ...gone, locale: 'en', command: 'platform.channelGone', input });
    for (const command of ['consult.close', 'consult.reopen'])
      expect(words(await expectCard(ada.does(command, await at(own))))).toContain('The channel can’t take messages');
  });

  it('stands on the case itself, and works for its author alone', async () => {
    await ask(ada, { question });
    await app.pass(0);
    const card = app.messages.find((m) => m.view.summary.key === 'case.summary')?.view as Card;
    expect(words(await expectCard(press(ben, card, 'Close')))).toContain(
      'Only the person who asked can close this question.',
    );
    expect(words(await expectCard(press(ada, card, 'Close')))).toContain('Close this consultation?');
  });

  it('/consult close asks at once where one question is open', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    expect(words(await expectCard(ada.does('consult.choose')))).toContain('Close this consultation?');
    app.advance(1000);
    await ask(ada, { question: 'Who knows a good text on ending well?' });
    expect(words(await expectCard(ada.does('consult.choose')))).toContain('Which question do you want to close?');
    await ada.does('consult.close', await at(own));
  });
});

describe('reopening', () => {
  it('brings the question back for 24 hours after closing, and not later', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const said = await closeIt(own);
    await app.pass(0);
    expect(theCase()).not.toContain('[Reply]');
    expect(words(await expectCard(press(ada, said, 'Reopen')))).toContain('You reopened the consultation.');
    await app.pass(0);
    expect(line()).not.toContain('Closed');
    expect(theCase()).toContain('[Reply]');
    expect(app.messages.map((m) => m.view.summary.key)).toContain('reopenedLine.summary');
    expect(await jobs()).toContain(`consult.nudge ${(await at(own)).consultation} once`);
    await closeIt(await shown(own));
    await app.pass(24 * hour + minute);
    expect(buttons(await shown(own)).map((b) => b.do)).not.toContain('consult.reopen');
    expect((await ada.does('consult.reopen', await at(own))).is).toBe('refused');
    expect((await ben.does('consult.reopen', await at(own))).is).toBe('refused');
  });

  it('waits at random for an anonymous author, and nothing shows in the meantime', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    await closeIt(await shown(own));
    await app.pass(5 * minute);
    const before = JSON.stringify(app.messages);
    const said = await expectCard(ada.does('consult.reopen', await at(own)));
    expect(words(said)).toContain('The consultation opens again at');
    await ada.does('consult.reopen', await at(own));
    await app.pass(0);
    expect(JSON.stringify(app.messages)).toBe(before);
    expect(words(await expectCard(ben.does('consult.show', await at(own))))).not.toContain('opens again');
    await expectCard(press(ada, said, 'Keep it closed'));
    await app.pass(25 * minute);
    expect(JSON.stringify(app.messages)).toBe(before);
    await ada.does('consult.reopen', await at(own));
    expect(words(await shown(own))).toContain('[Keep it closed]');
    expect(words(await expectCard(ben.does('consult.show', await at(own))))).toContain('Status: Closed');
    await app.pass(20 * minute);
    expect(line()).not.toContain('Closed');
    expect(app.messages.filter((m) => m.place.is === 'direct')).toEqual([]);
  });

  it('starts the clock of the author link anew', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    const unlink = `consult.unlink ${(await at(own)).consultation} once`;
    await closeIt(await shown(own));
    await app.pass(5 * minute);
    expect(await jobs()).toContain(unlink);
    await ada.does('consult.reopen', await at(own));
    await app.pass(20 * minute);
    expect(await jobs()).not.toContain(unlink);
    await app.pass(40 * 24 * hour);
    await closeIt(await shown(own));
    await app.pass(5 * minute);
    expect(await jobs()).toContain(unlink);
  });

  it('keeps the record, and withdraws an outcome that was not posted', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const record = {
      guidance: 'Announce the end.',
      outsiders: 'Juno Marsh, PhD',
      decision: 'I will announce the end.',
      rationale: 'It keeps the frame.',
      share: 'yes',
    };
    const preview = await expectCard(submit(ada, await closeAndDocument(ada, own), record));
    await app.pass(0);
    await ada.does('consult.reopen', await at(own));
    await app.pass(0);
    expect((await attest(ada, preview).catch(() => null)) === null).toBe(true);
    expect(words(await expectCard(ada.does('consult.mine')))).toContain('No drafts.');
    expect(JSON.stringify(app.messages)).not.toContain('I will announce the end.');
    expect(words(await expectCard(ada.does('consult.records')))).toContain(`Final  ${question}`);
  });

  it('withdraws an outcome that waits to be sent', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const form = await closeAndDocument(ada, own);
    const values = { guidance: 'Set a timer.', decision: 'I set a timer.', outsiders: 'Rowan,', share: 'yes' };
    const preview = await attest(ada, await expectCard(submit(ada, form, values)));
    await press(ada, preview, 'Share with the group');
    await ada.does('consult.reopen', await at(own));
    await app.pass(0);
    expect(JSON.stringify(app.messages)).not.toContain('I set a timer.');
    expect(button(await shown(own), 'Close consultation').do).toBe('consult.close.ask');
  });
});

it('an outcome is hidden with its question, as it may name the same person', async () => {
  const own = await ask(ada, { question });
  await app.pass(0);
  const form = await closeAndDocument(ada, own);
  const values = { guidance: 'Set a timer.', decision: 'I set a timer.', outsiders: 'Rowan,', share: 'yes' };
  await press(ada, await attest(ada, await expectCard(submit(ada, form, values))), 'Share with the group');
  await app.pass(0);
  expect(JSON.stringify(app.messages)).toContain('I set a timer.');
  await submit(ben, await expectForm(ben.does('consult.report', await at(own))), {});
  await app.pass(0);
  expect(JSON.stringify(app.messages.filter((m) => m.place.is !== 'direct'))).not.toContain('I set a timer.');
});
