import { describe, expect, it } from 'vitest';
import type { Action, Card } from '../../src/index.ts';
import { logged } from '../fixtures/log-steps.ts';
import { ada, peerGroup } from '../fixtures/peer-group.ts';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';

peerGroup(2);

/** So many consultations of as many days, the last of which stands first. */
async function several(n: number): Promise<void> {
  for (let day = 10; day < 10 + n; day += 1)
    await logged(ada, `What did the group say about topic ${day}?`, { date: `2026-02-${day}` });
}

/** What the item at that place of a page opens. */
async function openItem(card: Card, n: number): Promise<Card> {
  const { do: command, with: values } = buttons(card).filter(({ do: to }) => /\.show$|\.own$/.test(to))[n] as Action;
  return expectCard(ada.does(command, { ...values }));
}

describe('whoever acts on a page of a list is back on that page', () => {
  it('in their log, with what it is narrowed to', async () => {
    await several(10);
    await submit(ada, await expectForm(ada.does('credit.advised')), { date: '2026-02-01', minutes: '25' });
    const form = await expectForm(press(ada, await expectCard(ada.does('consult.records')), 'Filter'));
    const second = await expectCard(press(ada, await expectCard(submit(ada, form, { period: '2026' })), 'Next'));
    expect(words(second)).toContain('topic 10');
    const record = await openItem(second, 0);
    expect(words(await expectCard(press(ada, record, 'Back')))).toBe(words(second));
    const removed = words(await expectCard(press(ada, record, 'Delete')));
    expect(removed).toContain('topic 10');
    expect(removed).toContain('2026');
    const advice = await openItem(await expectCard(press(ada, record, 'Back')), 2);
    expect(words(advice)).toContain('25 min');
    const left = words(await expectCard(press(ada, advice, 'Remove')));
    expect(left).toContain('topic 10');
    expect(left).not.toContain('25 min');
  });

  it('in reflections', async () => {
    await several(9);
    const cycle = { group: await groupId(ada), from: '2026-01-01', to: '2026-12-31' };
    const second = await expectCard(press(ada, await expectCard(ada.does('credit.reflections', cycle)), 'Next'));
    const { do: command, with: values } = button(second, 'Write');
    const typed = await expectForm(ada.does(command, { ...values }));
    // Sent back because of a name, the form still knows where it came from.
    const again = await submit(ada, typed, { text: 'Maria Gonzalez taught me to say no.' });
    if (again.is !== 'again') throw new Error('the name was taken');
    const after = words(await expectCard(submit(ada, again.form, { text: 'I name the end earlier now.' })));
    expect(after).toContain('I name the end earlier now.');
    expect(after).toContain('Page 2 of 2');
  });
});
