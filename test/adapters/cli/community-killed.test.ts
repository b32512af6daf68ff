import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eraseCommunity, keepCommunity } from '../../../adapters/cli/community/erase.ts';
import { listCommunities } from '../../../adapters/cli/community/list.ts';
import { receivingKey } from '../../../adapters/cli/community/receiving-key.ts';
import { awayIn } from '../../../adapters/cli/community/standing.ts';
import { runDoctor } from '../../../adapters/cli/doctor.ts';
import { openFolderStores, openParts } from '../../../adapters/cli/open-parts.ts';
import { createSigner } from '../../../adapters/documents/signed/signer.ts';
import { createLog } from '../../../adapters/node/log.ts';
import { bundled } from '../../fixtures/bundled.ts';
import { fakePlatform } from '../../fixtures/fake-platform.ts';
import { arrive, folder, type House, leave, within } from '../../fixtures/moving.ts';
import { type Exported, exported, others, ours, six, theirs } from '../../fixtures/moving-small.ts';
import { stored } from '../../fixtures/stored.ts';
import { words } from '../../fixtures/view-text.ts';

const silent = createLog('silent');
let small: Exported;
let script: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  script = await bundled(fileURLToPath(new URL('./community-killed.ts', import.meta.url)));
  small = await exported();
});
afterAll(() => Promise.all([script.remove(), small.remove()]));

/** Runs it in a process of its own, which is killed as a write begins. */
function killed(what: 'import' | 'export' | 'erase', at: string, name: string, proof: string, write: string) {
  const args = [script.file, what, at, theirs.toString('hex'), name, proof, write];
  return new Promise<void>((done, fail) => {
    execFile(process.execPath, args, (error) =>
      error?.signal === 'SIGKILL' ? done() : fail(error ?? new Error(`there was no ${write}`)),
    );
  });
}

const houseAt = (at: string, key: Buffer): House => ({
  key,
  async open() {
    const stores = await openFolderStores(at, key, silent);
    const close = async () => void (await Promise.all([stores.documents.close(), stores.people.close()]));
    return { ...stores, key, dropCopies: async () => {}, stillAlone: async () => {}, close };
  },
});

/** What somebody is answered who sets up a group there, on Curbside as it starts. */
async function setsUp(at: string, key: Buffer): Promise<string> {
  const parts = await openParts(at, { key, file: null, made: false }, silent);
  const core = parts.core([fakePlatform().platform], { now: () => Date.parse('2026-11-30T05:00:00Z') });
  const scope = await parts.vault.scopeFor({ platform: 'fake', id: 'team' });
  const who = await parts.vault.refFor({ platform: 'fake', id: six[0] ?? '' });
  const answer = await core.handle({
    ...{ scope, who, channel: 'C1', manages: true, zone: 'America/New_York', locale: 'en', eventId: 'e' },
    command: 'setup.save',
    input: {
      ...{ zone: 'America/New_York', features: 'consultation', quietFrom: '18:00', quietTo: '08:30' },
      ...{ weekends: 'yes', nudgeHours: '24', owners: '' },
    },
  });
  await core.pump();
  await parts.close();
  return answer.is === 'again' ? 'again' : words(answer.view);
}

/** What an operator reads there: of the list of communities, and of what doctor found of them. */
async function said(at: string, key: Buffer): Promise<string> {
  const lines: string[] = [];
  await within(houseAt(at, key), (stores) => listCommunities(stores, (line) => void lines.push(line)));
  const env = { CURBSIDE_DATA: at, CURBSIDE_KEY: key.toString('base64'), XDG_CONFIG_HOME: at };
  await runDoctor(env, (line) => void (line.includes('Community') && lines.push(line)));
  return lines.join('\n');
}

const fingerprint = createSigner(ours).fingerprint;
async function place(): Promise<string> {
  const at = await folder();
  small.removedLater(at);
  return at;
}

it('an import that is killed in the middle serves nobody there, and is done again or taken back', async () => {
  const at = await place();
  const house = houseAt(at, theirs);
  // Somebody has looked into it there, so it is known under another name.
  const early = await openParts(at, { key: theirs, file: null, made: false }, silent);
  await early.vault.scopeFor({ platform: 'fake', id: 'team' });
  await early.close();
  // The last one says that all of it is there.
  for (const write of ['documents 1', 'documents 5', 'own 2']) {
    await killed('import', at, small.file, fingerprint, write);
    expect(await setsUp(at, theirs), `killed at ${write}`).toContain('is moving to another computer');
    expect(await said(at, theirs)).toMatch(/ {2}Its import was.*\nLOOK {2}Community fake\S+ Its import was/);
  }
  await within(house, (stores) => keepCommunity(stores, 'team', () => {}));
  expect(await said(at, theirs)).toBe('There is no community here yet.');
  await killed('import', at, small.file, fingerprint, 'documents 5');
  await arrive(small.from, house, small.file);
  await within(house, async ({ documents }) => {
    expect(await stored(documents, small.app.scope)).toEqual(small.had);
    expect((await awayIn(documents)).size).toBe(0);
    expect((await documents.scopes()).filter((scope) => scope !== 'curbside')).toEqual([small.app.scope]);
  });
});

it('what is left of a community that is erased can only be erased; an earlier export keeps its receipt', async () => {
  const at = await place();
  const house = houseAt(at, theirs);
  await arrive(small.from, house, small.file);
  const third = houseAt(await place(), others);
  const file = join(await place(), 'on');
  await leave(house, third, small.app.scope, file);
  expect(await said(at, theirs)).toMatch(/ {2}Exported on.*\nok {4}Community fake\S+ Exported on/);
  await killed('export', at, `${file}-again`, (await receivingKey(others)).recipient, 'own 1');
  const receipt = await arrive(house, third, file);
  for (const write of ['documents 2', 'own 2']) {
    await killed('erase', at, small.app.scope, receipt, write);
    expect(await said(at, theirs)).toMatch(/ {2}Erasing it was.*\nLOOK {2}Community fake\S+ Erasing it was/);
    const kept = within(house, (stores) => keepCommunity(stores, small.app.scope, () => {}));
    await expect(kept).rejects.toThrow('a part of it is gone');
    if (write === 'own 2') continue;
    expect(await setsUp(at, theirs)).toContain('is moving to another computer');
    await expect(leave(house, third, 'team', `${file}-more`)).rejects.toThrow('a part of it is gone');
  }
  await within(house, (stores) => eraseCommunity(stores, { community: small.app.scope, receipt }, () => {}));
  expect(await said(at, theirs)).toBe('There is no community here yet.');
});
