import { say } from '../../../i18n/message.ts';
import { action, actions, body } from '../../../view/build.ts';
import type { Block } from '../../../view/view.ts';
import { type ConsultationRecord, changes } from './model.ts';

/** Days after which a look back is proposed. */
export const lookBackDays = [14, 30, 90] as const;

/** Once its date has come: whether it changed anything. Before a date is set, or where it is too early to say: when to look. */
export function lookBackBlocks(r: ConsultationRecord, today: string): Block[] {
  const ids = { group: r.group, record: r.id };
  const isDue = r.followUpOn !== null && r.followUpOn <= today;
  if (isDue && r.changed === null)
    return [
      body(say('lookBack.ask')),
      actions(
        ...changes.map((changed) => action(say('lookBack.answer', { changed }), 'record.changed', { ...ids, changed })),
      ),
    ];
  if (r.followUpOn !== null && r.changed !== 'notYet') return [];
  return [
    body(say('lookBack.when')),
    actions(
      ...lookBackDays.map((days) =>
        action(say('lookBack.in', { days }), 'record.lookBack', { ...ids, days: String(days) }),
      ),
    ),
  ];
}
