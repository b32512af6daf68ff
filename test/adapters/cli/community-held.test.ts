import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { notServing, withoutThose } from '../../../adapters/cli/community/away.ts';
import { eraseCommunity, keepCommunity } from '../../../adapters/cli/community/erase.ts';
import { listCommunities } from '../../../adapters/cli/community/list.ts';
import { awayIn, Leaving } from '../../../adapters/cli/community/standing.ts';
import { move } from '../../../adapters/cli/migrate/command.ts';
import { memberId } from '../../../adapters/discord/rest/members.ts';
import { personId } from '../../../adapters/slack/web-api/refs.ts';
import { Version } from '../../../src/index.ts';
import { arrive, type House, inFolder, leave, within } from '../../fixtures/moving.ts';
import { contentsOf, type Exported, exported, nothing, ours, theirs } from '../../fixtures/moving-small.ts';
import { stored } from '../../fixtures/stored.ts';
import { expectCard, group, openTestApp } from '../../fixtures/test-app.ts';
import { words } from '../../fixtures/view-text.ts';

let small: Exported;
let { app, from, file, had, empty, place } = {} as Exported;
beforeAll(async () => {
  small = await exported();
  ({ app, from, file, had, empty, place } = small);
});
afterAll(() => small.remove());

it('cut short at any place, nobody is served, and it is done again or taken back', async () => {
  const to = await empty();
  for (const place of ['× group', '× consultation', '× outbox', '× event']) {
    const cut = arrive(from, to, file, (line) => {
      if (line.startsWith('Stored') && line.includes(place)) throw new Error('the power went');
    });
    await expect(cut).rejects.toThrow('the power went');
    await within(to, async (stores) => {
      const away = await awayIn(stores.documents);
      expect([...away]).toEqual([[app.scope, 'arriving']]);
      expect(await withoutThose(stores.documents, away).scopesWithWork(Number.MAX_SAFE_INTEGER)).toEqual([]);
      expect(await withoutThose(stores.documents, away).scopes()).toEqual(['curbside']);
      const lines: string[] = [];
      await listCommunities(stores, (line) => lines.push(line));
      expect(lines.join('\n')).toContain('was interrupted');
    });
    // Known under the name that is held back: whoever acts there is not taken for somebody of a new community.
    expect((await contentsOf(to)).communities).toEqual([app.scope]);
  }
  await within(to, (stores) => keepCommunity(stores, app.scope, () => {}));
  expect(await contentsOf(to)).toEqual(nothing);
  const cut = arrive(from, to, file, (line) => {
    if (line.startsWith('Stored') && line.includes('outbox')) throw new Error('the power went');
  });
  await expect(cut).rejects.toThrow('the power went');
  await arrive(from, to, file);
  expect(await within(to, ({ documents }) => stored(documents, app.scope))).toEqual(had);
  expect(await within(to, async ({ documents }) => [...(await awayIn(documents))])).toEqual([]);
});

const failing = (line: string): void => {
  if (line.includes('× consultation')) throw new Error('the power went');
};

it('an export that fails leaves everything as it was, and no file', async () => {
  const held = () =>
    within(from, ({ documents }) => documents.read('curbside', (read) => read.find(Leaving, 'id', { all: true })));
  const before = await held();
  const to = await place('there');
  await expect(leave(from, await empty(), 'team', to, failing)).rejects.toThrow('the power went');
  expect(await held()).toEqual(before);
  expect(await readdir(dirname(to))).toEqual([]);
});

it('takes the place of a community that somebody only looked into, and of no other', async () => {
  const looked = await openTestApp({ key: theirs, on: 'folder' });
  small.removedLater(looked.folder);
  await (await looked.person('team/ada')).does('curbside.home');
  const early = looked.scope;
  await looked.close();
  const to = inFolder(looked.folder, theirs);
  await arrive(from, to, file);
  expect(await contentsOf(to)).toEqual({ scopes: [app.scope], communities: [app.scope] });
  expect(early).not.toBe(app.scope);
  await expect(arrive(from, to, file)).rejects.toThrow('is here already');

  const used = await openTestApp({ key: theirs, on: 'folder' });
  small.removedLater(used.folder);
  await group(used, ['team/zoe']);
  const theirsBefore = await stored(used.store, used.scope);
  await used.close();
  await expect(arrive(from, inFolder(used.folder, theirs), file)).rejects.toThrow('is here already');
  await within(inFolder(used.folder, theirs), async ({ documents }) =>
    expect(await stored(documents, used.scope)).toEqual(theirsBefore),
  );
});

