/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { Browser } from 'playwright-core';
import * as discord from './discord.tsx';
import { playgroundPictures } from './playground.ts';
import { save } from './save.ts';
import { discordScenes, type Scene, slackScenes } from './scenes.tsx';
import * as slack from './slack.tsx';

/** The main job on every face, for the README and docs/screens.md. */
export async function mainPictures(browser: Browser): Promise<void> {
  await draw(browser, await slackScenes(), slack.style);
  await draw(browser, await discordScenes(), discord.style);
  for (const size of ['laptop', 'phone'] as const)
    await playgroundPictures(browser, size, async (name, page) => save(browser, await page.screenshot(), name));
}

async function draw(browser: Browser, all: readonly Scene[], style: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1300, height: 400 }, deviceScaleFactor: 1.25 });
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
    await save(browser, await page.locator('main').screenshot(), name);
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
