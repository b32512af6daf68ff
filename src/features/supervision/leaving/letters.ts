import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { action, actions, body, card } from '../../../view/build.ts';
import { type Agreement, isSigned } from '../agreement/model.ts';
import { waitingIn } from '../waiting.ts';

/** What a supervisor is told when somebody left with entries that wait: they can still be signed for 60 days. */
export async function finalSignatures(ctx: Context, all: readonly Agreement[]): Promise<Send[]> {
  const sends: Send[] = [];
  for (const a of all) {
    if (!a.supervisor || a.supervisor === ctx.me || !isSigned(a)) continue;
    const n = (await waitingIn(ctx, a)).length;
    if (n === 0) continue;
    const review = action(
      say('supervision.review'),
      'supervision.sign',
      { group: a.group, agreement: a.id },
      { tone: 'main' },
    );
    const post = card(say('supervision.letter.summary'), [body(say('leaving.final', { n })), actions(review)]);
    sends.push({
      post,
      id: ctx.ids.next(),
      to: { is: 'direct', person: a.supervisor },
      subject: a.id,
      notBefore: ctx.now,
      quiet: { group: a.group, zone: a.zone },
      orNextAnswer: true,
    });
  }
  return sends;
}

/**
 * What whoever left a group is told, while they can still be reached: how they get what is theirs, and, where entries wait for
 * their own signature, how they can still sign.
 */
export async function codeOffer(ctx: Context, confirmed: readonly Agreement[]): Promise<Send> {
  const toSign = confirmed.filter((a) => a.supervisor === ctx.me && isSigned(a));
  const waiting = await Promise.all(toSign.map((a) => waitingIn(ctx, a)));
  const n = waiting.flat().length;
  const post = card(say('supervision.letter.summary'), [
    body(say('leaving.letter')),
    ...(n === 0 ? [] : [body(say('leaving.unsigned', { n }))]),
    actions(action(say('leaving.code'), 'supervision.exportCode', {}, { tone: 'main' })),
  ]);
  return {
    post,
    id: ctx.ids.next(),
    to: { is: 'direct', person: ctx.me },
    subject: ctx.me,
    notBefore: ctx.now,
    quiet: 'atOnce',
  };
}
