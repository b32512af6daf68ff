import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { type Show, show } from '../../../runtime/decision.ts';
import { DueJobs } from '../../../runtime/jobs.ts';
import { Outbox, type OutboxRow } from '../../../runtime/outbox/model.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { action, actions, body, card, msg, place, thread, when } from '../../../view/build.ts';
import type { Action, Block, Card, Span } from '../../../view/view.ts';
import { isMine } from '../authorship.ts';
import { consultationIn } from '../find.ts';
import type { Consultation } from '../model.ts';
import { partsOf } from '../overview/parts.ts';
import { type Delayed, delayedOf, mineAmong } from './delayed.ts';
import { keepClosed, reopenJobId } from './reopen-job.ts';
import { cameOf } from './went-out.ts';

/** What was done, in a word. */
const done = [
  'posted',
  'already',
  'reply',
  'replySoon',
  'edited',
  'editedSoon',
  'outcome',
  'outcomeSoon',
  'closed',
  'closedSoon',
  'reopened',
  'removed',
  'removedReply',
  'hidden',
  'flagged',
  'outcomeGone',
  'maybeThere',
  'again',
  'there',
  'answered',
  'step',
  'lastStep',
  'stepSoon',
  'stepLonger',
  'stepLongerSoon',
  'stepOver',
  'part',
] as const;
export type Done = (typeof done)[number];

/**
 * Answers a command with one line about what it did, never with what the person has just read or typed. `delayed`: the reply
 * that still waits.
 */
export const said = (c: Pick<Consultation, 'group' | 'id'>, of: Done, delayed?: string): Show =>
  show('consult.said', { group: c.group, consultation: c.id, of, ...(delayed === undefined ? {} : { delayed }) });

/**
 * One line with a link. It carries no state that could be wrong in an hour: what is still to happen is said with its time.
 */
export const confirmation = query({
  name: 'consult.said',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({ group: z.string(), consultation: Id, of: z.enum(done), delayed: Id.optional() }),
  show: async ({ of: asked, delayed, ...input }, ctx) => {
    const c = await consultationIn(ctx, input.consultation);
    if (c === null) return refusal('gone');
    const mine = await isMine(ctx, c);
    const of = mine ? await standing(ctx, c, asked) : asked;
    // A reply by somebody else went with the question that it was given to.
    if (!mine && c.status === 'removed' && ofReply.has(of)) return oneLine(say('posted.gone'), [], []);
    const line = await ctx.read.get(Outbox, c.rows.card);
    if (waits.has(of) && groupOf(ctx).gone !== null) return oneLine(say('posted.waits'), [], [open(c)]);
    if (mine && of === 'posted') return posted(ctx, c, line);
    if (mine && of === 'reopened' && c.status === 'closed') return reopens(ctx, c);
    const act = soonActs[of];
    if (act !== undefined) return soonLine(ctx, { c, of, acts: act, delayed, line });
    const elsewhere = mine && of === 'closed' ? await afterClosing(ctx, c) : [];
    return oneLine(says[of], where(ctx, line, of), [...waysOn(c, of, mine), ...elsewhere]);
  },
});

/** Read later by its author, a line says what has come of it since: taken down, closed, or open again. */
async function standing(ctx: Asked, c: Consultation, of: Done): Promise<Done> {
  if (c.status === 'removed') return of === 'maybeThere' ? of : 'removed';
  if (of === 'closed' && c.status === 'open') return 'reopened';
  if (of !== 'reopened' || c.status !== 'closed') return of;
  return (await ctx.read.get(DueJobs, reopenJobId(c.id))) === null ? 'closed' : of;
}

/** What is said of a reply, whoever asked. */
const ofReply: ReadonlySet<Done> = new Set(['reply', 'replySoon', 'edited', 'editedSoon', 'removedReply']);

/** Where the channel takes nothing, no success is claimed for these. */
const waits: ReadonlySet<Done> = new Set([
  'posted',
  'again',
  'reply',
  'edited',
  'outcome',
  'closed',
  'reopened',
  'hidden',
  'outcomeGone',
  'removed',
  'removedReply',
]);

const says: Readonly<Record<Done, Msg>> = {
  posted: say('posted.named'),
  already: say('posted.already'),
  reply: say('posted.reply'),
  replySoon: say('soon.reply'),
  edited: say('posted.edited'),
  editedSoon: say('soon.edited'),
  outcome: say('posted.outcome'),
  outcomeSoon: say('soon.outcome'),
  closed: say('own.closed'),
  closedSoon: say('soon.closed'),
  reopened: say('own.reopened'),
  removed: say('own.removed'),
  removedReply: say('reply.removed'),
  hidden: say('own.hidden'),
  flagged: say('own.flagged'),
  outcomeGone: say('own.outcomeGone'),
  maybeThere: say('own.maybeThere'),
  again: say('own.againDone'),
  there: say('own.thereDone'),
  answered: say('nudge.thanks'),
  step: say('step.nextDone'),
  lastStep: say('step.lastDone'),
  stepSoon: say('step.nextSoon'),
  stepLonger: say('step.longerDone'),
  stepLongerSoon: say('soon.longer'),
  stepOver: say('step.overNow'),
  part: say('step.partDone'),
};

