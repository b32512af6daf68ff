import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { action, actions, body, card, quiet, title } from '../../../view/build.ts';
import type { Action, Block, Card } from '../../../view/view.ts';
import type { Agreement } from '../agreement/model.ts';
import { draftId, type PastedText } from './open.ts';

type Place = Pick<Agreement, 'group' | 'id'>;

/** Agreements looked at for one page: each is a look into memory. */
const mostLookedAt = 5;

/** What was pasted for an agreement and neither saved nor discarded; null where nothing waits, or its half hour is over. */
export const pastedIn = async (ctx: Pick<Asked, 'drafts'>, a: Pick<Place, 'id'>): Promise<PastedText | null> =>
  (await ctx.drafts(draftId(a.id))) as PastedText | null;

/** Those of these agreements in which an import waits. */
export async function withImport<A extends Place>(ctx: Pick<Asked, 'drafts'>, all: readonly A[]): Promise<A[]> {
  const looked = all.slice(0, mostLookedAt);
  const waits = await Promise.all(looked.map(async (a) => (await pastedIn(ctx, a)) !== null));
  return looked.filter((_, i) => waits[i]);
}

const openIt = (a: Place, tone: { readonly tone?: 'main' } = {}): Action =>
  action(say('word.open'), 'supervision.import.preview', { group: a.group, agreement: a.id }, tone);

const discardIt = (a: Place): Action =>
  action(
    say('supervision.import.discard'),
    'supervision.import.discard',
    { group: a.group, agreement: a.id },
    { tone: 'danger', confirm: say('supervision.import.discard.confirm') },
  );

/** The line on a page about an import that waits, with the ways on. */
export const waitingBlocks = (all: readonly Place[]): Block[] =>
  all.flatMap((a) => [body(say('supervision.import.waits')), actions(openIt(a), discardIt(a))]);

/** In place of an empty form: what was pasted before is still there. */
export const waitingCard = (a: Place): Card =>
  card(say('supervision.import.title'), [
    title(say('supervision.import.title')),
    body(say('supervision.import.waits')),
    quiet(say('supervision.import.memory')),
    actions(
      openIt(a, { tone: 'main' }),
      action(say('supervision.import.fresh'), 'supervision.import', {
        group: a.group,
        agreement: a.id,
        fresh: 'yes',
      }),
      discardIt(a),
    ),
  ]);
