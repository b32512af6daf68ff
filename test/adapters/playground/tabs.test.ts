import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { scene } from './scene.ts';

const { visit, page: first, url } = scene();

test('eight tabs of one browser all open, hear of what happens in another, and go on when one closes', async () => {
  await visit('laptop', 'light', '?as=noor');
  const context = first().context();
  const tabs: Page[] = [];
  for (const as of ['rowan', 'imani', 'mateo', 'saoirse', 'beatrix', 'tomasz', 'noor']) {
    const tab = await context.newPage();
    await tab.goto(`${url()}/?as=${as}`);
    tabs.push(tab);
  }
  const write = async (text: string) => {
    const last = tabs.at(-1);
    await last?.getByLabel('Message or command').fill(text);
    await last?.getByLabel('Message or command').press('Enter');
    for (const tab of tabs) await tab.locator('.channel .message', { hasText: text }).waitFor();
  };
  await write('Good morning');
  expect(await first().locator('.channel .message').count()).toBe(1);
  // The first one held the stream.
  await first().close();
  await write('Good evening');
});
