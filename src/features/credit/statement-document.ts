import { type Msg, say } from '../../i18n/message.ts';
import { dateOf } from '../../time/time.ts';
import { day, msg, person, when } from '../../view/build.ts';
import {
  column,
  factTable,
  heading,
  hoursWords,
  nothing,
  notice,
  paragraph,
  signatures,
  small,
  table,
  typed,
  words,
} from '../../view/build-document.ts';
import type { Document, DocumentBlock, Sheet, Value, Words } from '../../view/document.ts';
import type { Span } from '../../view/view.ts';
import type { Confirmation } from './confirmation-model.ts';
import { shownColleague } from './naming.ts';
import type { RenewalPack } from './renewal-pack.ts';
import type { StatementRow } from './rows.ts';
import { packBlocks } from './statement-totals.ts';
import type { Days } from './totals.ts';

export interface Statement {
  readonly owner: string;
  readonly credential: string;
  readonly pack: RenewalPack | null;
  readonly days: Days;
  readonly rows: readonly StatementRow[];
  readonly now: number;
  readonly zone: string;
  readonly fingerprint: string;
  readonly recorded: Msg;
  /** Colleagues who agreed to be named. */
  readonly named: ReadonlySet<string>;
  /** Who confirmed a line, by its id. */
  readonly confirmed: ReadonlyMap<string, readonly Confirmation[]>;
  /** Reflections that go in, by line. */
  readonly reflections: ReadonlyMap<string, string>;
}

export const minutesIn = (rows: readonly StatementRow[]) => ({
  own: rows.reduce((sum, { own }) => sum + own, 0),
  others: rows.reduce((sum, { others }) => sum + others, 0),
});

/** What consultation earned, by its lines: no word of a case, and no name but the owner's and of those who agreed to it. */
export function statementDocument(s: Statement): Document {
  return {
    name: `consultation-statement-${s.days.from}`,
    title: say('credit.statement'),
    about: words(person(s.owner, s.credential)),
    landscape: true,
    zone: s.zone,
    blocks: [
      notice(s.recorded),
      factTable(
        [say('credit.cycle'), words(day(s.days.from), say('supervision.to'), day(s.days.to))],
        ...(s.pack === null
          ? []
          : ([
              [say('credit.pack'), typed(s.pack.title)],
              [say('documents.rulesAsOf'), words(day(s.pack.asOf))],
              ...(s.pack.totalMinutes === null
                ? []
                : [[say('credit.required'), hoursWords(s.pack.totalMinutes)] as const]),
            ] as const)),
      ),
      rowTable(s),
      ...reflectionBlocks(s),
      ...(s.pack === null ? [] : packBlocks(s.pack, s.rows)),
      paragraph(say('credit.notSupervision')),
      signatures([say('credit.recordedBy'), words(person(s.owner, s.credential))]),
      heading(2, say('documents.proof')),
      factTable(
        [say('documents.made'), words(when(s.now))],
        [say('documents.fingerprint'), words(say('supervision.text', { text: s.fingerprint }))],
      ),
      small(say('documents.verify', { fingerprint: s.fingerprint })),
      small(say('documents.meaning')),
    ],
    footer: words(s.recorded),
    sheet: sheetOf(s),
    data: {
      kind: 'statement',
      facts: {
        madeAt: new Date(s.now).toISOString(),
        owner: { words: words(person(s.owner, s.credential)) },
        from: s.days.from,
        to: s.days.to,
        pack: s.pack === null ? null : { id: s.pack.id, asOf: s.pack.asOf },
        minutes: minutesIn(s.rows),
      },
      entries: s.rows.map((row) => entryOf(s, row)),
      chains: [],
    },
  };
}

function sheetOf(s: Statement): Sheet {
  return {
    columns: [
      ...[
        'date',
        'quarter',
        'side',
        'own_minutes',
        'others_minutes',
        'kind',
        'mode',
        'topic',
        'colleagues',
        'credentials',
      ],
      ...['confirmed_by', 'reflection'],
    ],
    rows: s.rows.map((r) => [
      r.quarter === null ? r.date : '',
      r.quarter ?? '',
      r.side,
      r.own,
      r.others,
      r.kind ?? '',
      r.mode ?? '',
      r.topic ?? '',
      r.quarter === null && r.people !== null ? r.people - 1 : '',
      r.colleagues.flatMap((c) => c.credential || []).join('; '),
      confirmations(s, r).length === 0 ? '' : words(...confirmedSpans(s, r)),
      s.reflections.get(r.id ?? '') ?? '',
    ]),
  };
}

const confirmations = (s: Statement, r: StatementRow): readonly Confirmation[] => s.confirmed.get(r.id ?? '') ?? [];

