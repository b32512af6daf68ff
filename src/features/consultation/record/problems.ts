import { type Msg, say } from '../../../i18n/message.ts';
import { readDate, yearsFrom } from '../../../time/time.ts';
import type { Consultant, ConsultationRecord } from './model.ts';

/** A date further away than this, either way, is a slip of the keyboard. */
const mostYears = 10;

/** What was sent, as far as one field alone cannot tell whether it fits. */
interface Sent {
  readonly form: 'close' | 'log' | 'edit' | 'editLog';
  readonly question?: string | undefined;
  readonly date?: string | undefined;
  readonly followUp: string;
  readonly advisers: readonly string[];
  readonly outsiders: readonly Consultant[];
}

/** What a single field cannot know: dates against today and each other, that there is a question, and that somebody advised. */
export function problems(
  sent: Sent,
  of: { readonly before: ConsultationRecord | null; readonly me: string; readonly today: string },
): Record<string, Msg> | null {
  const { before, me, today } = of;
  const wrong: Record<string, Msg> = {};
  if (sent.form !== 'close' && sent.question === undefined) wrong.question = say('field.required');
  const day = dayOf(sent, before, today);
  if (typeof day !== 'string') wrong.date = day;
  if (sent.followUp !== '') {
    const followUp = readDate(sent.followUp, today);
    if (followUp === null) wrong.followUp = say('record.followUp.unclear');
    else if (followUp > yearsFrom(today, mostYears)) wrong.followUp = say('record.followUp.far');
    else if (typeof day === 'string' && followUp <= day) wrong.followUp = say('record.followUp.order');
  }
  const advisers = sent.advisers.length + sent.outsiders.length;
  if (sent.advisers.includes(me)) wrong.advisers = say('record.advisers.self');
  if (advisers < 1 || advisers > 12) wrong.outsiders = say('record.outsiders.error');
  return Object.keys(wrong).length > 0 ? wrong : null;
}

/** The day of the consultation, or what is wrong with it. Only the form of something that happened elsewhere asks for it. */
function dayOf(sent: Sent, before: ConsultationRecord | null, today: string): string | Msg {
  if (sent.form === 'close' || sent.form === 'edit') return before?.on.date ?? today;
  if (sent.date === undefined) return say('record.on.missing');
  const day = readDate(sent.date, today);
  if (day === null) return say('record.on.unclear');
  if (day > today) return say('record.on.future');
  return day < yearsFrom(today, -mostYears) ? say('record.on.old') : day;
}
