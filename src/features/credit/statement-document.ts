import { say } from '../../i18n/message.ts';
import { day, person, when } from '../../view/build.ts';
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
import type { Document, DocumentBlock, Words } from '../../view/document.ts';
import type { RenewalPack } from './renewal-pack.ts';
import type { StatementRow } from './rows.ts';
import { type CountTotal, countTotals, type Days } from './totals.ts';

export interface Statement {
  readonly owner: string;
  readonly credential: string;
  readonly pack: RenewalPack | null;
  readonly days: Days;
  readonly rows: readonly StatementRow[];
  readonly now: number;
  readonly zone: string;
  readonly fingerprint: string;
}

export const minutesIn = (rows: readonly StatementRow[]) => ({
  own: rows.reduce((sum, { own }) => sum + own, 0),
  others: rows.reduce((sum, { others }) => sum + others, 0),
});

/** What consultation earned, by its lines: no word of a case, and no name but the owner's. */
export function statementDocument(s: Statement): Document {
  return {
    name: `consultation-statement-${s.days.from}`,
    title: say('credit.statement'),
    about: words(person(s.owner, s.credential)),
    landscape: true,
    zone: s.zone,
    blocks: [
      notice(say('credit.recorded')),
      factTable(
        [say('credit.cycle'), words(day(s.days.from), say('supervision.to'), day(s.days.to))],
        ...(s.pack === null
          ? []
          : ([
              [say('credit.pack'), typed(s.pack.title)],
              [say('documents.rulesAsOf'), words(day(s.pack.asOf))],
            ] as const)),
      ),
      rowTable(s.rows),
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
    footer: words(say('credit.recorded')),
    sheet: {
      columns: [
        'date',
        'quarter',
        'side',
        'own_minutes',
        'others_minutes',
        'mode',
        'topic',
        'colleagues',
        'credentials',
      ],
      rows: s.rows.map((r) => [
        r.quarter === null ? r.date : '',
        r.quarter ?? '',
        r.side,
        r.own,
        r.others,
        r.mode ?? '',
        r.topic ?? '',
        r.quarter === null ? r.people - 1 : '',
        r.credentials.filter(Boolean).join('; '),
      ]),
    },
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
      entries: s.rows.map(({ date, quarter, side, own, others, mode, topic, credentials, people, count }) => ({
        ...(quarter === null ? { date, mode, topic, credentials, colleagues: people - 1 } : { quarter, count }),
        ...{ side, own, others },
      })),
      chains: [],
    },
  };
}

function rowTable(rows: readonly StatementRow[]): DocumentBlock {
  if (rows.length === 0) return paragraph(say('credit.none'));
  const { own, others } = minutesIn(rows);
  return table(
    say('credit.rows'),
    [
      column(say('document.date'), { weight: 1.4, head: true }),
      column(say('credit.side')),
      column(say('record.mode'), { weight: 1.1 }),
      column(say('record.topic'), { weight: 1.4 }),
      column(say('credit.colleagues'), { weight: 2 }),
      column(say('credit.own'), { align: 'right' }),
      column(say('credit.others'), { align: 'right' }),
    ],
    rows.map(rowCells),
    [words(say('documents.total')), nothing, nothing, nothing, nothing, hoursWords(own), hoursWords(others)],
  );
}

function rowCells(r: StatementRow): Words[] {
  const credentials = r.credentials.filter(Boolean).join(', ');
  const people = say('credit.people', { n: r.people - 1 });
  return [
    r.quarter === null ? words(day(r.date)) : words(say('credit.quarter', { quarter: r.quarter })),
    words(say('credit.side.name', { side: r.side })),
    r.mode === null ? nothing : words(say('record.mode.name', { mode: r.mode })),
    r.topic === null ? nothing : words(say('topic.name', { topic: r.topic })),
    r.quarter === null ? { spans: words(people).spans, typed: credentials } : words(say('credit.several')),
    hoursWords(r.own),
    hoursWords(r.others),
  ];
}

function packBlocks(pack: RenewalPack, rows: readonly StatementRow[]): DocumentBlock[] {
  const totals = countTotals(pack, rows);
  return [
    table(
      say('credit.totals'),
      [
        column(say('credit.counts'), { weight: 3, head: true }),
        column(say('credit.minutes'), { align: 'right' }),
        column(say('credit.counted'), { align: 'right' }),
        column(say('credit.least'), { align: 'right' }),
        column(say('credit.most'), { align: 'right' }),
        column(say('supervision.status'), { weight: 2 }),
      ],
      totals.map(totalCells),
    ),
    ...(pack.note === undefined ? [] : [small(say('supervision.text', { text: pack.note }))]),
    ...(pack.keep.length === 0
      ? []
      : [small(say('credit.keep'), say('supervision.text', { text: pack.keep.join('; ') }))]),
    small(say('documents.example'), day(pack.asOf)),
  ];
}

const totalCells = ({ count, minutes, counted }: CountTotal): Words[] => [
  typed(count.text === undefined ? count.what : `${count.what}. ${count.text}.`),
  hoursWords(minutes),
  hoursWords(counted),
  count.minMinutes === undefined ? nothing : hoursWords(count.minMinutes),
  count.maxMinutes === undefined ? nothing : hoursWords(count.maxMinutes),
  words(say('supervision.rule.status', { status: count.status })),
];