/** What waits a few minutes, by what its confirmation says. */
const soonActs: Readonly<Partial<Record<Done, readonly Delayed['act']['is'][]>>> = {
  replySoon: ['reply'],
  editedSoon: ['edit', 'editReply'],
  outcomeSoon: ['outcome'],
  closedSoon: ['close'],
  stepSoon: ['step'],
  stepLongerSoon: ['longer'],
};

interface Soon {
  readonly c: Consultation;
  readonly of: Done;
  readonly acts: readonly Delayed['act']['is'][];
  /** The reply that is meant, where the answer says so. */
  readonly delayed: string | undefined;
  readonly line: OutboxRow | null;
}

/** It goes out in a few minutes, and can be taken back until then. Read later, it says that it has, or why it could not. */
async function soonLine(ctx: Asked, { c, of, acts, delayed, line }: Soon): Promise<Card> {
  const mine = await mineAmong(ctx, await delayedOf(ctx.read, c.id));
  const these = mine.filter(({ act, id }) => acts.includes(act.is) && (delayed === undefined || id === delayed));
  const row = these.filter(({ stopped }) => stopped === null).at(-1);
  const reason = these.at(-1)?.stopped ?? null;
  if (row === undefined && reason !== null) return oneLine(say('soon.reason', { reason }), [], [open(c)]);
  if (row === undefined) {
    const came = await cameOf(ctx, c, acts, delayed);
    return typeof came === 'string'
      ? oneLine(says[came], where(ctx, line, came), [open(c)])
      : oneLine(came, [], [open(c)]);
  }
  const values = { group: c.group, consultation: c.id, delayed: row.id };
  const log = action(say('own.logThis'), 'record.form', { group: c.group, consultation: c.id });
  const hide = of === 'editedSoon' ? [action(say('exposure.hide'), 'consult.expose', editedOf(c, row))] : [];
  const ways = [
    action(say('soon.cancel'), 'consult.delayed.cancel', values),
    ...hide,
    ...(of === 'closedSoon' ? [log] : []),
  ];
  const elsewhere = of === 'closedSoon' ? await afterClosing(ctx, c) : [];
  return oneLine(says[of], [], [...ways, ...elsewhere], hide.length > 0 ? [body(say('soon.editedOld'))] : []);
}

/** What the thread shows until the new text goes out: the question, or a reply. */
const editedOf = (c: Consultation, { act }: Delayed) =>
  act.is === 'editReply' ? { group: c.group, reply: act.reply } : { group: c.group, consultation: c.id };

/** What is to be seen in the thread, so that the thread is a press away. */
const inThread: ReadonlySet<Done> = new Set([
  'already',
  'reply',
  'edited',
  'outcome',
  'closed',
  'reopened',
  'removedReply',
  'again',
  'there',
]);

const where = (ctx: Asked, line: OutboxRow | null, of: Done): Span[] =>
  inThread.has(of) && line?.ref ? [thread(say('posted.openThread'), groupOf(ctx).channel, line.ref)] : [];

const open = (c: Consultation): Action =>
  action(say('own.open'), 'consult.show', { group: c.group, consultation: c.id });

function waysOn(c: Consultation, of: Done, mine: boolean): Action[] {
  const ids = { group: c.group, consultation: c.id };
  if (!mine) return [];
  if (of === 'closed')
    return [action(say('own.reopen'), 'consult.reopen', ids), action(say('own.logThis'), 'record.form', ids)];
  return of === 'removed' || of === 'edited' ? [action(say('exposure.open'), 'consult.exposure', ids)] : [];
}

/** Where other features can take it: they learn the sort of question, and nothing of the case. */
const afterClosing = async (ctx: Asked, { topic, author }: Consultation): Promise<Action[]> =>
  (await ctx.gather('afterClosing', { group: groupOf(ctx), topic, anonymous: author.as === 'anonymous' })).flat();

/** After posting: where it stands, or when it appears, and the way to what can be done about it. */
async function posted(ctx: Asked, c: Consultation, line: OutboxRow | null): Promise<Card> {
  const at = groupOf(ctx).channel;
  const link = line?.ref ? [thread(say('posted.openThread'), at, line.ref)] : [];
  const there = [place(at), msg(say('word.period')), ...link];
  if (c.author.as !== 'anonymous') return oneLine(say('posted.named'), there, [open(c)], [], await partsOf(ctx, c));
  // Nothing is sent to them, so the page that tells of answers is a press away.
  const quietly = body(say('posted.noMessages'));
  const ways = [open(c), action(say('home.open'), 'curbside.home', { group: c.group })];
  if (c.urgency === 'risk') return oneLine(say('posted.anonymousNow'), there, ways, [quietly]);
  // Its time has come: it was sent again, or its author did not wait.
  if (c.askedAt <= ctx.now) return oneLine(say('posted.anonymousSoon'), there, ways, [quietly]);
  return oneLine(say('posted.anonymous'), [when(c.askedAt, 'time'), msg(say('word.in')), ...there], ways, [quietly]);
}

async function reopens(ctx: Asked, c: Consultation): Promise<Card> {
  const waits = await ctx.read.get(DueJobs, reopenJobId(c.id));
  return oneLine(say('own.reopens'), [when(waits?.at ?? ctx.now, 'time')], [keepClosed(c)]);
}

function oneLine(
  line: Msg,
  after: readonly Span[],
  ways: readonly Action[],
  more: readonly Block[] = [],
  parts: readonly Block[] = [],
): Card {
  return card(line, [body(line, ...after), ...more, ...(ways.length > 0 ? [actions(...ways)] : []), ...parts]);
}
