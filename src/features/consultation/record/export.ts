import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { groupOf } from '../../../runtime/context.ts';
import { query } from '../../../runtime/route.ts';
import { action, actions, body, card, day, facts, file, quiet, title, typedOption } from '../../../view/build.ts';
import type { Block, Card } from '../../../view/view.ts';
import { Consultations } from '../model.ts';
import { namedIn } from './advisers.ts';
import type { ConsultationRecord } from './model.ts';
import { allMyRecords } from './own-records.ts';
import { recordsDocument } from './records-document.ts';

const formats = ['pdf', 'csv', 'md', 'json'] as const;

/** Years that can be chosen at once; other days come from a renewal cycle. */
const mostYears = 10;

const Wanted = z.object({
  group: z.string().optional(),
  chosen: z.string().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  format: z.enum(formats).optional(),
});

/** My records as files, between two days or all of them. */
export const exportRecords = query({
  name: 'consult.records.export',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: Wanted,
  show: async (input, ctx): Promise<Card> => {
    const all = await allMyRecords(ctx);
    const { from, to } = daysOf(input);
    const within = all.filter(({ on }) => (from === null || on.date >= from) && (to === null || on.date <= to));
    // A file that stays in a conversation is no place for what somebody asked without their name.
    const hidden = ctx.filesStay ? await withoutName(ctx, within) : new Set<string>();
    const records = within.filter(({ id }) => !hidden.has(id)).reverse();
    const group = groupOf(ctx).id;
    const values = { group, ...(from === null || to === null ? {} : { from, to }) };
    if (input.format === undefined) return chooseCard(all, records, { values, from, to, left: hidden.size });
    const document = recordsDocument({
      ...{ owner: ctx.me, records, named: await namedIn(ctx, records), from, to, left: hidden.size },
      ...{ zone: ctx.zone ?? groupOf(ctx).zone, now: ctx.now, fingerprint: ctx.fingerprint },
    });
    return card(say('records.summary'), [
      title(say('records.export')),
      body(say('records.ready')),
      file(document, input.format),
      actions(action(say('word.back'), 'consult.records.export', values)),
    ]);
  },
});

/** `chosen` is a year, or empty for all. */
function daysOf({ chosen, from, to }: z.output<typeof Wanted>): { from: string | null; to: string | null } {
  if (chosen !== undefined) {
    const year = /^\d{4}$/.test(chosen) ? chosen : null;
    return { from: year && `${year}-01-01`, to: year && `${year}-12-31` };
  }
  return { from: from ?? null, to: to ?? null };
}

/** Records of questions asked without a name. Where the question is gone, it is taken for one. */
async function withoutName(ctx: Asked, records: readonly ConsultationRecord[]): Promise<ReadonlySet<string>> {
  const asked = records.filter((r) => r.consultation !== null);
  const found = await ctx.read.getMany(
    Consultations,
    asked.map((r) => r.consultation ?? ''),
  );
  return new Set(asked.flatMap((r, i) => (found[i]?.author.as === 'me' ? [] : [r.id])));
}

interface Choice {
  readonly values: Record<string, string>;
  readonly from: string | null;
  readonly to: string | null;
  readonly left: number;
}

function chooseCard(all: readonly ConsultationRecord[], chosen: readonly ConsultationRecord[], of: Choice): Card {
  const years = [...new Set(all.map(({ on }) => on.date.slice(0, 4)))].slice(0, mostYears);
  const { values, from, to } = of;
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
    with: { group: values.group ?? '' },
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
      action(say('word.back'), 'consult.records', { group: values.group ?? '' }),
    ),
  ]);
}
