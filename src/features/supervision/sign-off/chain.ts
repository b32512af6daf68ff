import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { Id, kind } from '../../../storage/kind.ts';
import { roles } from '../agreement/model.ts';

const acts = [
  'agreed',
  'signed',
  'void',
  'notice',
  'ended',
  'details',
  'leave',
  'unsignable',
  'signable',
  'met',
  'evaluated',
] as const;

/**
 * One act in an agreement that must not change afterwards. It names no person: `by` is a part in the agreement. `content` is
 * the salted hash of what was agreed or signed, whose salt lies with the content, so that nothing can be guessed from a
 * link once that is gone.
 */
export const Links = kind(
  'supervisionLink',
  z.object({
    id: z.string(),
    agreement: Id,
    n: z.number().int().min(0),
    act: z.enum(acts),
    /** The entry it is about; null of what is about the agreement. */
    entry: z.string().nullable(),
    by: z.enum(roles),
    at: z.number(),
    content: z.string(),
    before: z.string(),
    hash: z.string(),
  }),
  {
    indexes: { agreement: (l) => l.agreement },
    sealed: 'no',
    about: {
      what: 'A link of the chain of an agreement: that something was agreed, signed, or voided, when, and its salted hash',
      readBy: 'the bot, when it checks that nothing changed since',
      keptFor: 'as long as its agreement',
    },
  },
);
export type Link = z.output<typeof Links.schema>;

const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The hash of what is agreed or signed: values of any sort by name, in whatever order they come. */
export const contentHash = (salt: string, content: Readonly<Record<string, unknown>>): string =>
  hashOf(JSON.stringify([salt, Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))]));

const linkHash = ({ agreement, n, act, entry, by, at, content, before }: Omit<Link, 'id' | 'hash'>): string =>
  hashOf(JSON.stringify([agreement, n, act, entry, by, at, content, before]));

interface Head {
  readonly length: number;
  readonly hash: string;
}

/** The next link of a chain, and the chain with it. */
export function linked(
  agreement: string,
  head: Head,
  act: Pick<Link, 'act' | 'entry' | 'by' | 'at' | 'content'>,
): { readonly link: Link; readonly head: Head } {
  const bare = { agreement, n: head.length, ...act, before: head.hash };
  const hash = linkHash(bare);
  return { link: { id: `${agreement}.${head.length}`, ...bare, hash }, head: { length: head.length + 1, hash } };
}

/** The number of the first link that is not as it was made; null where all are, and none is missing. */
export function firstAltered(agreement: string, head: Head, links: readonly Link[]): number | null {
  const inOrder = [...links].sort((a, b) => a.n - b.n);
  let before = '';
  for (let n = 0; n < head.length; n++) {
    const link = inOrder[n];
    if (link === undefined || link.n !== n || link.agreement !== agreement) return n;
    if (link.before !== before || link.hash !== linkHash(link)) return n;
    before = link.hash;
  }
  return before === head.hash && inOrder.length === head.length ? null : head.length;
}
