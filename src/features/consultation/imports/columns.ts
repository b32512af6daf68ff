import { folded } from '../../../runtime/pasted/table.ts';

/** What a column of somebody's old log can be. */
export const targets = [
  'date',
  'minutes',
  'hours',
  'question',
  'background',
  'guidance',
  'decision',
  'rationale',
  'colleague',
  'credential',
  'mode',
  'topic',
  'codes',
] as const;
export type Target = (typeof targets)[number];

/** Which column (counted from 0) holds what. A missing one is not in the table. */
export type Columns = { readonly [T in Target]?: number };

/**
 * What columns are usually called, letters and digits alone. Curbside's own file of records is among them. One called "Name",
 * "Who", or "With" may hold clients as well: only the log's owner can say so.
 */
const usual: { readonly [T in Target]: readonly string[] } = {
  date: ['date', 'consultationdate', 'dateofconsultation', 'consultedon', 'day', 'when'],
  minutes: ['minutes', 'mins', 'durationminutes', 'durationmin', 'lengthminutes'],
  hours: ['hours', 'hrs', 'duration', 'length', 'time'],
  question: [
    'question',
    'issue',
    'reason',
    'consultationquestion',
    'subject',
    'why',
    'summary',
    'notes',
    'description',
  ],
  background: ['background', 'facts', 'context', 'casedescription', 'relevantbackground'],
  guidance: ['guidance', 'advice', 'advicereceived', 'recommendation', 'recommendations', 'feedback'],
  decision: ['decision', 'outcome', 'action', 'actiontaken', 'plan', 'whatidecided'],
  rationale: ['rationale', 'reasoning', 'reasons', 'reasonfordecision'],
  colleague: ['colleagues', 'colleague', 'consultant', 'consultedwith'],
  credential: ['credential', 'credentials', 'license', 'licence'],
  mode: ['mode', 'format', 'how', 'method', 'medium'],
  topic: ['topic', 'type', 'category', 'area'],
  codes: ['codesorlaws', 'codes', 'standards', 'ethicscode', 'laws'],
};

/** The columns that a table has by their usual names. */
export function columnsIn(header: readonly string[]): Columns {
  const names = header.map(folded);
  const taken = new Set<number>();
  const found: { [T in Target]?: number } = {};
  for (const target of targets) {
    const at = usual[target].map((name) => names.indexOf(name)).find((i) => i >= 0 && !taken.has(i));
    if (at === undefined) continue;
    found[target] = at;
    taken.add(at);
  }
  return found;
}

/** Whether a row of such a table can say when it was, how long, and what it was about. */
export const isEnough = ({ date, minutes, hours, question, guidance }: Columns): boolean =>
  date !== undefined && (minutes ?? hours) !== undefined && (question ?? guidance) !== undefined;
