import { say } from '../../i18n/message.ts';
import type { Incoming } from '../../ports/chat.ts';
import { action, body, card, item, list, place, when } from '../../view/build.ts';
import type { Card } from '../../view/view.ts';
import type { Group } from './model.ts';

/**
 * Somebody of several groups is where none of them is, at home perhaps: they say which one they mean, and go on. `kept`:
 * what they wanted lies in memory, as it holds more than the command, perhaps typed words, which no button may carry.
 */
export function chooseCard(groups: readonly Group[], wanted: Pick<Incoming, 'command'>, kept: string | null): Card {
  const summary = say('choose.summary');
  const goOn = ({ id }: Group) =>
    kept === null
      ? action(say('choose.this'), wanted.command, { group: id })
      : action(say('choose.this'), 'agreement.goOn', { group: id, pending: kept });
  const items = groups.map((group) =>
    item([place(group.channel)], { detail: [say('choose.since'), when(group.since, 'date')], actions: [goOn(group)] }),
  );
  return card(summary, [body(summary), list(items, summary)]);
}
