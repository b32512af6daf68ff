import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { type Change, type Decision, decided, isRefusal, put, type Refusal, show } from '../../../runtime/decision.ts';
import { type FieldProblem, found } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { checkedValue } from '../../../runtime/typed-fields.ts';
import { linesOf, oneLine } from '../../../view/one-line.ts';
import { agreementOf, common, todayIn } from '../agreement/find.ts';
import { type Agreement, Agreements, type Role, roleIn } from '../agreement/model.ts';
import { dateReadingIn } from '../hours/input.ts';
import { identifierProblems } from '../typed-texts.ts';
import { begin } from './begin.ts';
import { agendaIn, isOver, meetingsBefore, meetingsIn, openMeetingOf } from './find.ts';
import { actionsLength, meetingForm, valuesOf } from './form.ts';
import {
  focuses,
  isLocked,
  isOpen,
  type Meeting,
  type MeetingAction,
  Meetings,
  meetingLimits,
  ownActions,
} from './model.ts';

/** My part of a note that is there, or of a new one; of a day that has a note already, that one. */
export const writeMeeting = query({
  ...common,
  name: 'supervision.meeting.write',
  ack: 'form',
  input: z.object({
    group: z.string(),
    agreement: z.string().optional(),
    meeting: z.string().optional(),
    date: z.string().optional(),
  }),
  show: async (input, ctx) => {
    if (input.meeting !== undefined) {
      const of = await openMeetingOf(ctx, input.meeting);
      return isRefusal(of) ? of : meetingForm(of.agreement, of.role, of.meeting.id, valuesOf(of.meeting, of.role));
    }
    const a = await writableOf(ctx, input.agreement ?? '');
    if (isRefusal(a)) return a;
    const role = roleIn(a, ctx.me) ?? 'supervisee';
    const day = input.date ?? todayIn(ctx, a);
    const there = (await meetingsIn(ctx, a)).find((m) => m.date === day && !isLocked(m));
    if (there !== undefined) return meetingForm(a, role, there.id, valuesOf(there, role));
    return meetingForm(a, role, null, { date: day });
  },
});

/** An agreement of mine in which meetings are noted: confirmed, and not long over. */
async function writableOf(ctx: Parameters<typeof agreementOf>[0], id: string): Promise<Agreement | Refusal> {
  const a = await agreementOf(ctx, id);
  if (isRefusal(a)) return a;
  if (a.status !== 'active') return refusal('notConfirmed');
  return isOver(ctx, a) ? refusal('meetingLocked') : a;
}

const Text = z.string().trim().max(meetingLimits.text).default('');
const Input = z.object({
  group: z.string(),
  agreement: z.string(),
  meeting: z.string().optional(),
  date: z.string().trim().optional(),
  focus: z
    .string()
    .default('')
    .transform((typed) => typed.split(',').filter(Boolean))
    .pipe(z.array(z.enum(focuses))),
  topics: Text,
  feedback: Text,
  directives: Text,
  actions: z.string().trim().max(actionsLength).default(''),
});
type Input = z.output<typeof Input>;

export const saveMeeting = command({
  ...common,
  name: 'supervision.meeting.save',
  opensWith: 'supervision.meeting.write',
  scans: true,
  ack: 'private',
  input: Input,
  refill: async (values, errors, ctx) => {
    const a = await agreementOf(ctx, values.agreement ?? '');
    if (isRefusal(a)) return a;
    return meetingForm(a, roleIn(a, ctx.me) ?? 'supervisee', values.meeting ?? null, values, errors);
  },
  check: async (input, ctx) => {
    const a = await agreementOf(ctx, input.agreement ?? '');
    return isRefusal(a) ? {} : found(await problems(input, ctx, a));
  },
  decide: async (input, ctx): Promise<Decision | Refusal> => {
    const a = await writableOf(ctx, input.agreement);
    if (isRefusal(a)) return a;
    const role = roleIn(a, ctx.me) ?? 'supervisee';
    const start = await startedOf(ctx, a, input);
    if (isRefusal(start)) return start;
    const before = start.meeting;
    const meeting: Meeting = {
      ...before,
      parts: {
        ...before.parts,
        [role]: {
          focus: [...new Set(input.focus)],
          topics: input.topics,
          feedback: input.feedback,
          directives: role === 'supervisor' ? input.directives : '',
          at: ctx.now,
        },
      },
      actions: actionsAfter(before, role, input.actions, ctx),
      // Whoever had finished it has not read this yet.
      finished: { supervisee: null, supervisor: null },
    };
    return decided(show('supervision.meeting', { group: a.group, meeting: meeting.id }, say('meeting.saved')), {
      changes: [...start.changes, put(Meetings, meeting)],
    });
  },
});

