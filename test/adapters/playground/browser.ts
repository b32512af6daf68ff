import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { isCarried, unpackedChromium } from './chromium.ts';

/**
 * The browser that `npm ci` brought, or the Chromium named in CURBSIDE_CHROMIUM. Where the package carries none (another
 * system than Linux on x64), the Chrome of this computer.
 */
export async function launch(): Promise<Browser> {
  const named = process.env.CURBSIDE_CHROMIUM;
  if (named) {
    // Chromium refuses its sandbox to root, as which containers often run.
    return chromium.launch({ executablePath: named, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  }
  if (isCarried) {
    const { executablePath, env } = await unpackedChromium();
    // Many systems allow the sandbox to installed programs alone; the pages here are our own.
    return chromium.launch({ executablePath, args: ['--no-sandbox'], env: { ...process.env, ...env } });
  }
  return chromium.launch({ channel: 'chrome' }).catch((cause) => {
    throw new Error('The browser tests need Chrome, or a Chromium named in CURBSIDE_CHROMIUM.', { cause });
  });
}

export const sizes = {
  laptop: { width: 1440, height: 900 },
  narrow: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in the page, or in a part of it: each with how much it weighs and the elements it means. */
async function violations(page: Page, within = 'html') {
  // Half a megabyte: sent once a page. What it says of all that is well would be as much again.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe);
  const found = await page.evaluate<AxeResults['violations']>(
    `axe.run('${within}', { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return found.map(({ id, impact, nodes }) => ({
    impact,
    says: `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  }));
}

export const problems = async (page: Page, within?: string): Promise<string[]> =>
  (await violations(page, within)).map(({ says }) => says);

/** What is serious or critical of that. */
export const seriousProblems = async (page: Page): Promise<string[]> =>
  (await violations(page))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ says }) => says);
