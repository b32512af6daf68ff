import { inLanguage, wordsFor } from '../../../i18n/file-words.ts';
import { type Msg, say, wordsOf } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import type { Refusal } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { isMine } from '../authorship.ts';
import { type Consultation, type StepRef, takeAwaysStep } from '../model.ts';
import { textLimits } from '../record/model.ts';
import { mayAct } from './people.ts';
import { sessionOf } from './run.ts';

/** A text that is written for a step, instead of a reply of any kind. */
export interface Writing {
  readonly step: StepRef;
  readonly label: Msg;
  readonly max: number;
}

/** What is to be written for a step of the thread's structure, also one that is over; why not; null for a plain reply. */
export async function writingFor(
  ctx: Asked,
  c: Consultation,
  id: string | undefined,
): Promise<Writing | Refusal | null> {
  if (id === undefined) return null;
  if (id === takeAwaysStep) {
    const name = wordsOf(groupOf(ctx).locale, say('meet.takeAways'));
    return { step: { id, name, record: 'guidance' }, label: say('meet.takeAways'), max: textLimits.guidance };
  }
  const running = await sessionOf(ctx, c.id);
  const at = running?.template.steps.findIndex((s) => s.id === id) ?? -1;
  const step = running?.template.steps[at];
  if (running === null || step?.writes === undefined || at > running.session.step) return refusal('stepGone');
  const { label, max, record, by } = step.writes;
  if (!(await mayAct(ctx, c, { ...running, step }, [by ?? step.turn]))) return refusal('notYourTurn');
  const name = inLanguage(step.name, groupOf(ctx).locale);
  return { step: { id: step.id, name, record }, label: wordsFor(label, ctx.locale), max };
}

/** Whether the method asks this person to listen at the moment. */
export async function isToListen(ctx: Asked, c: Consultation): Promise<boolean> {
  const running = await sessionOf(ctx, c.id);
  return running?.step.listens === true && (await isMine(ctx, c));
}
