import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';

/** Where the pictures of the docs lie. */
export const folder = 'docs/pictures';

/** As WebP, a third the size of PNG at no loss that shows; the browser at hand converts it. */
export async function save(browser: Browser, png: Buffer, name: string): Promise<void> {
  const canvas = await browser.newPage();
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
  const file = resolve(folder, `${name}.webp`);
  await writeFile(file, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  console.log(file);
}
