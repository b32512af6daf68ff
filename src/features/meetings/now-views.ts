import { type Msg, say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
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
export const startClock = (m: Meeting): Action[] =>
  m.part === null ? [press(m, say('meet.box.start'), 'next', true)] : [];

/** How far an opened meeting is. */
export const stageOf = (m: Meeting): 'starting' | 'running' | 'done' =>
  m.part === null ? 'starting' : m.part.n < partsOf(m).length ? 'running' : 'done';

export const isRunning = (m: Meeting, now: number): boolean =>
  m.status === 'opened' && now < endOf(m) && stageOf(m) !== 'done';

/** The meeting that runs, or the latest one, and the way to note that I was there. */
export function lastBlocks(ctx: Asked, last: Meeting | null): Block[] {
  if (last === null) return [];
  const attend = action(say('meet.attend'), 'meeting.attend', idsOf(last));
  if (!isRunning(last, ctx.now)) return [quiet(say('meet.last'), when(last.at)), actions(attend)];
  return [
    quiet(say('meet.now'), when(endOf(last), 'time')),
    actions(
      ...(mayChange(ctx, last) ? startClock(last) : []),
      attend,
      action(say('meet.agenda'), 'meeting.agenda', idsOf(last)),
    ),
  ];
}
