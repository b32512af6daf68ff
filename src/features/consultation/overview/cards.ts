import { type Msg, say } from '../../../i18n/message.ts';
import { action, actions, body, card, facts, list, quiet, title, when } from '../../../view/build.ts';
import type { Action, Block, Card, Span } from '../../../view/view.ts';
import { caseBlocks } from '../case/preview-view.ts';
import { type Delivery, deliveryWords, isTrouble } from '../delivery/model.ts';
import type { Consultation, Reply } from '../model.ts';
import { type BarOf, barActions, barBlocks } from '../thread/bar-views.ts';
import { questionDelivery, replyStanding } from '../thread/delivery-views.ts';
import { marksOf } from '../thread/marked.ts';
import { canReopen } from '../thread/reopen.ts';
import { reportOf } from '../thread/views.ts';
import { category, stateOf } from '../words.ts';
import type { Written } from './model.ts';
import { writtenItem } from './views.ts';

const ids = (c: Consultation) => ({ group: c.group, consultation: c.id });

/** How a question stands to its author: first whether it is in the channel at all. */
export const ownState = (c: Consultation, d: Delivery): Msg =>
  (c.status === 'open' ? deliveryWords(d) : null) ?? stateOf(c, true);

/** What came of a question: the replies, and the record that its author wrote of it. */
interface Standing {
  readonly delivery: Delivery;
  readonly record: string | null;
  readonly now: number;
  /** Where it can be taken. */
  readonly ways: readonly Action[];
}

/** The author's own view of a question: the text, how it stands at that moment, the replies, and what can be done. */
export function ownCard(
  c: Consultation,
  of: Standing & {
    readonly replies: readonly Written[];
    readonly parts: readonly Block[];
    readonly soon: readonly Block[];
    readonly link: readonly Span[];
  },
): Card {
  const { delivery, replies, parts, link, now } = of;
  const waiting = delivery.is === 'scheduled';
  return card(say('own.summary'), [
    title(category(c)),
    ...(c.author.as === 'anonymous' ? [quiet(say('own.anonymous'))] : []),
    ...(c.hiddenAt !== null ? mendBlocks(c) : []),
    ...(c.text ? caseBlocks({ ...c.text }, marksOf(c.marked), c.structure) : []),
    ...of.soon,
    waiting
      ? facts([say('own.appears'), when(delivery.at, 'time')])
      : facts([say('own.asked'), when(c.askedAt)], [say('own.status'), ownState(c, delivery)]),
    ...linked(link),
    ...questionDelivery(c, delivery),
    ...(waiting ? [] : [list(replies.map(writtenItem), say('own.replies', { n: 0 }))]),
    quiet(say('own.asOf'), when(now)),
    actions(...ownActions(c, of), ...of.ways),
    ...parts,
  ]);
}

/** Why a text is hidden, and what the highlighted words in it are. */
const mendBlocks = ({ marked, text }: Pick<Consultation | Reply, 'marked' | 'text'>): Block[] => [
  body(say('own.mend')),
  ...(marked.length > 0 && text !== null ? [body(say('own.marked'))] : []),
];

/** "More" in the thread, for its author: what can be done, not what stands right above. A hidden text is shown to be mended. */
export function ownMore(c: Consultation, of: Standing): Card {
  const mend: Block[] =
    c.hiddenAt !== null && c.text
      ? [...mendBlocks(c), ...caseBlocks({ ...c.text }, marksOf(c.marked), c.structure)]
      : [];
  return card(say('own.summary'), [
    ...mend,
    ...questionDelivery(c, of.delivery),
    actions(...ownActions(c, of), ...of.ways),
  ]);
}

/** It did not reach the channel, so that nobody can have replied and it can simply be taken back. */
const isAway = (d: Delivery): boolean => (d.is === 'held' || d.is === 'failed') && !d.change && d.part !== 'step';

