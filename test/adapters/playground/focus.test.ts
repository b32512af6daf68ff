import { expect, test } from 'vitest';
import { scene } from './scene.ts';
import { valuesOf, visitor } from './visitor.ts';

const { visit, line, card, button, field, dialog } = scene();

test('focus goes on from a card that goes; a command in help goes into the line', async () => {
  const page = await visit();
  const run = async (text: string) => {
    await line().fill(text);
    await page.keyboard.press('Escape');
    await line().press('Enter');
    await expect.poll(() => line().inputValue()).toBe('');
  };
  await run('/consult list');
  await run('/curbside help');
  await card().getByRole('button', { name: '/consult log', exact: true }).click();
  expect(await line().inputValue()).toBe('/consult log');
  expect(await line().evaluate((input) => input.matches(':focus'))).toBe(true);
  await line().fill('');
  const focused = () => page.locator(':focus').evaluate((one) => one.id);
  const second = await card().getAttribute('id');
  await page.locator('.private').first().getByRole('button', { name: 'Dismiss' }).click();
  await expect.poll(focused).toBe(second);
  await card().getByRole('button', { name: 'Dismiss' }).click();
  await expect.poll(focused).toBe('line');
});

test('what Curbside wrote into a record is not shown as typed, until it is changed', async () => {
  const page = await visit();
  const others = visitor(new URL(page.url()).origin);
  const { group = '' } = valuesOf(await others.page('as=rowan&at=home'), 'consult.ask');
  await others.press('rowan', 'channel', 'consult.draft', { group }, { question: 'How do I end a session on time?' });
  const draft = valuesOf(await others.page('as=rowan'), 'consult.post');
  await others.press('rowan', 'channel', 'consult.attest', { ...draft, on: 'yes' });
  await others.press('rowan', 'channel', 'consult.post', { ...draft, as: 'me' });
  const ids = valuesOf(await others.page('as=rowan'), 'consult.show');
  await page.reload();
  await page.locator('[data-message]').first().waitFor();
  await others.press('imani', 'channel', 'consult.answer', ids, { text: 'Say when ten minutes are left.' });
  await others.press('rowan', 'channel', 'consult.close.ask', ids);
  await page.reload();
  await button('Close and document').last().click();
  await field('Your decision').fill('A clock on the shelf behind the chair.');
  await field('Rationale (including advice not followed)').fill('It tells both of us.');
  await dialog().getByRole('button', { name: 'Finish and lock' }).click();
  await dialog().waitFor({ state: 'hidden' });
  const left = page.locator('.left');
  await left.getByText('A clock on the shelf').waitFor();
  expect(await left.innerText()).not.toContain('Reply 1');
});

test('all cards of a place are dismissed with one press, which leaves the focus in the line', async () => {
  const page = await visit();
  const all = page.getByRole('button', { name: /^Dismiss all/ });
  for (const [i, text] of ['/consult list', '/curbside help', '/consult records'].entries()) {
    expect(await all.count()).toBe(i > 1 ? 1 : 0);
    await line().fill(text);
    await page.keyboard.press('Escape');
    await line().press('Enter');
    await expect.poll(() => page.locator('.private').count()).toBe(i + 1);
  }
  await page.getByRole('button', { name: 'Dismiss all 3 cards that only you see' }).click();
  await expect.poll(() => page.locator('.private').count()).toBe(0);
  expect(await line().evaluate((input) => input.matches(':focus'))).toBe(true);
});

test('in a window of 720 by 450 pixels, as at 200 %, two thirds are left to read in', async () => {
  const page = await visit('phone', 'light', '?as=noor');
  await page.setViewportSize({ width: 720, height: 450 });
  const height = async (part: string) => (await page.locator(part).boundingBox())?.height ?? 0;
  expect((await height('.middle')) - (await height('#line-form'))).toBeGreaterThan(300);
  expect(await page.getByText('Messages typed here post unchecked').isVisible()).toBe(true);
});
