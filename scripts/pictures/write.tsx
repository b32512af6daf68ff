/** @jsxImportSource hono/jsx */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { raw } from 'hono/html';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../../test/adapters/playground/browser.ts';
import * as discord from './discord.tsx';
import { playgroundPictures } from './playground.ts';
import { discordScenes, type Scene, slackScenes } from './scenes.tsx';
import * as slack from './slack.tsx';

/**
 * Draws the main screens, for the README and docs/screens.md: `npm run pictures`. Of the playground they are what a browser
 * shows. Of Slack and Discord, the payloads are real, made by the real adapters before a loopback platform; the look is near,
 * not the platforms' own.
 */
async function draw(browser: Browser, all: readonly Scene[], style: string, folder: string): Promise<void> {
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
    await save(page, await page.locator('main').screenshot(), resolve(folder, `${name}.webp`));
  }
  await page.close();
}

/** As WebP, a third the size of PNG at no loss that shows; the browser at hand converts it. */
async function save(page: Page, png: Buffer, file: string): Promise<void> {
  const canvas = await page.context().browser()?.newPage();
  if (canvas === undefined) throw new Error('the browser is gone');
  const url = await canvas.evaluate<string>(`(async () => {
    const picture = new Image();
    picture.src = 'data:image/png;base64,${png.toString('base64')}';
    await picture.decode();
    const { width, height } = picture;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    canvas.getContext('2d').drawImage(picture, 0, 0);
    return canvas.toDataURL('image/webp', 0.5);
  })()`);
  await canvas.close();
  await writeFile(file, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  console.log(file);
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

// The playground sets its group up in the zone of this computer.
process.env.TZ = 'America/New_York';
const folder = 'docs/pictures';
await mkdir(folder, { recursive: true });
// The page of a PDF beside them is a .png and stays.
for (const old of await readdir(folder)) if (old.endsWith('.webp')) await rm(`${folder}/${old}`);
const browser = await launch();
try {
  await draw(browser, await slackScenes(), slack.style, folder);
  await draw(browser, await discordScenes(), discord.style, folder);
  for (const size of ['laptop', 'phone'] as const)
    await playgroundPictures(browser, size, async (name, page) =>
      save(page, await page.screenshot(), resolve(folder, `${name}.webp`)),
    );
} finally {
  await browser.close();
}
process.exit(0);