it('holds the community back once it is exported, and erases it for its receipt alone', async () => {
  const back = await openTestApp({ folder: app.folder, key: ours, now: app.now() });
  const away = await awayIn(back.store);
  const core = notServing(back.core, away);
  const { who } = await back.person('team/ada');
  const asked = { eventId: 'x', scope: back.scope, who, command: 'curbside.home', input: {}, channel: 'C1' };
  const told = await core.handle({ ...asked, manages: true, zone: null, locale: 'en' });
  expect(told.is === 'refused' && words(told.view)).toContain('is moving to another computer');
  await core.happened({ ...asked, command: 'platform.uninstalled', manages: false, zone: null, locale: null });
  expect(await stored(back.store, back.scope)).toEqual(small.all);
  await back.close();

  const erase = (receipt: string) =>
    within(from, (stores) => eraseCommunity(stores, { community: 'team', receipt }, () => {}));
  await expect(erase('0000-0000-0000-0000-0000')).rejects.toThrow('isn’t the receipt');
  const receipt = await arrive(from, await empty(), file);
  await within(from, (stores) => keepCommunity(stores, 'team', () => {}));
  await expect(erase(receipt)).rejects.toThrow('wasn’t exported, or the export was undone');
  const open = await openTestApp({ folder: app.folder, key: ours, now: app.now() });
  expect((await awayIn(open.store)).size).toBe(0);
  expect(words(await expectCard((await open.person('team/ada')).does('consult.mine')))).toContain('running over');
  await open.close();
  await expect(leave(from, await empty(), 'team', await place('none'), failing)).rejects.toThrow('the power went');
  expect(await within(from, async ({ documents }) => (await awayIn(documents)).size)).toBe(0);
  // A later export has a receipt of its own.
  const second = await place('second');
  const to = await empty();
  await leave(from, to, 'team', second);
  await expect(erase(receipt)).rejects.toThrow('isn’t the receipt');
  await erase((await arrive(from, to, second)).toLowerCase().replaceAll('-', ' '));
  expect(await contentsOf(from)).toEqual(nothing);
  await expect(erase(receipt)).rejects.toThrow('no community of this name');
});

it('a community that comes back is not held back for how it left', async () => {
  const to = await empty();
  // Cut short at the very end, erasing left nothing but this.
  const left = { id: app.scope, at: 1, receipt: 'r', erasing: true };
  await within(to, ({ documents }) => documents.transact('curbside', (tx) => tx.put(Leaving, left)));
  await arrive(from, to, file);
  expect(await within(to, async ({ documents }) => [...(await awayIn(documents))])).toEqual([]);
});

it('stays on hold when everything else is moved between a folder and a database', async () => {
  const [old, to] = [await empty(ours), await empty(ours)];
  await within(old, ({ documents }) =>
    documents.transact('curbside', (tx) => tx.put(Leaving, { id: app.scope, at: 1, receipt: 'r', erasing: false })),
  );
  const [one, other] = [await old.open(), await bare(to)];
  await move(one, other, () => {});
  expect([...(await awayIn(other.documents))]).toEqual([[app.scope, 'leaving']]);
  await Promise.all([one.close(), other.close()]);
});

/** Opened without a word of which version it is. */
async function bare(house: House) {
  const stores = await house.open();
  await stores.documents.transact('curbside', (tx) => tx.remove(Version, 'version'));
  return stores;
}

it('goes by the community in the platform’s name of a person', () => {
  expect(memberId('guild', 'user')).toBe('guild/user');
  expect(personId('team', 'user')).toBe('team/user');
});

it('a hash under the key of the installation is used only where a move was thought of', async () => {
  const root = join(import.meta.dirname, '../../../src');
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const hashing = await Promise.all(
    files.map(async (file) => (/\bdigest\(/.test(await readFile(join(root, file), 'utf8')) ? [file] : [])),
  );
  expect(hashing.flat().sort()).toEqual([
    'app.ts',
    // Who stood behind a summary: `group-summary/moving.ts`.
    'features/checkin/group-summary/moving.ts',
    'features/checkin/group-summary/release.ts',
    // Codes for linking accounts: for ten minutes, and not moved.
    'features/consultation/my-log/accounts.ts',
    // Export codes: `leaving/moving.ts`. Who redeemed one within the last hour is forgotten in a move.
    'features/supervision/leaving/code.ts',
    'features/supervision/leaving/elsewhere.ts',
    'features/supervision/leaving/moving.ts',
    'features/supervision/leaving/redeem-here.ts',
    'ports/vault.ts',
    'runtime/context.ts',
    'runtime/dispatch.ts',
    'runtime/scheduler.ts',
    'storage/moving.ts',
  ]);
});
