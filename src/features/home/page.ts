import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { refusal } from '../../runtime/refusals.ts';
import { query, slash } from '../../runtime/route.ts';
import { action, actions, body, home, title } from '../../view/build.ts';
import { hasAgreed } from '../group/model.ts';

/** `/curbside home`, Slack's App Home, the playground's tab: what waits, what there is besides, and where to start. */
export const homePage = query({
  name: 'curbside.home',
  who: 'anyone',
  ack: 'private',
  slash: slash('curbside', 'home', 'help.home'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => {
    const { group } = ctx;
    if (group === null) return ctx.manages ? home([body(say('setup.here'))]) : refusal('noGroup');
    if (!hasAgreed(ctx, ctx.member))
      return (await ctx.lookUp('curbside.agreement', { group: group.id })) ?? refusal('noGroup');
    const parts = await ctx.gather('homePart', group);
    const first = parts.flatMap((part) => [...part.asks]);
    const waits = parts.flatMap((part) => [...part.waits]);
    const ways = parts.flatMap((part) => [...part.actions]);
    return home([
      title(say('home.hello')),
      ...first,
      ...(first.length + waits.length === 0 ? [body(say('home.nothing'))] : waits),
      ...parts.flatMap((part) => [...part.more]),
      actions(
        ...ways
          .filter((way) => way.tone === 'main')
          .map((way, i) => (i === 0 ? way : { ...way, tone: 'plain' as const })),
        ...ways.filter((way) => way.tone !== 'main'),
        action(say('month.title'), 'curbside.month', { group: group.id }),
        action(say('home.help'), 'curbside.help'),
        ...(group.owners.includes(ctx.me)
          ? [action(say('home.settings'), 'curbside.settings', { group: group.id })]
          : []),
      ),
    ]);
  },
});
