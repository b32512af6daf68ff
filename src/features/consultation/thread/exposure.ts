import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, type Refusal, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { action, actions, body, card, copy, item, line, list, title, when } from '../../../view/build.ts';
import type { Card } from '../../../view/view.ts';
import { isMine } from '../authorship.ts';
import { consultationIn, memberCount, replyIn } from '../find.ts';
import type { Consultation, Reply } from '../model.ts';
import { hidingCase, hidingReply } from './hiding.ts';

const common = { who: 'member', feature: 'consultation', ack: 'private' } as const;
const OfText = z.object({ group: z.string(), consultation: Id.optional(), reply: Id.optional() });
type OfText = z.output<typeof OfText>;

const isReply = (of: Consultation | Reply): of is Reply => 'consultation' in of;
const isVisible = (of: Consultation | Reply): boolean =>
  of.text !== null && (isReply(of) ? !of.hidden : of.hiddenAt === null);

/** A case or a reply of mine, or why not. */
async function mineOf(ctx: Asked, of: OfText): Promise<Consultation | Reply | Refusal> {
  const found = of.reply
    ? await replyIn(ctx, of.reply)
    : of.consultation
      ? await consultationIn(ctx, of.consultation)
      : null;
  if (found === null) return refusal('gone');
  return (await isMine(ctx, found)) ? found : refusal('notYours');
}

/** "I posted an identifier": what to do now, for its author alone. Nobody is told that it was opened. */
export const exposure = query({
  ...common,
  name: 'consult.exposure',
  input: OfText,
  show: async (input, ctx) => {
    const of = await mineOf(ctx, input);
    return 'refused' in of ? of : exposureCard(of, await memberCount(ctx.read, of.group));
  },
});

/** Hides it at once, also for an anonymous author: what is read meanwhile cannot be taken back. */
export const expose = command({
  ...common,
  name: 'consult.expose',
  input: OfText,
  decide: async (input, ctx) => {
    const of = await mineOf(ctx, input);
    if ('refused' in of) return of;
    const page = show('consult.exposure', idsOf(of));
    if (!isVisible(of)) return decided(page);
    return decided(page, isReply(of) ? await hidingReply(ctx, of, []) : await hidingCase(ctx, of, []));
  },
});

const idsOf = (of: Consultation | Reply) =>
  isReply(of) ? { group: of.group, reply: of.id } : { group: of.group, consultation: of.id };

function exposureCard(of: Consultation | Reply, members: number): Card {
  const visible = isVisible(of);
  const at = isReply(of) ? of.at : of.askedAt;
  const edit = action(say('own.edit'), isReply(of) ? 'consult.reply.edit' : 'consult.edit', idsOf(of));
  return card(say('exposure.title'), [
    title(say('exposure.title')),
    body(say(of.text === null ? 'exposure.gone' : visible ? 'exposure.visible' : 'exposure.hidden')),
    ...(visible ? [actions(action(say('exposure.hide'), 'consult.expose', idsOf(of), { tone: 'main' }))] : []),
    body(say('exposure.notifications')),
    list(
      [
        item([say('exposure.who')], { detail: [say('exposure.whoText', { members })] }),
        item([say('exposure.ask')], { detail: [say('exposure.askText')] }),
        item([say('exposure.tell')], { detail: [say('exposure.tellText')] }),
        item([say('exposure.note')], { detail: [say('exposure.noteText')] }),
      ],
      say('exposure.title'),
    ),
    copy(say('exposure.copy'), [
      line(say('exposure.posted'), when(at)),
      ...(!isReply(of) && of.hiddenAt !== null ? [line(say('exposure.hiddenAt'), when(of.hiddenAt))] : []),
      line(say('exposure.readers'), say('exposure.readersText', { members })),
    ]),
    ...(of.text !== null && !visible ? [actions(edit)] : []),
  ]);
}
