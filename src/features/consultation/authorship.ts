import type { Read } from '../../ports/store.ts';
import type { Asked } from '../../runtime/context.ts';
import type { DueChange } from '../../runtime/decision.ts';
import { untieJob } from '../../runtime/scrub-journal.ts';
import { allOf } from '../../storage/find-all.ts';
import { Members, memberId } from '../group/model.ts';
import { type Author, type Consultation, Consultations, Replies, type Reply } from './model.ts';
import type { Named } from './thread/views.ts';

/**
 * Is this mine? A named author is compared; an anonymous one is recognised by the token that only their own key makes.
 * There is no function that goes from a token to a person.
 */
export async function isMine(ctx: Asked, of: Pick<Consultation | Reply, 'id' | 'author'>): Promise<boolean> {
  if (of.author.as === 'me') return of.author.person === ctx.me;
  return of.author.as === 'anonymous' && of.author.token !== '' && of.author.token === (await ctx.mine(of.id));
}

/** The author to write down for something new of mine. */
export async function authorOf(ctx: Asked, id: string, anonymous: boolean): Promise<Author> {
  return anonymous ? { as: 'anonymous', token: await ctx.mine(id) } : { as: 'me', person: ctx.me };
}

/**
 * The id under which a draft is posted. It follows from the draft for its author alone, so that a second press finds
 * what the first one made, and the stored draft (which names its owner) does not point at an anonymous post.
 */
export const postedId = async (ctx: Asked, draft: string): Promise<string> =>
  (await ctx.mine(`post ${draft}`)).slice(0, 16);

/**
 * What somebody does without a name shares a line of the journal with the draft it came from, and that names its owner.
 * Within the hour the store drops such lines; once an hour at most, however much is asked.
 */
export const untied = (author: Author, now: number): DueChange[] =>
  author.as === 'anonymous' ? [{ schedule: untieJob(now) }] : [];

/** An author with the credential that stands beside a name. */
export async function named(read: Read, group: string, author: Author): Promise<Named> {
  if (author.as !== 'me') return { author, credential: null };
  return { author, credential: (await read.get(Members, memberId(group, author.person)))?.credential ?? null };
}

/** Everything that I asked in this community, newest first: under my name, and anonymously in the groups I am in. */
export async function myConsultations(ctx: Asked): Promise<Consultation[]> {
  const byName = await allOf(ctx.read, Consultations, 'person', { equal: ctx.me });
  const groups = (await allOf(ctx.read, Members, 'person', { equal: ctx.me })).map((m) => m.group);
  const anonymous: Consultation[] = [];
  for (const group of groups) {
    for (const c of await allOf(ctx.read, Consultations, 'anonymous', { equal: group }))
      if (await isMine(ctx, c)) anonymous.push(c);
  }
  return [...byName, ...anonymous].sort((a, b) => b.askedAt - a.askedAt);
}

/** My replies without a name, in the groups I am in, oldest first. */
export async function myAnonymousReplies(ctx: Asked): Promise<Reply[]> {
  const groups = new Set((await allOf(ctx.read, Members, 'person', { equal: ctx.me })).map((m) => m.group));
  const mine: Reply[] = [];
  for (const r of await allOf(ctx.read, Replies, 'consultation', { all: true }))
    if (r.author.as === 'anonymous' && groups.has(r.group) && (await isMine(ctx, r))) mine.push(r);
  return mine.sort((a, b) => a.at - b.at);
}

/** True when an author whose anonymous posts were stopped is me. */
export async function amMuted(ctx: Asked, group: string): Promise<boolean> {
  const muted = await allOf(ctx.read, Consultations, 'muted', { equal: group });
  for (const c of muted) if (await isMine(ctx, c)) return true;
  return false;
}
