import { say } from '../../i18n/message.ts';
import { shownTime } from '../../runtime/typed-fields.ts';
import {
  action,
  actions,
  card,
  clock,
  dateField,
  form,
  item,
  list,
  option,
  pickField,
  textField,
  title,
} from '../../view/build.ts';
import type { Card, Form } from '../../view/view.ts';
import type { Group } from '../group/model.ts';
import { lengths, mostSlots, places, repeats, type Series } from './model.ts';

export const seriesCard = (group: string, all: readonly Series[], isOwner: boolean): Card =>
  card(say('meet.series'), [
    title(say('meet.series')),
    list(
      all.map((s) =>
        item([say('meet.repeats', { repeats: s.repeats }), clock(s.time)], {
          detail: [say('meet.minutes', { n: s.minutes }), say('word.dot'), say('meet.slots', { n: s.slots })],
          quote: s.title,
          actions: isOwner
            ? [
                action(
                  say('meet.series.end'),
                  'meeting.series.end',
                  { group, series: s.id },
                  { tone: 'danger', confirm: say('meet.series.end.confirm') },
                ),
              ]
            : [],
        }),
      ),
      say('meet.series.none'),
    ),
    actions(
      ...(isOwner ? [action(say('meet.series.new'), 'meeting.series.form', { group }, { tone: 'main' })] : []),
      action(say('meet.next'), 'meeting.next', { group }),
    ),
  ]);

export const seriesForm = (group: Group, locale: string, once: string): Form =>
  form({
    title: say('meet.series.new'),
    fields: [
      textField('title', say('meet.title'), { min: 1, max: lengths.title }, { required: true }),
      pickField(
        'repeats',
        say('meet.repeats.label'),
        repeats.map((one) => option(one, say('meet.repeats', { repeats: one }))),
        { required: true, value: 'weekly' },
      ),
      dateField('startsOn', say('meet.first'), { required: true }),
      textField('time', say('meet.time'), { max: 20 }, { required: true, value: shownTime('12:00', locale) }),
      textField('zone', say('meet.zone'), { max: 60, suggest: 'zones' }, { required: true, value: group.zone }),
      textField('minutes', say('meet.attend.minutes'), { max: 20 }, { required: true, value: '60' }),
      pickField(
        'slots',
        say('meet.slots.label'),
        Array.from({ length: mostSlots }, (_, i) => option(String(i + 1), say('meet.slots', { n: i + 1 }))),
        { required: true, value: '2' },
      ),
      pickField(
        'place',
        say('meet.where'),
        places.map((one) => option(one, say('meet.place', { place: one }))),
        { required: true, value: 'channel' },
      ),
    ],
    submit: say('meet.series.save'),
    do: 'meeting.series.save',
    with: { group: group.id, once },
  });