/** The note that is written: the one named, the one of that day, or a new one. */
async function startedOf(
  ctx: Context,
  a: Agreement,
  input: Pick<Input, 'meeting' | 'date'>,
): Promise<{ meeting: Meeting; changes: readonly Change[] } | Refusal> {
  if (input.meeting !== undefined) {
    const of = await openMeetingOf(ctx, input.meeting);
    if (isRefusal(of)) return of;
    return of.agreement.id === a.id ? { meeting: of.meeting, changes: [] } : refusal('noMeeting');
  }
  const date = checkedValue(dateReadingIn(input.date ?? 'today', ctx, a));
  const meetings = await meetingsIn(ctx, a);
  const there = meetings.find((m) => m.date === date);
  if (there !== undefined) return isLocked(there) ? refusal('meetingLocked') : { meeting: there, changes: [] };
  const all = [...meetings, ...(await meetingsBefore(ctx, a))];
  const replaced = a.replaces === null ? null : await ctx.read.get(Agreements, a.replaces);
  return begin(ctx, a, date, { meetings: all, agenda: await agendaIn(ctx, a), replaced });
}

/** Lines that were there keep their id and whether they are done. */
function actionsAfter(m: Meeting, role: Role, typed: string, ctx: Pick<Context, 'ids'>): MeetingAction[] {
  const mine = ownActions(m, role);
  const lines = actionLines(typed).map(
    (text): MeetingAction =>
      mine.find((one) => one.text === text) ?? {
        id: ctx.ids.next(),
        text,
        by: role,
        carried: false,
        moved: false,
        doneAt: null,
      },
  );
  return [...m.actions.filter((one) => !mine.includes(one)), ...lines];
}

const actionLines = (typed: string): string[] => [...new Set(linesOf(typed).map(oneLine))];

async function problems(
  input: Partial<Input>,
  ctx: Context,
  a: Agreement,
): Promise<Record<string, FieldProblem | null>> {
  const { topics = '', feedback = '', directives = '', actions = '' } = input;
  const max = meetingLimits.text;
  return {
    ...identifierProblems(
      {
        topics: { typed: topics, max, field: 'topics' },
        feedback: { typed: feedback, max, field: 'feedback' },
        directives: { typed: directives, max, field: 'directives' },
        actions: { typed: actions, max: actionsLength, field: 'actions' },
      },
      ctx,
    ),
    ...(await actionsProblem(input, ctx, a)),
    date: input.meeting === undefined && input.date !== undefined ? await dateProblem(input.date, ctx, a) : null,
  };
}

async function dateProblem(typed: string, ctx: Context, a: Agreement): Promise<FieldProblem | null> {
  const read = dateReadingIn(typed, ctx, a);
  if ('problem' in read) return read.problem;
  if (read.value > todayIn(ctx, a)) return say('meeting.date.future');
  if (read.value < a.startsOn) return say('supervision.date.before');
  if (a.endsOn !== null && read.value > a.endsOn) return say('supervision.date.after');
  const there = (await meetingsIn(ctx, a)).find((m) => m.date === read.value);
  // What I wrote there would be replaced by what is typed here.
  const taken = there !== undefined && (isLocked(there) || there.parts[roleIn(a, ctx.me) ?? 'supervisee'] !== null);
  return taken ? say('meeting.date.taken') : null;
}

async function actionsProblem(
  input: Partial<Input>,
  ctx: Context,
  a: Agreement,
): Promise<Record<string, FieldProblem>> {
  const lines = actionLines(input.actions ?? '');
  if (lines.some((text) => text.length > meetingLimits.action)) return { actions: say('meeting.actions.long') };
  if (lines.length === 0) return {};
  const of = input.meeting === undefined ? null : await openMeetingOf(ctx, input.meeting);
  const role = roleIn(a, ctx.me) ?? 'supervisee';
  const meeting = of === null || isRefusal(of) ? null : of.meeting;
  const others = meeting === null ? [] : meeting.actions.filter((one) => !ownActions(meeting, role).includes(one));
  const open = others.filter(isOpen).length + lines.length;
  return open > meetingLimits.actions ? { actions: say('meeting.actions.many') } : {};
}
