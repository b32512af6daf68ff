import type { Asked } from '../../../runtime/context.ts';
import { isRefusal } from '../../../runtime/decision.ts';
import { activeAgreements, agreementOf } from '../agreement/find.ts';
import { type Agreement, hasSitesOf, roleIn } from '../agreement/model.ts';
import type { SupervisionEntry } from '../model.ts';
import type { Pack } from '../rules/pack.ts';
import type { OpenedBy } from './counted.ts';
import { entriesIn, myEntries } from './entries.ts';
import { entriesUnder, type Under } from './under.ts';

/** How many agreements are looked back on: nobody replaces one more often. */
const mostBefore = 20;

/** The agreements whose place this one took, one after the other, the latest first. */
async function replacedBy(ctx: Asked, a: Agreement): Promise<Agreement[]> {
  const before: Agreement[] = [];
  for (let id = a.replaces; id !== null && before.length < mostBefore; ) {
    const one = await agreementOf(ctx, id);
    if (isRefusal(one)) break;
    before.push(one);
    id = one.replaces;
  }
  return before;
}

/** The agreement under whose rules the hours of one add up now: the last one that took its place. */
export async function latestOf(ctx: Asked, a: Agreement): Promise<Agreement> {
  const all = await activeAgreements(ctx, roleIn(a, ctx.me) ?? 'supervisee');
  let latest = a;
  for (let n = 0; n < mostBefore; n += 1) latest = all.find(({ replaces }) => replaces === latest.id) ?? latest;
  return latest;
}

/** Whether its hours can count toward a license, as those of this agreement do. */
const counts = (one: Agreement, a: Agreement): boolean => a.purpose === 'growth' || one.purpose !== 'growth';

/** An agreement, and those before it whose hours count with it. */
const withBefore = async (ctx: Asked, a: Agreement): Promise<Agreement[]> => [
  a,
  ...(await replacedBy(ctx, a)).filter((one) => counts(one, a)),
];

/**
 * What adds up under the rules of an agreement: my own hours under the same pack, whoever supervised them, and those of the
 * agreements whose place these took, as its rules have them, without growth; to a supervisor, those with them alone.
 */
export async function entriesFor(ctx: Asked, a: Agreement, pack: Pack | null): Promise<Counted> {
  if (roleIn(a, ctx.me) === 'supervisor') {
    const own = await withBefore(ctx, a);
    return {
      ...joined((await Promise.all(own.map((one) => entriesIn(ctx, one)))).flat(), pack),
      opened: openedIn(own),
    };
  }
  const same = (await activeAgreements(ctx, 'supervisee')).filter(
    (one) => one.id !== a.id && a.pack !== null && one.pack === a.pack,
  );
  const counted = (await Promise.all([a, ...same].map((one) => withBefore(ctx, one)))).flat();
  const ids = new Set(counted.map(({ id }) => id));
  const entries = (await myEntries(ctx)).filter((e) => ids.has(e.agreement));
  return { ...joined(entries, pack), opened: openedIn(counted) };
}

/** What adds up, and since when it can count. */
type Counted = Under & { readonly opened: OpenedBy };

/**
 * A license is the person's: stated in one agreement, it holds in all of theirs, as the last that took its place has it. A
 * contract is approved for a supervisor and a site: where its date was stated only once the agreement had been replaced by
 * another with its sites, it is the date of both.
 */
function openedIn(all: readonly Agreement[]): OpenedBy {
  const next = ({ id }: Agreement): Agreement | undefined => all.find(({ replaces }) => replaces === id);
  const licenseOf = (a: Agreement): string | null => {
    const after = next(a);
    return (after && licenseOf(after)) ?? a.details.licensed;
  };
  const contractOf = (a: Agreement): string | null => {
    const after = next(a);
    return a.details.contract ?? (after && hasSitesOf(after, a) ? contractOf(after) : null);
  };
  const license = all.map(licenseOf).find((date) => date !== null) ?? null;
  return new Map(all.map((a) => [a.id, { license: licenseOf(a) ?? license, contractApproved: contractOf(a) }]));
}

function joined(all: readonly SupervisionEntry[], pack: Pack | null): Under {
  return pack === null ? { entries: all, moved: 0, left: 0 } : entriesUnder(pack, all);
}
