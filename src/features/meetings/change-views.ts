import { say } from '../../i18n/message.ts';
import { action, actions, body, card, quiet, quote, title, when } from '../../view/build.ts';
import type { Card } from '../../view/view.ts';
import type { Meeting, Series } from './model.ts';
import type { Rota } from './rota.ts';

const wayTo = ({ group }: Meeting) => actions(action(say('meet.next'), 'meeting.next', { group }));

/** In the channel: a meeting has another time. */
export const movedCard = ({ meeting, series }: Rota, before: number): Card =>
  card(say('meet.moved.summary'), [
    title(say('meet.moved.summary')),
    quote(series.title),
    body(say('meet.moved.to'), when(meeting.at)),
    quiet(say('meet.moved.from'), when(before)),
    wayTo(meeting),
  ]);

/** In the channel: a meeting does not take place, or ended as too few came. */
export const canceledCard = ({ meeting, series }: Rota, why: 'canceled' | 'tooFew' | 'ended'): Card =>
  card(say('meet.canceled.summary'), [
    title(say('meet.canceled.summary')),
    quote(series.title),
    body(say('meet.canceled.why', { why }), when(meeting.at)),
    ...(why === 'ended' ? [] : [quiet(say('meet.canceled.turns'))]),
    wayTo(meeting),
  ]);

/** In the channel: a series goes on by another rule. */
export const seriesMovedCard = (series: Series, meeting: Meeting): Card =>
  card(say('meet.series.moved'), [
    title(say('meet.series.moved')),
    quote(series.title),
    body(say('meet.repeats', { repeats: series.repeats })),
    body(say('meet.moved.next'), when(meeting.at)),
    wayTo(meeting),
  ]);
