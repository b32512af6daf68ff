import type { TextLine } from './lines.ts';
import { ink, type Pen, type Tag } from './pen.ts';
import { drawText, styles } from './text-blocks.ts';

/** A table in words: as many cells in a row as there are columns. */
export interface DrawnTable {
  /** Drawn above it; null where the text before says what it is. */
  readonly caption: string | null;
  /** False where its first column says it all: no header is drawn. */
  readonly header: boolean;
  readonly columns: readonly {
    readonly label: string;
    readonly align: 'left' | 'right';
    readonly weight: number;
    /** Its cells name their rows. */
    readonly head: boolean;
  }[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[] | null;
}

const padding = { x: 5, y: 3 } as const;
const gapBelow = 10;

interface Column {
  readonly left: number;
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly head: boolean;
}

interface Row {
  readonly texts: readonly string[];
  readonly cells: readonly (readonly TextLine[])[];
  readonly height: number;
}

/**
 * A table with header cells (scope by column, by row in a `head` column). A row is never cut unless it is longer than a page; the
 * header is drawn again on each page, there as an artifact, so that it is read once. What stands alone on a page says nothing: the
 * last row takes the total along and `after`, the height of what belongs to the table, such as places to sign; so does a small
 * table as a whole.
 */
export async function drawTable(pen: Pen, table: DrawnTable, after = 0): Promise<void> {
  const { sheet } = pen;
  const columns = columnsOf(pen, table);
  const rowOf = (cells: readonly string[], head: boolean): Row => measured(pen, columns, cells, head);
  const header = rowOf(
    table.columns.map(({ label }) => label),
    true,
  );
  const tag = pen.doc.struct('Table');
  pen.root.add(tag);
  if (table.caption !== null) {
    const look = { style: styles.heading3, color: ink.text, before: 6, after: 3 };
    drawText(pen, { type: 'Caption', text: table.caption, ...look }, tag);
  }
  pen.room(header.height + 40);
  if (table.header) {
    const head = section(pen, tag, 'THead');
    drawRow(pen, columns, header, { into: head, head: true, filled: true });
    head.end();
  }
  const body = section(pen, tag, 'TBody');
  const rows = table.rows.map((cells) => rowOf(cells, false));
  const total = table.total === null ? [] : [rowOf(table.total, true)];
  const page = sheet.bottom - sheet.top - header.height;
  const whole = heightOfRows([...rows, ...total]);
  if (after > 0 && whole < page / 3 && !table.header) pen.room(whole + gapBelow + after);
  for (const [i, row] of [...rows, ...total].entries()) {
    await pen.turn();
    const along = i === rows.length - 1 ? heightOfRows(total) + (after > 0 ? gapBelow + after : 0) : 0;
    for (const part of parted(row, page, pen)) {
      const room = part.height + along;
      if (pen.room(room <= page ? room : part.height) && table.header)
        pen.artifact('Pagination', () => paintRow(pen, columns, header, true, true));
      drawRow(pen, columns, part, { into: body, head: false, filled: i >= rows.length });
    }
  }
  body.end();
  tag.end();
  pen.skip(gapBelow);
}

const heightOfRows = (rows: readonly Row[]): number => rows.reduce((sum, { height }) => sum + height, 0);

const section = (pen: Pen, table: Tag, type: 'THead' | 'TBody'): Tag => {
  const tag = pen.doc.struct(type);
  table.add(tag);
  return tag;
};

function columnsOf(pen: Pen, { columns }: DrawnTable): Column[] {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0);
  const room = pen.sheet.right - pen.sheet.left;
  let left = pen.sheet.left;
  return columns.map(({ weight, align, head }) => {
    const column = { left, width: (room * weight) / whole, align, head };
    left += column.width;
    return column;
  });
}

function measured(pen: Pen, columns: readonly Column[], cells: readonly string[], head: boolean): Row {
  const style = head ? styles.cellHead : styles.cell;
  const lines = columns.map(({ width }, i) => pen.lines(cells[i] ?? '', style, width - 2 * padding.x));
  return { texts: cells, cells: lines, height: heightOf(pen, lines) };
}

const heightOf = (pen: Pen, cells: readonly (readonly TextLine[])[]): number =>
  Math.max(1, ...cells.map((lines) => lines.length)) * pen.lineHeight(styles.cell) + 2 * padding.y;

/** A row as it is, or in parts where it is longer than a page. */
function parted(row: Row, room: number, pen: Pen): Row[] {
  if (row.height <= room) return [row];
  const most = Math.floor((room - 2 * padding.y) / pen.lineHeight(styles.cell));
  const parts: Row[] = [];
  for (let from = 0; row.cells.some((lines) => lines.length > from); from += most) {
    const cells = row.cells.map((lines) => lines.slice(from, from + most));
    parts.push({ texts: row.texts, cells, height: heightOf(pen, cells) });
  }
  return parts;
}

interface RowPlace {
  readonly into: Tag;
  readonly head: boolean;
  readonly filled: boolean;
}

function drawRow(pen: Pen, columns: readonly Column[], row: Row, { into, head, filled }: RowPlace): void {
  pen.artifact('Layout', () => paintGround(pen, row, filled));
  const tag = pen.doc.struct('TR');
  into.add(tag);
  columns.forEach((column, i) => {
    const type = head || column.head ? 'TH' : 'TD';
    const scope = head ? ({ scope: 'Column' } as const) : column.head ? ({ scope: 'Row' } as const) : {};
    const cell = pen.textTag(type, row.texts[i] ?? '', scope);
    tag.add(cell);
    pen.inside(cell, type, () => paintCell(pen, column, row.cells[i] ?? [], filled));
    cell.end();
  });
  tag.end();
  pen.skip(row.height);
}

/** The header once more, on a next page. */
function paintRow(pen: Pen, columns: readonly Column[], row: Row, head: boolean, filled: boolean): void {
  paintGround(pen, row, filled);
  columns.forEach((column, i) => {
    paintCell(pen, column, row.cells[i] ?? [], head);
  });
  pen.skip(row.height);
}

function paintGround(pen: Pen, row: Row, filled: boolean): void {
  const { left, right } = pen.sheet;
  if (filled) pen.doc.rect(left, pen.y, right - left, row.height).fill(ink.fill);
  pen.doc
    .moveTo(left, pen.y + row.height)
    .lineTo(right, pen.y + row.height)
    .lineWidth(0.6)
    .stroke(ink.line);
}

function paintCell(pen: Pen, { left, width, align }: Column, lines: readonly TextLine[], head: boolean): void {
  const style = head ? styles.cellHead : styles.cell;
  lines.forEach((line, row) => {
    const x = align === 'right' ? left + width - padding.x - line.width : left + padding.x;
    pen.drawLine(line, x, pen.y + padding.y + row * pen.lineHeight(styles.cell), style, ink.text);
  });
}
