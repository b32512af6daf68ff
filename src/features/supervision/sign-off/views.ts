import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { action, actions, body, card, day, item, list, quiet, title } from '../../../view/build.ts';
import type { Card, Span } from '../../../view/view.ts';
import type { Agreement } from '../agreement/model.ts';
import { partyIn } from '../agreement/views.ts';
import type { Flag } from '../hours/flags.ts';
import { entryItem } from '../hours/views.ts';
import type { SupervisionEntry } from '../model.ts';

/** How many entries one page of the batch holds: with its buttons they fit one message on every platform. */
export const onePage = 8;

/** How many entries are signed with one press, of all supervisees together: more are left for the next. */
export const mostAtOnce = 100;

/** By supervisee, how many entries wait, how much they come to, and of which days: all can be signed at once, or each opened. */
export function queueCard(
  waits: readonly { agreement: Agreement; entries: readonly SupervisionEntry[] }[],
  now: number,
): Card {
  const some = waits.filter(({ entries }) => entries.length > 0);
  const all = some.flatMap(({ entries }) => entries);
  const upTo = String(newestSubmission(all));
  const n = all.length;
  const group = waits[0] ? { group: waits[0].agreement.group } : {};
  return card(say('supervision.sign.summary'), [
    title(say('supervision.sign.summary')),
    list(
      some.slice(0, onePage).map(({ agreement: a, entries }) =>
        item([partyIn(a, 'supervisee')], {
          detail: waitsWords(entries),
          actions: [action(say('supervision.review'), 'supervision.sign', { group: a.group, agreement: a.id })],
        }),
      ),
      say('supervision.nothingToSign'),
    ),
    ...(n === 0 ? [] : [body(say('supervision.sign.meaning'))]),
    actions(
      // All of them, only where all are on the page.
      ...(n > 0 && some.length <= onePage
        ? [
            action(
              say('supervision.sign.all', { n: Math.min(n, mostAtOnce) }),
              'supervision.sign.every',
              { ...group, upTo, at: String(now), n: String(n) },
              {
                tone: 'main',
                confirm: say('supervision.sign.every.confirm', { n: Math.min(n, mostAtOnce), people: some.length }),
              },
            ),
          ]
        : []),
      ...(waits.length === 0 ? [] : [action(say('supervision.batchDay'), 'supervision.batchDay', group)]),
      action(say('supervision.mine.summary'), 'supervision.mine', group),
    ),
  ]);
}

const newestSubmission = (entries: readonly SupervisionEntry[]): number =>
  Math.max(0, ...entries.map(({ submittedAt }) => submittedAt ?? 0));

/** How many entries, their hours, and the days from the first to the last. */
function waitsWords(entries: readonly SupervisionEntry[]): (Msg | Span)[] {
  const days = entries.map(({ date }) => date).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const minutes = entries.reduce((sum, e) => sum + e.minutes, 0);
  return [
    say('supervision.sign.count', { n: entries.length }),
    say('word.dot'),
    say('supervision.length', { minutes }),
    say('word.dot'),
    day(first),
    ...(first === last ? [] : [say('supervision.to'), day(last)]),
  ];
}

/** The batch of one supervisee: each can be opened, or all that are shown are signed at once. */
export function waitingCard(
  a: Agreement,
  {
    all: entries,
    flags,
  }: { readonly all: readonly SupervisionEntry[]; readonly flags: ReadonlyMap<string, readonly Flag[]> },
  ctx: Pick<Asked, 'packs' | 'now'>,
): Card {
  const shown = entries.slice(0, onePage);
  const upTo = String(newestSubmission(entries));
  const n = shown.length;
  return card(say('supervision.sign.summary'), [
    title(say('supervision.sign.of'), partyIn(a, 'supervisee')),
    ...(n === 0 ? [] : [quiet(...waitsWords(entries))]),
    list(
      shown.map((e) => entryItem(e, a, ctx, flags.get(e.id), true)),
      say('supervision.nothingToSign'),
    ),
    ...(entries.length > n ? [quiet(say('supervision.sign.more', { n: entries.length - n }))] : []),
    body(say('supervision.sign.meaning')),
    actions(
      action(
        say('supervision.sign.all', { n }),
        'supervision.sign.all',
        { group: a.group, agreement: a.id, upTo, at: String(ctx.now), n: String(n), of: String(entries.length) },
        { tone: 'main', confirm: say('supervision.sign.confirm', { n }) },
      ),
      action(say('supervision.entries'), 'supervision.entries', { group: a.group, agreement: a.id }),
    ),
  ]);
}
