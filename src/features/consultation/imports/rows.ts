import { placeholderPattern } from '../../../deidentify/index.ts';
import type { CsvRecord } from '../../../runtime/pasted/csv.ts';
import { lengthIn } from '../../../runtime/pasted/lengths.ts';
import { folded } from '../../../runtime/pasted/table.ts';
import { readDate } from '../../../time/typed-date.ts';
import { oneLine } from '../../../view/one-line.ts';
import { limits, type topics } from '../model.ts';
import { type Consultant, type ConsultationRecord, mostConsultants, mostMinutes, textLimits } from '../record/model.ts';
import type { Columns, Target } from './columns.ts';

/** Why a row is not saved. Nothing of it is guessed. */
export type RowIssue = 'date' | 'future' | 'length' | 'empty' | 'short' | 'colleague' | 'logged';

type Texts = Readonly<Record<'question' | 'facts' | 'guidance' | 'decision' | 'rationale' | 'codes', string>>;

/** What a row would become, in its own words. */
export interface Row {
  readonly line: number;
  readonly date: string | null;
  readonly minutes: number | null;
  readonly mode: ConsultationRecord['mode'];
  readonly topic: (typeof topics)[number];
  readonly consultants: readonly Consultant[];
  readonly texts: Texts;
  /** Null: it is ready. */
  readonly issue: RowIssue | null;
}

interface About {
  readonly today: string;
  readonly locale: string;
  /** My records: each answers for one row. */
  readonly logged: readonly ConsultationRecord[];
  /** Lines of this paste that were saved, whatever their owner did with the records since. */
  readonly saved: readonly number[];
}

/** Reads the rows of a table; those with a problem come first. */
export function rowsOf(rows: readonly CsvRecord[], columns: Columns, about: About): Row[] {
  const left = new Map<string, ConsultationRecord[]>();
  for (const r of about.logged) left.set(keyOf(r.on.date, r), [...(left.get(keyOf(r.on.date, r)) ?? []), r]);
  const saved = new Set(about.saved);
  // Their records answer for them before others are looked at.
  const inTurn = [...rows.filter(({ line }) => saved.has(line)), ...rows.filter(({ line }) => !saved.has(line))];
  const read = inTurn.map((row): Row => {
    const one = rowOf(row, columns, about);
    if (one.issue !== null) return one;
    const key = keyOf(one.date ?? '', { minutes: one.minutes ?? 0, mode: one.mode, topic: one.topic });
    const same = left.get(key)?.find((r) => isSame(one, r));
    if (same === undefined) return saved.has(row.line) ? { ...one, issue: 'logged' } : one;
    left.set(key, left.get(key)?.filter((r) => r !== same) ?? []);
    return { ...one, issue: 'logged' };
  });
  const rank = ({ issue }: Row): number => (issue === null ? 1 : issue === 'logged' ? 2 : 0);
  return read.sort((a, b) => rank(a) - rank(b) || a.line - b.line);
}

const keyOf = (date: string, of: Pick<ConsultationRecord, 'minutes' | 'mode' | 'topic'>): string =>
  JSON.stringify([date, of.minutes, of.mode, of.topic]);

/** The longest word or placeholder that a cut text may lack at its end. */
const mostCut = 100;

/**
 * Whether a record says what the row says: all that stands outside its placeholders, in that order, and nothing else. A text
 * that was cut goes on in the row.
 */
function isSame({ texts }: Row, r: ConsultationRecord): boolean {
  const [typed, kept, most] =
    texts.question === ''
      ? [texts.guidance, r.guidance, textLimits.guidance]
      : [texts.question, r.question, limits.question.max];
  const parts = kept.split(placeholderPattern).map((part) => part.trim());
  let from = 0;
  const inOrder = parts.every((part) => {
    const at = typed.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
  const isCut = kept.length > most - mostCut;
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (!inOrder || !typed.startsWith(first)) return false;
  return isCut || (parts.length === 1 ? typed === first : typed.endsWith(last));
}

function rowOf({ line, values }: CsvRecord, columns: Columns, { today, locale }: About): Row {
  const at = (column: Target): string => {
    const place = columns[column];
    return place === undefined ? '' : (values[place] ?? '').trim();
  };
  const date = readDate(at('date'), { today, locale, toward: 'past' });
  const consultants = consultantsIn(at('colleague'), at('credential'));
  const texts = {
    ...{ question: at('question'), facts: at('background'), guidance: at('guidance') },
    ...{ decision: at('decision'), rationale: at('rationale'), codes: at('codes') },
  };
  const row = {
    ...{ line, texts, consultants: consultants ?? [] },
    date: typeof date === 'string' ? date : null,
    minutes: lengthIn((column) => (column === 'minutes' || column === 'hours' ? at(column) : ''), locale, mostMinutes),
    ...{ mode: modeIn(at('mode')), topic: topicIn(at('topic')) },
  };
  return { ...row, issue: issueOf(row, consultants === null, today) };
}

function issueOf(
  { date, minutes, texts }: Pick<Row, 'date' | 'minutes' | 'texts'>,
  namesNobody: boolean,
  today: string,
): RowIssue | null {
  if (date === null) return 'date';
  if (date > today) return 'future';
  if (minutes === null) return 'length';
  if (texts.question === '' && texts.guidance === '') return 'empty';
  if (texts.question !== '' && texts.question.length < limits.question.min) return 'short';
  return namesNobody ? 'colleague' : null;
}

/** Colleagues as `Name, credential`, several set apart by semicolons; null where one is too long or there are too many. */
function consultantsIn(names: string, credential: string): Consultant[] | null {
  const all = names
    .split(/[;\n]/)
    .map(oneLine)
    .filter((one) => one !== '')
    .map((one) => {
      const [name = '', ...rest] = one.split(',');
      return { name: name.trim(), credential: rest.join(',').trim() || oneLine(credential) };
    });
  const named = all.length === 0 && credential !== '' ? [{ name: '', credential: oneLine(credential) }] : all;
  const fit = named.every((c) => c.name.length <= 80 && c.credential.length <= 60);
  return fit && named.length <= mostConsultants ? named : null;
}

const modeWords: readonly (readonly [ConsultationRecord['mode'], RegExp])[] = [
  ['phone', /phone|call/],
  ['video', /video|zoom|tele|online|teams|meet/],
  ['in_person', /person|face|office|hallway/],
  ['thread', /thread/],
];

function modeIn(typed: string): ConsultationRecord['mode'] {
  const word = folded(typed);
  return modeWords.find(([, cue]) => cue.test(word))?.[0] ?? 'other';
}

const topicWords: readonly (readonly [(typeof topics)[number], RegExp])[] = [
  ['addiction', /addict|substance|alcohol|recovery/],
  ['ethics', /ethic|legal|law|boundar|dutytowarn/],
  ['specialised_knowledge', /speciali|knowledge|assess|test/],
  ['treatment_strategy', /treat|strateg|interven|technique|modalit/],
];

function topicIn(typed: string): (typeof topics)[number] {
  const word = folded(typed);
  return topicWords.find(([, cue]) => cue.test(word))?.[0] ?? 'case';
}
