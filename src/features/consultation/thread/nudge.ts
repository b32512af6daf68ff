import { z } from 'zod';
import type { Read } from '../../../ports/store.ts';
import type { Context } from '../../../runtime/context.ts';
import { type Decision, type DueChange, decided, put, show } from '../../../runtime/decision.ts';
import { type DueRow, due } from '../../../runtime/jobs.ts';
import { messageState, type OutboxRow, rowsOf } from '../../../runtime/outbox/model.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { hourMs, minuteMs } from '../../../time/durations.ts';
import { afterQuiet } from '../../../time/time.ts';
import { type Group, Groups } from '../../group/model.ts';
import { consultationIn, repliesOf } from '../find.ts';
import { type Consultation, Consultations, type Reply } from '../model.ts';
import { sessionOf } from '../templates/run.ts';
import { said } from './confirm.ts';
import { nudgeCard, nudgeOverCard, riskNudgeCard } from './views.ts';

/** After downtime a reminder is still worth sending for this long (ms). */
const graceMs = 72 * hourMs;

const nudgeJob = (consultation: string, at: number): DueRow =>
  due('consult.nudge', consultation, 'once', at, graceMs, { consultation });

/** Where somebody may be at risk, nobody waits for the group's set time or for the end of quiet hours (ms). */
const riskMs = 30 * minuteMs;

/** The reminder of a question that nobody has answered, the group's set time after `from`. */
export const nudgeLater = (group: Group, c: Pick<Consultation, 'id' | 'urgency'>, from: number): DueChange => ({
  schedule: nudgeJob(
    c.id,
    c.urgency === 'risk' ? from + riskMs : afterQuiet(from + group.nudgeHours * hourMs, group.quiet, group.zone),
  ),
});

/**
 * Whether a reply answers the question, as colleagues see it. One "as a colleague" does, whoever wrote it: a reminder
 * that comes all the same would tell that it was the person who asked.
 */
const answers = (c: Consultation, r: Reply): boolean =>
  r.text !== null &&
  (r.voice === 'colleague' ||
    (r.voice === 'me' && !(c.author.as === 'me' && r.author.as === 'me' && r.author.person === c.author.person)));

/** Nobody need be reminded: somebody used the Reply button, or said that it was answered without it. */
const isAnswered = async (read: Read, c: Consultation): Promise<boolean> =>
  c.answered || (await repliesOf(read, c.id)).some((r) => answers(c, r));

/** The line stands in the channel and the case in its thread. */
const isThere = async (read: Read, c: Consultation): Promise<boolean> =>
  (await messageState(read, c.rows.card))?.status === 'sent' &&
  (await messageState(read, c.rows.case))?.status === 'sent';

/** The reminders of a question that were sent to the channel or its thread, or are on their way. */
export const remindersOf = async (read: Read, c: Consultation): Promise<OutboxRow[]> =>
  (await rowsOf(read, c.id)).filter(
    (r) => r.op === 'post' && r.id !== c.rows.card && (r.to.is === 'group' || r.id === c.rows.reminder),
  );

/** The reminder is off, and one that stands in the channel says why. */
async function over(read: Read, c: Consultation, why: 'answered' | 'closed' | 'hidden'): Promise<Ending> {
  const posted = await remindersOf(read, c);
  return {
    sends: posted.map((r) =>
      r.status === 'pending' && r.ref === null
        ? { remove: r.id, subject: c.id }
        : { edit: r.id, view: nudgeOverCard(c, why), subject: c.id },
    ),
    due: [{ cancel: 'consult.nudge', subject: c.id }],
  };
}

/** What ends, or brings back, the reminder of a question. */
type Ending = Pick<Decision, 'sends' | 'due'>;
const unchanged: Ending = { sends: [], due: [] };

/** A reply is given: the first that answers ends the reminder. */
export const onReply = async (ctx: Context, c: Consultation, r: Reply): Promise<Ending> =>
  answers(c, r) && !(await isAnswered(ctx.read, c)) ? over(ctx.read, c, 'answered') : unchanged;

/** A question is closed: one that was answered has said so already. */
export const onClose = async (ctx: Context, c: Consultation): Promise<Ending> =>
  (await isAnswered(ctx.read, c))
    ? { sends: [], due: [{ cancel: 'consult.nudge', subject: c.id }] }
    : over(ctx.read, c, 'closed');

