import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { platformRoom } from '../../../ports/chat.ts';
import type { Read } from '../../../ports/store.ts';
import type { Context } from '../../../runtime/context.ts';
import { type DueChange, decided, show } from '../../../runtime/decision.ts';
import { DueJobs, due } from '../../../runtime/jobs.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { isUnsent, Outbox, rowsOf } from '../../../runtime/outbox/model.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { hourMs, minuteMs, weekMs } from '../../../time/durations.ts';
import { afterQuiet, dateOf, instantOf } from '../../../time/time.ts';
import { action, actions, body, card, thread, when } from '../../../view/build.ts';
import type { Card } from '../../../view/view.ts';
import { type Group, Groups, type Member, Members, memberId } from '../../group/model.ts';
import { repliesOf } from '../find.ts';
import { type Consultation, Consultations, type Reply } from '../model.ts';
import { isAway } from '../paused.ts';

/** Replies of so long (ms) are told of together. */
const batchMs = 15 * minuteMs;
const name = 'consult.heard';
/** `answers`: for whoever asked; `followUp`: for whoever answered, when the person who asked writes again. */
const whats = ['answers', 'followUp'] as const;
type What = (typeof whats)[number];

const Input = z.object({
  consultation: Id,
  of: z.enum(whats),
  since: z.coerce.number(),
  /** The one whom it is about, who was away when all others were told. */
  person: z.string().optional(),
});
type Input = z.output<typeof Input>;

/** How often (ms) it is looked whether somebody is back before they said they would be. */
const lookAgainMs = hourMs;

function job({ consultation, of, since, person }: Input, at: number) {
  const values = { consultation, of, since: String(since), ...(person ? { person } : {}) };
  return due(name, consultation, person ? `${of}.${person}` : of, at, weekMs, values);
}

/**
 * A reply was given: somebody may hear of it, once for all that come meanwhile. Whoever asked without a name is sent nothing,
 * so for their question there is no job either. A reply "as a colleague" counts like any other, whoever wrote it: an author
 * who is told nothing would be the one who wrote it.
 */
export async function tellLater(ctx: Context, c: Consultation, r: Reply): Promise<DueChange[]> {
  const of: What = byAsker(c, r) ? 'followUp' : 'answers';
  if (of === 'answers' && c.author.as !== 'me') return [];
  const group = await ctx.read.get(Groups, c.group);
  const input = { consultation: c.id, of, since: r.at };
  const row = job(input, 0);
  if (group === null || (await ctx.read.get(DueJobs, row.id)) !== null) return [];
  return [{ schedule: job(input, heardAt(c, group, ctx.now + batchMs)) }];
}

/** What is said where somebody may be at risk is told by night too. */
const heardAt = ({ urgency }: Consultation, { quiet, zone }: Group, at: number): number =>
  urgency === 'risk' ? at : afterQuiet(at, quiet, zone);

/** In the voice of the person who asked, as colleagues see it. */
const byAsker = (c: Consultation, r: Reply): boolean =>
  r.voice === 'asker' || (r.voice === 'me' && nameOf(r) !== null && nameOf(r) === nameOf(c));

const nameOf = ({ author }: Consultation | Reply): string | null => (author.as === 'me' ? author.person : null);

/** The question is closed: what was to be told of its replies, and has not been sent, would lead to something that is over. */
export async function notHeard(read: Read, consultation: string): Promise<Send[]> {
  const news = (await rowsOf(read, consultation)).filter(
    (r) => r.op === 'post' && r.to.is === 'direct' && isUnsent(r) && r.view?.summary.key.startsWith('heard.'),
  );
  return news.map((r) => ({ remove: r.id, subject: consultation }));
}

