import { describe, expect, it } from 'vitest';
import { oldestFirst } from '../../src/features/supervision/hours/entries.ts';
import { type Answer, wordsOf } from '../../src/index.ts';
import { dayMs } from '../../src/time/durations.ts';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { afterAgreed, agreed, app, at, page, pair } from './agreed.ts';
import { entryIn, log, pairUp } from './steps.ts';

afterAgreed();

it('entries of one day stand as they were written, whatever their random ids', () => {
  const entry = (id: string, writtenAt: number) => ({ id, writtenAt, date: '2026-03-04', start: null }) as never;
  const [first, second] = [entry('z', 1), entry('a', 2)];
  expect([second, first].sort(oldestFirst)).toEqual([first, second]);
});

/** The line above an answer, which says what just happened. */
async function note(answer: Promise<Answer>): Promise<string> {
  const given = await answer;
  return given.is === 'view' && given.note !== null ? wordsOf('en', given.note) : '';
}

describe('the batch of a supervisor with several supervisees', () => {
  it('is signed at once, or opened one by one; what came in since is not signed', async () => {
    await agreed();
    const other = await pairUp(pair.stranger, pair.supervisor);
    await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-03-02', submit: 'yes' });
    await log(pair.associate, { minutes: '30', kind: 'direct', date: '2026-03-03', submit: 'yes' });
    await log(pair.stranger, { minutes: '90', kind: 'direct', date: '2026-03-04', submit: 'yes' });
    const queue = await expectCard(pair.supervisor.does('supervision.sign'));
    expect(words(queue)).toMatch(/2 entries · 1 h 30 min · March 2, 2026 to March 3, 2026/);
    expect(buttons(queue).filter((b) => b.with.agreement !== undefined)).toHaveLength(2);
    const every = buttons(queue).find((b) => b.do === 'supervision.sign.every');
    app.advance(1000);
    await log(pair.stranger, { minutes: '15', kind: 'direct', date: '2026-03-05', submit: 'yes' });
    const signing = () => pair.supervisor.does(every?.do ?? '', { ...every?.with });
    expect(await note(signing())).toBe('3 entries were signed.');
    expect(await page(pair.supervisor, 'supervision.sign', { agreement: other })).toContain('15 min');
    expect(await note(signing())).toBe('3 entries were signed.');
    expect(await page(pair.stranger, 'supervision.entries', { agreement: other })).toMatch(/15 min\n?.*Waiting/);
  });

  it('says of a second press what the first one signed, also when more entries wait than one page holds', async () => {
    await agreed();
    for (let day = 1; day <= 10; day++) {
      const date = `2026-02-${String(day + 9)}`;
      await log(pair.associate, { minutes: '60', kind: 'direct', date, submit: 'yes' });
    }
    const waiting = await expectCard(pair.supervisor.does('supervision.sign'));
    const all = buttons(waiting).find((b) => b.do === 'supervision.sign.all');
    app.advance(1000);
    for (let i = 0; i < 2; i++)
      expect(await note(pair.supervisor.does(all?.do ?? '', { ...all?.with }))).toBe('8 entries were signed.');
    expect(await page(pair.supervisor, 'supervision.totals')).toContain('Signed: 8 h');
  });

  it('says of no earlier signature that it was of an entry which is no longer there', async () => {
    await agreed();
    await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-03-01', submit: 'yes' });
    await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-03-02', submit: 'yes' });
    const both = buttons(await expectCard(pair.supervisor.does('supervision.sign')));
    app.advance(1000);
    const one = both.find((b) => b.do === 'supervision.entry')?.with.entry ?? '';
    const card = await expectCard(pair.supervisor.does('supervision.entry', { ...at, entry: one }));
    await press(pair.supervisor, card, 'Sign');
    app.advance(1000);
    const left = await expectCard(pair.supervisor.does('supervision.sign'));
    const all = buttons(left).find((b) => b.do === 'supervision.sign.all');
    const entry = buttons(left).find((b) => b.do === 'supervision.entry')?.with.entry ?? '';
    await expectCard(pair.associate.does('supervision.delete', { group: pair.at, entry }));
    expect(await note(pair.supervisor.does(all?.do ?? '', { ...all?.with }))).toContain('No entries are waiting');
  });

  it('says that something changed where the only entry was sent in anew, not that none waits', async () => {
    await agreed();
    const entry = entryIn(await log(pair.associate, { minutes: '60', kind: 'direct', submit: 'yes' }));
    const shown = buttons(await expectCard(pair.supervisor.does('supervision.sign')));
    const signing = shown.find((b) => b.do === 'supervision.sign.all');
    app.advance(1000);
    const form = await expectForm(pair.associate.does('supervision.log.edit', { group: pair.at, entry }));
    await expectCard(submit(pair.associate, form, { minutes: '90', submit: 'yes' }));
    const said = await note(pair.supervisor.does(signing?.do ?? '', { ...signing?.with }));
    expect(said).toContain('an entry changed in the meantime');
  });

  it('signs nothing where an entry changed since the page was shown', async () => {
    await agreed();
    await pairUp(pair.stranger, pair.supervisor);
    const entry = entryIn(await log(pair.associate, { minutes: '60', kind: 'direct', submit: 'yes' }));
    await log(pair.stranger, { minutes: '90', kind: 'direct', submit: 'yes' });
    const queue = await expectCard(pair.supervisor.does('supervision.sign'));
    const every = buttons(queue).find((b) => b.do === 'supervision.sign.every');
    app.advance(1000);
    await submit(
      pair.associate,
      await expectForm(pair.associate.does('supervision.log.edit', { group: pair.at, entry })),
      { minutes: '600', submit: 'yes' },
    );
    expect(await note(pair.supervisor.does(every?.do ?? '', { ...every?.with }))).toContain('Nothing was signed');
    expect(words(await expectCard(pair.supervisor.does('supervision.sign')))).toContain('10 h');
  });

  it('comes on the day that they chose, in every agreement of theirs', async () => {
    await agreed();
    const form = await expectForm(pair.supervisor.does('supervision.batchDay', at));
    expect(await note(submit(pair.supervisor, form, { day: '1' }))).toContain('on Mondays');
    await log(pair.associate, { minutes: '60', kind: 'direct', submit: 'yes' });
    const before = app.messages.length;
    // Thursday 14:00 in New York: Friday brings nothing, Monday 15:00 does.
    await app.pass(3 * dayMs);
    expect(app.messages).toHaveLength(before);
    await app.pass(1 * dayMs + 2 * 60 * 60_000);
    expect(words(app.messages.at(-1)?.view ?? form)).toContain('wait');
    expect((await pair.associate.does('supervision.batchDay', at)).is).toBe('refused');
  });
});
