import { say } from '../../i18n/message.ts';
import type { MeetingStructure } from '../../runtime/contributions.ts';
import { shownTime } from '../../runtime/typed-fields.ts';
import { dateOf } from '../../time/time.ts';
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
import { lengths, type Meeting, mostSlots, places, repeats, type Series } from './model.ts';
import { regularTime } from './planning.ts';
import { structureField } from './series-structures-views.ts';
import { zoneSpans } from './zones.ts';

interface Seen {
  readonly isOwner: boolean;
  readonly structures: readonly MeetingStructure[];
  readonly locale: string;
}

export const seriesCard = (group: string, all: readonly Series[], { isOwner, structures, locale }: Seen): Card =>
  card(say('meet.series'), [
    title(say('meet.series')),
    list(
      all.map((s) =>
        item([say('meet.repeats', { repeats: s.repeats }), clock(s.time), ...zoneSpans(s.zone, locale)], {
          detail: [
            ...[say('meet.minutes', { n: s.minutes }), say('word.dot'), say('meet.slots', { n: s.slots })],
            ...structures.filter(({ id }) => s.templates.includes(id)).flatMap(({ name }) => [say('word.dot'), name]),
          ],
          quote: s.title,
          actions: isOwner
            ? [
                action(say('meet.series.change'), 'meeting.series.form', { group, series: s.id }),
                ...(s.slots > 1 && structures.length > 0
                  ? [action(say('meet.templates'), 'meeting.series.structures', { group, series: s.id })]
                  : []),
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
      say(isOwner ? 'meet.series.none.owner' : 'meet.series.none'),
    ),
    actions(
      ...(isOwner ? [action(say('meet.series.new'), 'meeting.series.form', { group }, { tone: 'main' })] : []),
      action(say('meet.next'), 'meeting.next', { group }),
    ),
  ]);

/** What the form is for: a new series, or one that runs, with its next meeting. */
type Purpose = { readonly once: string } | { readonly series: Series; readonly next: Meeting | null };

interface OfGroup {
  readonly group: Group;
  readonly locale: string;
  readonly structures: readonly MeetingStructure[];
}

export function seriesForm({ group, locale, structures }: OfGroup, of: Purpose): Form {
  const s = 'series' in of ? of.series : null;
  const from = 'series' in of && of.next !== null ? dateOf(regularTime(of.next), of.series.zone) : (s?.startsOn ?? '');
  return form({
    title: say(s === null ? 'meet.series.new' : 'meet.series.change'),
    fields: [
      textField('title', say('meet.title'), { min: 1, max: lengths.title }, { required: true, value: s?.title ?? '' }),
      pickField(
        'repeats',
        say('meet.repeats.label'),
        repeats.map((one) => option(one, say('meet.repeats', { repeats: one }))),
        { required: true, value: s?.repeats ?? 'weekly' },
      ),
      dateField('startsOn', say(s === null ? 'meet.first' : 'meet.from'), { required: true, value: from }),
      textField(
        'time',
        say('meet.time'),
        { max: 20 },
        { required: true, value: shownTime(s?.time ?? '12:00', locale) },
      ),
      textField(
        'zone',
        say('meet.zone'),
        { max: 60, suggest: 'zones' },
        { required: true, hint: say('meet.zone.hint'), value: s?.zone ?? group.zone },
      ),
      textField(
        'minutes',
        say('meet.length'),
        { max: 20 },
        { required: true, hint: say('meet.length.hint', lengths.minutes), value: String(s?.minutes ?? 60) },
      ),
      pickField(
        'slots',
        say('meet.slots.label'),
        Array.from({ length: mostSlots }, (_, i) => option(String(i + 1), say('meet.slots', { n: i + 1 }))),
        { required: true, value: String(s?.slots ?? 2) },
      ),
      structureField(structures, s?.templates ?? []),
      pickField(
        'place',
        say('meet.where'),
        places.map((one) => option(one, say('meet.place', { place: one }))),
        { required: true, value: s?.place ?? 'channel' },
      ),
      textField('link', say('meet.link'), { max: lengths.link }, { hint: say('meet.link.hint'), value: s?.link ?? '' }),
    ],
    submit: say(s === null ? 'meet.series.save' : 'word.save'),
    do: 'meeting.series.save',
    with: { group: group.id, ...('series' in of ? { series: of.series.id } : { once: of.once }) },
  });
}
