import { say } from '../../../i18n/message.ts';
import { action, actions, card, day, item, list, quiet, title } from '../../../view/build.ts';
import type { Action, Card } from '../../../view/view.ts';
import { approvedLeave } from '../agreement/details-model.ts';
import { sourceOf } from '../board/views.ts';
import { calculate } from '../rules/calculate.ts';
import { isStated } from '../rules/gate.ts';
import { ledgerOf } from '../rules/ledger.ts';
import { isVerified } from '../rules/rule.ts';
import type { TotalsOf } from './totals-views.ts';

const onPage = 5;
const text = (words: string) => say('supervision.text', { text: words });

/** The rules of a pack: what each says, how it stands, where and when it was read, and how sure that is. */
export function rulesCard(of: Omit<TotalsOf, 'unfinished'>, checks: ReadonlyMap<string, number>, asked: number): Card {
  const { agreement: a, pack } = of;
  const standing = calculate(ledgerOf(pack, of.entries), of.today, approvedLeave(a.leave));
  const pages = Math.max(1, Math.ceil(standing.rules.length / onPage));
  const page = Math.min(asked, pages);
  const ids = { group: a.group, agreement: a.id };
  const turn = (label: 'supervision.previous' | 'supervision.next', to: number): Action[] =>
    to < 1 || to > pages ? [] : [action(say(label), 'supervision.rules', { ...ids, page: String(to) })];
  const shown = standing.rules.slice((page - 1) * onPage, page * onPage);
  return card(say('supervision.rules'), [
    title(say('supervision.rules')),
    quiet(text(pack.title)),
    list(
      shown.map(({ rule, outcome: { result, have, need, unit } }) =>
        item([text(rule.text)], {
          detail: [
            rule.kind === 'gate' && isVerified(rule)
              ? say('supervision.rule.gate', { result, n: have ?? 0, stated: isStated(rule) })
              : say('supervision.rule.result', { result, have: have ?? 0, need: need ?? 0, unit }),
            say('word.dot'),
            ...sourceOf(pack, rule, checks.get(rule.id)),
          ],
        }),
      ),
      say('supervision.rules'),
    ),
    quiet(say('supervision.totals.example'), day(pack.asOf)),
    ...(pages === 1 ? [] : [quiet(say('supervision.page', { page, pages }))]),
    actions(
      ...turn('supervision.previous', page - 1),
      ...turn('supervision.next', page + 1),
      action(say('supervision.totals'), 'supervision.totals', ids),
    ),
  ]);
}
