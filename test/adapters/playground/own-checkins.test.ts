import { expect, test } from 'vitest';
import { checkinScene } from './checkin-scene.ts';

const { visit, url, dialog, field, card, accessible, button, circle, type } = checkinScene();

test('story 18: the question comes at the same hour before and after the clocks change; one tap answers it privately', async () => {
  const page = await visit('laptop');
  const { later } = await circle();
  await page.reload();
  await type('/checkin now');
  await button('Start with the weekly question').click();
  await card().getByText('You turned on check-ins.').waitFor();
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
  await card().getByText('You turned on check-ins.').waitFor();
  await type('/checkin pause');
  await card().getByText('Check-ins are paused until you resume.').waitFor();
  await button('Pause until a date').click();
  await field('First day paused').fill('2026-03-05');
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
  await dialog().getByRole('heading', { name: 'ProQOL 5 · Page 1 of 4' }).waitFor();
  await dialog().getByLabel('3 Sometimes').first().check();
  await dialog().getByRole('button', { name: 'Next' }).click();
  await dialog().getByText('1 of 20 items answered.').waitFor();
  for (const at of ['2', '3', '4']) {
    await dialog().getByText(`Page ${at} of 4`).waitFor();
    await dialog().getByText('How often in the last 30 days?').waitFor();
    await dialog().getByRole('button', { name: 'Next' }).click();
  }
  await card().getByText('1 of 20 items answered.').waitFor();
  await button('Page 1').click();
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
