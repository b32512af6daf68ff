import { say } from '../../../i18n/message.ts';
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
import type { Named } from './advisers.ts';
import type { ConsultationRecord } from './model.ts';
import { consultantSpans, noteLines } from './note.ts';

/** Records to keep or hand over, the oldest first, and between which days. */
export interface RecordsExport {
  readonly owner: string;
  readonly records: readonly ConsultationRecord[];
  readonly named: Named;
  readonly from: string | null;
  readonly to: string | null;
  /** How many are left out because they are about questions that were asked without a name. */
  readonly left: number;
  readonly zone: string;
  readonly now: number;
  readonly fingerprint: string;
}

const minutesIn = (records: readonly ConsultationRecord[]): number =>
  records.reduce((sum, { minutes }) => sum + minutes, 0);

/** Records in full, with a list of all before them. Texts are as they were saved: without identifiers, amendments shown. */
export function recordsDocument(of: RecordsExport): Document {
  const { records } = of;
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
      ...records.flatMap((r) => recordBlocks(r, of.named)),
    ],
    footer: words(say('records.footer', { fingerprint: of.fingerprint })),
    sheet: {
      columns: [...sheetColumns],
      rows: records.map((r) => [
        ...[r.on.date, r.minutes, r.mode, r.topic, r.status, r.late ? 'yes' : 'no'],
        ...[
          { spans: consultantSpans(r, of.named), typed: '' },
          r.question,
          r.facts,
          r.guidance,
          r.decision,
          r.rationale,
        ],
        ...[r.actions.join('\n'), r.followUpOn ?? '', r.codesOrLaws, r.amendments.map(({ text }) => text).join('\n')],
      ]),
    },
    data: {
      kind: 'records',
      facts: {
        madeAt: new Date(of.now).toISOString(),
        owner: { words: words(person(of.owner)) },
        from: of.from,
        to: of.to,
        minutes: minutesIn(records),
      },
      entries: records.map((r) => ({
        ...{ date: r.on.date, minutes: r.minutes, mode: r.mode, topic: r.topic, status: r.status, late: r.late },
        ...{ question: r.question, facts: r.facts, guidance: r.guidance, decision: r.decision, rationale: r.rationale },
        ...{ actions: r.actions, followUpOn: r.followUpOn, codesOrLaws: r.codesOrLaws, caseRef: r.caseRef },
        amendments: r.amendments.map((a) => ({ ...a })),
        consultants: { words: { spans: consultantSpans(r, of.named), typed: '' } },
      })),
      chains: [],
    },
  };
}

const sheetColumns = [
  ...['date', 'minutes', 'mode', 'topic', 'status', 'late', 'colleagues', 'question', 'background'],
  ...['guidance', 'decision', 'rationale', 'actions', 'follow_up', 'codes_or_laws', 'amendments'],
] as const;

function overview({ records }: RecordsExport): DocumentBlock {
  if (records.length === 0) return paragraph(say('records.empty'));
  return table(
    say('records.overview'),
    [
      column(say('document.date'), { weight: 1.5, head: true }),
      column(say('record.topic'), { weight: 1.5 }),
      column(say('record.mode'), { weight: 1.2 }),
      column(say('record.state')),
      column(say('documents.hours'), { align: 'right' }),
    ],
    records.map((r) => [
      words(day(r.on.date)),
      words(say('topic.name', { topic: r.topic })),
      words(say('record.mode.name', { mode: r.mode })),
      words(say('record.state.name', { status: r.status })),
      hoursWords(r.minutes),
    ]),
    [words(say('documents.total')), nothing, nothing, nothing, hoursWords(minutesIn(records))],
  );
}

/** The lines of a record as on a chart: with a label as facts, without one as text under them. */
function recordBlocks(r: ConsultationRecord, named: Named): DocumentBlock[] {
  const blocks: DocumentBlock[] = [heading(2, say('record.on'), day(r.on.date))];
  let facts: [NonNullable<Line['label']>, Words][] = [];
  const flush = (): void => {
    if (facts.length > 0) blocks.push(factTable(...facts));
    facts = [];
  };
  // The first line is a title, the last one says once more whose the care is: both stand in the document already.
  for (const { label, spans, typed } of noteLines(r, named).slice(1, -1)) {
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
