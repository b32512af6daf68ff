import type { FC } from 'hono/jsx';
import type { Field } from '../../../../src/index.ts';
import { type Reader, words } from './reader.ts';

type Cell = Extract<Field, { is: 'text' }> & { readonly cell: NonNullable<Extract<Field, { is: 'text' }>['cell']> };

const isCell = (field: Field): field is Cell => field.is === 'text' && field.cell !== undefined;

/** The fields of a form in their order; those that stand in a table together. */
export function partsOf(fields: readonly Field[]): (Field | Cell[])[] {
  const parts: (Field | Cell[])[] = [];
  for (const field of fields) {
    const last = parts.at(-1);
    if (!isCell(field)) parts.push(field);
    else if (Array.isArray(last)) last.push(field);
    else parts.push([field]);
  }
  return parts;
}

/** Short fields as a table: what a row and a column are called stands once, and is read out with each field. */
export const Table: FC<{ reader: Reader; fields: readonly Cell[] }> = ({ reader, fields }) => {
  const rows = grouped(fields, (field) => words(reader, field.cell.row));
  const columns = [...new Set(fields.map((field) => words(reader, field.cell.column)))];
  return (
    <div class="field">
      <table class="table">
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([row, cells]) => (
            <tr>
              <th scope="row">{row}</th>
              {cells.map((field) => (
                <td>
                  <CellInput reader={reader} field={field} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const CellInput: FC<{ reader: Reader; field: Cell }> = ({ reader, field }) => (
  <>
    <input
      type="text"
      autocomplete="off"
      inputmode="text"
      id={`field-${field.name}`}
      name={`one:${field.name}`}
      value={field.value}
      aria-label={words(reader, field.label)}
      {...(field.error === null
        ? {}
        : { 'aria-invalid': 'true' as const, 'aria-describedby': `field-${field.name}-error` })}
    />
    {field.error === null ? null : (
      <span class="error" id={`field-${field.name}-error`}>
        {words(reader, field.error)}
      </span>
    )}
  </>
);

function grouped(fields: readonly Cell[], by: (field: Cell) => string): [string, Cell[]][] {
  const rows = new Map<string, Cell[]>();
  for (const field of fields) rows.set(by(field), [...(rows.get(by(field)) ?? []), field]);
  return [...rows];
}
