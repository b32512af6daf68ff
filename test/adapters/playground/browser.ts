import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium of this computer. Fails with a sentence that says what to install. */
export function launch(): Promise<Browser> {
  const named = process.env.CURBSIDE_CHROMIUM;
  const path = named ?? usual.find((candidate) => existsSync(candidate));
  if (path === undefined || !existsSync(path)) {
    throw new Error('These tests need Chromium: install the package "chromium", or name one in CURBSIDE_CHROMIUM.');
  }
  // Chromium refuses its sandbox to root, as which containers often run.
  return chromium.launch({ executablePath: path, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

export const sizes = {
  laptop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical in the page as it stands, each with the elements it means. */
export async function seriousProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
