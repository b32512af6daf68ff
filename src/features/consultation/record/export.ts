import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { groupOf } from '../../../runtime/context.ts';
import { query } from '../../../runtime/route.ts';
import { action, actions, body, card, day, facts, file, quiet, title, typedOption } from '../../../view/build.ts';
import type { Block, Card } from '../../../view/view.ts';
import { entriesElsewhere, type LogEntry } from '../my-log/entries.ts';
import { daysOf, encoded } from '../my-log/filter.ts';
import { logOf } from '../my-log/show.ts';
import { namedIn } from './advisers.ts';
import { structureName } from './open.ts';
import { recordsDocument } from './records-document.ts';
import { namedElsewhere } from './views.ts';

const formats = ['pdf', 'csv', 'md', 'json'] as const;

/** Years that can be chosen at once; other days come from a renewal cycle. */
const mostYears = 10;

/** My log as files: what its filter shows, between two days or all of it. */
export const exportRecords = query({
  name: 'consult.records.export',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({
    group: z.string().optional(),
    f: z.string().max(80).optional(),
    /** A year, or `all`. */
    chosen: z.string().optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    format: z.enum(formats).optional(),
  }),
  elsewhere: (other) => entriesElsewhere(other),
  show: async (input, ctx, elsewhere): Promise<Card> => {
    const log = await logOf(ctx, { f: input.f, year: input.chosen }, elsewhere);
    const { from, to } = input.from && input.to ? { from: input.from, to: input.to } : daysOf(log.filter, log.cycles);
    const within = log.shown.filter(({ date }) => (from === null || date >= from) && (to === null || date <= to));
    // A file that stays in a conversation is no place for what somebody asked without their name.
    const entries = within.filter(({ anonymous }) => !(ctx.filesStay && anonymous)).reverse();
    const left = within.length - entries.length;
    const group = groupOf(ctx).id;
    const f = encoded(log.filter);
    const values = { group, ...(f === encoded({ side: null, topic: null, period: null, where: null }) ? {} : { f }) };
    const days = input.from && input.to ? { from: input.from, to: input.to } : {};
    if (input.format === undefined)
      return chooseCard(log.entries, entries, { values: { ...values, ...days }, from, to, left });
    const own = await namedIn(
      ctx,
      entries.flatMap(({ record, origin }) => (record !== null && origin === null ? [record] : [])),
    );
    const document = recordsDocument({
      ...{ owner: ctx.me, entries, named: ({ origin }) => (origin === null ? own : namedElsewhere) },
      structure: (r) => structureName(ctx, r),
      ...{ from, to, left, zone: ctx.zone ?? groupOf(ctx).zone, now: ctx.now, fingerprint: ctx.fingerprint },
    });
    return card(say('records.summary'), [
      title(say('records.export')),
      body(say('records.ready', { n: entries.length })),
      file(document, input.format),
      actions(action(say('word.back'), 'consult.records.export', { ...values, ...days })),
    ]);
  },
});

interface Choice {
  readonly values: Record<string, string>;
  readonly from: string | null;
  readonly to: string | null;
  readonly left: number;
}

function chooseCard(all: readonly LogEntry[], chosen: readonly LogEntry[], of: Choice): Card {
  const years = [...new Set(all.map(({ date }) => date.slice(0, 4)))].slice(0, mostYears);
  const { values, from, to } = of;
  const { group = '', f } = values;
  const yearPick: Block = {
    is: 'pick',
    label: say('records.year'),
    options: [
      { value: 'all', label: { msg: say('records.year.all') }, hint: null },
      ...years.map((year) => typedOption(year, year)),
    ],
    chosen: [from === null ? 'all' : from.slice(0, 4)],
    many: false,
    do: 'consult.records.export',
    with: { group, ...(f === undefined ? {} : { f }) },
  };
  return card(say('records.summary'), [
    title(say('records.export')),
    body(say('records.export.intro')),
    ...(years.length === 0 ? [] : [yearPick]),
    facts(
      ...(from === null || to === null
        ? []
        : [[say('records.between'), day(from), say('supervision.to'), day(to)] as const]),
      [say('records.overview'), say('status.count', { n: chosen.length })],
      [say('record.duration'), say('supervision.length', { minutes: chosen.reduce((sum, r) => sum + r.minutes, 0) })],
    ),
    ...(of.left === 0 ? [] : [quiet(say('records.left', { n: of.left }))]),
    actions(
      ...formats.map((format) =>
        action(
          say('document.format', { format }),
          'consult.records.export',
          { ...values, format },
          format === 'pdf' ? { tone: 'main' } : {},
        ),
      ),
      action(say('word.back'), 'consult.records', { group, ...(f === undefined ? {} : { f }) }),
    ),
  ]);
}