/** Its text is hidden: nobody is asked to answer it meanwhile. */
export const onHidden = async (ctx: Context, c: Consultation): Promise<Ending> =>
  c.status === 'open' && !(await isAnswered(ctx.read, c)) ? over(ctx.read, c, 'hidden') : unchanged;

/** Open, and readable, again, or about somebody at risk since it was changed: the group is asked anew. */
export async function onReopen(ctx: Context, c: Consultation): Promise<DueChange[]> {
  const group = await ctx.read.get(Groups, c.group);
  if (group === null || c.status !== 'open' || c.hiddenAt !== null || (await isAnswered(ctx.read, c))) return [];
  return [nudgeLater(group, c, ctx.now)];
}

/** A reply is gone from the thread: when it was the only answer, the question waits again. */
export async function onReplyGone(ctx: Context, gone: Reply): Promise<DueChange[]> {
  const c = await ctx.read.get(Consultations, gone.consultation);
  const group = c && (await ctx.read.get(Groups, c.group));
  if (!c || !group || c.status !== 'open' || c.answered || !answers(c, gone)) return [];
  const others = (await repliesOf(ctx.read, c.id)).filter((r) => r.id !== gone.id);
  return others.some((r) => answers(c, r)) ? [] : [nudgeLater(group, c, ctx.now)];
}

/** Once, when the time came and nobody had used the Reply button: the group is asked, in its channel. */
export const nudge = command({
  name: 'consult.nudge',
  who: 'timer',
  ack: 'silent',
  input: z.object({ consultation: Id }),
  decide: async (input, ctx) => {
    const c = await ctx.read.get(Consultations, input.consultation);
    const nothing = show('curbside.home');
    const group = c && (await ctx.read.get(Groups, c.group));
    if (!c || !group || c.status !== 'open' || c.hiddenAt !== null) return decided(nothing);
    if (await isAnswered(ctx.read, c)) return decided(nothing);
    // Nobody is reminded of a question that is not there: its time begins once it is.
    if (!(await isThere(ctx.read, c)) || group.gone !== null)
      return decided(nothing, { due: [nudgeLater(group, c, ctx.now)] });
    if (c.urgency === 'risk') return riskReminder(ctx, c, group.place);
    // Its steps say what comes when, and remind of it themselves.
    if ((await sessionOf(ctx, c.id)) !== null) return decided(nothing, { due: [nudgeLater(group, c, ctx.now)] });
    // The machine may have slept into the evening: the reminder waits, and is not needed if somebody answers.
    const open = afterQuiet(ctx.now, group.quiet, group.zone);
    if (open > ctx.now) return decided(nothing, { due: [{ schedule: nudgeJob(c.id, open) }] });
    const to = { is: 'group', group: c.group } as const;
    return decided(nothing, {
      sends: [{ post: nudgeCard(c), id: ctx.ids.next(), to, subject: c.id, notBefore: ctx.now }],
    });
  },
});

/** In the thread, at any hour: whom to call now. It mentions nobody. */
function riskReminder(ctx: Context, c: Consultation, place: Group['place']): Decision {
  const reminder = ctx.ids.next();
  const to = { is: 'thread', row: c.rows.card } as const;
  return decided(show('curbside.home'), {
    changes: [put(Consultations, { ...c, rows: { ...c.rows, reminder } })],
    sends: [{ post: riskNudgeCard(c, place), id: reminder, to, subject: c.id, notBefore: ctx.now }],
  });
}

/** "Already answered": somebody answered in the thread without the button. */
export const answered = command({
  name: 'consult.answered',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({ group: z.string(), consultation: Id }),
  decide: async (input, ctx) => {
    const c = await consultationIn(ctx, input.consultation);
    if (c === null) return refusal('gone');
    const thanks = said(c, 'answered');
    if (c.status !== 'open' || (await isAnswered(ctx.read, c))) return decided(thanks);
    const changes = [put(Consultations, { ...c, answered: true })];
    return decided(thanks, { changes, ...(await over(ctx.read, c, 'answered')) });
  },
});
