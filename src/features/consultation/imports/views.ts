import { type Msg, say } from '../../../i18n/message.ts';
import {
  action,
  actions,
  body,
  card,
  colleague,
  day,
  facts,
  item,
  list,
  listed,
  msg,
  quiet,
  title,
  when,
} from '../../../view/build.ts';
import type { Action, Card, Item, Span } from '../../../view/view.ts';
import type { ConsultationRecord } from '../record/model.ts';
import { type Checked, draftId, type LogImport } from './open.ts';

export const onPage = 7;
/** So many records are saved at one press, so that it answers at once and says how far it is. */
export const atOnce = 100;

interface Shown {
  readonly shown: readonly Checked[];
  readonly page: number;
  readonly pages: number;
}

/** What was pasted comes to this: what is wrong with rows, how many are ready, and what to do next. */
export function previewCard(of: LogImport, { shown, page, pages }: Shown): Card {
  // The draft stands in every button: where there are several instances, it is what they find the rows by.
  const ids = { group: of.group, draft: draftId };
  const ready = of.rows.filter(({ issue }) => issue === null);
  const there = of.rows.filter(({ issue }) => issue === 'logged').length;
  const problems = of.rows.length - ready.length - there;
  const minutes = ready.reduce((sum, row) => sum + (row.minutes ?? 0), 0);
  const unfinished = ready.filter(({ texts }) => [texts.question, texts.decision, texts.rationale].includes('')).length;
  const turn = (label: 'supervision.previous' | 'supervision.next', to: number): Action[] =>
    to < 1 || to > pages ? [] : [action(say(label), 'consult.import.preview', { ...ids, page: String(to) })];
  const known = of.columns !== null;
  return card(say('supervision.import.summary'), [
    title(say('supervision.import.summary')),
    ...(known
      ? [
          facts(
            [say('supervision.import.ready'), say('supervision.import.count', { n: ready.length, minutes })],
            [say('supervision.import.problems'), say('supervision.people', { n: problems })],
            ...(there === 0
              ? []
              : [[say('supervision.import.there'), say('supervision.people', { n: there })] as const]),
          ),
          list(shown.map(rowItem), say('supervision.import.none')),
          ...(pages === 1 ? [] : [quiet(say('supervision.page', { page, pages }))]),
          ...(ready.length === 0 ? [] : [quiet(say('import.log.nothingYet'))]),
          ...(unfinished === 0 ? [] : [quiet(say('import.log.unfinished', { n: unfinished }))]),
        ]
      : [body(say('import.log.noColumns'))]),
    actions(
      ...(ready.length > 0
        ? [
            action(
              say('import.log.save', { n: Math.min(ready.length, atOnce) }),
              'consult.import.save',
              { ...ids, shown: of.shown },
              {
                tone: 'main',
              },
            ),
          ]
        : []),
      ...turn('supervision.previous', page - 1),
      ...turn('supervision.next', page + 1),
    ),
    actions(
      action(say('supervision.import.columns'), 'consult.import.columns', ids, known ? {} : { tone: 'main' }),
      action(say('supervision.import.add'), 'consult.import', { ...ids, add: 'yes' }),
      action(say('supervision.import.discard'), 'consult.import.discard', ids, {
        tone: 'danger',
        confirm: say('supervision.import.discard.confirm'),
      }),
    ),
  ]);
}

function rowItem({ row, texts, replaced, isCut, isSure }: Checked): Item {
  const said: Msg[] = [
    ...(row.issue === null ? [] : [say('import.log.issue', { issue: row.issue })]),
    ...(row.issue === null
      ? [say('record.mode.name', { mode: row.mode }), say('topic.name', { topic: row.topic })]
      : []),
    ...(replaced === 0 ? [] : [say('supervision.import.replaced', { n: replaced })]),
    ...(isCut ? [say('import.log.cut')] : []),
    ...(row.issue === null && !isSure ? [say('import.log.toRead')] : []),
  ];
  // They stay as typed: whoever is here by mistake has to be seen.
  const names = row.consultants.map((c) => ('name' in c ? colleague(c.credential, c.name) : colleague(c.credential)));
  const whom: Span[] = names.length === 0 ? [] : [msg(say('import.log.whom')), ...listed(...names)];
  const text = [texts.question, texts.guidance, texts.decision].filter(Boolean).join(' · ');
  return item(
    [
      say('supervision.import.line', { line: row.line }),
      ...(row.date === null ? [] : [say('word.dot'), day(row.date)]),
      ...(row.minutes === null ? [] : [say('word.dot'), say('record.length', { minutes: row.minutes })]),
    ],
    {
      detail: [...said.map((one): Span[] => [msg(one)]), whom]
        .filter((part) => part.length > 0)
        .flatMap((part, i) => (i === 0 ? part : [msg(say('word.dot')), ...part])),
      ...(text === '' ? {} : { quote: text }),
    },
  );
}

/** Records that one import made. */
export interface ImportedBatch {
  readonly id: string;
  readonly records: readonly ConsultationRecord[];
  readonly at: number;
}

/** So many imports are listed, the newest first. */
const mostBatches = 8;

export const importsCard = (group: string, batches: readonly ImportedBatch[]): Card =>
  card(say('import.log.past'), [
    title(say('import.log.past')),
    list(
      batches.slice(0, mostBatches).map(({ id, records, at }) =>
        item([when(at, 'dateTime')], {
          detail: [say('import.log.count', { n: records.length })],
          actions: [
            action(
              say('import.log.undo'),
              'consult.import.undo',
              { group, batch: id },
              { tone: 'danger', confirm: say('import.log.undo.confirm', { n: records.length }) },
            ),
          ],
        }),
      ),
      say('import.log.past.none'),
    ),
    actions(
      action(say('records.summary'), 'consult.records', { group }, { tone: 'main' }),
      action(say('import.log'), 'consult.import', { group }),
    ),
  ]);
