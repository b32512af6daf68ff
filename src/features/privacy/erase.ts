import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { type Change, decided, drop, put, show } from '../../runtime/decision.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { Outbox } from '../../runtime/outbox/model.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { body, card } from '../../view/build.ts';
import { ended } from '../checkin/enrollment/stop.ts';
import { Askables } from '../checkin/model.ts';
import { type Author, Consultations, Drafts, Replies } from '../consultation/model.ts';
import { noFollowUp } from '../consultation/record/follow-up.ts';
import { Records } from '../consultation/record/model.ts';
import { channelCard, replyCard } from '../consultation/thread/views.ts';
import { Groups, Members, Residents } from '../group/model.ts';
import { mineStored } from './stored.ts';

/** Without the name, with the credential: nobody reads as one who chose to be anonymous. */
const former = (author: Author, now: string | undefined): Author => ({
  as: 'former',
  credential: (author.as === 'me' && author.credential) || now || '',
});

/**
 * Erases a person here (GDPR article 17): drafts, records and memberships go, what they posted by name stays under "a
 * former member", in the channel too, and the vault forgets their key, which makes every sealed copy unreadable, in old
 * files too.
 */
export const erase = command({
  name: 'privacy.erase',
  who: 'anyone',
  ack: 'private',
  input: z.object({}),
  decide: async (_input, ctx) => {
    const mine = await mineStored(ctx);
    const groups = (await allOf(ctx.read, Groups, 'channel', { all: true })).filter((g) => g.owners.includes(ctx.me));
    if (groups.some((g) => g.owners.length === 1)) return refusal('soleOwner');
    const checkins = await ended(ctx);
    const credentialIn = (group: string) => mine.memberships.find((m) => m.group === group)?.credential;
    const questions = mine.questions.map((c) => ({ ...c, author: former(c.author, credentialIn(c.group)) }));
    const replies = mine.replies.map((r) => ({ ...r, author: former(r.author, credentialIn(r.group)) }));
    const changes: Change[] = [
      ...groups.map((g) => put(Groups, { ...g, owners: g.owners.filter((o) => o !== ctx.me) })),
      ...mine.drafts.map((d) => drop(Drafts, d.id)),
      ...mine.records.map((r) => drop(Records, r.id)),
      ...mine.memberships.map((m) => drop(Members, m.id)),
      drop(Residents, ctx.me),
      ...questions.map((c) => put(Consultations, c)),
      ...replies.map((r) => put(Replies, r)),
      ...checkins.changes,
      ...mine.checkins.askable.map((a) => drop(Askables, a.id)),
      ...(await toMe(ctx, checkins.sends)),
    ];
    const sends: Send[] = [
      ...questions.map((c) => ({
        edit: c.rows.card,
        view: channelCard(c, { author: c.author, credential: null }),
        subject: c.id,
      })),
      // A reply without text was taken back: its message is leaving the thread.
      ...replies.flatMap((r) =>
        r.text === null
          ? []
          : [{ edit: r.row, view: replyCard(r, { author: r.author, credential: null }), subject: r.consultation }],
      ),
      ...checkins.sends,
    ];
    return decided(show('privacy.erased'), {
      changes,
      sends,
      due: [...(await Promise.all(mine.records.map((r) => noFollowUp(ctx, r.id)))), ...checkins.due],
      drafts: [...mine.drafts, ...mine.records].map((d) => ({ forget: d.id })),
      forget: ctx.me,
      compact: true,
    });
  },
});

/**
 * Private messages to me, waiting, sent or failed: their rows go. One that is being taken away from the platform is
 * needed for that still; it stays for a day, addressed to nobody.
 */
async function toMe(ctx: Asked, leaving: readonly Send[]): Promise<Change[]> {
  const taken = new Set(leaving.flatMap((send) => ('remove' in send ? [send.remove] : [])));
  const rows = await allOf(ctx.read, Outbox, 'subject', { all: true });
  return rows
    .filter((r) => r.to.is === 'direct' && r.to.person === ctx.me)
    .map((r) => (taken.has(r.id) ? put(Outbox, { ...r, to: { is: 'direct', person: '' } }) : drop(Outbox, r.id)));
}

export const erased = query({
  name: 'privacy.erased',
  who: 'anyone',
  ack: 'private',
  input: z.object({}),
  show: async () => card(say('privacy.summary'), [body(say('privacy.erased'))]),
});