/** Those who confirmed a line, each with credential and day. */
const confirmedSpans = (s: Statement, r: StatementRow): Span[] =>
  confirmations(s, r).flatMap((c, i) => [
    ...(i === 0 ? [] : [msg(say('word.semicolon'))]),
    shownColleague(c.to, c.confirmed?.credential ?? '', s.named),
    msg(say('word.comma')),
    day(dateOf(c.confirmed?.at ?? 0, s.zone)),
  ]);

/** A line as a program reads it. Names are put in by whoever renders it, and only of those who agreed. */
function entryOf(s: Statement, r: StatementRow): Readonly<Record<string, Value>> {
  const sums = { side: r.side, own: r.own, others: r.others };
  if (r.quarter !== null) return { quarter: r.quarter, count: r.count, ...sums };
  const named = r.colleagues.filter((c) => c.person !== null && s.named.has(c.person));
  const yes = confirmations(s, r);
  const reflection = s.reflections.get(r.id ?? '');
  return {
    ...{ date: r.date, kind: r.kind, mode: r.mode, topic: r.topic, credentials: r.colleagues.map((c) => c.credential) },
    ...(r.people === null ? {} : { colleagues: r.people - 1 }),
    ...(named.length === 0
      ? {}
      : { named: named.map((c) => ({ words: words(person(c.person ?? '', c.credential)) })) }),
    ...(yes.length === 0
      ? {}
      : {
          confirmed: yes.map((c) => ({
            by: { words: words(shownColleague(c.to, c.confirmed?.credential ?? '', s.named)) },
            on: dateOf(c.confirmed?.at ?? 0, s.zone),
          })),
        }),
    ...(reflection === undefined ? {} : { reflection }),
    ...sums,
  };
}

function rowTable(s: Statement): DocumentBlock {
  if (s.rows.length === 0) return paragraph(say('credit.none'));
  const { own, others } = minutesIn(s.rows);
  return table(
    say('credit.rows'),
    [
      column(say('document.date'), { weight: 1.4, head: true }),
      column(say('credit.side')),
      column(say('credit.kind'), { weight: 1.5 }),
      column(say('record.mode'), { weight: 1.1 }),
      column(say('record.topic'), { weight: 1.4 }),
      column(say('credit.colleagues'), { weight: 2 }),
      column(say('credit.own'), { align: 'right' }),
      column(say('credit.others'), { align: 'right' }),
    ],
    s.rows.map((row) => rowCells(s, row)),
    [words(say('documents.total')), nothing, nothing, nothing, nothing, nothing, hoursWords(own), hoursWords(others)],
  );
}

function rowCells(s: Statement, r: StatementRow): Words[] {
  return [
    r.quarter === null ? words(day(r.date)) : words(say('credit.quarter', { quarter: r.quarter })),
    words(say('credit.side.name', { side: r.side })),
    r.kind === null ? nothing : words(say('credit.kind.name', { kind: r.kind })),
    r.mode === null ? nothing : words(say('record.mode.name', { mode: r.mode })),
    r.topic === null ? nothing : words(say('topic.name', { topic: r.topic })),
    r.quarter === null ? colleagueCell(s, r) : words(say('credit.several')),
    hoursWords(r.own),
    hoursWords(r.others),
  ];
}

/** How many colleagues, those who agreed by name, credentials of the others, and who confirmed. */
function colleagueCell(s: Statement, r: StatementRow): Words {
  const named = r.colleagues.filter((c) => c.person !== null && s.named.has(c.person));
  const others = r.colleagues.filter((c) => !named.includes(c)).flatMap((c) => c.credential || []);
  return {
    spans: [
      msg(say('credit.people', { n: r.people === null ? 0 : r.people - 1 })),
      ...named.flatMap((c) => [msg(say('word.semicolon')), person(c.person ?? '', c.credential || null)]),
      ...(confirmations(s, r).length === 0
        ? []
        : [msg(say('word.semicolon')), msg(say('credit.confirmedBy')), ...confirmedSpans(s, r)]),
    ],
    typed: others.join(', '),
  };
}

/** Reflections that were ticked, after the day that they are about. */
function reflectionBlocks(s: Statement): DocumentBlock[] {
  const rows = s.rows.flatMap((r) => {
    const text = s.reflections.get(r.id ?? '');
    return text === undefined ? [] : [[words(day(r.date)), typed(text)]];
  });
  if (rows.length === 0) return [];
  const columns = [column(say('document.date'), { head: true }), column(say('credit.reflection'), { weight: 5 })];
  return [table(say('credit.reflections'), columns, rows)];
}
