import { describe, expect, it } from 'vitest';
import { shippedRenewalPacks } from '../../adapters/node/renewal-packs.ts';
import { type CreditRow, countTotals } from '../../src/features/credit/totals.ts';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { firstAt, minute, next, opening, thursdays } from '../meetings/circle.ts';
import {
  app,
  askFor,
  at,
  circleOfSeven,
  confirmations,
  documented,
  json,
  nameable,
  people,
} from './circle-of-seven.ts';

circleOfSeven();

describe('a meeting in the statement', () => {
  it('is a line of its own, own case and others’ cases apart, and can be confirmed', async () => {
    await thursdays(people.ada, at);
    await app.pass(firstAt - app.now() + 1000);
    const form = await expectForm(press(people.ada, opening(app), 'I was there'));
    await expectCard(submit(people.ada, form, { minutes: '60', own: '20', people: '6' }));
    const { facts, entries } = await json({ pack: 'au-psychologist' });
    expect(facts.minutes).toEqual({ own: 20, others: 40 });
    expect(entries).toEqual([
      {
        date: '2026-03-12',
        kind: 'meeting',
        mode: null,
        topic: null,
        credentials: [],
        colleagues: 5,
        side: 'attended',
        own: 20,
        others: 40,
      },
    ]);
    await nameable(people.gus);
    await expectCard(askFor(people.gus));
    await expectCard(press(people.gus, await confirmations(people.gus), 'Yes, I was there'));
    expect((await json()).entries[0].confirmed).toHaveLength(1);
    expect(words(await next(people.ben, at))).not.toContain(people.gus.who);
    // What the colleague confirmed were other minutes.
    await app.pass(minute);
    await expectCard(submit(people.ada, form, { minutes: '45', own: '20', people: '' }));
    expect((await json()).entries[0].confirmed).toBeUndefined();
  });

  it('leaves out the minutes on a case of which there is a record', async () => {
    await thursdays(people.ada, at);
    await app.pass(firstAt - app.now() + 1000);
    await documented('20');
    const form = await expectForm(press(people.ada, opening(app), 'I was there'));
    const values = { minutes: '60', own: '20', people: '4', recorded: 'yes' };
    expect(words(await expectCard(submit(people.ada, form, values)))).toContain('count with your record of it');
    expect((await json({ pack: 'uk-bacp' })).facts.minutes).toEqual({ own: 20, others: 40 });
  });

  it('shares its day with something else that was logged: the log and the preview say so, unless a record has that time', async () => {
    await thursdays(people.ada, at);
    await app.pass(firstAt - app.now() + 1000);
    await documented('20');
    const form = await expectForm(press(people.ada, opening(app), 'I was there'));
    const seen = async (recorded: string) => {
      await expectCard(submit(people.ada, form, { minutes: '60', own: '20', recorded }));
      const preview = await expectCard(people.ada.does('credit.statement', at));
      return [words(preview), words(await expectCard(people.ada.does('consult.records', at)))];
    };
    const [preview, log] = await seen('no');
    expect(preview).toContain('On one day you logged both a meeting and another consultation.');
    expect(log?.match(/Another entry has this date/g)).toHaveLength(1);
    await app.pass(minute);
    const [after, logAfter] = await seen('yes');
    expect(after).not.toContain('On one day');
    expect(logAfter).not.toContain('Another entry has this date');
  });

  it('counts nothing under a rule for the size of a group that is not known', () => {
    const pack = shippedRenewalPacks().find(({ id }) => id === 'uk-bacp') as never;
    const row: CreditRow = { date: '2026-03-04', side: 'attended', own: 60, others: 0, people: null };
    for (const total of countTotals(pack, [row])) expect(total.counted).toBe(0);
  });
});
