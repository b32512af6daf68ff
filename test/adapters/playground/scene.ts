import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Playground } from '../../../adapters/playground/index.ts';
import { launch, seriousProblems, sizes } from './browser.ts';
import { newFolder, open } from './open.ts';

/** For each test of a file a fresh playground, seen in a real browser. Errors in the console fail the test. */
export function scene() {
  let browser: Browser;
  let folder: string;
  let playground: Playground;
  let page: Page;
  const said: string[] = [];

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    folder = await newFolder();
    playground = await open(folder);
  });
  afterEach(async () => {
    await page.context().close();
    await playground.stop();
    await rm(folder, { recursive: true, force: true });
    expect(said.splice(0), 'errors in the console').toEqual([]);
  });

  return {
    page: () => page,
    async visit(size: keyof typeof sizes = 'laptop', colorScheme: 'light' | 'dark' = 'light', query = '') {
      const context = await browser.newContext({
        viewport: sizes[size],
        colorScheme,
        // A color on its way to another is neither.
        reducedMotion: 'reduce',
        locale: 'en-US',
        timezoneId: 'America/New_York',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      page = await context.newPage();
      page.setDefaultTimeout(120_000);
      page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
      page.on('pageerror', (error) => said.push(String(error)));
      await page.goto(`${playground.url}/${query}`);
      return page;
    },
    url: () => playground.url,
    stopServer: () => playground.stop(),
    /** The same data at the same address. */
    async startServer() {
      playground = await open(folder, Number(new URL(playground.url).port));
    },
    /** The browser says in its console that a server is gone; a test that stops it expects so. */
    expectErrors: () => said.splice(0),
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    dialog: () => page.locator('#form-dialog'),
    field: (name: string) => page.locator('#form-dialog').getByLabel(name),
    line: () => page.getByLabel('Message or command'),
    /** The newest private answer. */
    card: () => page.locator('.private').last(),
    go: (area: string) =>
      page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: area, exact: true }).click(),
    become: (name: string) => page.getByRole('navigation', { name: 'Act as' }).getByRole('link', { name }).click(),
    accessible: async (screen: string) => expect(await seriousProblems(page), screen).toEqual([]),
  };
}
