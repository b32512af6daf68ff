import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import type { Count } from '../../../runtime/contributions.ts';
import { type Change, drop, put } from '../../../runtime/decision.ts';
import { allOf } from '../../../storage/find-all.ts';
import { action, actions, body, day, line, typedLine } from '../../../view/build.ts';
import type { Block, Line } from '../../../view/view.ts';
import type { Role } from '../agreement/model.ts';
import { myReflections } from './find.ts';
import { AgendaItems, type Meeting, Meetings, Reflections } from './model.ts';

/** The notes of all agreements in which I have or had a part. */
export async function myMeetings(ctx: Asked): Promise<Meeting[]> {
  const mine = { equal: ctx.me };
  return [
    ...(await allOf(ctx.read, Meetings, 'supervisee', mine)),
    ...(await allOf(ctx.read, Meetings, 'supervisor', mine)),
  ];
}

export const meetingCounts = async (ctx: Asked): Promise<Count[]> => [
  { label: say('supervision.own', { what: 'meetings' }), n: (await myMeetings(ctx)).length },
  { label: say('supervision.own', { what: 'reflections' }), n: (await myReflections(ctx)).length },
];

/** The notes that I can read, whole, as evidence of what was agreed; and what only I can read. */
export async function meetingLines(ctx: Asked): Promise<Line[]> {
  return [
    ...(await myMeetings(ctx)).flatMap((m) => [
      line(say('meeting.title'), day(m.date)),
      ...(['supervisee', 'supervisor'] as const).flatMap((role) => partLines(m, role)),
    ]),
    ...(await myReflections(ctx)).flatMap((r) => [
      line(say('meeting.reflection.title'), day(r.date)),
      typedLine(null, r.text),
    ]),
  ];
}

function partLines(m: Meeting, role: Role): Line[] {
  const part = m.parts[role];
  const own = m.actions.filter((one) => one.by === role);
  if (part === null && own.length === 0) return [];
  const text = (field: 'topics' | 'feedback' | 'directives'): Line[] =>
    part === null || part[field] === '' ? [] : [typedLine(say('meeting.field', { field }), part[field])];
  return [
    line(say('meeting.by'), say('supervision.party', { role })),
    ...text('topics'),
    ...text('feedback'),
    ...text('directives'),
    ...own.map((one) => typedLine(say('meeting.field', { field: 'actions' }), one.text)),
  ];
}

/** Notes that the other one finished and I did not. */
export async function meetingWaits(ctx: Asked, group: string): Promise<Block[]> {
  const waiting = (await ctx.read.find(Meetings, 'waiting', { equal: ctx.me }, { limit: 20 })).docs;
  const [first] = waiting;
  return first === undefined
    ? []
    : [
        body(say('meeting.home', { n: waiting.length })),
        actions(action(say('word.open'), 'supervision.meeting', { group, meeting: first.id })),
      ];
}

/**
 * Somebody is erased. What is sealed goes; so does what they alone wrote in notes that are not locked. A locked note is the
 * other one's too: it stays, without the name. `gone` are agreements in which nobody is left.
 */
export async function meetingsErased(ctx: Asked, gone: ReadonlySet<string>): Promise<Change[]> {
  const agenda = await allOf(ctx.read, AgendaItems, 'supervisee', { equal: ctx.me });
  return [
    ...(await myReflections(ctx)).map((r) => drop(Reflections, r.id)),
    ...agenda.map((i) => drop(AgendaItems, i.id)),
    ...(await myMeetings(ctx)).map((m) => {
      const left = gone.has(m.agreement) ? null : without(m, m.supervisee === ctx.me ? 'supervisee' : 'supervisor');
      return left === null ? drop(Meetings, m.id) : put(Meetings, left);
    }),
  ];
}

function without(m: Meeting, role: Role): Meeting | null {
  const unnamed = { ...m, [role]: '' };
  if (m.lockedAt !== null) return unnamed;
  const left: Meeting = {
    ...unnamed,
    parts: { ...m.parts, [role]: null },
    actions: m.actions.filter((one) => one.carried || one.by !== role),
  };
  const empty = left.parts.supervisee === null && left.parts.supervisor === null && left.actions.length === 0;
  return empty ? null : left;
}
