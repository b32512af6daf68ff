import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, ownPlayground, playground, restart, visit } from './own-playground.ts';
import { clockOf, messages } from './visitor.ts';

ownPlayground();

test('starting over deletes everything and seeds the group again', async () => {
  await visit.line('rowan', 'channel', 'Something to be forgotten');
  const before = clockOf(await visit.page('as=rowan'));
  await visit.post('/clock', { by: 'day' });
  expect(await (await visit.post('/start-over', {})).json()).toEqual({ open: 'page', href: '/' });
  const html = await visit.page('as=rowan');
  expect(messages(html)).toBe(0);
  expect(html).not.toContain('Something to be forgotten');
  expect(clockOf(html)).toBe(before);
  expect(await visit.page('as=rowan&at=home')).toContain('data-do="consult.ask"');
});

test('starting over leaves alone what the playground did not write', async () => {
  await mkdir(join(folder, 'people', 'photos'));
  for (const name of ['notes.txt', 'people/list.txt', 'store-1.journal']) await writeFile(join(folder, name), 'mine');
  expect((await visit.post('/start-over', {})).status).toBe(200);
  for (const name of ['notes.txt', 'people/list.txt', 'store-1.journal'])
    expect(await readFile(join(folder, name), 'utf8')).toBe('mine');
  expect(await readdir(join(folder, 'people', 'photos'))).toEqual([]);
});

test('a "Start over" that fails leaves the page as it was, and can be tried again', async () => {
  const errors = [new Error('busy')];
  await restart(async () => {
    const error = errors.pop();
    if (error !== undefined) throw error;
    await rm(folder, { recursive: true, force: true });
  });
  await visit.line('rowan', 'channel', 'Good morning, all.');
  expect((await visit.post('/start-over', {})).status).toBe(500);
  expect(await visit.page('as=rowan')).toContain('Good morning, all.');
  expect((await visit.post('/start-over', {})).status).toBe(200);
  expect(await visit.page('as=rowan')).not.toContain('Good morning, all.');
});

test('what fails here is logged as everywhere else, under a token that the person reads', async () => {
  await restart(async () => {
    throw new TypeError('Tamsin is busy');
  });
  const failed = await visit.post('/start-over', {});
  const [, token] = (await failed.text()).match(/quote ([0-9a-f]{4})\./) ?? [];
  expect(token).toMatch(/^[0-9a-f]{4}$/);
  const line = playground.logged.find((one) => one.includes('playground.request_failed')) ?? '';
  expect(JSON.parse(line)).toMatchObject({ token, error: 'TypeError' });
  expect(line).toMatch(/adapters\/playground\/index\.ts/);
  expect(line).not.toContain('Tamsin');
});

test('a "Start over" after which nothing can be opened ends nothing: the next request finds what can be opened again', async () => {
  const inTheWay = { openings: 0 };
  await restart(undefined, async () => {
    if (inTheWay.openings-- > 0) throw new Error('busy');
  });
  inTheWay.openings = 2;
  expect((await visit.post('/start-over', {})).status).toBe(500);
  await new Promise((resolve) => setImmediate(resolve));
  expect((await fetch(playground.url)).status).toBe(200);
});
