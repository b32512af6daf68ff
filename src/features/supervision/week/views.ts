import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { addDays } from '../../../time/time.ts';
import { action, actions, card, day, heading, item, list, title } from '../../../view/build.ts';
import type { Block, Card, Item } from '../../../view/view.ts';
import { todayIn } from '../agreement/find.ts';
import type { Agreement } from '../agreement/model.ts';
import { flagsIn } from '../hours/flags.ts';
import { shortNow } from '../hours/short-views.ts';
import type { SupervisionEntry } from '../model.ts';
import { activityName, packOf } from '../packs.ts';
import type { Standing } from '../rules/calculate.ts';
import { weekDays } from './columns.ts';

/** A week of an agreement, day by day. `all` are its entries; `from` is its first day, `standing` that of the totals. */
export function weekCard(
  a: Agreement,
  from: string,
  { all, standing }: { readonly all: readonly SupervisionEntry[]; readonly standing: Standing | null },
  ctx: Asked,
): Card {
  const ids = { group: a.group, agreement: a.id };
  const live = all.filter((e) => e.status !== 'void');
  const flags = flagsIn(all);
  const days = weekDays
    .map((n) => addDays(from, n))
    .map((date) => ({ date, entries: live.filter((e) => e.date === date) }))
    .filter(({ entries }) => entries.length > 0);
  const drafts = live.some((e) => e.status === 'draft');
  return card(say('supervision.week.summary'), [
    title(say('supervision.week.summary'), day(from)),
    list(
      days.map(({ date, entries }) => dayItem(date, entries, flags, a, ctx)),
      say('supervision.entries.none'),
    ),
    ...shortBlocks(standing, todayIn(ctx, a)),
    actions(
      action(say('supervision.week'), 'supervision.week', ids, drafts ? {} : { tone: 'main' }),
      action(say('supervision.entries'), 'supervision.entries', ids, drafts ? { tone: 'main' } : {}),
      ...(a.purpose === 'growth' ? [] : [action(say('supervision.totals'), 'supervision.totals', ids)]),
    ),
  ]);
}

function dayItem(
  date: string,
  entries: readonly SupervisionEntry[],
  flags: ReturnType<typeof flagsIn>,
  a: Agreement,
  ctx: Asked,
): Item {
  const pack = packOf(ctx, a.pack);
  const minutes = entries.reduce((sum, e) => sum + e.minutes, 0);
  const worth = [...new Set(entries.flatMap((e) => flags.get(e.id) ?? []))];
  return item([day(date), say('word.dot'), say('supervision.length', { minutes })], {
    detail: [
      ...entries.flatMap((e, i) => [
        ...(i === 0 ? [] : [say('word.comma')]),
        activityName(e.activity, pack),
        say('supervision.length', { minutes: e.minutes }),
      ]),
      ...worth.flatMap((flag) => [say('word.dot'), say('supervision.flag.short', { flag })]),
    ],
  });
}

/** What is short under the rules and can still be made up, while the week is running. */
function shortBlocks(standing: Standing | null, today: string): Block[] {
  const items = standing === null ? [] : shortNow(standing, today);
  return items.length === 0
    ? []
    : [heading(say('supervision.short.title')), list(items, say('supervision.short.title'))];
}
