import { say } from '../../../i18n/message.ts';
import { action, actions, body, card, day, quiet, title } from '../../../view/build.ts';
import type { Block, Card } from '../../../view/view.ts';
import { daysOfPeriod } from '../schedule.ts';
import type { Picture } from './model.ts';

/** Pictures of closed weeks, newest first. Withheld ones all read the same. */
export function groupCard(
  group: string,
  pictures: readonly Pick<Picture, 'period' | 'shown'>[],
  invite: { readonly on: { readonly day: number; readonly time: string } | null } | null,
): Card {
  return card(say('checkin.group.title'), [
    title(say('checkin.group.title')),
    body(say('checkin.group.what')),
    ...(pictures.length === 0 ? [quiet(say('checkin.group.none'))] : pictures.flatMap(pictureBlocks)),
    quiet(say('checkin.group.often')),
    ...(invite === null ? [] : inviteBlocks(group, invite.on)),
  ]);
}

function pictureBlocks({ period, shown }: Pick<Picture, 'period' | 'shown'>): Block[] {
  const head = quiet(say('checkin.group.weeks'), day(daysOfPeriod(period).to));
  if (shown === null) return [head, body(say('checkin.group.withheld'))];
  const { level, count, trend } = shown;
  return [
    head,
    body(
      say('checkin.group.level', { level }),
      say('checkin.group.count', { count }),
      ...(trend === null ? [] : [say('checkin.group.trend', { trend })]),
    ),
  ];
}

function inviteBlocks(group: string, on: { readonly day: number; readonly time: string } | null): Block[] {
  const set = (to: 'yes' | 'no') =>
    action(say(to === 'yes' ? 'checkin.group.ask' : 'checkin.group.askNot'), 'checkin.invite.set', { group, on: to });
  return on === null
    ? [quiet(say('checkin.group.asksNot')), actions(set('yes'))]
    : [
        quiet(
          say('checkin.group.asks'),
          say('checkin.schedule.dayName', { day: on.day }),
          say('checkin.text', { text: on.time }),
        ),
        actions(set('no')),
      ];
}
