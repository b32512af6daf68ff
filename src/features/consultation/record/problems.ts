import { say } from '../../../i18n/message.ts';
import { type FieldProblem, type FieldProblems, found } from '../../../runtime/field-errors.ts';
import { clockReading, dateReading, problemOf } from '../../../runtime/typed-fields.ts';
import { yearsFrom } from '../../../time/time.ts';
import type { RecordForm } from './forms.ts';
import { type ConsultationRecord, minutesReading, mostConsultants, type Outsider, outsider } from './model.ts';

/** A date further away than this, either way, is a slip of the keyboard. */
const mostYears = 10;

/** What was sent and fits by itself. */
interface Sent {
  readonly form?: RecordForm | undefined;
  readonly date?: string | undefined;
  readonly time?: string | undefined;
  readonly minutes?: string | undefined;
  readonly followUp?: string | undefined;
  readonly advisers?: readonly string[] | undefined;
  readonly outsiders?: readonly Outsider[] | undefined;
}

interface About {
  readonly before: ConsultationRecord | null;
  readonly me: string;
  readonly today: string;
  readonly locale: string;
}

/** What a single field cannot know: lengths, dates against today and each other, and that somebody advised. */
export function problems(sent: Sent, about: About): FieldProblems {
  const day = dayOf(sent, about);
  const all: Record<string, FieldProblem | null> = {
    date: typeof day === 'string' ? null : day,
    time: sent.time === undefined ? null : problemOf(clockReading(sent.time, about.locale)),
    minutes: sent.minutes === undefined ? null : problemOf(minutesReading(sent.minutes)),
    followUp: followUpProblem(sent, about, typeof day === 'string' ? day : null),
    ...adviserProblems(sent, about),
  };
  return found(all);
}

function adviserProblems({ form, advisers, outsiders }: Sent, about: About): Record<string, FieldProblem | null> {
  const counted = advisers && outsiders ? advisers.length + outsiders.length : null;
  return {
    advisers: advisers?.includes(about.me) ? say('record.advisers.self') : null,
    // Who advised at a meeting is written when the draft is finished.
    outsiders:
      counted !== null && ((counted < 1 && form !== 'presented') || counted > mostConsultants)
        ? say('record.outsiders.error')
        : credentialAsked(outsiders ?? [], about),
  };
}

/** A credential may have been forgotten. Asked once: sent again with the comma that is offered, there is none. */
function credentialAsked(outsiders: readonly Outsider[], { before }: About): FieldProblem | null {
  const known = (name: string) => before?.consultants.some((c) => 'name' in c && c.name === name) ?? false;
  if (!outsiders.some((one) => one.bare && !known(one.name))) return null;
  const offer = outsiders.map((one) => (one.credential === '' ? `${one.name},` : outsider(one))).join('\n');
  return { msg: say('record.outsiders.credential'), offer };
}

function followUpProblem({ followUp = '' }: Sent, about: About, day: string | null): FieldProblem | null {
  if (followUp === '') return null;
  const read = dateReading(followUp, { ...about, toward: 'future' }, 'followUp');
  if ('problem' in read) return read.problem;
  if (read.value > yearsFrom(about.today, mostYears)) return say('record.followUp.far');
  return day !== null && read.value <= day ? say('record.followUp.order') : null;
}

/** The day of the consultation, or what is wrong with it. Only the form of something that happened elsewhere asks for it. */
export function dayOf({ form, date }: Sent, about: About): string | FieldProblem {
  const { before, today } = about;
  if (form === 'close' || form === 'edit') return before?.on.date ?? today;
  if (date === undefined) return say('record.on.missing');
  const read = dateReading(date, { ...about, toward: 'past' }, 'date');
  if ('problem' in read) return read.problem;
  if (read.value > today) return say('record.on.future');
  return read.value < yearsFrom(today, -mostYears) ? say('record.on.old') : read.value;
}
