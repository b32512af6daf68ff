import { expect, test } from 'vitest';
import { scene } from './scene.ts';

const { visit, url, button, dialog, field, line, card } = scene();

test('on a phone the page itself never scrolls: neither under a pane nor behind a form', async () => {
  const page = await visit('phone');
  const still = async (where: string) => {
    const moved = await page.evaluate<number>('(scrollTo(0, 1000), scrollY)');
    expect(moved, where).toBe(0);
  };
  await still('the channel');
  for (const at of ['people', 'left', 'direct', 'home']) {
    await page.goto(`${url()}/?as=rowan&at=${at}`);
    await still(at);
  }
  await page.goto(`${url()}/?as=rowan`);
  await line().fill('/consult ask');
  await line().press('Enter');
  await field('Your question').fill('How do I end a session on time? '.repeat(10));
  await still('the form');
  await button('Show preview').click();
  await card().getByText('This is what colleagues will see').waitFor();
  await still('the preview');
});

test('leaving a form that came back asks only when something was typed into it', async () => {
  const page = await visit();
  const open = async () => {
    await line().fill('/consult ask');
    await line().press('Enter');
    await field('Your question').waitFor();
  };
  await open();
  await button('Show preview').click();
  await page.locator('#field-question[aria-invalid]').waitFor();
  await button('Cancel').click();
  await dialog().waitFor({ state: 'hidden' });
  await open();
  await field('Your question').fill('short');
  await button('Show preview').click();
  await page.locator('#field-question[aria-invalid]').waitFor();
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('What you typed will be lost.').waitFor();
  await button('Leave').click();
  await dialog().waitFor({ state: 'hidden' });
});

test('“+1 day” keeps the time of day over a change of the clocks', async () => {
  const page = await visit();
  const clock = page.locator('#clock');
  // From Thursday 5 March over the night to Sunday 8 March, in which New York loses an hour.
  for (const day of ['Fri', 'Sat', 'Sun', 'Mon']) {
    await page.locator('#clock-day').click();
    await clock.getByText(new RegExp(`^${day}.* 2:05 PM$`)).waitFor();
  }
  await page.locator('#clock-hour').click();
  await clock.getByText('Mon, Mar 9, 3:05 PM').waitFor();
  await page.locator('#clock-week').click();
  await clock.getByText('Mon, Mar 16, 3:05 PM').waitFor();
});
