import type { Pack } from './pack.ts';

/** Which set of rules to use. `wrong`: the asked one does not hold for that application; `right` does, if there is one. */
export type RuleSet =
  | { readonly pack: Pack; readonly named: 'no' | 'inForce' | 'noneInForce' }
  | { readonly wrong: Pack; readonly right: Pack | null };

/**
 * The set of rules for a pack that was asked for. Packs whose rules go by the date of the hours are taken as they are. Where
 * they go by the date of application, that date decides among the packs of the series; without it the set in force on
 * `asOf` is used, and `named` says that this was assumed. Dates are `YYYY-MM-DD`.
 */
export function ruleSetFor(
  asked: Pack,
  all: readonly Pack[],
  dates: { asOf: string; applying: string | null },
): RuleSet {
  if (asked.effective.by !== 'application') return { pack: asked, named: 'no' };
  const on = dates.applying ?? dates.asOf;
  const right = holdsOn(asked, on) ? asked : (all.find((one) => isReplacement(one, asked) && holdsOn(one, on)) ?? null);
  if (dates.applying === null)
    return right === null ? { pack: asked, named: 'noneInForce' } : { pack: right, named: 'inForce' };
  return right === asked ? { pack: asked, named: 'no' } : { wrong: asked, right };
}

const isReplacement = (one: Pack, asked: Pack): boolean =>
  asked.series !== undefined && one.series === asked.series && one.effective.by === 'application';

const holdsOn = ({ effective: { from, to } }: Pack, date: string): boolean =>
  (from === undefined || from <= date) && (to === undefined || date <= to);
