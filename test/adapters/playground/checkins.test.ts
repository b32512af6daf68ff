import { expect, test } from 'vitest';
import { checkinScene } from './checkin-scene.ts';
import { visitor } from './visitor.ts';

const { page: onPage, visit, url, card, accessible, circle, type } = checkinScene();

const seven = ['rowan', 'imani', 'keoni', 'mateo', 'saoirse', 'noor', 'beatrix'];
const withheld = 'Not enough answers to show a summary this time.';

const seen = async (): Promise<string> => (await onPage().locator('body').innerText()).replace(/\s+/g, ' ');

/** All that the owner of the practice can look at, acting as herself. */
async function asOwner(group: string): Promise<string[]> {
  const said: string[] = [];
  const page = onPage();
  for (const at of ['', '&at=direct', '&at=home']) {
    await page.goto(`${url()}/?as=beatrix${at}`);
    said.push(await seen());
  }
  await page.goto(`${url()}/?as=beatrix`);
  for (const text of ['/checkin now', '/checkin history', '/checkin group', '/curbside privacy', '/curbside status']) {
    await type(text);
    await card().waitFor();
    said.push(await card().innerText());
    await card().getByRole('button', { name: 'Dismiss' }).click();
    await page.locator('.private').first().waitFor({ state: 'detached' });
  }
  await visitor(url()).press('beatrix', 'channel', 'coffee.list', { group });
  await page.goto(`${url()}/?as=beatrix`);
  said.push(await card().innerText());
  await card().getByRole('button', { name: 'Dismiss' }).click();
  await page.locator('.private').first().waitFor({ state: 'detached' });
  return said;
}

test('story 15: to the owner a colleague with check-ins and one without look the same', async () => {
  await visit('laptop');
  const { group, others, enrol, answer, later } = await circle();
  await others.press('mateo', 'channel', 'coffee.agree', { group, on: 'yes' });
  const before = await asOwner(group);
  await enrol('mateo');
  const plan = { day: '4', time: '15:00', zone: 'America/New_York', by: 'direct', keepDays: '180' };
  await others.press('mateo', 'home', 'checkin.schedule.save', { group }, plan);
  expect(await asOwner(group)).toEqual(before);
  await later('hour', 1);
  await expect.poll(async () => (await others.page('as=mateo')).includes('class="unseen"')).toBe(true);
  const moved = (texts: string[]) => texts.map((text) => text.replace(/\d+:05 [AP]M/g, 'NOW'));
  expect(moved(await asOwner(group))).toEqual(moved(before));
  await answer('mateo', '5');
  await others.press('mateo', 'channel', 'checkin.leave', { group });
  expect(moved(await asOwner(group))).toEqual(moved(before));
});

test.each(['laptop', 'phone'] as const)(
  'story 16: three answers in a closed period make no number, on a %s',
  async (size) => {
    await visit(size);
    const { enrol, answer, later } = await circle();
    await later('day', 28);
    for (const who of seven.slice(0, 3)) {
      await enrol(who);
      await answer(who, '5');
    }
    await later('day', 35);
    await onPage().reload();
    await type('/checkin group');
    await card().getByText(withheld).first().waitFor();
    expect(await card().innerText()).not.toMatch(/people answered|How heavy, from 1/);
    await accessible('the group picture, withheld');
  },
);

test('story 17: the picture of seven is shown, the one of the same without one is withheld, in the same words', async () => {
  const page = await visit('phone');
  const { enrol, answer, later } = await circle();
  await later('day', 49);
  for (const who of seven) await enrol(who);
  for (const [i, who] of seven.entries()) await answer(who, i % 2 ? '4' : '3');
  await later('day', 28);
  for (const [i, who] of seven.entries()) await answer(who, i % 2 ? '4' : '3');
  await later('day', 14);
  await page.reload();
  await type('/checkin group');
  await card().getByText('6 to 9 people answered.').waitFor();
  expect(await card().innerText()).toContain('How heavy, from 1 (light) to 5 (more than I can carry): 3.5.');
  await accessible('the group picture');
  await later('day', 14);
  for (const who of seven.slice(1)) await answer(who, '3');
  await later('day', 42);
  await page.reload();
  await type('/checkin group');
  await card().getByText(withheld).first().waitFor();
  const newest = (await card().innerText()).split('Four weeks ending')[1] ?? '';
  expect(newest).toContain(withheld);
  expect(newest).not.toContain('people answered');
});
