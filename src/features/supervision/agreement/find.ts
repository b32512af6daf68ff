import type { Asked } from '../../../runtime/context.ts';
import type { Refusal } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { allOf } from '../../../storage/find-all.ts';
import { dateOf } from '../../../time/time.ts';
import { type Agreement, Agreements, type Role, roleIn } from './model.ts';

/** What every route of supervision has in common. */
export const common = { who: 'member', feature: 'supervision' } as const;

/** The agreements in which I have this part, the newest first. */
export const myAgreements = async (ctx: Asked, role: Role): Promise<Agreement[]> =>
  (await allOf(ctx.read, Agreements, role, { equal: ctx.me })).sort((a, b) => b.proposedAt - a.proposedAt);

/** Those of them that were confirmed, in which something can be logged or signed. */
export const activeAgreements = async (ctx: Asked, role: Role): Promise<Agreement[]> =>
  (await myAgreements(ctx, role)).filter((a) => a.status === 'active');

/** An agreement of mine. To everybody else it reads as not there, whoever they are. */
export async function agreementOf(ctx: Asked, id: string, as?: Role): Promise<Agreement | Refusal> {
  const found = await ctx.read.get(Agreements, id);
  const role = found === null ? null : roleIn(found, ctx.me);
  if (found === null || role === null) return refusal('noAgreement');
  return as === undefined || role === as ? found : refusal(as === 'supervisor' ? 'supervisorOnly' : 'superviseeOnly');
}

/** Today where the agreement is. */
export const todayIn = (ctx: Pick<Asked, 'now'>, a: Pick<Agreement, 'zone'>): string => dateOf(ctx.now, a.zone);
