import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query, slash } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { action, actions, body, card, item, list, quiet, title, when } from '../../../view/build.ts';
import type { Card } from '../../../view/view.ts';
import { isMine, myConsultations } from '../authorship.ts';
import { consultationIn, repliesOf } from '../find.ts';
import type { Consultation } from '../model.ts';
import { type ChangedChoices, changedChoices, chosenNow, closingChoices } from '../record/closing-choices.ts';
import { category } from '../words.ts';

const common = { who: 'member', feature: 'consultation', ack: 'private' } as const;

/** `/consult close`: the question itself where I have one open question, else which of mine. */
export const chooseToClose = query({
  ...common,
  name: 'consult.choose',
  slash: slash('consult', 'close', 'close.help'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => {
    const open = await myOpen(ctx);
    const [only] = open;
    if (only && open.length === 1) return closeQuestion(ctx, only, {});
    if (only === undefined) return card(say('close.none'), [body(say('close.none'))]);
    const items = open.map((c) =>
      item([category(c), when(c.askedAt, 'relative')], {
        quote: c.text?.question ?? '',
        actions: [action(say('own.close'), 'consult.close.ask', { group: c.group, consultation: c.id })],
      }),
    );
    return card(say('close.summary'), [title(say('close.summary')), list(items, say('close.none'))]);
  },
});

const myOpen = async (ctx: Asked): Promise<Consultation[]> =>
  (await myConsultations(ctx)).filter((c) => c.group === groupOf(ctx).id && c.status === 'open');

/** "Close": nothing is closed before its author says how. */
export const askToClose = query({
  ...common,
  name: 'consult.close.ask',
  input: z.object({ group: z.string(), consultation: Id, ...changedChoices }),
  show: async (input, ctx) => {
    const c = await consultationIn(ctx, input.consultation);
    if (c === null) return refusal('gone');
    // Everybody has the button, so that it tells nothing of who asked.
    if (!(await isMine(ctx, c))) return card(say('close.others'), [body(say('close.others'))]);
    return c.status === 'open'
      ? closeQuestion(ctx, c, input)
      : ((await ctx.lookUp('consult.show', { group: c.group, consultation: c.id })) ?? refusal('gone'));
  },
});

/** With a record or without: one press each. */
async function closeQuestion(ctx: Asked, c: Consultation, sent: ChangedChoices): Promise<Card> {
  const ids = { group: c.group, consultation: c.id };
  const chosen = ctx.choosesLater ? chosenNow(sent, await repliesOf(ctx.read, c.id)) : null;
  const close = action(say('own.close'), 'consult.close', ids);
  const record = action(say('own.closeRecord'), 'record.form', { ...ids, ...chosen }, { tone: 'main' });
  return card(say('close.ask'), [
    title(say('close.ask')),
    body(say('close.askText')),
    ...(c.author.as === 'anonymous' ? [quiet(say('soon.close'))] : []),
    ...(chosen === null
      ? [actions(close, record)]
      : [
          ...closingChoices(c, chosen),
          actions(close, record, action(say('close.whole'), 'record.form', { ...ids, ...chosen, whole: 'yes' })),
        ]),
  ]);
}
