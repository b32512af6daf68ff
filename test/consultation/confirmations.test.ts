import { describe, expect, it } from 'vitest';
import type { Answer, Card, Form } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, post, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { at, minute, question, reply } from './thread-steps.ts';

peerGroup(7);

const theCase = () => app.messages.find((m) => m.view.summary.key === 'case.summary')?.view as Card;

describe('a confirmation', () => {
  it('of a reply is one line in the thread where it stands, and not the case again', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const said = await reply(ben, own, 'Say when ten minutes are left.', 'me');
    expect(words(said)).toBe('Your reply was posted. Open the thread');
  });

  it('of a post says where it is and what to open, and nothing that is wrong an hour later', async () => {
    const said = await post(ada, { question });
    await app.pass(0);
    expect(words(said)).toBe('Your question was posted under your name in a channel.\n[View]');
    const later = words(await post(ben, { question }, 'Post anonymously'));
    expect(later.split('\n')[0]).toBe('Your question will be posted anonymously at 2:01 PM in a channel.');
    expect(later).toContain('We won’t message you about answers');
    expect(later).not.toMatch(/within|on its way|Post it now/i);
  });

  it.each([
    ['closing', 'consult.close', 'You closed the consultation. You can reopen it for 24 hours. Open the thread'],
    ['taking down', 'consult.remove', 'Your question was taken down. The text is in your drafts for 7 days.'],
  ])('of %s does not print the question', async (_what, command, line) => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const said = words(await expectCard(ada.does(command, await at(own))));
    expect(said.split('\n')[0]).toBe(line);
    expect(said).not.toContain(question);
  });

  it('of hiding a text says so to whoever reported it, alone', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const said = await expectCard(ben.does('consult.flag', await at(own)));
    expect(words(said)).toBe(
      'Thank you. The text is hidden. Its author sees this on their own page. Nobody learns that you reported it.',
    );
  });
});

describe('“More”', () => {
  it('opens the buttons and not the case, for the author and for colleagues', async () => {
    await ask(ada, { question });
    await app.pass(0);
    const own = await expectCard(press(ada, theCase(), 'More'));
    expect(words(own)).not.toContain(question);
    expect(buttons(own).map((b) => b.do)).toEqual([
      'consult.reply',
      'consult.close.ask',
      'consult.edit',
      'consult.remove',
      'consult.exposure',
    ]);
    const others = await expectCard(press(ben, theCase(), 'More'));
    expect(words(others)).not.toContain(question);
    expect(words(others)).not.toMatch(/Asked|Status/);
    expect(buttons(others).map((b) => b.do)).toEqual(['consult.reply', 'consult.report']);
  });

  it('of a flagged question offers no Reply, here and under “Open”', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await ben.does('consult.flag', await at(own));
    await app.pass(0);
    expect(words(await expectCard(ben.does('consult.more', await at(own))))).toBe(
      'Only the person who asked can change this question.',
    );
    for (const name of ['consult.more', 'consult.show'])
      expect(words(await expectCard(ben.does(name, await at(own))))).not.toContain('[Reply]');
    expect(words(theCase())).toBe('The text is hidden until its author edits it.\n[Close] [More]');
  });
});

/** Counts what a person does besides typing: presses, ticks and forms sent. */
function counting() {
  let n = 0;
  const step = <T>(doing: Promise<T>): Promise<T> => {
    n++;
    return doing;
  };
  return { step, count: () => n };
}

describe('steps', () => {
  it('from the form to the posted question: three', async () => {
    const { step, count } = counting();
    const form = await expectForm(ada.does('consult.ask'));
    const preview = await expectCard(step(submit(ada, form, { question })));
    const line = preview.blocks.find((b) => b.is === 'switch');
    if (line?.is !== 'switch') throw new Error('no line to tick');
    const ticked = await expectCard(step(ada.does(line.do, { ...line.with, on: 'yes' })));
    await expectCard(step(press(ada, ticked, 'Post as me')));
    await app.pass(0);
    expect(app.messages).toHaveLength(2);
    expect(count()).toBe(3);
  });

  it('from the thread to the form of the record: two, and to a closed question: two', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await reply(ben, own, 'Say when ten minutes are left.', 'me');
    await app.pass(minute);
    const { step, count } = counting();
    const asked = await expectCard(step(press(ada, theCase(), 'Close')));
    const form: Form = await expectForm(step(press(ada, asked, 'Close and document')));
    expect(form.do).toBe('record.save');
    expect(count()).toBe(2);
    const closed: Answer = await ada.does(button(asked, 'Close consultation').do, await at(own));
    expect(closed.is).toBe('view');
    await app.pass(0);
    expect(words(app.messages[0]?.view as Card)).toContain('Closed');
  });
});
