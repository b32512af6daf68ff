import type { Msg } from '../../../i18n/message.ts';
import { say } from '../../../i18n/message.ts';
import { action, actions, body, card, day, item, list, quiet, title, when } from '../../../view/build.ts';
import type { Action, Card, Item, Span } from '../../../view/view.ts';
import type { Pack } from '../rules/pack.ts';
import { isRead, type Rule } from '../rules/rule.ts';

const onPage = 6;
const text = (words: string) => say('supervision.text', { text: words });

function turns(route: string, ids: Readonly<Record<string, string>>, page: number, pages: number): Action[] {
  const turn = (label: 'supervision.previous' | 'supervision.next', to: number): Action[] =>
    to < 1 || to > pages ? [] : [action(say(label), route, { ...ids, page: String(to) })];
  return [...turn('supervision.previous', page - 1), ...turn('supervision.next', page + 1)];
}

function paged<T>(all: readonly T[], asked: number): { shown: readonly T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / onPage));
  const page = Math.min(asked, pages);
  return { shown: all.slice((page - 1) * onPage, page * onPage), page, pages };
}

/** The packs that there are: whose rules, and when they were read. */
export function packsCard(packs: readonly Pack[], group: string, asked: number): Card {
  const { shown, page, pages } = paged(packs, asked);
  return card(say('supervision.packs'), [
    title(say('supervision.packs')),
    list(
      shown.map(({ id, title: name, board, asOf }) =>
        item([text(name)], {
          detail: [text(board), say('word.dot'), say('supervision.read'), day(asOf)],
          actions: [action(say('word.open'), 'supervision.pack', { group, pack: id })],
        }),
      ),
      say('supervision.packs.none'),
    ),
    quiet(say('supervision.packs.example')),
    ...(pages === 1 ? [] : [quiet(say('supervision.page', { page, pages }))]),
    ...(pages === 1 ? [] : [actions(...turns('supervision.packs', { group }, page, pages))]),
  ]);
}

/** Where a rule was read, when, and how sure that reading is. */
export function sourceOf(pack: Pack, rule: Rule, checkedAt: number | undefined): (Msg | Span)[] {
  const source = pack.sources.find(({ id }) => id === rule.source);
  return [
    ...(checkedAt === undefined
      ? [say('supervision.rule.status', { status: rule.status })]
      : [say('supervision.check.by'), when(checkedAt, 'date')]),
    ...(source === undefined
      ? []
      : [say('word.dot'), text(source.url), say('word.dot'), say('supervision.read'), day(source.read)]),
  ];
}

interface Of {
  readonly group: string;
  readonly owns: boolean;
  readonly page: number;
}

/** The rules of a pack. An owner can say of those that nobody read that they were checked with the board. */
export function packCard(pack: Pack, checks: ReadonlyMap<string, number>, { group, owns, page: asked }: Of): Card {
  const { shown, page, pages } = paged(pack.rules, asked);
  const ids = { group, pack: pack.id };
  const open = pack.rules.filter((rule) => !isRead(rule) && !checks.has(rule.id)).length;
  return card(say('supervision.rules'), [
    title(say('supervision.rules')),
    quiet(text(pack.title), say('word.dot'), say('supervision.read'), day(pack.asOf)),
    list(
      shown.map((rule) => ruleItem(pack, rule, checks.get(rule.id), owns ? { ...ids, page: String(page) } : null)),
      say('supervision.rules'),
    ),
    ...(open === 0 ? [] : [body(say('supervision.check.open', { n: open, owns }))]),
    quiet(say('supervision.packs.example')),
    ...(pages === 1 ? [] : [quiet(say('supervision.page', { page, pages }))]),
    actions(
      ...turns('supervision.pack', ids, page, pages),
      action(say('supervision.packs'), 'supervision.packs', { group }),
    ),
  ]);
}

function ruleItem(
  pack: Pack,
  rule: Rule,
  checkedAt: number | undefined,
  ids: Readonly<Record<string, string>> | null,
): Item {
  const of = { ...ids, rule: rule.id };
  const act =
    ids === null || isRead(rule)
      ? []
      : checkedAt === undefined
        ? [
            action(say('supervision.check'), 'supervision.pack.check', of, {
              confirm: say('supervision.check.confirm'),
            }),
          ]
        : [action(say('supervision.uncheck'), 'supervision.pack.uncheck', of)];
  return item([text(rule.text)], { detail: sourceOf(pack, rule, checkedAt), actions: act });
}
