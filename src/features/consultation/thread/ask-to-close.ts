import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query, slash } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { action, actions, body, card, item, list, quiet, title, when } from '../../../view/build.ts';
import type { Card } from '../../../view/view.ts';
import { isMine, myConsultations } from '../authorship.ts';
import { consultationIn } from '../find.ts';
import type { Consultation } from '../model.ts';
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
    if (only && open.length === 1) return closeQuestion(only);
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
  input: z.object({ group: z.string(), consultation: Id }),
  show: async (input, ctx) => {
    const c = await consultationIn(ctx, input.consultation);
    if (c === null) return refusal('gone');
    // Everybody has the button, so that it tells nothing of who asked.
    if (!(await isMine(ctx, c))) return card(say('close.others'), [body(say('close.others'))]);
    return c.status === 'open'
      ? closeQuestion(c)
      : ((await ctx.lookUp('consult.show', { group: c.group, consultation: c.id })) ?? refusal('gone'));
  },
});

/** With a record or without: one press each. */
function closeQuestion(c: Consultation): Card {
  const ids = { group: c.group, consultation: c.id };
  return card(say('close.ask'), [
    title(say('close.ask')),
    body(say('close.askText')),
    ...(c.author.as === 'anonymous' ? [quiet(say('soon.close'))] : []),
    actions(
      action(say('own.close'), 'consult.close', ids),
      action(say('own.closeRecord'), 'record.form', ids, { tone: 'main' }),
    ),
  ]);
}
