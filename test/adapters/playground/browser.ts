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

/** What axe finds serious or critical in the page as it stands, each with the elements it means. */
export async function seriousProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