function ownActions(c: Consultation, { delivery, record, now }: Standing): Action[] {
  const exposure = action(say('exposure.open'), 'consult.exposure', ids(c));
  if (c.status === 'removed') return [exposure];
  const back = action(say('own.back'), 'consult.remove', { ...ids(c), only: 'waiting' });
  // Waiting is what protects its author: posting at once is never the main way.
  if (delivery.is === 'scheduled')
    return [back, action(say('own.now'), 'consult.now', ids(c), { confirm: say('posting.now.confirm') })];
  if (isAway(delivery)) return [action(say('own.edit'), 'consult.edit', ids(c)), back];
  // What is wrong comes first: where there is something to mend or to send again, nothing else is the main way.
  const main = c.hiddenAt === null && !isTrouble(delivery) ? ({ tone: 'main' } as const) : {};
  const edit = action(
    say('own.edit'),
    'consult.edit',
    ids(c),
    c.hiddenAt !== null && !isTrouble(delivery) ? { tone: 'main' } : {},
  );
  const remove = action(say('own.remove'), 'consult.remove', ids(c), {
    tone: 'danger',
    confirm: say('own.remove.confirm'),
  });
  if (c.status === 'open')
    return [
      ...(c.hiddenAt === null ? [action(say('case.reply'), 'consult.reply', ids(c), main)] : []),
      action(say('own.close'), 'consult.close.ask', ids(c)),
      edit,
      remove,
      exposure,
    ];
  const log =
    record === null
      ? action(say('own.logThis'), 'record.form', ids(c), main)
      : action(say('followUp.open'), 'record.show', { group: c.group, record }, main);
  const again = canReopen(c, now) ? [action(say('own.reopen'), 'consult.reopen', ids(c))] : [];
  return [...(c.hiddenAt !== null ? [edit] : []), log, ...again, remove, exposure];
}

/** Opened from a list or from home, the thread is a press away. */
const linked = (link: readonly Span[]): Block[] => (link.length === 0 ? [] : [body(...link)]);

/** What everybody else sees under "Open": the case as it stands in the thread (`posted`), unless it is hidden. */
export function othersCard(
  c: Consultation,
  { posted, link, bar, ways }: { posted: boolean; link: readonly Span[]; bar: BarOf; ways: readonly Action[] },
): Card {
  return card(category(c), [
    title(category(c)),
    ...(posted && c.hiddenAt === null && c.text ? caseBlocks({ ...c.text }, {}, c.structure) : []),
    facts([say('own.asked'), when(c.askedAt)], [say('own.status'), stateOf(c, false)]),
    ...linked(link),
    ...barBlocks(c.author, bar, false),
    actions(...othersActions(c, bar), ...ways),
  ]);
}

/** The same under "More", where the case stands right above: what can be done, or who else can do something. */
export function othersMore(c: Consultation, bar: BarOf, ways: readonly Action[]): Card {
  const more = [...othersActions(c, bar), ...ways];
  return card(category(c), [
    ...barBlocks(c.author, bar, false),
    more.length > 0 ? actions(...more) : body(say('more.authorOnly')),
  ]);
}

function othersActions(c: Consultation, bar: BarOf): Action[] {
  const readable = c.hiddenAt === null && c.text !== null;
  return [
    ...(c.status === 'open' && readable ? [action(say('case.reply'), 'consult.reply', ids(c), { tone: 'main' })] : []),
    ...(readable ? [reportOf(c)] : []),
    ...barActions(c.author, ids(c), bar),
  ];
}

/** One reply, to its author or to somebody else. `more`: without what stands right above. */
export function replyView(r: Reply, { mine, more, delivery, bar, link }: ReplyStanding): Card {
  const values = { group: r.group, reply: r.id };
  const own = [
    action(say('own.edit'), 'consult.reply.edit', values, isTrouble(delivery) ? {} : { tone: 'main' }),
    action(say('own.remove'), 'consult.reply.remove', values, { tone: 'danger', confirm: say('reply.remove.confirm') }),
    // Somebody saw it: the text is hidden already.
    ...(r.hidden ? [] : [action(say('exposure.open'), 'consult.exposure', values)]),
  ];
  const open = action(say('own.open'), 'consult.show', { group: r.group, consultation: r.consultation });
  const whole = r.text !== null && (mine || !r.hidden) && (!more || r.hidden);
  return card(say('reply.summary'), [
    ...(more ? [] : [title(say('reply.summary'))]),
    ...(mine && r.hidden ? mendBlocks(r) : []),
    ...(mine ? replyStanding(r, delivery) : []),
    ...(whole ? caseBlocks({ text: r.text ?? '' }, marksOf(r.marked)) : []),
    ...(r.text === null || (!mine && r.hidden) ? [quiet(say('reply.hidden'))] : []),
    ...(mine ? [] : barBlocks(r.author, bar, true)),
    ...(more ? [] : linked(link)),
    actions(
      ...(mine && r.text !== null ? own : []),
      ...(mine || r.hidden || r.text === null ? [] : [reportOf(r)]),
      ...(mine ? [] : barActions(r.author, values, bar)),
      ...(mine && r.hidden && !more && link.length > 0 ? [] : [open]),
    ),
  ]);
}

interface ReplyStanding {
  readonly bar: BarOf;
  readonly link: readonly Span[];
  readonly mine: boolean;
  readonly more: boolean;
  readonly delivery: Delivery;
}
