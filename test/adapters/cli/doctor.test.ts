import { createHash } from 'node:crypto';
import {
  appendFile,
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runDoctor } from '../../../adapters/cli/doctor.ts';
import { openInstallationKey } from '../../../adapters/cli/key.ts';
import { keySettings } from '../../../adapters/cli/key-settings.ts';
import { openParts } from '../../../adapters/cli/open-parts.ts';
import { readSettings } from '../../../adapters/cli/settings.ts';
import { createLog } from '../../../adapters/node/log.ts';
import { DueJobs } from '../../../src/runtime/jobs.ts';

let top: string;
let data: string;
let env: Record<string, string>;
beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'curbside-doctor-'));
  data = join(top, 'data');
  env = { CURBSIDE_DATA: data, XDG_CONFIG_HOME: join(top, 'config') };
});
afterEach(() => rm(top, { recursive: true, force: true }));

/** Everything below a folder: names, kinds, modes, contents, and when files were last changed. */
async function treeOf(folder: string): Promise<string[]> {
  const lines: string[] = [];
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const path = join(folder, name);
    const { mode, mtimeMs, ctimeMs } = await lstat(path);
    const isFile = (mode & 0o170000) === 0o100000;
    const isLink = (mode & 0o170000) === 0o120000;
    const content = isFile
      ? createHash('sha256')
          .update(await readFile(path))
          .digest('hex')
      : '';
    lines.push(`${name} ${mode.toString(8)} ${mtimeMs} ${ctimeMs} ${content}${isLink ? await readlink(path) : ''}`);
  }
  return lines;
}

/** A data folder with one community and its key, as a stopped Curbside leaves it. */
async function used(): Promise<void> {
  const key = await openInstallationKey(keySettings(readSettings(env), 'data'));
  const { store, vault, close } = await openParts(data, key, createLog('silent'));
  const scope = await vault.scopeFor({ platform: 'square', id: 'team' });
  const job = { id: 'job', job: 'x', subject: 'x', at: 0, graceMs: 0, input: {} };
  await store.transact(scope, (tx) => tx.put(DueJobs, job));
  await close();
}

const journal = () => join(data, 'store-000001.journal');
const people = () => join(data, 'people');

const states: readonly { name: string; make(): Promise<unknown>; code: number; says: RegExp }[] = [
  { name: 'no folder and no key', make: async () => {}, code: 0, says: /Data folder .*none yet/ },
  { name: 'an empty folder', make: () => mkdir(data, { mode: 0o700 }), code: 0, says: /nothing is stored in it yet/ },
  { name: 'a folder that is used', make: used, code: 0, says: /opens with its key/ },
  {
    name: 'a torn last write',
    make: () => used().then(() => appendFile(journal(), Buffer.alloc(300, 7))),
    code: 0,
    says: /last write of the store was not finished \(300 bytes\)/,
  },
  {
    name: 'a torn last write of the vault',
    make: () => used().then(() => appendFile(join(people(), 'vault-000001.journal'), Buffer.alloc(30, 7))),
    code: 0,
    says: /last write of the vault was not finished \(30 bytes\)/,
  },
  {
    name: 'the people alone',
    make: () => used().then(() => rm(journal())),
    code: 1,
    says: /LOOK.*has the people .* but not their data/,
  },
  {
    name: 'the store alone',
    make: () => used().then(() => rm(people(), { recursive: true })),
    code: 1,
    says: /LOOK.*has the data, but not the people/,
  },
  {
    name: 'no key beside data',
    make: () => used().then(() => rm(join(top, 'config'), { recursive: true })),
    code: 1,
    says: /LOOK.*its key is not in/,
  },
  {
    name: 'no key beside people alone',
    make: async () => {
      await used();
      await rm(join(top, 'config'), { recursive: true });
      await rm(journal());
    },
    code: 1,
    says: /LOOK.*its key is not in/,
  },
  {
    name: 'a folder and files that others can read',
    make: async () => {
      await used();
      await chmod(data, 0o755);
      await chmod(journal(), 0o644);
    },
    code: 0,
    says: /other users can open it \(mode 755\)/,
  },
  {
    name: 'a link in place of a journal',
    make: async () => {
      await used();
      await cp(journal(), join(top, 'elsewhere'));
      await rm(journal());
      await symlink(join(top, 'elsewhere'), journal());
    },
    code: 1,
    says: /LOOK.*store-000001\.journal is a symbolic link/,
  },
  {
    name: 'a folder of the first format',
    make: async () => {
      env.CURBSIDE_KEY = Buffer.alloc(32, 7).toString('base64');
      await cp(join(import.meta.dirname, '../lowdb/format-1'), data, { recursive: true });
    },
    code: 0,
    says: /opens with its key/,
  },
];

it.each(states)('changes nothing at all: $name', async ({ make, code, says }) => {
  await make();
  const before = await treeOf(top);
  const lines: string[] = [];
  expect(await runDoctor(env, (line) => lines.push(line))).toBe(code);
  expect(lines.join('\n')).toMatch(says);
  expect(await treeOf(top)).toEqual(before);
});
