import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { type Change, decided, type Outcome, put, show } from '../../../runtime/decision.ts';
import type { Send } from '../../../runtime/outbox/model.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { isMine } from '../authorship.ts';
import { consultationIn } from '../find.ts';
import { type Consultation, Consultations } from '../model.ts';

const common = {
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({ group: z.string(), consultation: Id }),
} as const;

/** An anonymous post that waits for its random moment leaves now. */
export const now = command({
  ...common,
  name: 'consult.now',
  decide: (input, ctx) =>
    ofMine(ctx, input.consultation, releases, (c) => [put(Consultations, { ...c, askedAt: ctx.now })]),
});

/** A message that failed, or that may not have arrived, is sent again. */
export const again = command({
  ...common,
  name: 'consult.again',
  decide: (input, ctx) => ofMine(ctx, input.consultation, releases),
});

/** The author looked: it is there. */
export const there = command({
  ...common,
  name: 'consult.there',
  decide: (input, ctx) => ofMine(ctx, input.consultation, (c) => [{ settle: c.rows.case }]),
});

const releases = (c: Consultation): Send[] => [{ release: c.rows.card }, { release: c.rows.case }];

async function ofMine(
  ctx: Context,
  id: string,
  sends: (c: Consultation) => Send[],
  changes: (c: Consultation) => Change[] = () => [],
): Promise<Outcome> {
  const c = await consultationIn(ctx, id);
  if (c === null) return refusal('gone');
  if (!(await isMine(ctx, c))) return refusal('notYours');
  return decided(show('consult.show', { group: c.group, consultation: c.id }, say('posted.named')), {
    changes: changes(c),
    sends: sends(c),
  });
}
