import { type Msg, say } from '../../../i18n/message.ts';
import { action, actions, body, card, day, facts, item, list, quiet, title } from '../../../view/build.ts';
import type { Action, Block, Card, Item } from '../../../view/view.ts';
import { activityName } from '../packs.ts';
import { type Row, unknownNames } from './meaning.ts';
import type { Import } from './open.ts';

export const onPage = 7;
/** So many entries are saved at one press, so that it answers at once and says how far it is. */
export const atOnce = 250;

interface ImportPage {
  readonly shown: readonly {
    readonly row: Row;
    readonly notes: { readonly text: string; readonly replaced: number };
  }[];
  readonly page: number;
  readonly pages: number;
  readonly only: boolean;
}

/** What was pasted comes to this: how many rows are ready, what is wrong with the others, and what to do next. */
export function previewCard(of: Import, { shown, page, pages, only }: ImportPage): Card {
  const { agreement: a, rows } = of;
  const ids = { group: a.group, agreement: a.id };
  const ready = rows.filter(({ issue }) => issue === null);
  const there = rows.filter(({ issue }) => issue === 'logged').length;
  const problems = rows.length - ready.length - there;
  const minutes = ready.reduce((sum, { making }) => sum + (making?.minutes ?? 0), 0);
  const filter = only ? { only: 'problems' } : {};
  const turn = (label: 'supervision.previous' | 'supervision.next', to: number): Action[] =>
    to < 1 || to > pages
      ? []
      : [action(say(label), 'supervision.import.preview', { ...ids, ...filter, page: String(to) })];
  return card(say('supervision.import.summary'), [
    title(say('supervision.import.summary')),
    ...(of.columns === null
      ? [body(say('supervision.import.noColumns'))]
      : [
          facts(
            [say('supervision.import.ready'), say('supervision.import.count', { n: ready.length, minutes })],
            [say('supervision.import.problems'), say('supervision.people', { n: problems })],
            ...(there === 0
              ? []
              : [[say('supervision.import.there'), say('supervision.people', { n: there })] as const]),
          ),
          list(
            shown.map(({ row, notes }) => rowItem(row, notes, of)),
            say('supervision.import.none'),
          ),
          ...(pages === 1 ? [] : [quiet(say('supervision.page', { page, pages }))]),
          ...nextStep(of, ready.length),
        ]),
    actions(
      ...mainActions(of, ready.length, ids),
      ...turn('supervision.previous', page - 1),
      ...turn('supervision.next', page + 1),
      ...(problems > 0 || only
        ? [
            action(say('supervision.import.filter', { only }), 'supervision.import.preview', {
              ...ids,
              ...(only ? {} : { only: 'problems' }),
            }),
          ]
        : []),
    ),
    actions(
      action(say('supervision.import.columns'), 'supervision.import.columns', ids),
      action(say('supervision.import.add'), 'supervision.import', { ...ids, add: 'yes' }),
      action(say('supervision.import.discard'), 'supervision.import.discard', ids, {
        tone: 'danger',
        confirm: say('supervision.import.discard.confirm'),
      }),
    ),
  ]);
}

function nextStep(of: Import, ready: number): Block[] {
  const unknown = unknownNames(of.rows, of.meaning).length;
  if (unknown > 0) return [body(say('supervision.import.unknown', { n: unknown }))];
  return ready === 0 ? [] : [quiet(say('supervision.import.nothingYet'))];
}

function mainActions(of: Import, ready: number, ids: Readonly<Record<string, string>>): Action[] {
  if (of.columns === null) return [];
  const unknown = unknownNames(of.rows, of.meaning).length;
  const n = Math.min(ready, atOnce);
  const main = { tone: 'main' } as const;
  return [
    ...(unknown > 0 ? [action(say('supervision.import.names'), 'supervision.import.names', ids, main)] : []),
    ...(ready > 0
      ? [
          action(
            say('supervision.import.save', { n }),
            'supervision.import.save',
            { ...ids, shown: of.shown },
            unknown > 0 ? {} : main,
          ),
        ]
      : []),
  ];
}

function rowItem({ raw, issue, making }: Row, notes: { text: string; replaced: number }, { meaning }: Import): Item {
  const length: Msg[] =
    raw.minutes === null ? [] : [say('word.dot'), say('supervision.length', { minutes: raw.minutes })];
  return item(
    [
      say('supervision.import.line', { line: raw.line }),
      ...(raw.date === null ? [] : [say('word.dot'), day(raw.date)]),
      ...length,
    ],
    {
      detail: [
        ...(issue === null ? [] : [say('supervision.import.issue', { issue })]),
        ...(making === null || issue !== null ? [] : [activityName(making.choice.activity.id, meaning.pack)]),
        ...(making?.choice.modality && issue === null
          ? [say('word.dot'), say('supervision.modality', { modality: making.choice.modality })]
          : []),
        ...(notes.replaced > 0 ? [say('word.dot'), say('supervision.import.replaced', { n: notes.replaced })] : []),
      ],
      quote: quoteOf({ raw, issue, making }, notes.text),
    },
  );
}

/** The words that the problem is about; of a row that is ready its site and note, as they would be kept. */
function quoteOf({ raw, issue, making }: Row, notes: string): string {
  if (issue === 'date' || issue === 'length') return raw.typed[issue];
  if (issue === 'activity' || issue === 'site' || issue === 'supervisor') return raw[issue];
  return [making?.site ?? '', notes].filter((text) => text !== '').join(' · ');
}
