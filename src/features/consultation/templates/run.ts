import type { Context } from '../../../runtime/context.ts';
import { type Decision, type DueChange, put } from '../../../runtime/decision.ts';
import { due } from '../../../runtime/jobs.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { always } from '../../../time/durations.ts';
import type { Group } from '../../group/model.ts';
import type { Consultation, Draft } from '../model.ts';
import { templateOf } from './all.ts';
import { peopleOf } from './people.ts';
import { minutesOf, preferencesOf } from './preferences.ts';
import { endOf, noParts, overWith, type Running, requiredOpen, runningOf, type Session, Sessions } from './session.ts';
import { endedCard, pastCard, stepCard } from './step-view.ts';
import type { Template } from './template.ts';

/** What a session adds to a decision. */
export type SessionPart = Pick<Decision, 'changes' | 'sends' | 'due'>;
export const noSession: SessionPart = { changes: [], sends: [], due: [] };

export const stepJobName = 'consult.step';

/** The step goes on by itself at `at`. */
export const stepLater = (session: Session, at: number): DueChange => ({
  schedule: due(stepJobName, session.id, 'once', at, always, { consultation: session.id }),
});

/** The session of a consultation that still runs, with its template. */
export async function sessionOf(ctx: Pick<Context, 'read' | 'files'>, consultation: string): Promise<Running | null> {
  const session = await ctx.read.get(Sessions, consultation);
  return session === null || session.state === 'ended' ? null : runningOf(session, templateOf(ctx, session.template));
}

/** A question that has steps begins with the first of them, once it stands in its thread. */
export async function sessionBegins(
  ctx: Context,
  group: Group,
  c: Consultation,
  draft: Draft,
  at: number,
): Promise<SessionPart> {
  const template = templateOf(ctx, draft.structure?.id);
  if (template === null || template.steps.length === 0) return noSession;
  const preferences = await preferencesOf(ctx.read, group.id);
  const times = {
    // Live steps would show that somebody without a name is there.
    pace: c.author.as === 'anonymous' ? ('days' as const) : draft.pace,
    minutes: template.steps.map((step) => minutesOf(preferences, template, step)),
    hours: preferences.stepHours,
  };
  const session: Session = {
    id: c.id,
    group: group.id,
    template: template.id,
    ...times,
    step: 0,
    since: at,
    until: endOf(times, 0, at, group),
    state: 'running',
    parts: noParts,
    choice: null,
    rows: [ctx.ids.next()],
    ended: null,
  };
  return {
    changes: [put(Sessions, session)],
    sends: [await posting(ctx, group, c, session, template, at)],
    due: [stepLater(session, session.until)],
  };
}

const viewOf = async (ctx: Context, group: Group, c: Consultation, session: Session, running: Running) => ({
  c,
  running,
  people: await peopleOf(ctx.read, c, session),
  locale: group.locale,
});

async function posting(
  ctx: Context,
  group: Group,
  c: Consultation,
  session: Session,
  template: Template,
  notBefore: number,
): Promise<Send> {
  const running = runningOf(session, template);
  if (running === null) throw new Error('a session has no such step');
  return {
    post: stepCard(await viewOf(ctx, group, c, session, running)),
    id: session.rows.at(-1) ?? '',
    to: { is: 'thread', row: c.rows.card },
    subject: c.id,
    notBefore,
  };
}

/** The card of the step that the session is at, as it is now. */
export async function redrawn(ctx: Context, group: Group, c: Consultation, running: Running): Promise<Send> {
  const view = stepCard(await viewOf(ctx, group, c, running.session, running));
  return { edit: running.session.rows.at(-1) ?? '', view, subject: c.id };
}

/** The step ends, and the next one begins or, after the last, the session is over. */
export async function stepEnds(
  ctx: Context,
  group: Group,
  c: Consultation,
  of: Running,
  choice: string | null,
): Promise<SessionPart> {
  const { session, template, step } = of;
  if (requiredOpen(of)) {
    const waiting: Running = { ...of, session: { ...session, state: 'waiting' } };
    return { changes: [put(Sessions, waiting.session)], sends: [await redrawn(ctx, group, c, waiting)], due: [] };
  }
  const over: Send = {
    edit: session.rows.at(-1) ?? '',
    view: pastCard(await viewOf(ctx, group, c, session, of)),
    subject: c.id,
  };
  if (session.step === template.steps.length - 1) {
    const { presenter } = await peopleOf(ctx.read, c, session);
    const end = {
      id: ctx.ids.next(),
      to: { is: 'thread' as const, row: c.rows.card },
      subject: c.id,
      notBefore: ctx.now,
    };
    return {
      changes: [put(Sessions, overWith(session, end.id))],
      sends: [over, { post: endedCard(c, presenter), ...end }],
      due: [noStep(session)],
    };
  }
  const index = session.step + 1;
  const next: Session = {
    ...session,
    step: index,
    since: ctx.now,
    until: endOf(session, index, ctx.now, group),
    state: 'running',
    choice: step.choices.find(({ id }) => id === choice)?.id ?? step.choices[0]?.id ?? null,
    rows: [...session.rows, ctx.ids.next()],
  };
  return {
    changes: [put(Sessions, next)],
    sends: [over, await posting(ctx, group, c, next, template, ctx.now)],
    due: [stepLater(next, next.until)],
  };
}

const noStep = (session: Pick<Session, 'id'>): DueChange => ({ cancel: stepJobName, subject: session.id });

/** The question is closed or gone: its steps end where they are. `shown`: their card stays in the thread. */
export async function sessionStops(
  ctx: Context,
  group: Group | null,
  c: Consultation,
  shown: boolean,
): Promise<SessionPart> {
  const running = await sessionOf(ctx, c.id);
  if (running === null || group === null) return noSession;
  const { session } = running;
  const view = pastCard(await viewOf(ctx, group, c, session, running));
  return {
    changes: [put(Sessions, overWith(session, null))],
    sends: shown ? [{ edit: session.rows.at(-1) ?? '', view, subject: c.id }] : [],
    due: [noStep(session)],
  };
}
