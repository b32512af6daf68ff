import type { Pack } from './pack.ts';
import type { Rule } from './rule.ts';

/** What becomes of one rule when one pack takes the place of another. `before`: as it was, where it was there and differs. */
export interface RuleChange {
  readonly change: 'new' | 'changed' | 'gone' | 'same';
  readonly rule: Rule;
  readonly before: Rule | null;
}

/**
 * Two packs rule by rule: those of the new one in its order, then those that are gone. Rules are the same one where id and kind
 * are the same; what its reading is worth (`status`) is part of a rule, and where it was read is not.
 */
export function comparedRules(before: Pick<Pack, 'rules'>, after: Pick<Pack, 'rules'>): RuleChange[] {
  const counterpart = (rule: Rule, all: readonly Rule[]): Rule | undefined =>
    all.find(({ id, kind }) => id === rule.id && kind === rule.kind);
  return [
    ...after.rules.map((rule): RuleChange => {
      const old = counterpart(rule, before.rules);
      if (old === undefined) return { change: 'new', rule, before: null };
      const same = said(old) === said(rule);
      return { change: same ? 'same' : 'changed', rule, before: same ? null : old };
    }),
    ...before.rules
      .filter((rule) => counterpart(rule, after.rules) === undefined)
      .map((rule): RuleChange => ({ change: 'gone', rule, before: null })),
  ];
}

/** All that a rule says, in whatever order its fields stand. */
const said = ({ source: _, confirmed: __, ...rule }: Rule): string =>
  JSON.stringify(Object.entries(rule).sort(([a], [b]) => (a < b ? -1 : 1)));
