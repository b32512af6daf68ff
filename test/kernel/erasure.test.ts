import { mkdir, readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filePath, generationsOf } from '../../adapters/lowdb/file-names.ts';
import { DueJobs } from '../../src/kernel/due.ts';
import { expectCard, group, type House, openHouse, type Person } from '../fixtures/house.ts';
import { words } from '../fixtures/read.ts';
import { ask } from '../fixtures/steps.ts';

const hourMs = 60 * 60_000;
let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.remove());

const jobs = async (): Promise<string[]> =>
  (await house.store.read(house.scope, (r) => r.find(DueJobs, 'at', { all: true }))).docs.map((d) => d.job);

/** Puts a folder where the next journal must go, so that the disk itself refuses compaction. Returns what undoes it. */
async function blocked(folder: string, name: string): Promise<() => Promise<void>> {
  const { journals } = generationsOf(name, await readdir(folder));
  const path = `${filePath(folder, name, (journals.at(-1) ?? 0) + 1, 'journal')}.new`;
  await mkdir(path);
  return () => rmdir(path);
}

it('answers "erased" when the disk will not compact, and the job finishes it later', async () => {
  const { ben } = (await group(house, ['ada', 'ben'])) as { ben: Person };
  const unblock = await blocked(join(house.folder, 'store'), 'store');
  expect(words(await expectCard(ben.does('privacy.erase')))).toContain('Your data here is erased');
  expect(house.logged.join('\n')).toContain('erasure.postponed');
  await house.pass(0);
  expect(await jobs()).toContain('kernel.forget');
  await unblock();
  await house.pass(hourMs);
  expect(await jobs()).not.toContain('kernel.forget');
  expect(await house.vault.reveal(ben.who)).toBeNull();
});

it('keeps sweeping day after day, and drops replaced bytes from the files each time', async () => {
  const { ada } = (await group(house, ['ada'])) as { ada: Person };
  await ask(ada, { question: 'How do I end a session that keeps running over?' });
  await house.pass(0);
  const before = await readdir(join(house.folder, 'store'));
  await house.pass(25 * hourMs);
  const after = await readdir(join(house.folder, 'store'));
  expect(generationsOf('store', after).journals).not.toEqual(generationsOf('store', before).journals);
  expect(await jobs()).toContain('privacy.sweep');
});
