import { type Msg, say } from '../../../i18n/message.ts';
import { dateOf } from '../../../time/time.ts';
import { day, person } from '../../../view/build.ts';
import {
  column,
  factTable,
  heading,
  hoursWords,
  nothing,
  notice,
  paragraph,
  table,
  words,
} from '../../../view/build-document.ts';
import type { Document, DocumentBlock, Words } from '../../../view/document.ts';
import type { Line } from '../../../view/view.ts';
import { platformIn } from '../my-log/accounts-view.ts';
import type { LogEntry } from '../my-log/entries.ts';
import type { Named } from './advisers.ts';
import type { ConsultationRecord } from './model.ts';
import { consultantSpans, recordLines } from './note.ts';

/** A log to keep or hand over, the oldest first, and between which days. */
export interface RecordsExport {
  readonly owner: string;
  readonly entries: readonly LogEntry[];
  /** How colleagues are called in a record; those of a linked account by their credential alone. */
  readonly named: (entry: LogEntry) => Named;
  /** What the structure of a record is called, or null for a quick question. */
  readonly structure: (r: ConsultationRecord) => Msg | null;
  readonly from: string | null;
  readonly to: string | null;
  /** How many are left out because they are about questions that were asked without a name. */
  readonly left: number;
  readonly zone: string;
  readonly now: number;
  readonly fingerprint: string;
}

const minutesIn = (entries: readonly LogEntry[]): number => entries.reduce((sum, { minutes }) => sum + minutes, 0);

/** Records in full, with a list of all before them. Texts are as they were saved: without identifiers, amendments shown. */
export function recordsDocument(of: RecordsExport): Document {
  const { entries } = of;
  return {
    name: of.from === null ? 'consultation-records' : `consultation-records-${of.from}`,
    title: say('records.summary'),
    about: words(person(of.owner)),
    landscape: false,
    zone: of.zone,
    blocks: [
      notice(say('record.disclaimer')),
      ...(of.from === null || of.to === null
        ? []
        : [factTable([say('records.between'), words(day(of.from), say('supervision.to'), day(of.to))])]),
      ...(of.left === 0 ? [] : [paragraph(say('records.left', { n: of.left }))]),
      overview(of),
      ...entries.flatMap((e) => (e.record === null ? [] : recordBlocks(e.record, of.named(e), of.structure(e.record)))),
    ],
    footer: words(say('records.footer', { fingerprint: of.fingerprint })),
    sheet: {
      columns: [...sheetColumns],
      rows: entries.map((e) => [...sheetRow(e, of), e.side, platformIn(e.origin?.scope ?? '')]),
    },
    data: {
      kind: 'records',
      facts: {
        madeAt: new Date(of.now).toISOString(),
        owner: { words: words(person(of.owner)) },
        from: of.from,
        to: of.to,
        minutes: minutesIn(entries),
      },
      entries: entries.map((e) => dataOf(e, of)),
      chains: [],
    },
  };
}

function sheetRow(e: LogEntry, { named, zone }: RecordsExport) {
  const r = e.record;
  const first = [e.date, e.minutes, e.mode ?? '', e.topic ?? ''];
  if (r === null) return [...first, '', '', e.credentials.filter(Boolean).join('; '), ...Array(9).fill('')];
  return [
    ...[...first, r.status, r.late ? 'yes' : 'no'],
    ...[{ spans: consultantSpans(r, named(e)), typed: '' }, r.question, r.facts, r.guidance, r.decision, r.rationale],
    ...[r.actions.join('\n'), r.followUpOn ?? '', r.codesOrLaws],
    r.amendments.map(({ at, text, reason }) => `${dateOf(at, zone)}: ${text} (${reason})`).join('\n'),
  ];
}

function dataOf(e: LogEntry, { named }: RecordsExport) {
  const r = e.record;
  const first = { date: e.date, minutes: e.minutes, mode: e.mode, topic: e.topic, side: e.side };
  const linked = e.origin === null ? null : platformIn(e.origin.scope);
  if (r === null) return { ...first, linked, credentials: [...e.credentials] };
  return {
    ...{ ...first, linked, status: r.status, late: r.late },
    ...{ question: r.question, facts: r.facts, guidance: r.guidance, decision: r.decision, rationale: r.rationale },
    ...{ actions: r.actions, followUpOn: r.followUpOn, codesOrLaws: r.codesOrLaws, caseRef: r.caseRef },
    amendments: r.amendments.map((a) => ({ ...a })),
    consultants: { words: { spans: consultantSpans(r, named(e)), typed: '' } },
  };
}

const sheetColumns = [
  ...['date', 'minutes', 'mode', 'topic', 'status', 'late', 'colleagues', 'question', 'background'],
  ...[
    'guidance',
    'decision',
    'rationale',
    'actions',
    'follow_up',
    'codes_or_laws',
    'amendments',
    'side',
    'linked_account',
  ],
] as const;

function overview({ entries }: RecordsExport): DocumentBlock {
  if (entries.length === 0) return paragraph(say('records.empty'));
  return table(
    say('records.overview'),
    [
      column(say('document.date'), { weight: 1.5, head: true }),
      column(say('credit.side'), { weight: 0.8 }),
      column(say('record.topic'), { weight: 1.5 }),
      column(say('record.mode'), { weight: 1.2 }),
      column(say('record.state'), { weight: 1.7 }),
      column(say('documents.hours'), { align: 'right' }),
    ],
    entries.map((e) => [
      words(day(e.date)),
      words(say(`log.${e.side}`)),
      e.topic === null ? nothing : words(say('topic.name', { topic: e.topic })),
      e.mode === null ? nothing : words(say('record.mode.name', { mode: e.mode })),
      e.record === null ? nothing : words(stateOf(e.record)),
      hoursWords(e.minutes),
    ]),
    [words(say('documents.total')), nothing, nothing, nothing, nothing, hoursWords(minutesIn(entries))],
  );
}

/** Whoever reads the list sees which records were amended later. */
const stateOf = ({ status, amendments }: ConsultationRecord): Msg =>
  amendments.length === 0 ? say('record.state.name', { status }) : say('records.amended', { n: amendments.length });

/** The lines of a record as on a chart: with a label as facts, without one as text under them. */
function recordBlocks(r: ConsultationRecord, named: Named, structure: Msg | null): DocumentBlock[] {
  const blocks: DocumentBlock[] = [heading(2, say('record.on'), day(r.on.date))];
  let facts: [NonNullable<Line['label']>, Words][] = [];
  const flush = (): void => {
    if (facts.length > 0) blocks.push(factTable(...facts));
    facts = [];
  };
  for (const { label, spans, typed } of recordLines(r, named, structure)) {
    const text: Words = { spans, typed: typed ?? '' };
    if (label !== null) facts.push([label, text]);
    else if (spans.length > 0 || text.typed !== '') {
      flush();
      blocks.push({ is: 'paragraph', style: 'body', text });
    }
  }
  flush();
  return blocks;
}
