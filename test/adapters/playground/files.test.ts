import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { newFolder, open } from './open.ts';
import { visitor } from './visitor.ts';

test('a file of a private answer is downloaded by the one it was for, and by nobody else', async () => {
  const folder = await newFolder();
  const playground = await open(folder);
  try {
    const visit = visitor(playground.url);
    await visit.press('rowan', 'home', 'credit.statement', { format: 'pdf' });
    const html = await visit.page('as=rowan&at=home');
    const href = /href="(\/file\?[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(html).toMatch(/download="consultation-statement-[\d-]+\.pdf"/);
    const file = await fetch(`${playground.url}${href}`);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="consultation-statement-/);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString('latin1'),
    ).toBe('%PDF-');
    expect((await fetch(`${playground.url}${href.replace('as=rowan', 'as=imani')}`)).status).toBe(404);
    expect((await fetch(`${playground.url}/file?as=rowan&block=card-none-0`)).status).toBe(404);
    expect((await fetch(`${playground.url}/file?as=rowan&block=../x`)).status).toBe(400);
  } finally {
    await playground.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
