import { plain, say } from '../../i18n/message.ts';
import type { Context } from '../../runtime/context.ts';
import { type Decision, put } from '../../runtime/decision.ts';
import { body, card } from '../../view/build.ts';
import { type Closure, type Group, Groups } from './model.ts';

/**
 * The channel of a group takes no messages: that is noted, and its owners are told once what to do. Nothing when it is
 * known, or when the bot was removed from the whole community.
 */
export function closed(ctx: Context, group: Group, why: Closure): Pick<Decision, 'changes' | 'sends'> {
  if (group.gone === why || group.gone === 'uninstalled') return { changes: [], sends: [] };
  const view = card(say('place.summary'), [body(saysOf(why))]);
  return {
    changes: [put(Groups, { ...group, gone: why })],
    sends: group.owners.map((person) => ({
      post: view,
      id: ctx.ids.next(),
      to: { is: 'direct', person },
      subject: group.id,
      notBefore: ctx.now,
      quiet: { group: group.id },
    })),
  };
}

const saysOf = (why: Closure) =>
  why === 'needsTag' || why === 'full' || why === 'setup'
    ? say('delivery.remedy', { problem: why })
    : plain(`place.${why}`);
