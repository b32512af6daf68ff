import { say } from '../../../i18n/message.ts';
import { day, item } from '../../../view/build.ts';
import type { Item } from '../../../view/view.ts';
import type { Standing } from '../rules/calculate.ts';
import { dateOfDay, weekdayOf } from '../rules/calendar.ts';
import type { Rule } from '../rules/rule.ts';
import type { Unit, Verdict } from '../rules/verdict.ts';

const most = 5;

/** What is missing in the periods that are still running, so that it can be made up: how much, where, and by when. */
export const shortNow = ({ rules }: Standing, today: string): Item[] =>
  rules
    .flatMap(({ rule, outcome: { open, unit } }) =>
      open.filter(({ result }) => result !== 'met').map((verdict) => ({ rule, verdict, unit })),
    )
    .slice(0, most)
    .map(({ rule, verdict, unit }) =>
      item(missing(rule, verdict, unit, today), {
        detail: [say('supervision.text', { text: rule.text })],
        ...(verdict.site === null ? {} : { quote: verdict.site }),
      }),
    );

function missing(rule: Rule, { result, have, need, to, site }: Verdict, unit: Unit, today: string) {
  const date = dateOfDay(to);
  // The last day needs no date.
  const by = date === today ? [] : [day(date)];
  const weekday = date === today ? null : weekdayOf(to);
  if (result === 'over') return [say('supervision.over', { weekday }), ...by];
  const minutes = Math.ceil(need - have);
  const sited = site !== null;
  if (rule.kind === 'units' || rule.kind === 'ratio')
    return [say('supervision.short.supervision', { minutes, weekday, sited }), ...by];
  if (rule.kind === 'period') return [say('supervision.short.minutes', { minutes, weekday, sited }), ...by];
  if (unit === 'percent') return [say('supervision.short.percent', { have, need, weekday }), ...by];
  return [say('supervision.short.count', { more: Math.max(0, need - have), weekday }), ...by];
}
