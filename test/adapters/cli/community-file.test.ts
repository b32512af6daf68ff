import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headerFor, linesOf, newestMigration, readLines } from '../../../adapters/cli/community/contents.ts';
import { receivingKey } from '../../../adapters/cli/community/receiving-key.ts';
import { openSigned, writeSigned } from '../../../adapters/cli/community/signed-file.ts';
import { createSigner } from '../../../adapters/documents/signed/signer.ts';
import { arrive, inFolder } from '../../fixtures/moving.ts';
import {
  contentsOf,
  type Exported,
  exported,
  nothing,
  others,
  ours,
  question,
  six,
  theirs,
} from '../../fixtures/moving-small.ts';

let small: Exported;
let { app, from, file, had, empty, changed, place } = {} as Exported;
beforeAll(async () => {
  small = await exported();
  ({ app, from, file, had, empty, place } = small);
  changed = small.changed.bind(small);
});
afterAll(() => small.remove());

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
  const at = await place('made');
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
