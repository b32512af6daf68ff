import { z } from 'zod';
import { type Asked, type Context, groupOf } from '../../../runtime/context.ts';
import { type Decision, decided, put, type Refusal } from '../../../runtime/decision.ts';
import { messageState } from '../../../runtime/outbox/model.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { Groups } from '../../group/model.ts';
import { consultationIn } from '../find.ts';
import type { Consultation } from '../model.ts';
import { said } from '../thread/confirm.ts';
import { putOff, type Reason } from '../thread/delayed.ts';
import { mayAct, moversOf } from './people.ts';
import { noSession, redrawn, type SessionPart, sessionOf, stepEnds, stepLater } from './run.ts';
import { endOf, type Running, requiredOpen, Sessions } from './session.ts';
import { roles } from './template.ts';

const common = { who: 'member', feature: 'consultation', ack: 'private' } as const;
const OfStep = z.object({ group: z.string(), consultation: Id, step: z.string().max(20) });
type OfStep = z.output<typeof OfStep>;

/** The step that a button belongs to, if the thread is still at it. */
async function atStep(ctx: Asked, input: OfStep): Promise<{ c: Consultation; running: Running } | Refusal | 'over'> {
  const c = await consultationIn(ctx, input.consultation);
  if (c === null) return refusal('gone');
  if (c.status !== 'open') return refusal('closed');
  const running = await sessionOf(ctx, c.id);
  if (running === null || running.step.id !== input.step) return 'over';
  return { c, running };
}

const overAlready = (input: OfStep): Decision =>
  decided(said({ group: input.group, id: input.consultation }, 'stepOver'));

/** "Next step" and "Finish", for whoever has the turn or leads the session. */
export const nextStep = command({
  ...common,
  name: 'step.next',
  input: OfStep.extend({ choice: z.string().max(20).optional() }),
  decide: async (input, ctx) => {
    const at = await atStep(ctx, input);
    if (at === 'over') return overAlready(input);
    if ('refused' in at) return at;
    const { c, running } = at;
    if (!(await mayAct(ctx, c, running, moversOf(running)))) return refusal('notYourTurn');
    if (requiredOpen(running)) return refusal('partsOpen');
    if (c.author.as === 'anonymous') {
      // Only the person who asked can be the one who pressed: the step ends a little later, as if by itself.
      return decided(said(c, 'stepSoon'), await putOff(ctx, c, { is: 'step', step: input.step }));
    }
    const isLast = running.step.id === running.template.steps.at(-1)?.id;
    return decided(
      said(c, isLast ? 'lastStep' : 'step'),
      await stepEnds(ctx, groupOf(ctx), c, running, input.choice ?? null),
    );
  },
});

/** "More time": as much again as the step has. */
export const longerStep = command({
  ...common,
  name: 'step.longer',
  input: OfStep,
  decide: async (input, ctx) => {
    const at = await atStep(ctx, input);
    if (at === 'over') return overAlready(input);
    if ('refused' in at) return at;
    const { c, running } = at;
    if (!(await mayAct(ctx, c, running, moversOf(running)))) return refusal('notYourTurn');
    return c.author.as === 'anonymous'
      ? decided(said(c, 'stepLongerSoon'), await putOff(ctx, c, { is: 'longer', step: input.step }))
      : decided(said(c, 'stepLonger'), (await longer(ctx, c, input.step)) ?? {});
  },
});

/**
 * Its author ended it without a name, a little while ago. Where nobody can read what would come, it says why: the step ends in its
 * own time. One that has ended meanwhile is what they wanted.
 */
export async function stepOver(ctx: Context, c: Consultation, step: string): Promise<SessionPart | StepReason> {
  const running = await sessionOf(ctx, c.id);
  if (running === null || running.step.id !== step) return noSession;
  const group = await ctx.read.get(Groups, c.group);
  if (group === null || group.gone !== null) return 'away';
  if (c.hiddenAt !== null) return 'hidden';
  const card = await messageState(ctx.read, running.session.rows.at(-1) ?? '');
  return card?.status === 'sent' ? stepEnds(ctx, group, c, running, null) : 'unsent';
}

type StepReason = Extract<Reason, 'away' | 'hidden' | 'unsent'>;

/** Null where the thread is no longer at that step. */
export async function longer(ctx: Context, c: Consultation, step: string): Promise<SessionPart | null> {
  const running = await sessionOf(ctx, c.id);
  const group = await ctx.read.get(Groups, c.group);
  if (c.status !== 'open' || group === null || running === null || running.step.id !== step) return null;
  const { session } = running;
  const until = endOf(session, session.step, Math.max(ctx.now, session.until), group);
  const of: Running = { ...running, session: { ...session, until } };
  return {
    changes: [put(Sessions, of.session)],
    sends: [await redrawn(ctx, group, c, of)],
    due: [stepLater(of.session, until)],
  };
}

/** Somebody takes a part that is open. The person who presents has theirs. */
export const takePart = command({
  ...common,
  name: 'step.part',
  input: OfStep.extend({ part: z.enum(roles) }),
  decide: async (input, ctx) => {
    const at = await atStep(ctx, input);
    if (at === 'over') return overAlready(input);
    if ('refused' in at) return at;
    const { c, running } = at;
    if (c.author.as === 'me' && c.author.person === ctx.me) return refusal('presenterHasPart');
    const { parts } = running.session;
    if (parts[input.part] === ctx.me) return decided(said(c, 'part'));
    if (parts[input.part] !== null) return refusal('partTaken');
    if (roles.some((role) => parts[role] === ctx.me)) return refusal('onePart');
    return taken(ctx, c, {
      ...running,
      session: { ...running.session, parts: { ...parts, [input.part]: ctx.me } },
    });
  },
});

/** A session that waited for the last part goes on with the time that its step has. */
async function taken(ctx: Context, c: Consultation, of: Running): Promise<Decision> {
  const waited = of.session.state === 'waiting' && !requiredOpen(of);
  const until = waited ? endOf(of.session, of.session.step, ctx.now, groupOf(ctx)) : of.session.until;
  const session = { ...of.session, until, state: waited ? ('running' as const) : of.session.state };
  return decided(said(c, 'part'), {
    changes: [put(Sessions, session)],
    sends: [await redrawn(ctx, groupOf(ctx), c, { ...of, session })],
    due: waited ? [stepLater(session, until)] : [],
  });
}
