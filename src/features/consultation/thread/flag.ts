import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { decided, type Outcome } from '../../../runtime/decision.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { messageState } from '../../../runtime/outbox/model.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { form, quiet, textField } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { consultationIn, replyIn } from '../find.ts';
import type { Author, Consultation, Reply } from '../model.ts';
import { said } from './confirm.ts';
import { hidingCase, hidingReply } from './hiding.ts';
import { mostMarked, occurrences } from './marked.ts';
import { mendCard, mendElsewhereCard } from './views.ts';

const common = { who: 'member', feature: 'consultation' } as const;
const OfText = z.object({ group: z.string(), consultation: Id.optional(), reply: Id.optional() });

/** A case or a reply of the group at hand, whose text can be read. */
async function textOf(ctx: Parameters<typeof replyIn>[0], of: z.output<typeof OfText>) {
  if (of.reply) return replyIn(ctx, of.reply);
  return of.consultation ? consultationIn(ctx, of.consultation) : null;
}

const isReply = (of: Consultation | Reply): of is Reply => 'consultation' in of;
const fieldsOf = (of: Consultation | Reply): Readonly<Record<string, string>> =>
  isReply(of) ? { text: of.text ?? '' } : { ...of.text };

/** "Report an identifier": which words are meant, for the author alone, if whoever reports it says so. */
export const report = query({
  ...common,
  name: 'consult.report',
  atOnce: true,
  ack: 'form',
  input: OfText,
  show: async (input, ctx) => ((await textOf(ctx, input)) === null ? refusal('gone') : reportForm(input, '')),
});

function reportForm(of: Partial<z.output<typeof OfText>>, value: string, error?: Msg): Form {
  const { group = '', consultation, reply } = of;
  return form({
    title: say('case.flag'),
    intro: [quiet(say('case.flag.confirm'))],
    fields: [
      textField(
        'words',
        say('case.flag.words'),
        { lines: 2, max: mostMarked },
        { value, error, hint: say('case.flag.hint') },
      ),
    ],
    submit: say('case.flag.yes'),
    do: 'consult.flag',
    with: { group, ...(consultation ? { consultation } : {}), ...(reply ? { reply } : {}) },
  });
}

/**
 * "Something identifies a person": the text is hidden at once and its author is asked privately to mend it. Who pressed
 * is not written down anywhere; of the words that they named only where they stand in the text.
 */
export const flag = command({
  ...common,
  name: 'consult.flag',
  atOnce: true,
  ack: 'private',
  input: OfText.extend({ words: z.string().max(mostMarked).default('') }),
  refill: async ({ group = '', consultation, reply, words = '' }, errors) =>
    reportForm({ group, consultation, reply }, words, errors.words),
  decide: async (input, ctx) => {
    const of = await textOf(ctx, input);
    if (of === null) return refusal('gone');
    const c = isReply(of) ? await consultationIn(ctx, of.consultation) : of;
    if (c === null) return refusal('gone');
    if (of.text === null || (isReply(of) ? of.hidden : of.hiddenAt !== null)) return decided(said(c, 'flagged'));
    const { marked, missing } = occurrences(fieldsOf(of), input.words);
    if (missing.length > 0)
      return {
        again: reportForm(input, input.words, say('hide.missing', { lines: missing })),
        note: say('form.pleaseCheck', { n: 1 }),
      };
    return flagged(ctx, c, of, marked);
  },
});

async function flagged(
  ctx: Context,
  c: Consultation,
  of: Consultation | Reply,
  marked: Consultation['marked'],
): Promise<Outcome> {
  const row = isReply(of) ? of.row : of.rows.case;
  const lost = (await messageState(ctx.read, row))?.status === 'unknown';
  const hiding = isReply(of) ? await hidingReply(ctx, of, marked) : await hidingCase(ctx, of, marked);
  const at = isReply(of) ? { group: of.group, reply: of.id } : { group: of.group, consultation: of.id };
  return decided(said(c, lost ? 'maybeThere' : 'hidden'), {
    ...hiding,
    sends: [...hiding.sends, ...askToMend(ctx, of.author, at, c)],
  });
}

/** A named author is told directly. Nothing about an anonymous post goes to anybody directly: it waits for its author. */
function askToMend(ctx: Context, author: Author, at: Parameters<typeof mendCard>[0], c: Consultation): Send[] {
  if (author.as !== 'me') return [];
  return [
    {
      post: author.home === undefined ? mendCard(at) : mendElsewhereCard,
      id: ctx.ids.next(),
      to: { is: 'direct', person: author.person },
      subject: c.id,
      notBefore: ctx.now,
      // It is hidden already; only where somebody may be at risk is it missed by night.
      quiet: c.urgency === 'risk' ? 'atOnce' : { group: c.group },
    },
  ];
}
