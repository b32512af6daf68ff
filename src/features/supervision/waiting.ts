import type { Asked } from '../../runtime/context.ts';
import { allOf } from '../../storage/find-all.ts';
import type { Agreement } from './agreement/model.ts';
import { Entries, type SupervisionEntry } from './model.ts';

/** All entries that wait for the signature of one person. */
export const waitingFor = (ctx: Pick<Asked, 'read'>, supervisor: string): Promise<SupervisionEntry[]> =>
  allOf(ctx.read, Entries, 'waiting', { equal: supervisor });

/** Those of one agreement. */
export const waitingIn = async (
  ctx: Pick<Asked, 'read'>,
  a: Pick<Agreement, 'id' | 'supervisor'>,
): Promise<SupervisionEntry[]> =>
  a.supervisor === null ? [] : (await waitingFor(ctx, a.supervisor)).filter((e) => e.agreement === a.id);
