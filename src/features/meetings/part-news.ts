import type { Read } from '../../ports/store.ts';
import type { Context } from '../../runtime/context.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { isUnsent, rowsOf } from '../../runtime/outbox/model.ts';
import { hourMs } from '../../time/durations.ts';
import { outsideQuiet } from '../../time/time.ts';
import type { Card } from '../../view/view.ts';
import { Groups, type Member, Members, memberId } from '../group/model.ts';
import type { Meeting } from './model.ts';
import { isPartCard, lostTurnCard, partCard, partOverCard } from './part-views.ts';
import { remindedAt } from './reminder.ts';
import { partOf, partsIn } from './rota.ts';

/** A message to one person about their part in a meeting. When it has begun, it says nothing new. */
export const aboutPart = (
  ctx: Pick<Context, 'ids' | 'now'>,
  m: Meeting,
  person: string,
  post: Card,
  before = m.at,
): Send => ({
  post,
  id: ctx.ids.next(),
  to: { is: 'direct', person },
  subject: m.id,
  notBefore: ctx.now,
  quiet: { group: m.group, before },
  notAfter: m.at,
  orNextAnswer: true,
});

interface Known {
  /** Those who know already, as they did it or are told otherwise. */
  readonly by: readonly string[];
  /** A question took the turn. */
  readonly question?: boolean;
  /** Who is a member from this very decision on. */
  readonly joined?: Member;
  /** When (ms) those who have a part are reminded from this decision on; left out where it changes nothing of that. */
  readonly remindedAt?: number | null;
}

/** A reminder that comes so soon (ms) after the news of a part says the same: there is one message. */
const soonMs = 3 * hourMs;

/**
 * Whoever has another part in a planned meeting than before is told, whether they got it, got it back, or lost it: members who
 * did not switch messages off, once quiet time is over. Every change of who presents or facilitates goes through here, so
 * that nobody relies on an older message.
 */
export async function partNews(
  ctx: Pick<Context, 'read' | 'ids' | 'now'>,
  before: Meeting,
  after: Meeting,
  { by, question = false, joined, remindedAt: given }: Known,
): Promise<Send[]> {
  const group = await ctx.read.get(Groups, after.group);
  if (group === null) return [];
  // Of a meeting that moved they know the time that it was to be at.
  const at = Math.min(before.at, after.at);
  const told = outsideQuiet(ctx.now, group, at);
  const reminded = given === undefined ? await remindedAt(ctx.read, after) : given;
  const isReminded = reminded !== null && reminded <= told + soonMs;
  const waits = await waitingNews(ctx.read, after.id);
  const isTold = await readersOf(ctx.read, after.group, [before, after], joined);
  const isOld = (person: string): boolean => {
    const is = partOf(after, person);
    return is !== partOf(before, person) || (is !== null && before.at !== after.at);
  };
  const news = (person: string): Card | null => {
    const [was, is] = [partOf(before, person), partOf(after, person)];
    if (was === is && !(isOld(person) && waits.has(person))) return null;
    if (question && was === 'presents' && is !== 'presents') return lostTurnCard(after, person);
    if (is === null) return was === null ? null : partOverCard(before, person);
    return isReminded ? null : partCard(after, person);
  };
  const changed = isTold.filter((person) => !by.includes(person));
  return [
    ...[...waits].flatMap(([person, ids]) => (isOld(person) ? removed(after, ids) : [])),
    ...changed.flatMap((person) => {
      const post = news(person);
      return post === null ? [] : [aboutPart(ctx, after, person, post, at)];
    }),
  ];
}

/** Who has a part in one of these meetings, and is a member who wants messages. */
async function readersOf(
  read: Read,
  group: string,
  meetings: readonly Meeting[],
  joined: Member | undefined,
): Promise<string[]> {
  const people = [...new Set(meetings.flatMap(partsIn))];
  const members = await read.getMany(
    Members,
    people.map((person) => memberId(group, person)),
  );
  return people.filter((person, i) => (person === joined?.person ? joined : members[i])?.messages === true);
}

/** News of a meeting that did not leave yet, by person: it is out of date once something changes again. */
async function waitingNews(read: Read, meeting: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const row of await rowsOf(read, meeting))
    if (row.to.is === 'direct' && isUnsent(row) && row.view !== null && isPartCard(row.view))
      found.set(row.to.person, [...(found.get(row.to.person) ?? []), row.id]);
  return found;
}

const removed = (m: Meeting, rows: readonly string[]): Send[] => rows.map((remove) => ({ remove, subject: m.id }));

/** Takes back what nobody was told of yet: the meeting does not take place. */
export const noNews = async ({ read }: Pick<Context, 'read'>, m: Meeting): Promise<Send[]> =>
  removed(m, [...(await waitingNews(read, m.id)).values()].flat());
