import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { isRefusal, type Refusal } from '../../../runtime/decision.ts';
import { withoutClock, withoutGuessedUnit } from '../../../runtime/pasted/lengths.ts';
import { type Pasted, tableIn } from '../../../runtime/pasted/table.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { shownAs } from '../../../runtime/shown.ts';
import { allOf } from '../../../storage/find-all.ts';
import { action } from '../../../view/build.ts';
import { agreementOf, todayIn } from '../agreement/find.ts';
import type { Agreement } from '../agreement/model.ts';
import { entriesIn } from '../hours/entries.ts';
import { choicesIn } from '../hours/input.ts';
import { entryLimits } from '../model.ts';
import { packOf } from '../packs.ts';
import { type Columns, columnsIn, isEnough, type Source, signatureOf } from './columns.ts';
import { type Meaning, type Row, rowsOf, thisSupervisor } from './meaning.ts';
import { type ImportMap, ImportMaps, type TableMap } from './model.ts';
import { rawRows } from './rows.ts';

/** What was pasted, in memory only, until it is saved or half an hour is over. */
export interface PastedText {
  readonly source: Source;
  readonly text: string;
}

/** The agreement's own id, which stands in every form and button of it: where there are several instances, they find it by that. */
export const draftId = (agreement: string): string => agreement;

/** An import on its way: the table, what its columns are, and its rows. `columns` null: somebody has to say which is which. */
export interface Import {
  readonly agreement: Agreement;
  /** What a press of Save was shown. */
  readonly shown: string;
  readonly pasted: Pasted;
  readonly columns: Columns | null;
  readonly meaning: Meaning;
  readonly rows: readonly Row[];
}

export const myMap = async (ctx: Pick<Asked, 'read' | 'me'>): Promise<ImportMap | null> =>
  (await allOf(ctx.read, ImportMaps, 'owner', { equal: ctx.me }))[0] ?? null;

/** The import of mine in this agreement, as it stands. */
export async function importIn(ctx: Asked, id: string): Promise<Import | Refusal> {
  const a = await agreementOf(ctx, id, 'supervisee');
  if (isRefusal(a)) return a;
  const kept = (await ctx.drafts(draftId(a.id))) as PastedText | null;
  const pasted = kept === null ? 'empty' : tableIn(kept.text);
  if (kept === null || typeof pasted === 'string')
    return refusal('importGone', [
      action(say('supervision.import'), 'supervision.import', { group: a.group, agreement: a.id }),
    ]);
  const map = await myMap(ctx);
  const pack = packOf(ctx, a.pack);
  const said = map?.tables.find(({ signature }) => signature === signatureOf(pasted.header));
  const columns = (said?.columns as Columns | undefined) ?? guessedColumns(pasted, kept.source);
  const meaning: Meaning = {
    ...{ agreement: a, pack, choices: choicesIn(a, pack), today: todayIn(ctx, a) },
    names: map?.names ?? [],
    supervisorNames: [a.outside, ...(a.supervisor ? await ctx.names([a.supervisor]) : [])].filter((n) => n !== ''),
  };
  const raws = rawRows(pasted.rows, columns, { today: meaning.today, locale: ctx.locale }).map((raw) =>
    shared(raw, said),
  );
  const rows = isEnough(columns) ? rowsOf(raws, meaning, await entriesIn(ctx, a)) : [];
  const shown = await shownAs(ctx, [
    kept,
    columns,
    rows.map(({ issue, making }) => [issue, making?.choice.activity.id]),
  ]);
  return { agreement: a, shown, pasted, columns: isEnough(columns) ? columns : null, meaning, rows };
}

/** By the names of its columns; those of a known program have a unit, those of somebody's own may have none. */
const guessedColumns = (pasted: Pasted, source: Source): Columns => {
  const columns = columnsIn(pasted.header, source);
  return source === 'auto'
    ? withoutGuessedUnit(columns, pasted, { most: entryLimits.minutes, wholeHours: true })
    : withoutClock(columns, pasted);
};

/** What the owner said of all rows stands in for a column that the table does not have. */
function shared<R extends { readonly site: string; readonly supervisor: string }>(
  raw: R,
  said: TableMap | undefined,
): R {
  return {
    ...raw,
    site: raw.site === '' && said?.site ? said.site : raw.site,
    supervisor: raw.supervisor === '' && said?.supervisor ? thisSupervisor : raw.supervisor,
  };
}
