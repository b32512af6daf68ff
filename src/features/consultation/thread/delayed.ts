import { z } from 'zod';
import type { Read } from '../../../ports/store.ts';
import type { Asked, Context } from '../../../runtime/context.ts';
import { type Decision, type DueChange, drop, put } from '../../../runtime/decision.ts';
import { due, timeKey } from '../../../runtime/jobs.ts';
import { scrubJob } from '../../../runtime/scrub-journal.ts';
import { allOf } from '../../../storage/find-all.ts';
import { Id, kind } from '../../../storage/kind.ts';
import { always, minuteMs } from '../../../time/durations.ts';
import { CaseText, type Consultation, dayEnd, needs, Replies, topics, urgencies } from '../model.ts';

/**
 * Minutes that what somebody without a name does in a thread waits, drawn anew each time to the millisecond: colleagues who
 * see who is there must not be able to tell by the moment who it was.
 */
export const delay = { min: 1, max: 5 } as const;

/** What was done without a name and has not happened yet. */
export const Act = z.discriminatedUnion('is', [
  z.object({ is: z.literal('reply'), reply: Replies.schema }),
  z.object({ is: z.literal('editReply'), reply: Id, text: z.string() }),
  z.object({
    is: z.literal('edit'),
    text: CaseText,
    topic: z.enum(topics),
    urgency: z.enum(urgencies),
    need: z.enum(needs).nullable(),
  }),
  z.object({ is: z.literal('outcome'), text: z.string() }),
  z.object({ is: z.literal('close') }),
  z.object({ is: z.literal('longer'), step: z.string() }),
  z.object({ is: z.literal('step'), step: z.string() }),
]);
export type Act = z.output<typeof Act>;

/**
 * Why it could not happen when its time had come: of the question, of the reply that it changes, or of the step: its channel
 * took nothing, the card before it was not there, or it was over.
 */
const reasons = ['closed', 'hidden', 'reported', 'gone', 'open', 'away', 'unsent', 'stepOver'] as const;
export type Reason = (typeof reasons)[number];

export const Delayed = kind(
  'delayed',
  z.object({
    /** Of a reply: the reply's own, so that the same form sent again finds it. */
    id: Id,
    group: Id,
    consultation: Id,
    /** Only the key of whoever did it makes it again. */
    token: z.string(),
    act: Act,
    /** The newest report in the thread when it was asked for: its author did not know of a later one. */
    report: z.string().nullable().default(null),
    /** When it happens, or should have. The moment at which it was asked for is written nowhere. */
    at: z.number(),
    stopped: z.enum(reasons).nullable().default(null),
  }),
  {
    indexes: {
      group: (d) => d.group,
      consultation: (d) => d.consultation,
      stopped: (d) => (d.stopped === null ? null : timeKey(dayEnd(d.at))),
    },
    sorted: ['stopped'],
    sealed: 'no',
    about: {
      what: 'A reply, edit, outcome, closing, or end of a step without a name that waits 1 to 5 minutes, without identifiers',
      readBy: 'whoever did it; nobody else, until it happens',
      keptFor: 'until it happens or is taken back; 7 days where the question was closed meanwhile',
    },
  },
);
export type Delayed = z.output<typeof Delayed.schema>;

export const delayedJob = 'consult.delayed';
/** How long (days) something that could not happen stays for whoever did it. */
export const stoppedDays = 7;

/** What without a name is about somebody at risk never waits. */
export const mustWait = (about: Pick<Consultation, 'urgency'>, anonymous: boolean): boolean =>
  anonymous && about.urgency !== 'risk';

/** When (ms) something asked for now happens: a while after it, and after the question itself appears. */
export const drawn = (ctx: Pick<Context, 'now' | 'ids'>, about: Pick<Consultation, 'askedAt'>): number =>
  Math.max(ctx.now, about.askedAt) + ctx.ids.between(delay.min * minuteMs, delay.max * minuteMs);

type Waits = Pick<Decision, 'changes' | 'sends' | 'due'>;

/** Has it happen a while from now. A newer change of the same thing takes the place of one that still waits. */
export async function putOff(ctx: Context, about: Consultation, act: Act, id = ctx.ids.next()): Promise<Waits> {
  const waiting = await delayedOf(ctx.read, about.id);
  const closes = waiting.find((d) => d.act.is === 'close' && d.stopped === null);
  // There is no outcome before the question is closed.
  const first = act.is === 'outcome' && closes ? closes.at + minuteMs : 0;
  const row: Delayed = {
    id,
    group: about.group,
    consultation: about.id,
    token: await ctx.mine(id),
    act,
    report: about.report,
    at: Math.max(first, drawn(ctx, about)),
    stopped: null,
  };
  const older = withdrawn(waiting.filter((d) => replaces(act, d.act)));
  return {
    changes: [...older.changes, put(Delayed, row)],
    sends: [],
    due: [...older.due, scheduled(row), { schedule: scrubJob(ctx.now) }],
  };
}

export const scheduled = ({ id, at }: Pick<Delayed, 'id' | 'at'>): DueChange => ({
  schedule: due(delayedJob, id, 'once', at, always, { delayed: id }),
});

/** They do not happen. */
export const withdrawn = (all: readonly Delayed[]): Pick<Waits, 'changes' | 'due'> => ({
  changes: all.map((d) => drop(Delayed, d.id)),
  due: all.map((d) => ({ cancel: delayedJob, subject: d.id })),
});

/** More time for a step and its end are about the same thing. */
const ofStep = ({ is }: Act): boolean => is === 'longer' || is === 'step';

const replaces = (newer: Act, older: Act): boolean => (ofStep(newer) && ofStep(older)) || sameThing(newer, older);

const sameThing = (newer: Act, older: Act): boolean =>
  older.is === newer.is &&
  newer.is !== 'reply' &&
  (newer.is !== 'editReply' || (older.is === 'editReply' && older.reply === newer.reply));

/** Everything about a question that waits, or could not happen. */
export const delayedOf = (read: Read, consultation: string): Promise<Delayed[]> =>
  allOf(read, Delayed, 'consultation', { equal: consultation });

/** The same as far as only the person who asked can have done it. */
export const delayedByAsker = async (read: Read, consultation: string): Promise<Delayed[]> =>
  (await delayedOf(read, consultation)).filter(({ act }) =>
    act.is === 'reply' ? act.reply.voice === 'asker' : act.is !== 'editReply',
  );

export const isMyDelayed = async (ctx: Asked, d: Pick<Delayed, 'id' | 'token'>): Promise<boolean> =>
  d.token !== '' && d.token === (await ctx.mine(d.id));

/** Mine among them. */
export async function mineAmong(ctx: Asked, all: readonly Delayed[]): Promise<Delayed[]> {
  const mine = await Promise.all(all.map((d) => isMyDelayed(ctx, d)));
  return all.filter((_, i) => mine[i]).sort((a, b) => a.at - b.at);
}

/** The text in it, as its author reads it in lists; null where there is none. */
export function textOf({ act }: Pick<Delayed, 'act'>): string | null {
  if (act.is === 'reply') return act.reply.text;
  if (act.is === 'edit') return act.text.question;
  return act.is === 'close' || ofStep(act) ? null : 'text' in act ? act.text : null;
}
