import { z } from 'zod';
import type { Asked } from '../../../runtime/context.ts';
import { shownAs } from '../../../runtime/shown.ts';
import { Id, kind } from '../../../storage/kind.ts';
import { type Role, roles } from '../agreement/model.ts';

/** What a meeting was about, by developmental focus (docs/domain.md, Supervision). */
export const focuses = ['case', 'development', 'ethics', 'reflection', 'identity'] as const;
/** What somebody can take from a consultation to supervision: the sort of question, and nothing of the case. */
export const agendaTopics = ['case', 'treatment_strategy', 'ethics', 'specialised_knowledge', 'addiction'] as const;

/** Lengths in characters; `actions` is how many may be open at once. */
export const meetingLimits = { text: 500, actions: 10, action: 200, reflection: 500 } as const;

/** What one of the two wrote. No field has room for a client, and every text is checked for identifiers before it gets here. */
const Part = z.object({
  focus: z.array(z.enum(focuses)),
  topics: z.string().max(meetingLimits.text),
  feedback: z.string().max(meetingLimits.text),
  /** What the supervisor directs; a supervisee has none to give. */
  directives: z.string().max(meetingLimits.text),
  at: z.number(),
});
export type Part = z.output<typeof Part>;

const MeetingAction = z.object({
  id: Id,
  text: z.string().min(1).max(meetingLimits.action),
  by: z.enum(roles),
  /** It comes from an earlier meeting. */
  carried: z.boolean(),
  /** It went on to a later one, where it is done or open. */
  moved: z.boolean(),
  doneAt: z.number().nullable(),
});
export type MeetingAction = z.output<typeof MeetingAction>;

/** Whose word is awaited where one of the two finished a note and the other did not; null of a locked one. */
function awaits(m: {
  readonly supervisee: string;
  readonly supervisor: string | null;
  readonly finished: Readonly<Record<Role, number | null>>;
  readonly lockedAt: number | null;
}): string | null {
  const one = (m.finished.supervisee === null) !== (m.finished.supervisor === null);
  if (m.lockedAt !== null || !one) return null;
  return (m.finished.supervisee === null ? m.supervisee : m.supervisor) || null;
}

/** The note of one meeting: one a day in an agreement. Somebody who erased their data is '' here. */
export const Meetings = kind(
  'supervisionMeeting',
  z.object({
    id: Id,
    agreement: Id,
    supervisee: z.string(),
    supervisor: z.string().nullable(),
    /** Local date at the site. */
    date: z.string(),
    parts: z.object({ supervisee: Part.nullable(), supervisor: Part.nullable() }),
    actions: z.array(MeetingAction).max(100),
    /** What the supervisee brought from consultations: topics only. */
    agenda: z.array(z.enum(agendaTopics)),
    /** When each said that nothing is missing. */
    finished: z.object({ supervisee: z.number().nullable(), supervisor: z.number().nullable() }),
    /** Since when nobody can change it: both finished it, or the next meeting began. */
    lockedAt: z.number().nullable(),
  }),
  {
    indexes: {
      agreement: (m) => m.agreement,
      supervisee: (m) => m.supervisee || null,
      supervisor: (m) => m.supervisor || null,
      waiting: awaits,
    },
    sealed: 'no',
    about: {
      what: 'A supervision meeting note: its day, focus, topics, feedback, directives and actions without identifiers, and which part of the agreement wrote what',
      readBy: 'the supervisee and the supervisor of its agreement',
      keptFor: 'until the only one who wrote in it deletes it; else 7 years after the agreement ended',
    },
  },
);
export type Meeting = z.output<typeof Meetings.schema>;

/** What waits for the next meeting. No time is kept: it could be that of a question without a name. */
export const AgendaItems = kind(
  'supervisionAgenda',
  z.object({ id: Id, agreement: Id, supervisee: z.string(), topic: z.enum(agendaTopics) }),
  {
    indexes: { agreement: (i) => i.agreement, supervisee: (i) => i.supervisee || null },
    sealed: 'no',
    about: {
      what: 'A topic that a supervisee takes from a consultation to the next supervision meeting: its sort, nothing of the case',
      readBy: 'the supervisee and the supervisor of its agreement',
      keptFor: 'until the next meeting note begins, where it then stands, or its supervisee removes it',
    },
  },
);
export type AgendaItem = z.output<typeof AgendaItems.schema>;

/** What a supervisee thinks about a meeting, for themselves. The supervisor never learns that there is one. */
export const Reflections = kind(
  'supervisionReflection',
  z.object({
    id: Id,
    owner: z.string(),
    meeting: Id,
    date: z.string(),
    text: z.string().min(1).max(meetingLimits.reflection),
    at: z.number(),
  }),
  {
    indexes: { owner: (r) => r.owner },
    sealed: 'owner',
    about: {
      what: 'A private reflection on a supervision meeting, without identifiers of a client',
      readBy: 'its owner only',
      keptFor: 'until its owner deletes it',
    },
  },
);
export type Reflection = z.output<typeof Reflections.schema>;

export const isLocked = (m: Meeting): boolean => m.lockedAt !== null;

/** Neither done nor carried on to a later meeting. */
export const isOpen = (a: MeetingAction): boolean => a.doneAt === null && !a.moved;

/** Whether one of the two may delete it: what the other wrote is not theirs to remove. */
export const mayDelete = (m: Meeting, role: Role): boolean =>
  !isLocked(m) &&
  m.parts[role === 'supervisee' ? 'supervisor' : 'supervisee'] === null &&
  m.actions.every((a) => a.carried || a.by === role);

/** The actions that somebody wrote in this meeting, as the lines of their form. */
export const ownActions = (m: Meeting, role: Role): MeetingAction[] =>
  m.actions.filter((a) => !a.carried && a.by === role);

/** All of a note that its card shows: whoever finishes it agrees to that. */
export const shownNote = (ctx: Pick<Asked, 'mine'>, { agenda, parts, actions }: Meeting): Promise<string> =>
  shownAs(ctx, [agenda, parts, actions]);
