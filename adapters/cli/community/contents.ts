import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { asRead, type Doc, type Kind, migrations, storedKinds } from '../../../src/index.ts';
import type { OfCommunity, Unwrapped } from '../../node/vault-community.ts';
import { AccountLink, Community } from '../../node/vault-kinds.ts';
import { asStored } from '../migrate/copy.ts';
import { InputRefused } from '../settings.ts';
import { newer } from './signed-file.ts';

/** The newest migration of this version: what is older or newer cannot be put beside its data. */
export const newestMigration = Math.max(0, ...migrations.map(({ number }) => number));

const versions: Readonly<Record<string, number>> = Object.fromEntries(
  storedKinds.map((kind) => [kind.name, kind.migrations?.length ?? 0]),
);

/** The first line of what is encrypted. */
const Header = z.object({
  /** Of the version that wrote it: of its store, and of each kind. */
  migration: z.number().int(),
  kinds: z.record(z.string(), z.number().int()),
  /** The same as outside: whoever signs a file again without being able to open it is noticed. */
  recipient: z.string(),
  signer: z.string(),
  at: z.number(),
  /** What a receipt is made of, by whoever can open this. */
  secret: z.string(),
  community: Community.schema,
  /** Installations that it was in before the one that signed this. */
  signers: z.array(z.object({ publicKey: z.string(), fingerprint: z.string(), until: z.number() })),
  people: z.number().int(),
});
export type Header = z.output<typeof Header>;

/** A line after the first. */
const Line = z.discriminatedUnion('is', [
  z.object({ is: z.literal('person'), ref: z.string(), called: z.string(), key: z.base64() }),
  z.object({ is: z.literal('link'), link: AccountLink.schema }),
  z.object({ is: z.literal('doc'), kind: z.string(), doc: z.looseObject({ id: z.string() }) }),
  /** The last one: how many documents of each kind there were. */
  z.object({ is: z.literal('end'), counts: z.record(z.string(), z.number().int()) }),
]);

/** A document, and the kind it is of. */
export interface Piece {
  readonly kind: Kind<Doc>;
  readonly doc: Doc;
}

export const headerFor = (facts: Omit<Header, 'migration' | 'kinds'>): Header => ({
  migration: newestMigration,
  kinds: { ...versions },
  ...facts,
});

/** All lines of a file: what it is, people with their keys, documents of each kind in the order of their random ids. */
export async function* linesOf(
  header: Header,
  { people, links }: OfCommunity,
  documents: AsyncIterable<{ readonly kind: string; readonly doc: Doc }>,
): AsyncGenerator<string> {
  yield JSON.stringify(header);
  for (const { ref, called, key } of people)
    yield JSON.stringify({ is: 'person', ref, called, key: key.toString('base64') });
  for (const link of links) yield JSON.stringify({ is: 'link', link });
  const counts: Record<string, number> = {};
  for await (const { kind, doc } of documents) {
    counts[kind] = (counts[kind] ?? 0) + 1;
    yield JSON.stringify({ is: 'doc', kind, doc });
  }
  yield JSON.stringify({ is: 'end', counts });
}

/** What stands before the documents, and the documents, each as it lay in the store it came from. */
export interface Contents {
  readonly header: Header;
  readonly vault: OfCommunity;
  readonly documents: AsyncGenerator<Piece>;
}

/**
 * Reads the lines of a file. Each document is read as this version reads what is stored: by the migrations and the schema of its kind.
 * Rejects with an `InputRefused` at the first that does not fit, or where the end is missing.
 */
export async function readLines(lines: AsyncGenerator<string>): Promise<Contents> {
  const header = headerIn(await next(lines));
  const people: Unwrapped[] = [];
  const links: z.output<typeof AccountLink.schema>[] = [];
  for (;;) {
    const line = lineIn(await next(lines));
    if (line.is === 'person') people.push({ ref: line.ref, called: line.called, key: Buffer.from(line.key, 'base64') });
    else if (line.is === 'link') links.push(line.link);
    else {
      if (people.length !== header.people || !isOfOne(header.community, people, links)) throw unfit();
      return { header, vault: { community: header.community, people, links }, documents: piecesIn(line, lines) };
    }
  }
}

/** Nothing in it may be taken for somebody, or something, of another community here. */
function isOfOne(
  { id, platform, called }: Header['community'],
  people: OfCommunity['people'],
  links: OfCommunity['links'],
) {
  const ids = people.every((one) => one.called.startsWith(`${called}/`) && one.key.length === 32);
  const within = links.every(({ one, other }) => one.scope === id && other.scope === id);
  return ids && within && id.startsWith(`${platform}.`);
}

async function* piecesIn(first: z.output<typeof Line>, lines: AsyncGenerator<string>): AsyncGenerator<Piece> {
  const counts: Record<string, number> = {};
  let line = first;
  for (; line.is === 'doc'; line = lineIn(await next(lines))) {
    counts[line.kind] = (counts[line.kind] ?? 0) + 1;
    yield pieceOf(line.kind, line.doc);
  }
  if (line.is !== 'end' || !isDeepStrictEqual(line.counts, counts) || !(await lines.next()).done) throw unfit();
}

const byName = new Map(storedKinds.map((kind) => [kind.name, { kind, stored: asStored(kind) }]));

function pieceOf(name: string, doc: Doc): Piece {
  const known = byName.get(name);
  if (known === undefined) throw newer();
  try {
    asRead(known.kind, doc);
  } catch {
    throw new InputRefused(
      `This version can’t read a document of kind “${name}” in this file. Nothing was changed. Use the same version of Curbside on both sides, and export again.`,
    );
  }
  return { kind: known.stored, doc };
}

function headerIn(text: string): Header {
  const value = parsed(text);
  const version = z.object({ migration: z.number(), kinds: z.record(z.string(), z.number()) }).safeParse(value).data;
  if (version === undefined) throw unfit();
  const later = Object.entries(version.kinds).some(([kind, n]) => n > (versions[kind] ?? -1));
  if (later || version.migration > newestMigration) throw newer();
  if (version.migration < newestMigration)
    throw new InputRefused(
      'This community was exported by an older version of Curbside. Nothing was changed. Ask the other operator to update Curbside, start it once, and export again.',
    );
  const header = Header.safeParse(value).data;
  if (header === undefined) throw unfit();
  return header;
}

function lineIn(text: string): z.output<typeof Line> {
  const line = Line.safeParse(parsed(text)).data;
  if (line === undefined) throw unfit();
  return line;
}

async function next(lines: AsyncGenerator<string>): Promise<string> {
  const { value, done } = await lines.next();
  if (done) throw unfit();
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The signature holds, so this is what its signer made, or somebody signed what they could not open. */
export const unfit = (): InputRefused =>
  new InputRefused('This file doesn’t hold a whole community. Nothing was changed. Ask for a new export.');
