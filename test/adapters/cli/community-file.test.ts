import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { notServing, withoutThose } from '../../../adapters/cli/community/away.ts';
import { headerFor, linesOf, newestMigration, readLines } from '../../../adapters/cli/community/contents.ts';
import { eraseCommunity, keepCommunity } from '../../../adapters/cli/community/erase.ts';
import { listCommunities } from '../../../adapters/cli/community/list.ts';
import { receivingKey } from '../../../adapters/cli/community/receiving-key.ts';
import { openSigned, writeSigned } from '../../../adapters/cli/community/signed-file.ts';
import { awayIn } from '../../../adapters/cli/community/standing.ts';
import { createSigner } from '../../../adapters/documents/signed/signer.ts';
import { communitiesIn } from '../../../adapters/node/vault-community.ts';
import { arrive, folder, type House, inFolder, leave, within } from '../../fixtures/moving.ts';
import { ask } from '../../fixtures/steps.ts';
import { stored } from '../../fixtures/stored.ts';
import { expectCard, group, openTestApp, type Person, type TestApp } from '../../fixtures/test-app.ts';
import { words } from '../../fixtures/view-text.ts';

const [ours, theirs, others] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8), Buffer.alloc(32, 9)];
const question = 'How do I begin with a silent group?';
const six = ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye'].map((name) => `team/${name}`);

let app: TestApp;
let from: House;
let file: string;
let had: Awaited<ReturnType<typeof stored>>;
const folders: string[] = [];

/** A new installation without data. */
async function empty(key = theirs): Promise<House> {
  const at = await folder();
  folders.push(at);
  return inFolder(at, key);
}

beforeAll(async () => {
  app = await openTestApp({ key: ours, on: 'folder' });
  const people = Object.values(await group(app, six)) as [Person, Person, ...Person[]];
  await ask(people[1], { question }, 'Post anonymously');
  await ask(people[0], { question: 'How do I end a session that keeps running over?' });
  had = await stored(app.store, app.scope);
  await app.close();
  from = inFolder(app.folder, ours);
  file = join(await folder(), 'community');
  folders.push(dirname(file));
  await leave(from, await empty(), app.scope, file);
});
afterAll(() => Promise.all([app.folder, ...folders].map((at) => rm(at, { recursive: true, force: true }))));

/** What is in an installation. */
const contentsOf = (house: House) =>
  within(house, async ({ documents, people }) => ({
    scopes: (await documents.scopes()).filter((scope) => scope !== 'curbside'),
    communities: (await communitiesIn(people)).map(({ id }) => id),
  }));
const nothing = { scopes: [], communities: [] };

/** The file with other bytes in it. */
async function changed(change: (bytes: Buffer) => Buffer): Promise<string> {
  const at = join(await folder(), 'changed');
  folders.push(dirname(at));
  await writeFile(at, change(Buffer.from(await readFile(file))));
  return at;
}

it('holds what the folder holds and no more, for one installation alone, and shows nothing of it', async () => {
  const bytes = await readFile(file);
  for (const told of [question, 'team', 'ada', app.scope, 'consultation']) expect(bytes.includes(told)).toBe(false);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(dirname(file))).toEqual(['community']);
  const signed = await openSigned(file);
  const { header, vault, documents } = await readLines(signed.lines(await receivingKey(theirs)));
  const inFile: unknown[] = [];
  for await (const { kind, doc } of documents) inFile.push({ kind: kind.name, doc });
  await signed.close();
  // Whoever reads both learns of an anonymous question what the folder told: nothing was added that leads to its author.
  expect(inFile).toEqual(had);
  expect(header.community.called).toBe('team');
  expect(vault.people.map(({ called }) => called).sort()).toEqual(six);
});

it('refuses a file that was changed anywhere, and leaves nothing', async () => {
  const to = await empty();
  const size = (await stat(file)).size;
  const head = (await readFile(file)).indexOf('\n', 30);
  for (const at of [
    25,
    40,
    head - 10,
    head + 5,
    head + 60,
    2000,
    Math.floor(size / 2),
    size - 100,
    size - 50,
    size - 3,
  ]) {
    const one = await changed((bytes) => {
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    });
    await expect(arrive(from, to, one), `byte ${at}`).rejects.toThrow(
      /was altered|isn’t a community|another installation/,
    );
  }
  for (const [is, change] of Object.entries({
    'cut short': (bytes: Buffer) => bytes.subarray(0, size - 5000),
    longer: (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('\n')]),
    'without its signature': (bytes: Buffer) => bytes.subarray(0, size - 90),
    'nearly nothing': (bytes: Buffer) => bytes.subarray(0, 30),
  }))
    await expect(arrive(from, to, await changed(change)), is).rejects.toThrow(/was altered/);
  await expect(arrive(from, to, await changed(() => Buffer.from('hello')))).rejects.toThrow('isn’t a community');
  expect(await contentsOf(to)).toEqual(nothing);
});

