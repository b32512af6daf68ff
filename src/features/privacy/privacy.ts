import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { query, slash } from '../../runtime/route.ts';
import { action, actions, body, card, copy, facts, heading, quiet, title } from '../../view/build.ts';
import { byCredentialSwitch } from './by-credential.ts';

/** `/curbside privacy`: what is kept about me, in plain words and counts; export and erase. */
export const privacy = query({
  name: 'curbside.privacy',
  who: 'anyone',
  ack: 'private',
  slash: slash('curbside', 'privacy', 'help.privacy'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => {
    const counts = (await ctx.gather('ownCounts', null)).flat();
    return card(say('privacy.summary'), [
      title(say('privacy.summary')),
      body(say('privacy.typed')),
      heading(say('privacy.kept')),
      facts(...counts.map(({ label, n }) => [label, say('status.count', { n })] as const)),
      ...(await byCredentialSwitch(ctx)),
      quiet(say('privacy.anonymous')),
      quiet(say('privacy.operator')),
      quiet(say('privacy.miss')),
      actions(
        action(say('privacy.export'), 'privacy.export'),
        action(say('log.accounts'), 'consult.link.linked'),
        action(say('privacy.erase'), 'privacy.erase', {}, { tone: 'danger', confirm: say('privacy.erase.confirm') }),
        action(
          say('privacy.eraseAll'),
          'privacy.erase',
          { posts: 'remove' },
          { tone: 'danger', confirm: say('privacy.eraseAll.confirm') },
        ),
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
    const lines = (await ctx.gather('exportLines', null)).flat();
    return card(say('privacy.summary'), [
      title(say('privacy.export')),
      body(say('privacy.exportTitle')),
      copy(say('privacy.copy'), lines),
      actions(action(say('word.back'), 'curbside.privacy')),
    ]);
  },
});
