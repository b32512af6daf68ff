import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { isRefusal, type Refusal } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query, slash } from '../../../runtime/route.ts';
import { action, actions, body, card, day, file, item, list, quiet, title } from '../../../view/build.ts';
import type { FileFormat } from '../../../view/document.ts';
import type { Card } from '../../../view/view.ts';
import { agreementOf, common, myAgreements } from '../agreement/find.ts';
import { type Agreement, roleIn } from '../agreement/model.ts';
import { chooseCard } from '../agreement/views.ts';
import { packOf } from '../packs.ts';
import { documentOf } from './layouts.ts';
import { type DocumentId, documentIds, documentsFor, isWorksheet, periodOf } from './model.ts';
import { periodsIn, sourceOf } from './source.ts';

const formats = ['pdf', 'csv', 'json'] as const satisfies readonly FileFormat[];

/** How many months or quarters can be chosen: the latest ones. */
const mostPeriods = 12;

/** `/supervision documents`: what can be printed and handed in, for one agreement of mine. */
export const documents = query({
  ...common,
  name: 'supervision.documents',
  ack: 'private',
  slash: slash('supervision', 'documents', 'supervision.help.documents'),
  input: z.object({ group: z.string().optional(), agreement: z.string().optional() }),
  show: async ({ agreement }, ctx) => {
    if (agreement !== undefined) {
      const a = await agreementOf(ctx, agreement);
      return isRefusal(a) ? a : documentsCard(ctx, a);
    }
    const all = [...(await myAgreements(ctx, 'supervisee')), ...(await myAgreements(ctx, 'supervisor'))].filter(
      (a) => a.status === 'active',
    );
    const [first] = all;
    if (first === undefined) return refusal('noSupervision');
    return all.length > 1 ? chooseCard(all, ctx.me, 'supervision.documents') : documentsCard(ctx, first);
  },
});

/** One document: what it is for, and its files. With `format`, the file itself. */
export const showDocument = query({
  ...common,
  name: 'supervision.document',
  ack: 'private',
  input: z.object({
    group: z.string(),
    agreement: z.string(),
    document: z.enum(documentIds),
    format: z.enum(formats).optional(),
    chosen: z.string().optional(),
    period: z.string().optional(),
  }),
  show: async ({ agreement, document, format, chosen, period }, ctx): Promise<Card | Refusal> => {
    const a = await agreementOf(ctx, agreement);
    if (isRefusal(a)) return a;
    const offered = documentsFor(a, roleIn(a, ctx.me) ?? 'supervisee', packOf(ctx, a.pack));
    if (a.status !== 'active' || !offered.includes(document)) return refusal('noDocuments');
    const per = periodOf(document);
    const whole = await sourceOf(ctx, a, null, null);
    const days = per === null ? [] : periodsIn(whole.entries, per).slice(0, mostPeriods);
    const from = days.find((one) => one === (chosen ?? period)) ?? days[0] ?? null;
    if (format === undefined) return documentCard(a, document, days, from);
    const source = await sourceOf(ctx, a, from, per, document === 'entries');
    return card(say('documents.title', { document }), [
      title(say('documents.title', { document })),
      body(say('documents.ready', { format, worksheet: isWorksheet(document, a) })),
      file(documentOf(document, source), format),
      quiet(say('documents.checkable')),
      actions(back(a), ...formatActions(a, document, from).filter(({ with: w }) => w.format !== format)),
    ]);
  },
});

const back = (a: Agreement) =>
  action(say('documents.all'), 'supervision.documents', { group: a.group, agreement: a.id });

function documentsCard(ctx: Asked, a: Agreement): Card {
  const offered = documentsFor(a, roleIn(a, ctx.me) ?? 'supervisee', packOf(ctx, a.pack));
  return card(say('documents.summary'), [
    title(say('documents.summary')),
    body(say(a.purpose === 'growth' ? 'documents.intro.growth' : 'documents.intro')),
    list(
      offered.map((document) =>
        item([say('documents.title', { document })], {
          actions: [action(say('word.open'), 'supervision.document', { group: a.group, agreement: a.id, document })],
        }),
      ),
      say('documents.nothing'),
    ),
    quiet(say('leaving.offer')),
    actions(
      action(say('leaving.code'), 'supervision.exportCode'),
      action(say('supervision.agreement.summary'), 'supervision.agreement', { group: a.group, agreement: a.id }),
    ),
  ]);
}

const formatActions = (a: Agreement, document: DocumentId, period: string | null) =>
  formats.map((format) =>
    action(
      say('document.format', { format }),
      'supervision.document',
      { group: a.group, agreement: a.id, document, format, ...(period === null ? {} : { period }) },
      format === 'pdf' ? { tone: 'main' } : {},
    ),
  );

function documentCard(a: Agreement, document: DocumentId, days: readonly string[], from: string | null): Card {
  const ids = { group: a.group, agreement: a.id, document };
  return card(say('documents.title', { document }), [
    title(say('documents.title', { document })),
    body(say('documents.for', { document })),
    ...(days.length < 2
      ? []
      : [
          {
            is: 'pick',
            label: say('documents.period'),
            options: days.map((one) => ({ value: one, label: { typed: one }, hint: null })),
            chosen: from === null ? [] : [from],
            many: false,
            do: 'supervision.document',
            with: ids,
          } as const,
        ]),
    ...(from === null ? [] : [body(say('documents.from'), day(from))]),
    quiet(say('documents.formats')),
    actions(...formatActions(a, document, from), back(a)),
  ]);
}
