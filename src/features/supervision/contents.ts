import type { Asked } from '../../runtime/context.ts';
import { type Change, drop } from '../../runtime/decision.ts';
import { allOf } from '../../storage/find-all.ts';
import type { Doc, Kind } from '../../storage/kind.ts';
import { Evaluations } from './evaluation/model.ts';
import { AgendaItems, Meetings } from './meeting/model.ts';
import { Entries } from './model.ts';
import { Links } from './sign-off/chain.ts';

/** Everything in an agreement goes. What somebody wrote for themselves alone is sealed, and theirs to delete. */
export async function contentsDropped(ctx: Pick<Asked, 'read'>, agreement: string): Promise<Change[]> {
  const all = async <T extends Doc>(kind: Kind<T>): Promise<Change[]> =>
    (await allOf(ctx.read, kind, 'agreement', { equal: agreement })).map(({ id }) => drop(kind, id));
  return [
    ...(await all(Entries)),
    ...(await all(Links)),
    ...(await all(Meetings)),
    ...(await all(AgendaItems)),
    ...(await all(Evaluations)),
  ];
}
