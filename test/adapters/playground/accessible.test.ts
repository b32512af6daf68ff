import { expect, test } from 'vitest';
import { routes } from '../../../src/index.ts';
import { problems } from './browser.ts';
import { scene } from './scene.ts';

const { visit, url, dialog, line, card } = scene();

/** Those that open a form, and cards of every make: tasks, facts, lists, switches, choices. */
const cards = ['help', 'status', 'privacy', 'mine', 'structures', 'guide'];
const typed = routes.flatMap(({ slash, ack }) =>
  slash && (ack === 'form' || cards.includes(slash.word)) ? [`/${slash.command} ${slash.word}`] : [],
);

test('every form, cards of every make, and every area have no fault of any weight that axe knows', async () => {
  const page = await visit('laptop', 'light', '?as=beatrix');
  const found: string[] = [];
  const look = async (screen: string, within?: string) => {
    for (const problem of await problems(page, within)) found.push(`${screen}: ${problem}`);
  };
  const opened: string[] = [];
  const newest = () => page.evaluate<string>(`[...document.querySelectorAll('.private')].at(-1)?.id ?? ''`);
  for (const command of typed) {
    const before = await newest();
    await line().fill(command);
    await page.keyboard.press('Escape');
    await line().press('Enter');
    await expect.poll(async () => (await dialog().isVisible()) || (await newest()) !== before).toBe(true);
    if (!(await dialog().isVisible())) continue;
    opened.push(command);
    await look(command, '#form-dialog');
    expect(await page.evaluate('document.activeElement.id'), command).toMatch(/^field-/);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.id'), command).toBe('line');
  }
  expect(opened).toEqual(expect.arrayContaining(['/consult ask', '/consult log', '/curbside settings']));
  expect(await card().count()).toBe(1);
  await look('all cards');
  for (const at of ['home', 'direct', 'left']) {
    await page.goto(`${url()}/?as=beatrix&at=${at}`);
    await look(at);
  }
  expect(found).toEqual([]);
});
