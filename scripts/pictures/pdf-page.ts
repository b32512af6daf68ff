import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';

const folder = resolve(import.meta.dirname, '../../node_modules/pdfjs-dist');
/** Pixels for each point of the page. */
const scale = 1;

/** The first page of a PDF as PNG, drawn by pdf.js in the browser. */
export async function firstPage(browser: Browser, pdf: Uint8Array): Promise<Buffer> {
  const page = await browser.newPage();
  await page.route('http://pdf.invalid/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><canvas></canvas>' });
    const body = await readFile(resolve(folder, `.${pathname}`));
    return route.fulfill({
      contentType: pathname.endsWith('.mjs') ? 'text/javascript' : 'application/octet-stream',
      body,
    });
  });
  await page.goto('http://pdf.invalid/');
  await page.evaluate(`(async () => {
    const { getDocument, GlobalWorkerOptions } = await import('/legacy/build/pdf.min.mjs');
    GlobalWorkerOptions.workerSrc = '/legacy/build/pdf.worker.min.mjs';
    const data = Uint8Array.from(atob('${Buffer.from(pdf).toString('base64')}'), (c) => c.charCodeAt(0));
    const first = await (await getDocument({ data, cMapUrl: '/cmaps/', standardFontDataUrl: '/standard_fonts/' }).promise).getPage(1);
    const viewport = first.getViewport({ scale: ${scale * 1.25} });
    const canvas = Object.assign(document.querySelector('canvas'), { width: viewport.width, height: viewport.height });
    await first.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
  })()`);
  const url = await page.evaluate<string>(`document.querySelector('canvas').toDataURL('image/png')`);
  await page.close();
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