it('refuses what another one signed, and what is for another one', async () => {
  const to = await empty();
  const attacker = inFolder('', others);
  await expect(arrive(attacker, to, file)).rejects.toThrow('was signed by another installation');
  await expect(arrive(from, await empty(others), file)).rejects.toThrow('is for another installation');
  // Somebody who cannot open it puts their own signature on it.
  const again = await changed((bytes) => {
    const mine = createSigner(others);
    const end = bytes.indexOf('\n', 30) + 1;
    const inside = bytes.subarray(end, bytes.length - 90);
    const [first, head] = bytes.subarray(0, end).toString().split('\n') as [string, string];
    const claims = `${first}\n${JSON.stringify({ ...JSON.parse(head), by: mine.publicKey })}\n`;
    const all = Buffer.concat([Buffer.from(claims), inside]);
    return Buffer.concat([all, Buffer.from(`\n${mine.sign(`${first}\n${sha256(all)}`)}\n`)]);
  });
  await expect(arrive(attacker, to, again)).rejects.toThrow('doesn’t hold a whole community');
  expect(await contentsOf(to)).toEqual(nothing);
});

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A file with other contents that the right one signed. */
async function made(
  change: (header: Record<string, unknown>) => object,
  lines: readonly string[] = [],
): Promise<string> {
  const at = join(await folder(), 'made');
  folders.push(dirname(at));
  const signer = createSigner(ours);
  const { recipient } = await receivingKey(theirs);
  const community = { id: 'fake.abc', platform: 'fake', called: 'abc' };
  const facts = { recipient, signer: signer.publicKey, at: 0, secret: 'AAAA', community, signers: [], people: 0 };
  const header = headerFor(facts);
  const all = async function* () {
    const usual: string[] = [];
    for await (const line of linesOf(header, { community, people: [], links: [] }, none())) usual.push(line);
    yield* [JSON.stringify(change({ ...header })), ...lines, ...usual.slice(1)];
  };
  await writeSigned(at, { recipient, signer }, all());
  return at;
}
async function* none(): AsyncGenerator<never> {}

it('refuses what another version wrote, and documents that this one cannot read', async () => {
  const to = await empty();
  const next = await changed((bytes) =>
    Buffer.from(bytes.toString('latin1').replace('community/1', 'community/2'), 'latin1'),
  );
  await expect(arrive(from, to, next)).rejects.toThrow('newer version');
  const kinds = (n: number) => made((h) => ({ ...h, kinds: { ...(h.kinds as object), group: n } }));
  await expect(arrive(from, to, await kinds(99))).rejects.toThrow('newer version');
  await expect(arrive(from, to, await made((h) => ({ ...h, migration: newestMigration + 1 })))).rejects.toThrow(
    'newer',
  );
  await expect(arrive(from, to, await made((h) => ({ ...h, migration: newestMigration - 1 })))).rejects.toThrow(
    'older',
  );
  await expect(arrive(from, to, await made((h) => ({ ...h, people: 3 })))).rejects.toThrow(
    'doesn’t hold a whole community',
  );
  const strange = JSON.stringify({ is: 'doc', kind: 'group', doc: { id: 'g' } });
  await expect(arrive(from, to, await made((h) => h, [strange]))).rejects.toThrow('kind “group”');
  const key = Buffer.alloc(32).toString('base64');
  const foreign = JSON.stringify({ is: 'person', ref: 'p1', called: 'elsewhere/ada', key });
  await expect(arrive(from, to, await made((h) => ({ ...h, people: 1 }), [foreign]))).rejects.toThrow(
    'doesn’t hold a whole',
  );
  const unknown = JSON.stringify({ is: 'doc', kind: 'unheardOf', doc: { id: 'g' } });
  await expect(arrive(from, to, await made((h) => h, [unknown]))).rejects.toThrow('newer version');
  expect(await contentsOf(to)).toEqual(nothing);
});

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
    expect((await contentsOf(to)).communities).toEqual([]);
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

it('takes the place of a community that somebody only looked into, and of no other', async () => {
  const looked = await openTestApp({ key: theirs, on: 'folder' });
  folders.push(looked.folder);
  await (await looked.person('team/ada')).does('curbside.home');
  const early = looked.scope;
  await looked.close();
  const to = inFolder(looked.folder, theirs);
  await arrive(from, to, file);
  expect(await contentsOf(to)).toEqual({ scopes: [app.scope], communities: [app.scope] });
  expect(early).not.toBe(app.scope);
  await expect(arrive(from, to, file)).rejects.toThrow('is here already');

  const used = await openTestApp({ key: theirs, on: 'folder' });
  folders.push(used.folder);
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
  expect(await stored(back.store, back.scope)).toEqual(had);
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
  // A later export has a receipt of its own.
  const second = join(dirname(file), 'second');
  const to = await empty();
  await leave(from, to, 'team', second);
  await expect(erase(receipt)).rejects.toThrow('isn’t the receipt');
  await erase((await arrive(from, to, second)).toLowerCase().replaceAll('-', ' '));
  expect(await contentsOf(from)).toEqual(nothing);
  await expect(erase(receipt)).rejects.toThrow('no community of this name');
});
