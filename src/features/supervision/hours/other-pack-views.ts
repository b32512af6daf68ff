import { type Msg, say } from '../../../i18n/message.ts';
import { action, actions, body, card, day, facts, item, list, quiet, title } from '../../../view/build.ts';
import type { Action, Card, Item } from '../../../view/view.ts';
import { approvedLeave } from '../agreement/details-model.ts';
import type { Agreement } from '../agreement/model.ts';
import { calculate, type Standing } from '../rules/calculate.ts';
import { comparedRules, type RuleChange } from '../rules/compare.ts';
import type { HoursEntry } from '../rules/entry.ts';
import { ledgerOf } from '../rules/ledger.ts';
import type { Pack } from '../rules/pack.ts';

const onPage = 5;
const text = (words: string): Msg => say('supervision.text', { text: words });

function turns(ids: Readonly<Record<string, string>>, page: number, pages: number): Action[] {
  const turn = (label: 'supervision.previous' | 'supervision.next', to: number): Action[] =>
    to < 1 || to > pages ? [] : [action(say(label), 'supervision.otherPack', { ...ids, page: String(to) })];
  return [...turn('supervision.previous', page - 1), ...turn('supervision.next', page + 1)];
}

/** The packs that hours can be looked at under. */
export function otherPacksCard(a: Agreement, packs: readonly Pack[], asked: number): Card {
  const pages = Math.max(1, Math.ceil(packs.length / onPage));
  const page = Math.min(asked, pages);
  const ids = { group: a.group, agreement: a.id };
  return card(say('supervision.otherPack'), [
    title(say('supervision.otherPack')),
    body(say('supervision.otherPack.intro')),
    list(
      packs.slice((page - 1) * onPage, page * onPage).map(({ id, title: name, asOf }) =>
        item([text(name)], {
          detail: [say('supervision.read'), day(asOf)],
          actions: [action(say('word.open'), 'supervision.otherPack', { ...ids, pack: id })],
        }),
      ),
      say('supervision.packs.none'),
    ),
    quiet(say('supervision.packs.example')),
    ...(pages === 1 ? [] : [quiet(say('supervision.page', { page, pages }))]),
    actions(...turns(ids, page, pages), action(say('supervision.details'), 'supervision.details', ids)),
  ]);
}

interface Side {
  readonly pack: Pack;
  readonly entries: readonly HoursEntry[];
}

interface Comparison {
  readonly agreement: Agreement;
  readonly now: Side | null;
  readonly other: Side;
  readonly today: string;
  readonly moved: number;
  readonly left: number;
}

/** The hours under both packs, then what becomes of each rule. What stays the same is only counted. */
export function otherPackCard({ agreement: a, now, other, today, moved, left }: Comparison, asked: number): Card {
  const leave = approvedLeave(a.leave);
  const standing = calculate(ledgerOf(other.pack, other.entries), today, leave);
  const before = now === null ? null : calculate(ledgerOf(now.pack, now.entries), today, leave);
  const all = comparedRules(now?.pack ?? { rules: [] }, other.pack);
  const changes = all.filter(({ change }) => change !== 'same');
  const pages = Math.max(1, Math.ceil(changes.length / onPage));
  const page = Math.min(asked, pages);
  const ids = { group: a.group, agreement: a.id };
  return card(say('supervision.otherPack'), [
    title(say('supervision.otherPack')),
    body(text(other.pack.title)),
    ...(now === null ? [] : [quiet(say('supervision.otherPack.now'), text(now.pack.title))]),
    facts(
      ...(['logged', 'signed', 'likely'] as const).map(
        (what) =>
          [
            say(`supervision.totals.${what}`),
            say('supervision.otherPack.hours', {
              now: before === null ? null : before.minutes[what],
              under: standing.minutes[what],
            }),
          ] as const,
      ),
    ),
    ...(moved === 0 ? [] : [quiet(say('supervision.otherPack.moved', { n: moved }))]),
    ...(left === 0 ? [] : [body(say('supervision.otherPack.left', { n: left }))]),
    list(
      changes.slice((page - 1) * onPage, page * onPage).map((change) => changeItem(change, standing)),
      say('supervision.otherPack.same'),
    ),
    ...(all.length === changes.length || changes.length === 0
      ? []
      : [quiet(say('supervision.otherPack.unchanged', { n: all.length - changes.length }))]),
    quiet(say('supervision.packs.example')),
    ...(pages === 1 ? [] : [quiet(say('supervision.page', { page, pages }))]),
    actions(
      ...turns({ ...ids, pack: other.pack.id }, page, pages),
      ...(a.endsOn === null
        ? [action(say('supervision.otherPack.propose'), 'supervision.replace', { ...ids, pack: other.pack.id })]
        : []),
      action(say('supervision.otherPack.others'), 'supervision.otherPack', ids),
    ),
  ]);
}

function changeItem({ change, rule, before }: RuleChange, standing: Standing): Item {
  const outcome = standing.rules.find((one) => one.rule === rule)?.outcome;
  return item([say('supervision.otherPack.change', { change }), text(rule.text)], {
    detail: [
      ...(before === null || before.text === rule.text ? [] : [say('supervision.otherPack.was'), text(before.text)]),
      ...(before !== null && before.text !== rule.text && outcome !== undefined ? [say('word.dot')] : []),
      ...(outcome === undefined
        ? []
        : [
            say('supervision.rule.result', {
              result: outcome.result,
              have: outcome.have ?? 0,
              need: outcome.need ?? 0,
              unit: outcome.unit,
            }),
          ]),
    ],
  });
}
