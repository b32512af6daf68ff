import { z } from 'zod';
import { Id, kind } from '../../../storage/kind.ts';
import { hourMs, minuteMs } from '../../../time/durations.ts';
import { afterQuiet } from '../../../time/time.ts';
import type { Group } from '../../group/model.ts';
import { paces } from '../model.ts';
import type { Role, Step, Template } from './template.ts';

const Holder = z.string().nullable().default(null);

/** Where the steps of a structure are in one thread. */
export const Sessions = kind(
  'session',
  z.object({
    /** The consultation's. */
    id: Id,
    group: Id,
    template: z.string(),
    pace: z.enum(paces),
    /** Of each step, as the group had them when it began. */
    minutes: z.array(z.number().int()),
    /** Of every step, where they go over days. */
    hours: z.number().int(),
    step: z.number().int().min(0),
    since: z.number(),
    /** When the step ends by itself. */
    until: z.number(),
    /** `waiting`: its time is over, and a part that it needs is open. */
    state: z.enum(['running', 'waiting', 'ended']),
    /** Who took which part. */
    parts: z.object({ facilitator: Holder, secretary: Holder, observer: Holder }),
    /** The way to hold this step, chosen when the one before ended. */
    choice: z.string().nullable(),
    /** Outbox rows: the cards of the steps so far. */
    rows: z.array(z.string()),
    /** Of what was posted under the last step, which names whoever presented. */
    ended: z.string().nullable().default(null),
  }),
  {
    indexes: { all: (s) => s.group, running: (s) => (s.state === 'ended' ? null : s.group) },
    sealed: 'no',
    about: {
      what: 'Where the steps of a structure are in a thread and, until they are over, who took a part in them',
      readBy: 'members of the group',
      keptFor: 'as long as its consultation',
    },
  },
);
export type Session = z.output<typeof Sessions.schema>;

export const noParts: Session['parts'] = { facilitator: null, secretary: null, observer: null };

/** It is over: who had which part is nobody's business any more. */
export const overWith = (session: Session, ended: string | null): Session => ({
  ...session,
  state: 'ended',
  parts: noParts,
  ended,
});

/** A session with what its template says. */
export interface Running {
  readonly session: Session;
  readonly template: Template;
  readonly step: Step;
}

/** Null where the template's file, or a step of it, is no longer there. */
export function runningOf(session: Session | null, template: Template | null): Running | null {
  const step = session === null ? undefined : template?.steps[session.step];
  return session === null || template === null || step === undefined ? null : { session, template, step };
}

/** When a step that begins now ends by itself. Over days, never in quiet hours. */
export function endOf(
  session: Pick<Session, 'pace' | 'minutes' | 'hours'>,
  index: number,
  from: number,
  group: Group,
): number {
  if (session.pace === 'minutes') return from + (session.minutes[index] ?? 5) * minuteMs;
  return afterQuiet(from + session.hours * hourMs, group.quiet, group.zone);
}

/** Parts that nobody has: the required ones, and on the step that casts also the others. */
export const openParts = ({ session, template, step }: Running): Template['parts'] =>
  template.parts.filter(({ role, required }) => session.parts[role] === null && (required || step.casts));

export const requiredOpen = (of: Running): boolean => openParts(of).some(({ required }) => required);

/** The name that the method gives a part. */
export const partName = (template: Template, role: Role) => template.parts.find((p) => p.role === role)?.name ?? null;
