/** @jsxImportSource hono/jsx */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { raw } from 'hono/html';
import type { Browser } from 'playwright-core';
import { launch } from '../../test/adapters/playground/browser.ts';
import * as discord from './discord.tsx';
import { discordScenes, type Scene, slackScenes } from './scenes.tsx';
import * as slack from './slack.tsx';

/**
 * Draws the main screens as Slack and Discord are asked to show them: `npx tsx scripts/pictures/write.tsx FOLDER`. The
 * payloads are real, made by the real adapters before a loopback platform; the look is near, not the platforms' own.
 */
async function draw(browser: Browser, all: readonly Scene[], style: string, folder: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1300, height: 400 }, deviceScaleFactor: 2 });
  for (const { name, shows } of [...all, together(all)]) {
    const html = (
      <html lang="en">
        <head>
          <style>{raw(style)}</style>
        </head>
        <body>
          <main style={`display: inline-block; max-width: ${name.includes('-') ? 720 : 1280}px`}>{shows}</main>
        </body>
      </html>
    );
    await page.setContent(String(html));
    await page.locator('main').screenshot({ path: resolve(folder, `${name}.png`) });
    console.log(`${name}.png`);
  }
  await page.close();
}

/** The preview beside the thread that comes of it, as the README shows them. */
function together(scenes: readonly Scene[]): Scene {
  const find = (end: string) => scenes.find(({ name }) => name.endsWith(end));
  const [preview, thread] = [find('-preview'), find('-thread')];
  if (!preview || !thread) throw new Error('a screen is missing');
  return {
    name: preview.name.replace('-preview', ''),
    shows: (
      <div style="display: flex; width: 1280px; align-items: start">
        <div style="width: 600px">{preview.shows}</div>
        <div style="width: 680px">{thread.shows}</div>
      </div>
    ),
  };
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name a folder for the pictures');
await mkdir(folder, { recursive: true });
const browser = await launch();
try {
  await draw(browser, await slackScenes(), slack.style, folder);
  await draw(browser, await discordScenes(), discord.style, folder);
} finally {
  await browser.close();
}
process.exit(0);
