import { mkdir, readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filePath, generationsOf } from '../../adapters/lowdb/journal/file-names.ts';
import { StoreUnavailable } from '../../src/ports/store.ts';
import { DueJobs } from '../../src/runtime/jobs.ts';
import { hourMs } from '../../src/time/durations.ts';
import { ask, consultationOf } from '../fixtures/steps.ts';
import { expectCard, group, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
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

it('does not say that old files are clean when the disk will not compact, and the job cleans them later', async () => {
  const { ada, ben } = (await group(app, ['ada', 'ben'])) as { ada: Person; ben: Person };
  const status = async () => words(await expectCard(ada.does('curbside.status')));
  expect(await status()).toContain('All systems normal');
  const unblock = await blocked(join(app.folder, 'store'), 'store');
  const answer = await ben.does('privacy.erase');
  expect(answer).toMatchObject({ note: { key: 'erasure.pending' } });
  const said = words(await expectCard(Promise.resolve(answer)));
  expect(said).toContain('Your data here was erased.');
  expect(said).not.toContain('older files');
  expect(await status()).toContain('Older files still hold something');
  expect(await status()).not.toContain('All systems normal');
  expect(app.logged.join('\n')).toContain('store.erasure_postponed');
  await app.pass(0);
  expect(await jobs()).toContain('kernel.forget');
  await unblock();
  await app.pass(hourMs);
  expect(await jobs()).not.toContain('kernel.forget');
  expect(await status()).toContain('All systems normal');
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

it('says of what somebody takes down that old files wait, and cleans them within the hour', async () => {
  const { ada } = (await group(app, ['ada'])) as { ada: Person };
  const own = await ask(ada, { question: 'How do I end a session that keeps running over?' });
  await app.pass(0);
  const unblock = await blocked(join(app.folder, 'store'), 'store');
  const answer = await ada.does('consult.remove', {
    group: await groupId(ada),
    consultation: consultationOf(own),
  });
  expect(answer).toMatchObject({ note: { key: 'erasure.pending' } });
  await unblock();
  await app.pass(hourMs);
  expect(app.logged.join('\n')).toContain('store.erasure_done');
});

it('status says so while nothing can be saved', async () => {
  const { ada } = (await group(app, ['ada'])) as { ada: Person };
  const status = async () => words(await expectCard(ada.does('curbside.status')));
  const { transact } = app.store;
  Object.assign(app.store, { transact: () => Promise.reject(new StoreUnavailable('full')) });
  await ada.does('curbside.away.save', { group: await groupId(ada), from: '', until: '' });
  expect(await status()).toContain('Nothing can be saved');
  expect(await status()).not.toContain('All systems normal');
  Object.assign(app.store, { transact });
  await ada.does('curbside.away.save', { group: await groupId(ada), from: '', until: '' });
  expect(await status()).not.toContain('Nothing can be saved');
});