/** Tells those who have not answered since, each once, outside quiet hours; whoever is away is told on their return. */
export const heard = command({
  name,
  who: 'timer',
  ack: 'silent',
  input: Input,
  decide: async (input, ctx) => {
    const nothing = decided(show('curbside.home'));
    const c = await ctx.read.get(Consultations, input.consultation);
    const group = c && (await ctx.read.get(Groups, c.group));
    if (!c || !group || c.status !== 'open' || group.gone !== null) return nothing;
    const open = heardAt(c, group, ctx.now);
    if (open > ctx.now) return { ...nothing, due: [{ schedule: job(input, open) }] };
    const line = await ctx.read.get(Outbox, c.rows.card);
    const all = newTo(c, await repliesOf(ctx.read, c.id), input.of, input.since);
    const counts = all.filter(({ person }) => input.person === undefined || person === input.person);
    const members = await ctx.read.getMany(
      Members,
      counts.map(({ person }) => memberId(c.group, person)),
    );
    const listening = counts.flatMap((news, i) => (members[i]?.messages ? [{ ...news, away: members[i].away }] : []));
    const away = ({ away: days }: (typeof listening)[number]) =>
      days !== null && isAway(dateOf(ctx.now, days.zone), days);
    const wanted = listening.filter((one) => !away(one));
    return {
      ...nothing,
      due: await later(ctx, input, listening.filter(away)),
      sends: wanted.map(({ person, n }, i) => ({
        post: heardCard(c, group, { of: input.of, n, line: line?.ref ?? null }),
        id: ctx.ids.next(),
        to: { is: 'direct', person },
        subject: c.id,
        orNextAnswer: true,
        notBefore: ctx.now + i * platformRoom.directPauseMs,
        quiet: c.urgency === 'risk' ? 'atOnce' : { group: c.group },
      })),
    };
  },
});

/** One job for each who is away, from the first reply that they were not told of. */
async function later(ctx: Context, input: Input, held: readonly (News & Pick<Member, 'away'>)[]): Promise<DueChange[]> {
  const jobs = held.map(({ person, away }) => {
    const back = away?.until ? instantOf(away.until, '00:00', away.zone) : Number.POSITIVE_INFINITY;
    return job({ ...input, person }, Math.min(ctx.now + lookAgainMs, back));
  });
  const there = await ctx.read.getMany(
    DueJobs,
    jobs.map(({ id }) => id),
  );
  return jobs.flatMap((row, i) => (there[i] && input.person === undefined ? [] : [{ schedule: row }]));
}

interface News {
  readonly person: string;
  readonly n: number;
}

/** Who hears of it, and of how many replies: of those since the batch began that came after the last of their own. */
function newTo(c: Consultation, all: readonly Reply[], of: What, since: number): News[] {
  const readable = all.filter((r) => r.text !== null && !r.hidden);
  const news = readable.filter((r) => r.at >= since && byAsker(c, r) === (of === 'followUp'));
  const asker = nameOf(c);
  const people =
    of === 'answers'
      ? asker === null
        ? []
        : [asker]
      : [...new Set(readable.flatMap((r) => nameOf(r) ?? []))].filter((person) => person !== asker);
  return people.flatMap((person) => {
    const last = Math.max(0, ...readable.flatMap((r) => (nameOf(r) === person ? [r.at] : [])));
    const n = news.filter((r) => r.at > last).length;
    return n > 0 ? [{ person, n }] : [];
  });
}

/** No word of the case or of a reply: a notification shows it on a locked screen. */
function heardCard(c: Consultation, group: Group, of: { of: What; n: number; line: string | null }): Card {
  const says = of.of === 'answers' ? say('heard.answers', { n: of.n }) : say('heard.followUp', { n: of.n });
  return card(says, [
    body(
      says,
      when(c.askedAt, 'date'),
      ...(of.line === null ? [] : [say('word.dot'), thread(say('posted.openThread'), group.channel, of.line)]),
    ),
    actions(
      action(say('own.open'), 'consult.show', { group: c.group, consultation: c.id }, { tone: 'main' }),
      action(say('messages.stop'), 'consult.messages', { group: c.group, on: 'no' }),
    ),
  ]);
}
