import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openParts } from '../../../adapters/cli/open-parts.ts';
import { createLog } from '../../../adapters/node/log.ts';
import type { Answer } from '../../../src/index.ts';
import { fakePlatform } from '../../fixtures/fake-platform.ts';
import { programHost } from '../../fixtures/program.ts';
import { words } from '../../fixtures/view-text.ts';

const program = programHost();
let top: string;
beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'curbside-program-'));
});
afterEach(() => rm(top, { recursive: true, force: true }));

const keys: Record<string, Buffer> = { ours: Buffer.alloc(32, 7), theirs: Buffer.alloc(32, 8) };
const dataOf = (house: string): string => join(top, house, 'data');

/** Runs `curbside community …` as the operator of an installation. */
async function curbside(house: string, ...args: string[]): Promise<string> {
  const env = {
    CURBSIDE_DATA: dataOf(house),
    CURBSIDE_KEY: keys[house]?.toString('base64') ?? '',
    XDG_CONFIG_HOME: join(top, house, 'config'),
  };
  const { code, out, err } = await program(['community', ...args], { env, cwd: top });
  return code === 0 ? out : `failed: ${err}`;
}

/** What the owner of the group is answered on an installation, as it starts. */
async function asks(house: string, command: string, input: Record<string, string> = {}): Promise<string> {
  const key = { key: keys[house] as Buffer, file: null, made: false };
  const parts = await openParts(dataOf(house), key, createLog('silent'));
  const core = parts.core([fakePlatform().platform], { now: () => Date.parse('2026-03-05T19:00:00Z') });
  const scope = await parts.vault.scopeFor({ platform: 'fake', id: 'team' });
  const who = await parts.vault.refFor({ platform: 'fake', id: 'team/ada' });
  const base = { scope, who, channel: 'C1', manages: true, zone: 'America/New_York', locale: 'en' };
  const answer: Answer = await core.handle({ ...base, eventId: `${house} ${command}`, command, input });
  await core.pump();
  await parts.close();
  return answer.is === 'again' ? 'again' : words(answer.view);
}

const settings = {
  ...{ zone: 'America/New_York', features: 'consultation', quietFrom: '18:00', quietTo: '08:30' },
  ...{ weekends: 'yes', nudgeHours: '24', owners: '' },
};

it('two operators move a community, each with their own commands', async () => {
  await asks('ours', 'setup.save', settings);
  const home = await asks('ours', 'curbside.agreement');
  const listed = await curbside('ours', 'list');
  expect(listed).toMatch(/^fake\.[a-z2-7]{16} {2}fake, groups: 1, members: 0, documents: \d+\n$/);

  const key = (await curbside('theirs', 'key')).split('\n')[0] ?? '';
  expect(key).toMatch(/^age1[a-z0-9]{58}$/);
  expect(await curbside('ours', 'export', 'nobody', '--for', key, '--out', 'moved')).toContain(
    'no community of this name',
  );
  expect(await curbside('ours', 'export', 'team', '--for', 'age1', '--out', 'moved')).toContain('--for:');
  const exported = await curbside('ours', 'export', 'team', '--for', key, '--out', 'moved');
  expect((await stat(join(top, 'moved'))).mode & 0o777).toBe(0o600);
  expect(exported).toContain('Tell the group who runs Curbside from now on.');
  const fingerprint = /Signed by this installation: (\S+)/.exec(exported)?.[1] ?? '';
  expect(await curbside('ours', 'export', 'team', '--for', key, '--out', 'moved')).toContain('already exists');
  // From here on, nobody writes here what would not go along.
  expect(await asks('ours', 'curbside.agreement')).toContain('is moving to another computer');
  expect(await curbside('ours', 'list')).toContain('Exported on ');

  expect(await curbside('theirs', 'import', 'moved', '--signer', 'x')).toContain('--signer:');
  const imported = await curbside('theirs', 'import', 'moved', '--signer', fingerprint);
  const receipt = /Receipt: (\S+)/.exec(imported)?.[1] ?? '';
  expect(await curbside('theirs', 'list')).toContain(`Receipt: ${receipt}`);
  expect(await asks('theirs', 'curbside.agreement')).toBe(home);

  expect(await curbside('ours', 'erase', 'team', '--receipt', 'FFFF-FFFF-FFFF-FFFF-FFFF')).toContain(
    'nothing was erased',
  );
  expect(await curbside('ours', 'erase', 'team', '--receipt', receipt)).toContain('Still there: your backups');
  expect(await curbside('ours', 'list')).toBe('There is no community here yet.\n');
  expect((await readdir(top)).sort()).toEqual(['moved', 'ours', 'theirs']);
});
