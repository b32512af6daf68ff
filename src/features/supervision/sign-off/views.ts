import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { action, actions, body, card, item, list, quiet, title } from '../../../view/build.ts';
import type { Card } from '../../../view/view.ts';
import type { Agreement } from '../agreement/model.ts';
import { partyIn } from '../agreement/views.ts';
import type { Flag } from '../hours/flags.ts';
import { entryItem } from '../hours/views.ts';
import type { SupervisionEntry } from '../model.ts';

/** How many entries one page of the batch holds: with its buttons they fit one message on every platform. */
export const onePage = 8;

/** By supervisee, how many entries wait. */
export function queueCard(waits: readonly { agreement: Agreement; entries: readonly SupervisionEntry[] }[]): Card {
  const some = waits.filter(({ entries }) => entries.length > 0);
  return card(say('supervision.sign.summary'), [
    title(say('supervision.sign.summary')),
    list(
      some.slice(0, onePage).map(({ agreement: a, entries }) =>
        item([partyIn(a, 'supervisee')], {
          detail: [say('supervision.waiting', { n: entries.length, role: 'supervisor' })],
          actions: [action(say('supervision.review'), 'supervision.sign', { group: a.group, agreement: a.id })],
        }),
      ),
      say('supervision.nothingToSign'),
    ),
    actions(
      action(say('supervision.mine.summary'), 'supervision.mine', some[0] ? { group: some[0].agreement.group } : {}),
    ),
  ]);
}

/** The batch of one supervisee: each can be opened, or all that are shown are signed at once. */
export function waitingCard(
  a: Agreement,
  {
    all: entries,
    flags,
  }: { readonly all: readonly SupervisionEntry[]; readonly flags: ReadonlyMap<string, readonly Flag[]> },
  ctx: Pick<Asked, 'packs'>,
): Card {
  const shown = entries.slice(0, onePage);
  const upTo = String(shown.at(-1)?.submittedAt ?? 0);
  const n = shown.length;
  return card(say('supervision.sign.summary'), [
    title(say('supervision.sign.of'), partyIn(a, 'supervisee')),
    list(
      shown.map((e) => entryItem(e, a, ctx, flags.get(e.id))),
      say('supervision.nothingToSign'),
    ),
    ...(entries.length > n ? [quiet(say('supervision.sign.more', { n: entries.length - n }))] : []),
    body(say('supervision.sign.meaning')),
    actions(
      action(
        say('supervision.sign.all', { n }),
        'supervision.sign.all',
        { group: a.group, agreement: a.id, upTo, n: String(n) },
        { tone: 'main', confirm: say('supervision.sign.confirm', { n }) },
      ),
      action(say('supervision.entries'), 'supervision.entries', { group: a.group, agreement: a.id }),
    ),
  ]);
}
