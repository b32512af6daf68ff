import { expect, test } from 'vitest';
import { scene } from './scene.ts';
import { valuesOf, visitor } from './visitor.ts';

const { page: onPage, visit, url, dialog, field, line, card, accessible } = scene();

const seven = ['rowan', 'imani', 'keoni', 'mateo', 'saoirse', 'noor', 'beatrix'];
/** What comes a moment later is waited for; nothing depends on how long it takes. */
const patient = { timeout: 60_000 };
const withheld = 'Not enough answers to show a summary this time.';

/** Others act through the page's own requests; the person whose story it is, in the browser. */
async function circle() {
  const others = visitor(url());
  const group = valuesOf(await others.page('as=rowan&at=home'), 'consult.ask').group ?? '';
  const setup = { zone: 'America/New_York', features: 'consultation,checkin', quietFrom: '18:00', quietTo: '08:30' };
  await others.press('beatrix', 'home', 'setup.save', { group }, { ...setup, nudgeHours: '24' });
  const enrol = (who: string) => others.press(who, 'home', 'checkin.start', { group });
  const answer = (who: string, value: string) => others.press(who, 'home', 'checkin.answer', { group, value });
  const later = async (by: 'hour' | 'day', times: number) => {
    for (let i = 0; i < times; i++) await others.post('/clock', { by, zone: 'America/New_York' });
  };
  return { group, others, enrol, answer, later };
}

async function type(text: string) {
  await line().fill(text);
  await onPage().keyboard.press('Escape');
  await line().press('Enter');
  await expect.poll(() => line().inputValue(), patient).toBe('');
}

/** A button of the newest private card. */
const button = (name: string) => card().getByRole('button', { name, exact: true });

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
    await button('Dismiss').click();
    await page.locator('.private').first().waitFor({ state: 'detached' });
  }
  await visitor(url()).press('beatrix', 'channel', 'coffee.list', { group });
  await page.goto(`${url()}/?as=beatrix`);
  said.push(await card().innerText());
  await button('Dismiss').click();
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
  await expect.poll(async () => (await others.page('as=mateo')).includes('class="unseen"'), patient).toBe(true);
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
  const newest = (await card().innerText()).split('Four weeks to')[1] ?? '';
  expect(newest).toContain(withheld);
  expect(newest).not.toContain('people answered');
});

test('story 18: the question comes at the same hour before and after the clocks change; one tap answers it privately', async () => {
  const page = await visit('laptop');
  const { later } = await circle();
  await page.reload();
  await type('/checkin now');
  await button('Start with the weekly question').click();
  await card().getByText('Your check-ins are on.').waitFor();
  const hours: string[] = [];
  for (let week = 0; week < 2; week++) {
    await later('hour', 1);
    await page.goto(`${url()}/?as=rowan&at=direct`);
    await page.getByText('How heavy has work felt this week?').waitFor();
    hours.push((await page.locator('.message').last().innerText()).match(/\d+:\d\d [AP]M/)?.[0] ?? '');
    // A day moves the clock to the same time of the next day, as the wall shows it: seven days, less the hour above.
    if (week === 0) await later('hour', 7 * 24 - 2);
  }
  expect(hours).toEqual(['3:05 PM', '3:05 PM']);
  await page.getByRole('button', { name: '2 Manageable', exact: true }).last().click();
  await card().getByText('Thank you.').waitFor();
  expect(await page.locator('.message').last().innerText()).not.toContain('Thank you.');
});

test('story 19: on vacation nothing is asked, and nothing waits on return', async () => {
  const page = await visit('phone');
  const { later } = await circle();
  await page.reload();
  await type('/checkin now');
  await button('Start with the weekly question').click();
  await card().getByText('Your check-ins are on.').waitFor();
  await type('/checkin pause');
  await card().getByText('Check-ins are paused until you resume.').waitFor();
  await button('Away dates').click();
  await field('First day away').fill('2026-03-05');
  await field('First day back').fill('2026-03-20');
  await accessible('the dates');
  await dialog().getByRole('button', { name: 'Pause' }).click();
  await card().getByText('back on').waitFor();
  await later('day', 15);
  await page.goto(`${url()}/?as=rowan&at=direct`);
  expect(await page.locator('.message').count()).toBe(0);
  await page.goto(`${url()}/?as=rowan`);
  await type('/checkin now');
  await button('Your check-ins').click();
  await card().getByText('Next question').waitFor();
  expect(await card().innerText()).toMatch(/Mar 26, 2026/);
  expect(await card().innerText()).not.toMatch(/Paused|missed|overdue/);
});

