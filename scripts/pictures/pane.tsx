/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Browser } from 'playwright-core';
import type { Face } from './faces.ts';

export interface PaneSize {
  readonly height?: number | undefined;
  /** What does not fit is cut off at the top, as in a chat that is scrolled to its end. */
  readonly end?: boolean;
}

/** Draws one platform's pane of a picture as PNG. */
export type Drawing = (shows: Child, style: string, size?: PaneSize) => Promise<Buffer>;

/** Width (CSS pixels) of what is drawn of one platform; the playground's is a phone's. */
const width = 440;
const scale = 1.25;

/** The most that a pane shows (CSS pixels). */
export const tallest = 900;

const narrow = `
main { width: ${width}px; overflow: hidden; display: flex; flex-direction: column }
main.end { justify-content: flex-end } .modal { width: auto; margin: 10px } .field { min-width: 0 }`;

export const drawingIn =
  (browser: Browser): Drawing =>
  async (shows, style, { height = tallest, end = false } = {}) => {
    const page = await browser.newPage({ viewport: { width: width + 20, height: 400 }, deviceScaleFactor: scale });
    const html = (
      <html lang="en">
        <head>
          <style>{raw(style + narrow)}</style>
        </head>
        <body>
          <main class={end ? 'end' : ''} style={`max-height: ${height}px`}>
            {shows}
          </main>
        </body>
      </html>
    );
    await page.setContent(String(html));
    const png = await page.locator('main').screenshot();
    await page.close();
    return png;
  };

/** The same on several faces, side by side, each under its name. */
export async function sideBySide(
  browser: Browser,
  panes: readonly { readonly name: Face['name'] | string; readonly png: Buffer }[],
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 400 }, deviceScaleFactor: scale });
  const style = `
    body { margin: 0; background: #e7e9ec; color: #1d1c1d; font: 600 15px 'Noto Sans', sans-serif }
    main { display: inline-flex; gap: 14px; padding: 10px 14px 14px; align-items: start }
    figure { margin: 0 } figcaption { margin: 0 0 8px } img { display: block; border: 1px solid #c9ccd1; border-radius: 6px }`;
  const html = (
    <html lang="en">
      <head>
        <style>{raw(style)}</style>
      </head>
      <body>
        <main>
          {panes.map(({ name, png }) => (
            <figure>
              <figcaption>{name}</figcaption>
              <img src={`data:image/png;base64,${png.toString('base64')}`} alt="" />
            </figure>
          ))}
        </main>
      </body>
    </html>
  );
  await page.setContent(String(html));
  await page.evaluate(`for (const img of document.images) img.style.width = img.naturalWidth / ${scale} + 'px'`);
  const png = await page.locator('main').screenshot();
  await page.close();
  return png;
}

/** Draws what each face shows, side by side. */
export async function onAll(
  browser: Browser,
  faces: readonly Face[],
  shows: (face: Face) => Promise<Buffer>,
): Promise<Buffer> {
  const panes: { name: string; png: Buffer }[] = [];
  for (const face of faces) panes.push({ name: face.name, png: await shows(face) });
  return sideBySide(browser, panes);
}
