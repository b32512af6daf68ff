import { cp, mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { openFolder, openParts } from '../../adapters/cli/open-parts.ts';
import { createLog } from '../../adapters/node/log.ts';
import { type Author, Consultations, former, Replies } from '../../src/features/consultation/model.ts';
import { kind, kinds, type Store } from '../../src/index.ts';
import { stored } from '../fixtures/stored.ts';

const release = join(import.meta.dirname, '..', 'fixtures', 'releases', '0.1.0');
const sealed = kinds.filter((k) => k.sealed === 'owner').map((k) => k.name);
const logged: string[] = [];
const log = createLog('info', (line) => logged.push(line));
const authors: readonly Author[] = [
  { as: 'former', credential: 'LCSW' },
  { as: 'me', person: 'p25cspj7cqmycti6b', credential: 'LMFT' },
];
let folder: string;
let key: { key: Buffer; file: null; made: false };

beforeEach(async () => {
  logged.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'curbside-upgrade-'));
  await cp(join(release, 'data'), folder, { recursive: true });
  key = { key: Buffer.from(await readFile(join(release, 'key'), 'utf8'), 'base64'), file: null, made: false };
});
afterEach(() => rm(folder, { recursive: true }));

const open = () => openParts(folder, key, log);
const upgrading = () => logged.filter((line) => line.includes('store.upgrade_running'));

/** Owners of sealed documents as they lie in clear, by kind. */
async function ownersIn(store: Store): Promise<{ readonly kind: string; readonly owner: string }[]> {
  const all = await Promise.all((await store.scopes()).map((scope) => stored(store, scope)));
  return all
    .flat()
    .filter(({ kind }) => sealed.includes(kind))
    .map(({ kind, doc }) => ({ kind, owner: (doc as unknown as { owner: string }).owner }));
}

it('turns named owners into tokens, tells how far it is, keeps a copy, and is not done twice', async () => {
  const before = await openFolder(folder, key, log);
  const named = await ownersIn(before.store);
  expect(named.filter(({ owner }) => /^p[a-z2-7]{16}$/.test(owner))).toHaveLength(named.length);
  await before.store.close();
  await before.vault.close();
  const files = (await readdir(folder)).filter((name) => name.startsWith('store-')).sort();

  const after = await open();
  const owners = await ownersIn(after.store);
  expect(owners).toHaveLength(named.length);
  expect(owners.filter(({ owner }) => !/^[0-9a-f]{32}$/.test(owner))).toEqual([]);
  expect(new Set(upgrading().map((line) => JSON.parse(line).migration))).toEqual(
    new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
  );
  expect(await readdir(join(folder, 'before-upgrade'))).toEqual(expect.arrayContaining(files));
  expect((await readdir(folder)).filter((name) => files.includes(name))).toEqual([]);
  await after.close();

  logged.length = 0;
  await (await open()).close();
  expect(upgrading()).toEqual([]);
});

it('takes the credential of whoever erased their data off what they posted, and of nobody else', async () => {
  const before = await openFolder(folder, key, log);
  for (const scope of await before.store.scopes())
    await before.store.transact(scope, async (tx) => {
      for (const [i, c] of (await tx.find(Consultations, 'id', { all: true })).docs.entries())
        await tx.put(Consultations, { ...c, author: authors[i % 2] as Author });
      for (const [i, r] of (await tx.find(Replies, 'id', { all: true })).docs.entries())
        await tx.put(Replies, { ...r, author: authors[i % 2] as Author });
    });
  await before.store.close();
  await before.vault.close();

  const after = await open();
  const docs = (await Promise.all((await after.store.scopes()).map((scope) => stored(after.store, scope)))).flat();
  for (const posted of ['consultation', 'reply']) {
    const found = docs.flatMap(({ kind, doc }) =>
      kind === posted ? [JSON.stringify((doc as unknown as { author: Author }).author)] : [],
    );
    expect(new Set(found)).toEqual(new Set([former, authors[1]].map((one) => JSON.stringify(one))));
  }
  await after.close();
});

it('drops the copy after a week, and at once when somebody is erased', async () => {
  await (await open()).close();
  const copy = join(folder, 'before-upgrade');
  const old = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  await utimes(copy, old, old);
  await (await open()).close();
  expect(await readdir(folder)).not.toContain('before-upgrade');

  await cp(join(release, 'data'), copy, { recursive: true });
  const parts = await open();
  expect(await readdir(folder)).toContain('before-upgrade');
  await parts.vault.forget('pnobody');
  expect(await readdir(folder)).not.toContain('before-upgrade');
  await parts.close();
});

it('a folder of a newer version is refused, and left as it is', async () => {
  const parts = await open();
  const { store } = parts;
  const about = { what: 'for tests', readBy: 'tests', keptFor: 'a test' };
  const version = kind('storeVersion', z.object({ id: z.string(), migration: z.number() }), {
    indexes: {},
    sealed: 'no',
    about,
  });
  await store.transact('curbside', (tx) => tx.put(version, { id: 'version', migration: 999 }));
  await parts.close();
  await expect(open()).rejects.toMatchObject({
    code: 'newer',
    message: expect.stringContaining('newer version of Curbside'),
  });
});
