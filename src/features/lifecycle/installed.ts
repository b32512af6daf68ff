import { z } from 'zod';
import { decided, put, show } from '../../runtime/decision.ts';
import { command } from '../../runtime/route.ts';
import { removal } from './channel-lifecycle.ts';
import { Installations, the } from './model.ts';

/**
 * The bot is in the community, since when the platform says. A later time than the one known means that it was removed
 * and added again while nobody looked: what a removal brings about is made up for (docs/domain.md, story 24).
 */
export const installed = command({
  name: 'platform.installed',
  who: 'platform',
  ack: 'silent',
  input: z.object({ since: z.coerce.number() }),
  decide: async ({ since }, ctx) => {
    const nothing = show('curbside.home');
    const known = await ctx.read.get(Installations, the);
    if (known !== null && since <= known.since) return decided(nothing);
    const missed = known === null ? { changes: [], due: [] } : await removal(ctx);
    return decided(nothing, { ...missed, changes: [...missed.changes, put(Installations, { id: the, since })] });
  },
});
