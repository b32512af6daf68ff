import { say } from '../../i18n/message.ts';
import { action, actions, body, card, day, item, list, person, quiet, title, when } from '../../view/build.ts';
import type { Action, Block, Card, Item, Span } from '../../view/view.ts';
import type { Confirmation } from './confirmation-model.ts';
import { shownColleague } from './naming.ts';
import type { paged } from './pages.ts';
import type { StatementRow } from './rows.ts';

const question = (ask: Confirmation) => [
  person(ask.from),
  say('credit.confirm.question', { minutes: ask.minutes }),
  day(ask.date),
];

const answers = ({ id, group }: Confirmation): Action[] => {
  const values = { group, confirmation: id };
  return [
    action(say('credit.confirm.yes'), 'credit.confirm.answer', { ...values, yes: 'yes' }, { tone: 'main' }),
    action(say('credit.confirm.no'), 'credit.confirm.answer', { ...values, yes: 'no' }),
  ];
};

/** To the colleague who is asked. */
export const askCard = (ask: Confirmation): Card =>
  card(say('credit.confirm.summary'), [
    body(...question(ask)),
    quiet(say('credit.confirm.what')),
    actions(...answers(ask)),
  ]);

/** The same at home. */
export const askBlocks = (asks: readonly Confirmation[]): Block[] =>
  asks.flatMap((ask) => [body(...question(ask)), actions(...answers(ask))]);

/** One page of my lines. */
interface AskLines extends Omit<ReturnType<typeof paged>, 'shown'> {
  readonly lines: readonly AskLine[];
}

interface AskLine {
  readonly row: StatementRow;
  readonly asks: readonly Confirmation[];
}

/** `mine`: whether I may be named, what I am asked, and what I confirmed. */
export const confirmationsCard = (
  group: string,
  { lines, page, where, turns }: AskLines,
  named: ReadonlySet<string>,
  mine: {
    readonly nameable: boolean;
    readonly asked: readonly Confirmation[];
    readonly given: readonly Confirmation[];
  },
): Card =>
  card(say('credit.confirmations'), [
    title(say('credit.confirmations')),
    body(say('credit.confirmations.intro')),
    ...askBlocks(mine.asked.slice(0, 3)),
    list(
      lines.map((line) => lineItem({ group, page: String(page) }, line, named)),
      say('credit.confirmations.none'),
    ),
    ...where,
    ...(turns.length === 0 ? [] : [actions(...turns)]),
    ...givenBlocks(mine.given, page),
    {
      is: 'switch',
      label: say('credit.naming'),
      on: mine.nameable,
      do: 'credit.naming',
      with: { group, page: String(page) },
    },
    quiet(say('credit.naming.hint')),
    actions(action(say('credit.statement'), 'credit.statement', { group })),
  ]);

/** What I confirmed, each with the way to take it back. */
const givenBlocks = (given: readonly Confirmation[], page: number): Block[] =>
  given.length === 0
    ? []
    : [
        quiet(say('credit.confirm.given')),
        list(
          given.map((c) =>
            item([person(c.from), say('word.dot'), day(c.date)], {
              detail: [say('supervision.length', { minutes: c.minutes })],
              actions: [
                action(
                  say('credit.confirm.takeBack'),
                  'credit.confirm.drop',
                  { group: c.group, confirmation: c.id, page: String(page) },
                  { tone: 'danger', confirm: say('credit.confirm.takeBack.confirm') },
                ),
              ],
            }),
          ),
          say('credit.confirm.given'),
        ),
      ];

function lineItem(at: Readonly<Record<string, string>>, { row, asks }: AskLine, named: ReadonlySet<string>): Item {
  const yes = asks.filter((c) => c.confirmed !== null);
  const state: Span[] = asks.flatMap((c) => stateOf(c, named));
  return item(
    [
      day(row.date),
      say('word.dot'),
      say('credit.side.name', { side: row.side }),
      say('word.dot'),
      say('supervision.length', { minutes: row.own + row.others }),
    ],
    {
      detail: state,
      actions: [
        ...(yes.length > 0 ? [] : [action(say('credit.confirm'), 'credit.confirm', { ...at, row: row.id ?? '' })]),
        ...asks
          .slice(0, 1)
          .map((c) => action(say('credit.confirm.drop'), 'credit.confirm.drop', { ...at, confirmation: c.id })),
      ],
    },
  );
}

const stateOf = (c: Confirmation, named: ReadonlySet<string>): Span[] =>
  c.confirmed === null
    ? [msgOf('credit.confirm.waits'), when(c.askedAt, 'date')]
    : [
        msgOf('credit.confirmedBy'),
        shownColleague(c.to, c.confirmed.credential, named),
        { is: 'msg', msg: say('word.comma') },
        when(c.confirmed.at, 'date'),
      ];

const msgOf = (key: 'credit.confirm.waits' | 'credit.confirmedBy'): Span => ({ is: 'msg', msg: say(key) });
