import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import { decided, type Later, type Refusal, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import {
  action,
  actions,
  body,
  card,
  file,
  form,
  item,
  list,
  quiet,
  refilled,
  textField,
  title,
} from '../../../view/build.ts';
import type { Document, FileFormat } from '../../../view/document.ts';
import type { Card, Form } from '../../../view/view.ts';
import { readCode } from './model.ts';

/** For whoever has a code from another community of this installation; who they are here does not matter. */
const common = { who: 'anyone' } as const;
const formats = ['pdf', 'csv', 'json'] as const satisfies readonly FileFormat[];
const draft = 'supervision.redeem';
const mostTyped = 60;

/** `/supervision redeem`: what was signed elsewhere, by the code that was made there. */
export const redeem = query({
  ...common,
  name: 'supervision.redeem',
  ack: 'form',
  slash: slash('supervision', 'redeem', 'leaving.help.redeem'),
  input: z.object({}),
  show: async () => redeemForm(),
});

/** The code is kept in memory as a keyed hash until what it gives was shown. */
export const redeemTyped = command({
  ...common,
  name: 'supervision.redeem.save',
  ack: 'private',
  input: z.object({ code: z.string().trim().min(1).max(mostTyped) }),
  refill: async (values, errors) => redeemForm(values, errors),
  decide: async ({ code }, ctx) =>
    decided(show('supervision.redeemed'), { drafts: [{ keep: draft, value: await ctx.digest(readCode(code)) }] }),
});

/** The documents that the code gave: one an agreement, in each format. */
export const redeemed = query({
  ...common,
  name: 'supervision.redeemed',
  ack: 'private',
  input: z.object({ n: z.coerce.number().int().min(0).optional(), format: z.enum(formats).optional() }),
  show: async ({ n, format }, ctx): Promise<Card | Refusal | Later> => {
    const hash = await ctx.drafts(draft);
    if (typeof hash !== 'string') return refusal('codeGone');
    const found = ctx.redeem({ hash, who: ctx.me, now: ctx.now });
    if ('reading' in found)
      return { until: found.reading, meanwhile: card(say('leaving.reading'), [body(say('leaving.reading'))]) };
    if ('unredeemed' in found) return refusal(codeProblems[found.unredeemed]);
    const document = n === undefined ? undefined : found.documents[n];
    return document === undefined || format === undefined ? givenCard(found.documents) : fileCard(document, format);
  },
});

const codeProblems = { unknown: 'codeUnknown', used: 'codeUsed', expired: 'codeExpired' } as const;

const givenCard = (documents: readonly Document[]): Card =>
  card(say('leaving.given'), [
    title(say('leaving.given')),
    list(
      documents.map((document, n) =>
        item([document.title, say('leaving.agreement', { n: n + 1 })], {
          actions: formats.map((format) =>
            action(say('document.format', { format }), 'supervision.redeemed', { n: String(n), format }),
          ),
        }),
      ),
      say('documents.nothing'),
    ),
    quiet(say('leaving.unnamed')),
    quiet(say('leaving.hour')),
  ]);

const fileCard = (document: Document, format: FileFormat): Card =>
  card(document.title, [
    title(document.title),
    file(document, format),
    actions(action(say('leaving.given'), 'supervision.redeemed')),
  ]);

function redeemForm(values: Readonly<Record<string, string>> = {}, errors: Readonly<Record<string, Msg>> = {}): Form {
  const blank = form({
    title: say('leaving.redeem'),
    intro: [body(say('leaving.redeem.intro'))],
    fields: [textField('code', say('leaving.code'), { max: mostTyped }, { required: true })],
    submit: say('leaving.redeem'),
    do: 'supervision.redeem.save',
  });
  return refilled(blank, values, errors);
}
