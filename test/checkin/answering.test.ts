import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/index.ts';
import { press, submit } from '../fixtures/steps.ts';
import {
  expectCard,
  expectForm,
  expectView,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { answer, dayMs, enrol, openCircle, watch } from './steps.ts';

let app: TestApp;
let ben: Person;

let group: string;

beforeEach(async () => {
  const { people, ...opened } = await openCircle(['owner', 'ben', 'cleo']);
  app = opened.app;
  ben = people.ben as Person;
  group = await groupId(ben);
});
afterEach(() => app.remove());

/** Fills a page: each item gets the value that `of` says for its number; undefined leaves it out. What comes next is given back. */
async function fill(person: Person, page: number, of: (n: number) => number | undefined): Promise<View> {
  const form = await expectForm(person.does('checkin.page', { group, page: String(page) }));
  const values = Object.fromEntries(form.fields.map((f) => [f.name, String(of(Number(f.name.slice(1))) ?? '')]));
  return expectView(submit(person, form, values));
}

const history = async (person: Person) => words(await expectCard(person.does('checkin.history')));

describe('the weekly question', () => {
  it('takes one tap, thanks first, and a second answer in the same week takes the place of the first', async () => {
    await enrol(ben);
    const card = await answer(ben, 4);
    expect(words(card).split('\n')[0]).toBe('Thank you.');
    expect(words(card)).toContain('This is not a diagnosis.');
    await answer(ben, 2);
    expect((await history(ben)).match(/Week of/g)).toHaveLength(1);
    expect(await history(ben)).toContain('2 Manageable');
  });

  it('every answer that is kept can be reached, page by page, and a page stays where it was after a deletion', async () => {
    await enrol(ben);
    for (let week = 0; week < 20; week++) {
      await answer(ben, 1 + (week % 5));
      await watch(app, 7 * dayMs, 7 * dayMs);
    }
    const seen: string[] = [];
    let page = await expectCard(ben.does('checkin.history'));
    expect(buttons(page).map((b) => b.label.key)).not.toContain('checkin.history.newer');
    for (;;) {
      seen.push(...(words(page).match(/Week of .*/g) ?? []));
      if (!buttons(page).some((b) => b.label.key === 'checkin.history.older')) break;
      page = await expectCard(press(ben, page, 'Older'));
    }
    expect(new Set(seen).size).toBe(20);
    expect(seen).toHaveLength(20);
    expect(words(page)).toContain('Page 3 of 3');
    page = await expectCard(press(ben, page, 'Newer'));
    expect(words(page)).toContain('Page 2 of 3');
    const open = await expectCard(press(ben, page, 'Open'));
    expect(words(await expectCard(press(ben, open, 'Back')))).toContain('Page 2 of 3');
    expect(words(await expectCard(press(ben, open, 'Hide')))).toContain('Page 2 of 3');
    const rest = await expectCard(press(ben, open, 'Delete'));
    expect(words(rest)).toContain('Page 2 of 3');
    const exported = words(await expectCard(ben.does('privacy.export')));
    expect(exported.match(/Week of/g)).toHaveLength(19);
  });

  it('the same delivery twice is one answer, and shows the same', async () => {
    await enrol(ben);
    const [once, again] = await Promise.all([
      ben.does('checkin.answer', { group, value: '3' }, 'same'),
      ben.does('checkin.answer', { group, value: '3' }, 'same'),
    ]);
    expect(again).toEqual(once);
    expect((await history(ben)).match(/Week of/g)).toHaveLength(1);
  });

  it('draws the last 12 answers with gaps as gaps, and compares with the own past only', async () => {
    await enrol(ben);
    for (const value of [2, 2, 3, null, 2, 4, 4, 5, 4]) {
      if (value !== null) await answer(ben, value);
      await watch(app, 7 * dayMs, dayMs);
    }
    const card = await answer(ben, 4);
    expect(words(card).split('\n')[0]).toBe('Thank you. Your last four weeks were heavier than the four before.');
    const chart = card.blocks.find((b) => b.is === 'chart');
    expect(chart?.is === 'chart' && chart.points.map((p) => p.value)).toEqual([2, 2, 3, null, 2, 4, 4, 5, 4, 4]);
    for (let i = 0; i < 6; i++) {
      await watch(app, 7 * dayMs, dayMs);
      await answer(ben, 3);
    }
    const later = (await expectCard(ben.does('checkin.history'))).blocks.find((b) => b.is === 'chart');
    expect(later?.is === 'chart' && later.points.filter((p) => p.value !== null)).toHaveLength(12);
  });

  it('hides and deletes at once', async () => {
    await enrol(ben);
    const card = await answer(ben, 5);
    const hidden = await expectCard(press(ben, card, 'Hide'));
    expect(words(hidden)).not.toContain('More than I can carry');
    const one = await expectCard(press(ben, hidden, 'Open'));
    await expectCard(press(ben, one, 'Show again'));
    expect(await history(ben)).toContain('5 More than I can carry');
    await expectCard(press(ben, card, 'Delete'));
    expect(await history(ben)).toContain('No answers yet');
  });

  it('notes what would help, and offers people to somebody who wants to talk', async () => {
    await enrol(ben);
    const list = await expectCard(press(ben, await answer(ben, 4), 'Someone to talk to'));
    expect(words(list)).toContain('Invite a colleague for coffee');
    expect(words(await expectCard(ben.does('checkin.entry', { group, week: '2026-W10' })))).toContain(
      'Someone to talk to',
    );
  });
});

describe('the monthly questions', () => {
  it('fit five components a page, carry their notice, and score exactly by the keys', async () => {
    await enrol(ben, { monthly: 'proqol5', extra: 'sts' });
    const opening = await expectCard(ben.does('checkin.monthly', { group }));
    expect(words(opening)).toContain('www.ProQOL.org. Not sold. A screening aid, not a diagnosis.');
    const form = await expectForm(press(ben, opening, 'Begin'));
    expect(form.fields).toHaveLength(5);
    expect(JSON.stringify(form.intro)).toContain('How often in the last 30 days?');
    for (let page = 1; page <= 6; page++) await fill(ben, page, (n) => (n % 5) + 1);
    const done = await expectCard(ben.does('checkin.finish', { group }));
    // By hand from the keys of docs/domain.md, ProQOL 5, answer = n mod 5 + 1, R = 6 - answer.
    expect(words(done)).toContain('Burnout: 28 (10 to 50) · in the range its authors call moderate');
    expect(words(done)).toContain('Compassion Satisfaction: 28 (10 to 50) · in the range its authors call moderate');
    expect(words(done)).toContain('Secondary Traumatic Stress: 32 (10 to 50) · in the range its authors call moderate');
    expect(words(done)).not.toMatch(/total/i);
  });

  it('ask burnout and compassion satisfaction only unless the third scale is switched on', async () => {
    await enrol(ben, { monthly: 'proqol5' });
    expect(words(await expectCard(ben.does('checkin.monthly', { group })))).toContain('20 items on 4 pages');
    for (let page = 1; page <= 4; page++) await fill(ben, page, () => 5);
    const done = words(await expectCard(ben.does('checkin.finish', { group })));
    expect(done).toContain('Burnout: 30');
    expect(done).toContain('Compassion Satisfaction: 50 (10 to 50) · in the range its authors call high');
    expect(done).not.toContain('Secondary');
  });

  it('give no score to a scale with an item left out', async () => {
    await enrol(ben, { monthly: 'proqol5' });
    for (let page = 1; page <= 4; page++) await fill(ben, page, (n) => (n === 8 ? undefined : 1));
    const done = words(await expectCard(ben.does('checkin.finish', { group })));
    expect(done).toContain('Burnout: No score, because an item was skipped');
    expect(done).toContain('Compassion Satisfaction: 10');
  });

  it('can be gone back in, resumed after a restart, and discarded', async () => {
    await enrol(ben, { monthly: 'proqol5' });
    await fill(ben, 1, () => 2);
    await fill(ben, 2, () => 3);
    const folder = app.folder;
    const now = app.now();
    await app.close();
    app = await openTestApp({ folder, now });
    ben = await app.person('ben');
    const resumed = await expectCard(ben.does('checkin.monthly', { group }));
    const form = await expectForm(press(ben, resumed, 'Continue'));
    expect(form.with.page).toBe('3');
    await expectCard(press(ben, resumed, 'Discard'));
    expect((await ben.does('checkin.progress', { group, page: '2' })).is).toBe('refused');
    expect(await history(ben)).toContain('No answers yet');
  });

  it('take six presses with nothing between the pages, and any page can be opened once more at the end', async () => {
    await enrol(ben, { monthly: 'proqol5' });
    const opening = await expectCard(ben.does('checkin.monthly', { group }));
    let form = await expectForm(press(ben, opening, 'Begin'));
    const all = (value: string) => Object.fromEntries(form.fields.map((f) => [f.name, value]));
    for (const page of ['1', '2', '3']) {
      expect(form.with.page).toBe(page);
      expect(JSON.stringify(form.intro)).toContain('How often in the last 30 days?');
      const answer = await submit(ben, form, all(page));
      expect(answer).toMatchObject({ note: { with: { have: 5 * Number(page), n: 20 } } });
      form = await expectForm(Promise.resolve(answer));
    }
    const last = await expectCard(submit(ben, form, all('4')));
    expect(words(last)).toContain('20 of 20 items answered.');
    form = await expectForm(press(ben, last, 'Page 2'));
    expect(form.fields.map((f) => f.value)).toEqual(['2', '2', '2', '2', '2']);
    const back = await expectCard(submit(ben, form, all('5')));
    expect((await expectForm(press(ben, back, 'Page 2'))).fields.map((f) => f.value)).toEqual([
      '5',
      '5',
      '5',
      '5',
      '5',
    ]);
    expect(words(await expectCard(press(ben, back, 'See my result')))).toContain('Burnout:');
  });

  it('compare with the time before of the same person', async () => {
    await enrol(ben, { monthly: 'proqol5' });
    for (let page = 1; page <= 4; page++) await fill(ben, page, () => 3);
    await ben.does('checkin.finish', { group });
    await watch(app, 31 * dayMs, dayMs);
    for (let page = 1; page <= 4; page++) await fill(ben, page, (n) => (n === 8 ? 4 : 3));
    const done = words(await expectCard(ben.does('checkin.finish', { group })));
    expect(done).toContain('Burnout: 31 (10 to 50) · in the range its authors call moderate · higher than last time');
    expect(done).toContain('the same as last time');
  });
});

describe('leaving', () => {
  it('exports one’s own answers and scores, and stopping deletes them after one confirmation', async () => {
    await enrol(ben, { monthly: 'proqol5' });
    const card = await answer(ben, 4);
    for (let page = 1; page <= 4; page++) await fill(ben, page, () => 3);
    await ben.does('checkin.finish', { group });
    const exported = words(
      await expectCard(press(ben, await expectCard(ben.does('checkin.history')), 'Export my data')),
    );
    expect(exported).toContain('4 Heavy most days');
    expect(exported).toContain('Burnout: 30');
    expect(button(card, 'Delete').confirm?.key).toBe('checkin.delete.confirm');
    const stop = await expectCard(ben.does('checkin.stop'));
    expect(button(stop, 'Stop and delete').confirm).toBeNull();
    await expectCard(press(ben, stop, 'Stop and delete'));
    expect(words(await expectCard(ben.does('privacy.export')))).not.toMatch(/Heavy|Burnout/);
    expect(words(await expectCard(ben.does('checkin.now')))).toContain('Check in with yourself');
    expect(await watch(app, 9 * dayMs, dayMs / 4)).toEqual([]);
  });
});
