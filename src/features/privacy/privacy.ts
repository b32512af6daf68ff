import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { query, slash } from '../../runtime/route.ts';
import { action, actions, body, card, copy, facts, line, quiet, title, typedLine, when } from '../../view/build.ts';
import type { Line } from '../../view/view.ts';
import { checkinLines } from '../checkin/export.ts';
import { myAnonymousReplies, myConsultations } from '../consultation/authorship.ts';
import { namedIn } from '../consultation/record/advisers.ts';
import { keptLines } from '../consultation/record/kept-lines.ts';
import { category, purposeOf } from '../consultation/words.ts';
import { byCredentialSwitch } from './by-credential.ts';
import { mineStored } from './stored.ts';

/** `/curbside privacy`: what is kept about me, in plain words and counts; export and erase. */
export const privacy = query({
  name: 'curbside.privacy',
  who: 'anyone',
  ack: 'private',
  slash: slash('curbside', 'privacy', 'help.privacy'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => {
    const mine = await mineStored(ctx);
    const n = (count: number) => say('status.count', { n: count });
    return card(say('privacy.summary'), [
      title(say('privacy.summary')),
      body(say('privacy.typed')),
      body(say('privacy.kept')),
      facts(
        [say('privacy.memberships'), n(mine.memberships.length)],
        [say('privacy.drafts'), n(mine.drafts.length)],
        [say('privacy.questions'), n(mine.questions.length + mine.replies.length)],
        [say('privacy.records'), n(mine.records.length)],
        [say('privacy.checkins'), n(mine.checkins.pulses.length + mine.checkins.results.length)],
      ),
      ...(await byCredentialSwitch(ctx)),
      quiet(say('privacy.anonymous')),
      quiet(say('privacy.operator')),
      quiet(say('privacy.miss')),
      actions(
        action(say('privacy.export'), 'privacy.export'),
        action(say('privacy.erase'), 'privacy.erase', {}, { tone: 'danger', confirm: say('privacy.erase.confirm') }),
      ),
    ]);
  },
});

/** A copy of one's own data as plain text (GDPR articles 15 and 20). What I asked or answered without my name is in it, for me only. */
export const exportMine = query({
  name: 'privacy.export',
  who: 'anyone',
  ack: 'private',
  input: z.object({}),
  show: async (_input, ctx) => {
    const mine = await mineStored(ctx);
    const questions = await myConsultations(ctx);
    const lines: Line[] = [
      ...mine.memberships.map((m) => line(say('privacy.memberships'), when(m.agreed.at))),
      ...questions.flatMap((c) => [
        line(say('own.asked'), when(c.askedAt), category(c)),
        ...Object.values(c.text ?? {})
          .filter(Boolean)
          .map((t) => typedLine(null, t)),
      ]),
      ...[...mine.replies, ...(await myAnonymousReplies(ctx))].flatMap((r) =>
        r.text === null ? [] : [line(say('reply.summary'), when(r.at)), typedLine(null, r.text)],
      ),
      ...mine.drafts.flatMap((d) => [
        line(purposeOf(d), when(d.at)),
        ...Object.values(d.fields)
          .filter(Boolean)
          .map((t) => typedLine(null, t)),
      ]),
      ...(
        await Promise.all(
          mine.records.map(async (r) => [line(say('record.summary')), ...keptLines(r, await namedIn(ctx, r))]),
        )
      ).flat(),
      ...checkinLines(mine.checkins, ctx.checkins),
    ];
    return card(say('privacy.summary'), [
      title(say('privacy.export')),
      body(say('privacy.exportTitle')),
      copy(say('privacy.copy'), lines),
      actions(action(say('word.back'), 'curbside.privacy')),
    ]);
  },
});
