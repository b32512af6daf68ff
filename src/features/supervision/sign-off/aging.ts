import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { type DueChange, decided, put, show } from '../../../runtime/decision.ts';
import { due } from '../../../runtime/jobs.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { command } from '../../../runtime/route.ts';
import { always, dayMs } from '../../../time/durations.ts';
import { action, actions, body, card } from '../../../view/build.ts';
import { Groups } from '../../group/model.ts';
import { type Agreement, Agreements, type Role } from '../agreement/model.ts';
import { Entries, type SupervisionEntry, tellAfterDays } from '../model.ts';
import { waitingIn } from '../waiting.ts';

/** When people are told next that an entry waits; null where they were told all there is to tell. */
function tellAt({ submittedAt, told }: SupervisionEntry): number | null {
  const { first, second } = tellAfterDays;
  if (submittedAt === null || told >= second) return null;
  return submittedAt + (told < first ? first : second) * dayMs;
}

/** The next time that something of this agreement has waited too long: one job, however much waits. `entry` is not stored yet. */
export async function agingJob(ctx: Pick<Asked, 'read'>, a: Agreement, entry: SupervisionEntry): Promise<DueChange[]> {
  const others = (await waitingIn(ctx, a)).filter((e) => e.id !== entry.id);
  return agingOf(a.id, [...others, entry]);
}

/** The same where all that waits in an agreement is known. */
export function agingOf(agreement: string, waiting: readonly SupervisionEntry[]): DueChange[] {
  const times = waiting.map(tellAt).filter((at) => at !== null);
  if (times.length === 0) return [];
  return [{ schedule: due('supervision.aging', agreement, 'next', Math.min(...times), always, { agreement }) }];
}

/**
 * After 14 days without a signature the supervisee is told, after 28 both (docs/domain.md, Supervision). Nothing else happens:
 * nobody's signature is assumed.
 */
export const aging = command({
  who: 'timer',
  ack: 'silent',
  name: 'supervision.aging',
  input: z.object({ agreement: z.string() }),
  decide: async ({ agreement }, ctx) => {
    const a = await ctx.read.get(Agreements, agreement);
    const group = a && (await ctx.read.get(Groups, a.group));
    if (a === null || group === null) return decided(show('curbside.home'));
    const waiting = await waitingIn(ctx, a);
    const told = waiting.map((e) => ({ ...e, told: Math.max(e.told, toldNow(e, ctx.now)) }));
    const fresh = told.filter((e, i) => e.told !== waiting[i]?.told);
    const long = fresh.some((e) => e.told === tellAfterDays.second);
    const tell: Role[] = long ? ['supervisee', 'supervisor'] : fresh.length > 0 ? ['supervisee'] : [];
    const quiet = group.gone !== null || !group.features.includes('supervision');
    return decided(show('curbside.home'), {
      changes: fresh.map((e) => put(Entries, e)),
      sends: quiet
        ? []
        : tell.flatMap((role) =>
            reminder(a, role, { id: ctx.ids.next(), notBefore: ctx.now, waiting: waiting.length, long }),
          ),
      due: agingOf(agreement, told),
    });
  },
});

function toldNow(e: SupervisionEntry, now: number): number {
  const days = (now - (e.submittedAt ?? now)) / dayMs;
  return [tellAfterDays.second, tellAfterDays.first].find((limit) => days >= limit) ?? 0;
}

/** What one of the two is told. `long`: something has waited until the second time. */
function reminder(
  a: Agreement,
  role: Role,
  at: { id: string; notBefore: number; waiting: number; long: boolean },
): Send[] {
  const to = role === 'supervisee' ? a.supervisee : a.supervisor;
  if (!to) return [];
  const ids = { group: a.group, agreement: a.id };
  const post = card(say('supervision.letter.summary'), [
    body(say('supervision.aging', { role, n: at.waiting, long: at.long })),
    actions(
      role === 'supervisor'
        ? action(say('supervision.review'), 'supervision.sign', ids, { tone: 'main' })
        : action(say('supervision.entries'), 'supervision.entries', ids, { tone: 'main' }),
    ),
  ]);
  return [
    {
      post,
      id: at.id,
      to: { is: 'direct', person: to },
      subject: a.id,
      notBefore: at.notBefore,
      quiet: { group: a.group, zone: a.zone },
      orNextAnswer: true,
    },
  ];
}
