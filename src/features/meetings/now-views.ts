import { type Msg, say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { hourMs } from '../../time/durations.ts';
import { action, actions, quiet, when } from '../../view/build.ts';
import type { Action, Block } from '../../view/view.ts';
import { mayChange } from './may-change.ts';
import { endOf, type Meeting, partsOf } from './model.ts';

const idsOf = (m: Meeting) => ({ group: m.group, meeting: m.id });

/** A button of the time-box: it knows the part that its card showed. */
export const press = (m: Meeting, label: Msg, act: string, main = false): Action => {
  const values = { ...idsOf(m), act, n: String(m.part?.n ?? -1) };
  return action(label, 'meeting.part.go', values, main ? { tone: 'main' } : {});
};

/** Until the clock runs, that is what a meeting waits for. */
export const startClock = (m: Meeting, now: number): Action[] =>
  m.part === null && now < endOf(m) ? [press(m, say('meet.box.start'), 'next', true)] : [];

/**
 * How far an opened meeting is. One whose clock nobody started ends with its time; one that runs over goes on for as long as a
 * part of it does, and an hour.
 */
export function stageOf(m: Meeting, now: number): 'starting' | 'running' | 'done' {
  if (m.part === null) return now < endOf(m) ? 'starting' : 'done';
  const last = Math.max(endOf(m), m.part.until) + lateMs;
  return m.part.n < partsOf(m).length && now < last ? 'running' : 'done';
}

/** So long (ms) a meeting whose clock runs may go on past its time. */
export const lateMs = hourMs;

export const isRunning = (m: Meeting, now: number): boolean =>
  m.status === 'opened' && now < endOf(m) && stageOf(m, now) !== 'done';

/** The meeting that runs, or the latest one, and the way to note that I was there. */
export function lastBlocks(ctx: Asked, last: Meeting | null): Block[] {
  if (last === null) return [];
  const attend = action(say('meet.attend'), 'meeting.attend', idsOf(last));
  if (!isRunning(last, ctx.now)) return [quiet(say('meet.last'), when(last.at)), actions(attend)];
  return [
    quiet(say('meet.now'), when(endOf(last), 'time')),
    actions(
      ...(mayChange(ctx, last) ? startClock(last, ctx.now) : []),
      attend,
      action(say('meet.agenda'), 'meeting.agenda', idsOf(last)),
    ),
  ];
}
