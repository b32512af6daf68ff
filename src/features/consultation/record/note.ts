import { type Msg, say } from '../../../i18n/message.ts';
import { clock, colleague, day, line, listed, saidLine, typedLine, when } from '../../../view/build.ts';
import type { Line, Span } from '../../../view/view.ts';
import { adviceKept, adviceOf } from './advice.ts';
import type { Named } from './advisers.ts';
import { type Consultant, type ConsultationRecord, outsider } from './model.ts';

/**
 * A consultation note for the clinician's own chart: plain text, in the order in which charts have it, in words that mean
 * the same to a reader who never heard of Curbside (docs/domain.md, The consultation record). Whose the care is stands
 * among its facts, in the note's own voice: it warns nobody.
 */
export const noteLines = (r: ConsultationRecord, named: Named, structure: Msg | null): Line[] => [
  line(null, say('note.title')),
  ...(r.status === 'draft' ? [line(null, say('note.draft'))] : []),
  ...contentLines({ ...r, guidance: consultedAdvice(r) }, named, structure),
  line(say('note.responsibility'), say('note.responsible')),
  ...amendmentLines(r),
];

/** What a record holds, for a document that says for all of its records whose the care is. */
export const recordLines = (r: ConsultationRecord, named: Named, structure: Msg | null): Line[] => [
  ...contentLines(r, named, structure),
  ...amendmentLines(r),
];

/** Advice of those whom the note names as consulted: others beside them would contradict it. Who has left names nobody. */
const consultedAdvice = (r: ConsultationRecord): string =>
  adviceKept(r, ({ person }) => person === null || r.consultants.some((c) => 'person' in c && c.person === person));

/** Whether the note leaves out advice that the record holds. */
export const leavesOutAdvice = (r: ConsultationRecord): boolean =>
  adviceOf(consultedAdvice(r), r.sources).length < adviceOf(r.guidance, r.sources).length;

const contentLines = (r: ConsultationRecord, named: Named, structure: Msg | null): Line[] => [
  line(say('record.on'), ...dayParts(r)),
  ...(r.late ? [line(say('note.late'), when(r.writtenAt, 'date'))] : []),
  line(say('record.duration'), say('record.length', { minutes: r.minutes })),
  line(say('record.mode'), say('record.mode.name', { mode: r.mode })),
  ...(structure === null ? [] : [line(say('record.structure'), structure)]),
  ...(r.consultants.length > 0 ? [line(say('note.colleagues'), ...consultantSpans(r, named))] : []),
  blank,
  ...textLines(r, named),
  ...(r.followUpOn ? [line(say('note.followUp'), day(r.followUpOn))] : []),
];

const blank: Line = line(null);

/** "March 5, 2026, 2:00 PM". */
export const dayParts = (r: ConsultationRecord): Span[] =>
  listed(day(r.on.date), ...(r.on.time ? [clock(r.on.time)] : []));

/** Those who advised, each once, however often they were named. */
export function consultantSpans(r: ConsultationRecord, named: Named): Span[] {
  const key = (c: Consultant) => ('person' in c ? c.person : outsider(c).toLowerCase());
  const once = r.consultants.filter((c, i, all) => all.findIndex((other) => key(other) === key(c)) === i);
  return listed(...once.map((c) => ('person' in c ? named(c) : colleague(c.credential, c.name))));
}

function textLines(r: ConsultationRecord, named: Named): Line[] {
  const part = (label: Msg, text: string): Line[] => (text === '' ? [] : [typedLine(label, text)]);
  const risks = r.riskFlags.filter((risk) => risk !== 'not_stated');
  return [
    ...part(say('record.question'), r.question),
    ...part(say('record.facts'), r.facts),
    ...(risks.length > 0
      ? [line(say('record.risk'), ...listed(...risks.map((risk) => say('record.risk.name', { risk }))))]
      : []),
    ...adviceLines(r, named),
    ...part(say('note.decision'), r.decision),
    ...part(say('note.rationale'), r.rationale),
    ...stepLines(r.actions),
    ...part(say('record.codes'), r.codesOrLaws),
  ];
}

/** One step stands beside its label, several stand under it. */
function stepLines(steps: readonly string[]): Line[] {
  const label = say('record.actions');
  const [only, ...more] = steps;
  if (only === undefined) return [];
  return more.length === 0 ? [typedLine(label, only)] : [line(label), ...steps.map((s) => typedLine(null, `- ${s}`))];
}

/** One piece of advice stands beside its label, several stand under it, each after whose it is. */
export function adviceLines(r: ConsultationRecord, named: Named): Line[] {
  const advice = adviceOf(r.guidance, r.sources);
  const [only] = advice;
  const label = say('record.guidance');
  if (only === undefined) return [];
  if (advice.length === 1 && only.from === null) return [typedLine(label, only.text)];
  return [
    line(label),
    ...advice.map(({ from, text }) => (from === null ? typedLine(null, text) : saidLine(named(from), text))),
  ];
}

export const amendmentLines = (r: ConsultationRecord): Line[] =>
  r.amendments.flatMap((a) => [
    line(say('record.amendment'), when(a.at)),
    typedLine(null, a.text),
    typedLine(say('record.amendReason'), a.reason),
  ]);
