import type { Read } from '../../ports/store.ts';
import { type Asked, type Context, memberOf } from '../../runtime/context.ts';
import type { DueChange } from '../../runtime/decision.ts';
import { scrubJob } from '../../runtime/scrub-journal.ts';
import { allOf } from '../../storage/find-all.ts';
import { type Member, Members, memberId } from '../group/model.ts';
import { type Author, type Consultation, Consultations, Replies, type Reply } from './model.ts';
import { Delayed } from './thread/delayed.ts';
import type { Named } from './thread/views.ts';

/**
 * Is this mine? A named author is compared; an anonymous one is recognized by the token that only their own key makes.
 * There is no function that goes from a token to a person.
 */
export async function isMine(ctx: Asked, of: Pick<Consultation | Reply, 'id' | 'author'>): Promise<boolean> {
  if (of.author.as === 'me') return of.author.person === ctx.me;
  return of.author.as === 'anonymous' && of.author.token !== '' && of.author.token === (await ctx.mine(of.id));
}

/** The author to write down for something new of mine. */
export async function authorOf(ctx: Asked, id: string, anonymous: boolean): Promise<Author> {
  if (anonymous) return { as: 'anonymous', token: await ctx.mine(id) };
  return { as: 'me', person: ctx.me, credential: memberOf(ctx).credential };
}

/**
 * The id under which a draft is posted. It follows from the draft for its author alone, so that a second press finds
 * what the first one made, and the stored draft (which names its owner) does not point at an anonymous post.
 */
export const postedId = async (ctx: Asked, draft: string): Promise<string> =>
  (await ctx.mine(`post ${draft}`)).slice(0, 16);

/**
 * The same for something new. A form sent again after its draft was posted makes that draft anew: what stands keeps its id,
 * and nobody can join a post by name and one without.
 */
export async function newPostId(ctx: Context, draft: string): Promise<string> {
  const id = await postedId(ctx, draft);
  const stands =
    (await ctx.read.get(Consultations, id)) ?? (await ctx.read.get(Replies, id)) ?? (await ctx.read.get(Delayed, id));
  return stands === null ? id : ctx.ids.next();
}

/**
 * What somebody does without a name shares a line of the journal with the draft it came from, and that names its owner.
 * Within the hour the store drops such lines; once an hour at most, however much is asked.
 */
export const scrubsLater = (author: Author, now: number): DueChange[] =>
  author.as === 'anonymous' ? [{ schedule: scrubJob(now) }] : [];

/**
 * The memberships under which authors write, in their order: of the group, or of their own where they answer as an expert.
 * Who has left that one and is in the group by now is a member here; null for who is in neither, and without a name.
 */
export async function membersOf(read: Read, group: string, authors: readonly Author[]): Promise<(Member | null)[]> {
  const ids = authors.flatMap((author) => {
    if (author.as !== 'me') return ['', ''];
    const here = memberId(group, author.person);
    return [author.home === undefined ? here : memberId(author.home, author.person), here];
  });
  const members = await read.getMany(Members, ids);
  return authors.map((_, i) => members[2 * i] ?? members[2 * i + 1] ?? null);
}

/** Authors as colleagues see them: with the credential that stands beside a name; whoever left the group is a former member. */
export async function namedAll(read: Read, group: string, authors: readonly Author[]): Promise<Named[]> {
  const members = await membersOf(read, group, authors);
  return authors.map((author, i) => {
    if (author.as !== 'me') return { author, credential: null };
    const member = members[i];
    if (!member) return { author: { as: 'former', credential: author.credential }, credential: null };
    return { author, credential: member.credential };
  });
}

/** One of them. */
export async function named(read: Read, group: string, author: Author): Promise<Named> {
  const [found] = await namedAll(read, group, [author]);
  return found ?? { author, credential: null };
}

/** The ids of the groups that I am in. */
const myGroups = async (ctx: Asked): Promise<string[]> =>
  (await allOf(ctx.read, Members, 'person', { equal: ctx.me })).map((m) => m.group);

/** Everything that I asked in this community, newest first: under my name, and anonymously in the groups I am in. */
export async function myConsultations(ctx: Asked): Promise<Consultation[]> {
  const byName = await allOf(ctx.read, Consultations, 'person', { equal: ctx.me });
  const anonymous = await allOf(ctx.read, Consultations, 'anonymous', { anyOf: await myGroups(ctx) });
  return [...byName, ...(await ofMine(ctx, anonymous))].sort((a, b) => b.askedAt - a.askedAt);
}

/** My replies without a name, in the groups I am in, oldest first. */
export async function myAnonymousReplies(ctx: Asked): Promise<Reply[]> {
  const anonymous = await allOf(ctx.read, Replies, 'anonymous', { anyOf: await myGroups(ctx) });
  return (await ofMine(ctx, anonymous)).sort((a, b) => a.at - b.at);
}

async function ofMine<T extends Consultation | Reply>(ctx: Asked, all: readonly T[]): Promise<T[]> {
  const mine = await Promise.all(all.map((one) => isMine(ctx, one)));
  return all.filter((_, i) => mine[i]);
}
