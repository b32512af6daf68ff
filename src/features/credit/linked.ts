import type { Elsewhere } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { confirmedOf } from './confirmable.ts';
import { type Confirmation, Confirmations } from './confirmation-model.ts';
import { type CreditReflection, CreditReflections } from './reflections.ts';
import { type Earned, earnedIn } from './rows.ts';

/** What a statement takes from an account that its owner linked. */
export interface LinkedCredit extends Earned {
  readonly reflections: readonly CreditReflection[];
  /** By the line's id, what colleagues there confirmed. */
  readonly confirmed: ReadonlyMap<string, readonly Confirmation[]>;
}

export async function creditElsewhere({ account, read, mine }: Elsewhere): Promise<LinkedCredit> {
  const all = await earnedIn(read, account.ref);
  // What was asked there without a name stays there, as it does of the log.
  const earned = { ...all, records: all.records.filter(({ id }) => !all.hidden.has(id)) };
  const asks = await allOf(read, Confirmations, 'from', { equal: account.ref });
  const lines = [
    ...earned.records.map(({ id, minutes }) => ({ id, minutes })),
    ...earned.attended.map((a) => ({ id: a.id, minutes: a.minutes - (a.ownRecorded ? a.ownMinutes : 0) })),
  ];
  return {
    ...earned,
    reflections: await allOf(read, CreditReflections, 'owner', { equal: account.ref }),
    confirmed: await confirmedOf(asks, lines, mine),
  };
}
