import { say } from '../../i18n/message.ts';
import { action, actions, body, card, quiet } from '../../view/build.ts';
import type { Action, Block, Card, Values } from '../../view/view.ts';
import { pulseValues } from './model.ts';

/** The five answers, one tap each. `values` names the week where the question was about one. */
export const answerActions = (values: Values): Action[] =>
  pulseValues.map((value) =>
    action(say('checkin.answer', { value }), 'checkin.answer', { ...values, value: String(value) }),
  );

const waysOut = (values: Values): Action[] => [
  action(say('checkin.skip'), 'checkin.skip', values),
  action(say('checkin.pause'), 'checkin.pause', { group: values.group ?? '' }),
  action(say('checkin.stop'), 'checkin.stop', { group: values.group ?? '' }),
];

export const questionBlocks = (values: Values): Block[] => [
  body(say('checkin.question')),
  actions(...answerActions(values)),
  actions(...waysOut(values)),
];

/** The weekly question as a direct message. It holds no answer, and answers come back privately. */
export const promptCard = (values: { group: string; week: string }, monthly: boolean): Card =>
  card(say('checkin.summary'), [
    ...questionBlocks(values),
    ...(monthly ? [actions(action(say('checkin.mine.monthly'), 'checkin.monthly', { group: values.group }))] : []),
    quiet(say('checkin.private')),
  ]);

/** What the direct message becomes once its week is answered or skipped. It says no more than that. */
export const overCard = (how: 'answered' | 'skipped', group: string, monthly: boolean): Card =>
  card(say('checkin.summary'), [
    body(say('checkin.asked.over', { how })),
    ...(monthly ? [actions(action(say('checkin.mine.monthly'), 'checkin.monthly', { group }))] : []),
    quiet(say('checkin.private')),
  ]);

export const reminderCard = (values: { group: string; week: string }): Card =>
  card(say('checkin.summary'), [quiet(say('checkin.reminder')), ...questionBlocks(values)]);

/** To somebody who has no other group: why no question comes any more, and what is theirs all the same. */
export const channelGoneCard = (group: string): Card =>
  card(say('checkin.summary'), [
    body(say('checkin.channelGone')),
    actions(
      action(say('checkin.now'), 'checkin.now', { group }),
      action(say('checkin.results'), 'checkin.history', { group }),
      action(say('checkin.stop'), 'checkin.stop', { group }),
    ),
    quiet(say('checkin.private')),
  ]);

/** In the group's channel: everybody sees the same, and it opens for each alone. */
export const inviteCard = (group: string): Card =>
  card(say('checkin.invite'), [
    body(say('checkin.invite.text')),
    actions(action(say('checkin.invite.open'), 'checkin.now', { group }, { tone: 'main' })),
  ]);
