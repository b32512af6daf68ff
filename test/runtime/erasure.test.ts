import { mkdir, readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filePath, generationsOf } from '../../adapters/lowdb/journal/file-names.ts';
import { DueJobs } from '../../src/runtime/jobs.ts';
import { hourMs } from '../../src/time/durations.ts';
import { ask } from '../fixtures/steps.ts';
import { expectCard, group, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

let app: TestApp;
beforeEach(async () => {
  // What it looks into is files.
  app = await openTestApp({ on: 'folder' });
});
afterEach(() => app.remove());

const jobs = async (): Promise<string[]> =>
  (await app.store.read(app.scope, (r) => r.find(DueJobs, 'at', { all: true }))).docs.map((d) => d.job);

/** Puts a folder where the next journal must go, so that the disk itself refuses compaction. Returns what undoes it. */
async function blocked(folder: string, name: string): Promise<() => Promise<void>> {
  const { journals } = generationsOf(name, await readdir(folder));
  const path = `${filePath(folder, name, (journals.at(-1) ?? 0) + 1, 'journal')}.new`;
  await mkdir(path);
  return () => rmdir(path);
}

it('answers "erased" when the disk will not compact, and the job finishes it later', async () => {
  const { ben } = (await group(app, ['ada', 'ben'])) as { ben: Person };
  const unblock = await blocked(join(app.folder, 'store'), 'store');
  expect(words(await expectCard(ben.does('privacy.erase')))).toContain('Your data here was erased');
  expect(app.logged.join('\n')).toContain('store.erasure_postponed');
  await app.pass(0);
  expect(await jobs()).toContain('kernel.forget');
  await unblock();
  await app.pass(hourMs);
  expect(await jobs()).not.toContain('kernel.forget');
  expect(await app.vault.reveal(ben.who)).toBeNull();
});

it('keeps sweeping day after day, and drops replaced bytes from the files each time', async () => {
  const { ada } = (await group(app, ['ada'])) as { ada: Person };
  await ask(ada, { question: 'How do I end a session that keeps running over?' });
  await app.pass(0);
  const before = await readdir(join(app.folder, 'store'));
  await app.pass(25 * hourMs);
  const after = await readdir(join(app.folder, 'store'));
  expect(generationsOf('store', after).journals).not.toEqual(generationsOf('store', before).journals);
  expect(await jobs()).toContain('privacy.sweep');
});
