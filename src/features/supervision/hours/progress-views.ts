import { say } from '../../../i18n/message.ts';
import { item } from '../../../view/build.ts';
import { monthOfYear } from '../../../view/plain.ts';
import type { Item } from '../../../view/view.ts';
import type { Standing } from '../rules/calculate.ts';
import type { Ledger } from '../rules/ledger.ts';
import { paceOf } from '../rules/pace.ts';
import type { RuleOf } from '../rules/rule.ts';
import type { Outcome } from '../rules/verdict.ts';

const most = 4;
/** What is left of a minute counts in no total. */
const whole = Math.floor;

export interface Progress {
  readonly standing: Standing;
  readonly ledger: Ledger;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly locale: string;
}

/** How far the totals of the rules are: what is above one that is reached, and when one that is not may be. */
export const progressItems = (of: Progress): Item[] =>
  of.standing.rules
    .flatMap(({ rule, outcome }) => (rule.kind === 'total' && outcome.have !== null ? [{ rule, outcome }] : []))
    .slice(0, most)
    .map(({ rule, outcome }) => {
      const [have, need] = [outcome.have ?? 0, outcome.need ?? 0];
      const isMost = rule.minHours === undefined;
      const says = isMost ? 'supervision.progress.most' : 'supervision.progress';
      return item([say('supervision.text', { text: rule.text })], {
        detail: [
          say(says, { have: whole(have), need: whole(need) }),
          ...(outcome.result === 'met' && !isMost && have > need
            ? [say('word.dot'), say('supervision.cushion', { minutes: whole(have - need) })]
            : []),
          ...(isMost && outcome.result === 'met' && need > have
            ? [say('word.dot'), say('supervision.cushion.most', { minutes: whole(need - have) })]
            : []),
          ...paceWords(rule, outcome, of),
        ],
      });
    });

function paceWords(rule: RuleOf<'total'>, outcome: Outcome, { ledger, today, locale }: Progress) {
  const pace = paceOf(rule, outcome, ledger, today);
  if (pace === null) return [];
  const from = monthOfYear(pace.from, locale);
  return [
    say('word.dot'),
    pace.to === null
      ? say('supervision.pace.open', { from })
      : say('supervision.pace', { from, to: monthOfYear(pace.to, locale) }),
  ];
}
