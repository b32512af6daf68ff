import { z } from 'zod';
import { type Msg, plain, say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import type { GroupExportPart } from '../../runtime/contributions.ts';
import { decided, show } from '../../runtime/decision.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { dateOf } from '../../time/time.ts';
import { shownZone } from '../../time/typed-zone.ts';
import { action, actions, body, card, day, file, listed, quiet, title } from '../../view/build.ts';
import { factTable, heading, typed, words } from '../../view/build-document.ts';
import type { Document, Words } from '../../view/document.ts';
import { agreementVersion, partsOf } from './clauses.ts';
import { AuditEntries, noted, quietSpans } from './model.ts';

const formats = ['pdf', 'csv', 'md'] as const;
const OfGroup = z.object({ group: z.string().optional() });
const common = { who: 'owner', ack: 'private' } as const;

/** What is in it, and that the list of changes will say so, before anything is made. */
export const exportForm = query({
  ...common,
  name: 'group.export.form',
  input: OfGroup,
  show: async (_input, ctx) => {
    const group = groupOf(ctx).id;
    return card(say('group.export'), [
      title(say('group.export')),
      body(say('group.export.intro')),
      actions(
        ...formats.map((format) =>
          action(
            say('document.format', { format }),
            'group.export',
            { group, format },
            format === 'pdf' ? { tone: 'main' } : {},
          ),
        ),
        action(say('word.back'), 'curbside.home', { group }),
      ),
    ]);
  },
});

/** Writes down that it was exported, by whom, on which day; then hands it over. */
export const exportGroup = command({
  ...common,
  name: 'group.export',
  input: OfGroup.extend({ format: z.enum(formats) }),
  decide: async ({ format }, ctx) =>
    decided(show('group.exported', { group: groupOf(ctx).id, format }), {
      changes: await noted(ctx, groupOf(ctx), 'export'),
    }),
});

/** Nobody gets it without the entry in the list of changes. */
export const exported = query({
  ...common,
  name: 'group.exported',
  input: OfGroup.extend({ format: z.enum(formats) }),
  show: async ({ format }, ctx) => {
    const { id, zone } = groupOf(ctx);
    const today = await ctx.read.find(
      AuditEntries,
      'day',
      { equal: `${id} ${dateOf(ctx.now, zone)}` },
      { limit: 1000 },
    );
    if (!today.docs.some(({ who, what }) => who === ctx.me && what === 'export')) return refusal('gone');
    return card(say('group.export'), [
      title(say('group.export')),
      body(say('group.export.ready')),
      file(await groupDocument(ctx), format),
      quiet(say('group.export.noted')),
      actions(action(say('word.back'), 'group.export.form', { group: id })),
    ]);
  },
});

/** The settings of the group, with what it agreed on and what its features add. No post, no report, no name. */
async function groupDocument(ctx: Asked): Promise<Document> {
  const group = groupOf(ctx);
  const parts = [settingsPart(ctx), ...(await ctx.gather('groupExport', group)).flat(), agreementPart(ctx)];
  const shown = parts.filter(({ rows }) => rows.length > 0);
  return {
    name: 'group',
    title: say('group.export.title'),
    about: words(day(dateOf(ctx.now, group.zone))),
    landscape: false,
    zone: group.zone,
    blocks: shown.flatMap((part) => [heading(2, part.title), factTable(...part.rows)]),
    footer: words(say('group.export.footer')),
    sheet: {
      columns: ['part', 'item', 'value'],
      rows: shown.flatMap((part) =>
        part.rows.map(([label, value]): Words[] => [words(part.title), words(label), value]),
      ),
    },
    data: null,
  };
}

function settingsPart(ctx: Asked): GroupExportPart {
  const group = groupOf(ctx);
  const rows: (readonly [Msg, Words])[] = [
    [say('status.zone'), words(say('status.zoneIs', { zone: shownZone(group.zone, ctx.locale) }))],
    [say('setup.features'), words(...listed(...group.features.map((feature) => say('feature.name', { feature }))))],
    [say('status.quiet'), words(...quietSpans(group.quiet))],
    [say('setup.place'), words(group.place === null ? say('setup.place.varies') : plain(`guide.place.${group.place}`))],
    [say('setup.nudge'), words(say('status.count', { n: group.nudgeHours }))],
    [say('setup.otherLanguages'), words(say('setup.otherLanguage', { may: group.otherLanguages }))],
    ...(group.keepWords.length === 0 ? [] : [[say('words.title'), typed(group.keepWords.join(', '))] as const]),
  ];
  return { title: say('settings.title'), rows };
}

const agreementPart = (ctx: Asked): GroupExportPart => ({
  title: say('agreement.summary'),
  rows: [
    [say('agreement.version'), words(say('status.count', { n: agreementVersion }))],
    ...partsOf(ctx, groupOf(ctx)).flatMap(({ name, clauses }) =>
      clauses.map((clause) => [name ?? say('agreement.core'), words(clause)] as const),
    ),
  ],
});