test.each(['laptop', 'phone'] as const)(
  'story 25: lines at once, nothing kept, nobody told, and a peer to write to, on a %s',
  async (size) => {
    const page = await visit(size);
    const { group, others } = await circle();
    await others.press('imani', 'channel', 'coffee.agree', { group, on: 'yes' });
    await type('/checkin now I do not want to go on like this');
    await card().getByText('please reach a person now').waitFor();
    await card().getByText('988 Suicide & Crisis Lifeline').waitFor();
    await accessible('lines to call');
    expect(await page.locator('body').innerText()).not.toContain('go on like this');
    for (const who of ['beatrix', 'saoirse', 'imani']) {
      const html = await others.page(`as=${who}`);
      expect(html).not.toMatch(/go on like this|class="unseen"/);
    }
    await button('Write to someone I choose').click();
    await button('Write').first().click();
    await dialog().getByRole('textbox', { name: 'Message' }).fill('I want to die. Can we talk?');
    await dialog().getByRole('button', { name: 'Preview' }).click();
    await card().getByText('please reach a person now').waitFor();
    expect(await others.page('as=imani&at=direct')).not.toContain('Can we talk?');
    await button('Send').click();
    await page.getByText('Your message was sent. The answer will come to you directly').waitFor();
    await page.goto(`${url()}/?as=imani&at=direct`);
    await page.locator('.message', { hasText: 'Can we talk?' }).waitFor();
  },
);

test('results: a chart with its words, older pages, hide, delete, export; the monthly questions back, later and discarded', async () => {
  const page = await visit('phone');
  const { answer, enrol, later } = await circle();
  await enrol('rowan');
  for (let week = 0; week < 12; week++) {
    if (week !== 4) await answer('rowan', String(1 + (week % 5)));
    await later('day', 7);
  }
  await page.reload();
  await type('/checkin history');
  await card().getByText('Your own answers').waitFor();
  const drawing = card().locator('figure svg, figure img').first();
  const words = `${await drawing.getAttribute('aria-label')} ${await card().locator('figure').innerText()}`;
  expect(words).toContain('1, 2, 3, 4, –, 1, 2');
  await accessible('results with a chart');
  await button('Older').click();
  await card().getByText('Page 2 of 2').waitFor();
  await button('Open').first().click();
  await button('Hide').click();
  await card().getByText('It still counts in the group summary').waitFor();
  await button('Open').first().click();
  await button('Delete').click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Delete', exact: true }).click();
  await card().getByText('The answer was deleted.').waitFor();
  await button('Export my data').click();
  await card().getByText('More than I can carry').first().waitFor();
  await type('/checkin schedule');
  await field('ProQOL 5').check();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await card().getByText('Your schedule was saved.').waitFor();
  await button('Answer now').click();
  await button('Monthly questions').click();
  await card().getByText('www.ProQOL.org').waitFor();
  await button('Begin').click();
  await dialog().getByText('Page 1 of 4').waitFor();
  await dialog().getByLabel('3 Sometimes').first().check();
  await dialog().getByRole('button', { name: 'Next' }).click();
  await card().getByText('1 of 20 items answered.').waitFor();
  await button('Previous page').click();
  await dialog().getByText('Page 1 of 4').waitFor();
  expect(await dialog().getByLabel('3 Sometimes').first().isChecked()).toBe(true);
  await page.keyboard.press('Escape');
  await page.reload();
  await type('/checkin now');
  await button('Monthly questions').click();
  await button('Discard').click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Discard', exact: true }).click();
  await card().getByText('Your answers were discarded. Nothing was kept.').waitFor();
  await type('/checkin stop');
  await button('Stop and delete').click();
  await card().getByText('Your check-ins have ended').waitFor();
});
