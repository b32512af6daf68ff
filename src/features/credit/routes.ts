import type { Route } from '../../runtime/route.ts';
import { advised, saveAdvised } from './advised.ts';
import { answerConfirm, confirmations, confirmForm, dropConfirm, saveConfirm } from './confirm.ts';
import { dates, saveDates } from './dates.ts';
import { dropAdvised, showAdvised } from './logged-advice.ts';
import { setNaming } from './naming.ts';
import { reflection, reflections, saveReflection } from './reflections.ts';
import { remind } from './remind.ts';
import { reminder, reminderDone, removeReminder, saveReminder } from './reminder.ts';
import { moreOfStatement, statement } from './statement.ts';

/** What consultation earns: statements, what somebody notes of advising, what colleagues confirm, and a reminder. */
export const creditRoutes: readonly Route[] = [
  ...[statement, moreOfStatement, advised, saveAdvised, showAdvised, dropAdvised, dates, saveDates],
  ...[confirmations, confirmForm, saveConfirm, answerConfirm, dropConfirm, setNaming],
  ...[reflections, reflection, saveReflection],
  ...[reminder, saveReminder, removeReminder, reminderDone, remind],
];
