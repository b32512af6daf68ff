import { scanAhead } from '../../../deidentify/index.ts';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import type { Refusal } from '../../../runtime/decision.ts';
import { cutBetweenWords } from '../../../runtime/pasted/cut.ts';
import { withoutGuessedUnit } from '../../../runtime/pasted/lengths.ts';
import { type Pasted, tableIn } from '../../../runtime/pasted/table.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { shownAs } from '../../../runtime/shown.ts';
import { dateOf } from '../../../time/time.ts';
import { action } from '../../../view/build.ts';
import { edited } from '../case/edited.ts';
import { lexiconFor } from '../case/review.ts';
import { limits } from '../model.ts';
import { mostMinutes, textLimits } from '../record/model.ts';
import { allMyRecords } from '../record/own-records.ts';
import { type Columns, columnsIn, isEnough } from './columns.ts';
import { type Row, rowsOf } from './rows.ts';

export const common = { who: 'member', feature: 'consultation' } as const;

/** What was pasted, in memory only, until it is saved or half an hour is over. */
export interface PastedLog {
  readonly text: string;
  /** As their owner named them; null: by their usual names. */
  readonly columns: Columns | null;
  /** What its records are known by, so that they can be taken back together. */
  readonly batch: string;
  /** Lines that were saved. */
  readonly saved: readonly number[];
}

/** Under which it stays in memory: one at a time. It stands in buttons too, so that they work wherever they are pressed. */
export const draftId = 'import.log';

/** An import on its way. `columns` null: somebody has to say which is which. */
export interface LogImport {
  readonly group: string;
  readonly kept: PastedLog;
  /** What a press of Save was shown. */
  readonly shown: string;
  readonly pasted: Pasted;
  readonly columns: Columns | null;
  readonly guessed: Columns;
  readonly rows: readonly Row[];
}

/** What a press of Save was shown: the sheet, how its columns were read, and what was saved of it already. */
const shownLog = (ctx: Asked, { text, columns, saved }: PastedLog): Promise<string> =>
  shownAs(ctx, [text, columns, saved]);

export const keptLog = async (ctx: Asked): Promise<PastedLog | null> => (await ctx.drafts(draftId)) as PastedLog | null;

/** My import as it stands. */
export async function importOf(ctx: Asked): Promise<LogImport | Refusal> {
  const group = groupOf(ctx);
  const kept = await keptLog(ctx);
  const pasted = kept === null ? 'empty' : tableIn(kept.text);
  if (kept === null || typeof pasted === 'string')
    return refusal('importGone', [action(say('import.log'), 'consult.import', { group: group.id })]);
  // Whole numbers are as likely minutes as hours: many consultations are short.
  const unit = { most: mostMinutes, wholeHours: false };
  const guessed = kept.columns ?? withoutGuessedUnit(columnsIn(pasted.header), pasted, unit);
  const columns = isEnough(guessed) ? guessed : null;
  const about = {
    today: dateOf(ctx.now, ctx.zone ?? group.zone),
    locale: ctx.locale,
    logged: await allMyRecords(ctx),
    saved: kept.saved,
  };
  const rows = columns === null ? [] : rowsOf(pasted.rows, columns, about);
  const shown = await shownLog(ctx, kept);
  return { group: group.id, kept, shown, pasted, columns, guessed, rows };
}

const most = { ...textLimits, question: limits.question.max } as const;

/** The texts of rows as they would be kept, all scanned before the first is read. */
export function allChecked(rows: readonly Row[], ctx: Pick<Asked, 'lexicon'>): Checked[] {
  scanAhead(
    rows.map(({ texts }) => texts),
    ctx.lexicon,
  );
  return rows.map((row) => checkedTexts(row, ctx));
}

/** A row with its texts as they would be kept. */
export interface Checked {
  readonly row: Row;
  readonly texts: Row['texts'];
  /** How many places were replaced. */
  readonly replaced: number;
  /** A text was longer than a record holds. */
  readonly isCut: boolean;
  /** The filter left every text as it is and answers for that: nobody has to read it before it is locked. */
  readonly isSure: boolean;
}

/** The texts of a row as they would be kept: identifiers, and words that may be some, replaced; the names of colleagues stay. */
function checkedTexts(row: Row, ctx: Pick<Asked, 'lexicon'>): Checked {
  const { texts, consultants } = row;
  const colleagues = consultants.flatMap((c) => ('name' in c && c.name !== '' ? [c.name] : []));
  const { seen } = edited(texts, null, lexiconFor(ctx.lexicon, row.topic), { colleagues });
  const kept = Object.fromEntries(
    Object.keys(texts).map((name) => [
      name,
      cutBetweenWords(seen.fields[name] ?? '', most[name as keyof typeof texts]),
    ]),
  );
  const replaced = seen.taken.length + seen.doubts.length;
  const isCut = Object.keys(kept).some((name) => kept[name] !== seen.fields[name]);
  const isSure = !seen.foreign && seen.named.length === 0 && replaced === 0 && !isCut;
  return { row, texts: kept as Row['texts'], replaced, isCut, isSure };
}
