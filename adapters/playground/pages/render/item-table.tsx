import type { FC } from 'hono/jsx';
import type { Item, TableHead } from '../../../../src/index.ts';
import { Actions } from './actions.tsx';
import { type Reader, words } from './reader.ts';

/** The items of a list in their cells; the first names its row. */
export const ItemTable: FC<{ reader: Reader; head: TableHead; items: readonly Item[]; id: string }> = ({
  reader,
  head,
  items,
  id,
}) => (
  <table class="items-table">
    <caption>{words(reader, head.caption)}</caption>
    <thead>
      <tr>
        {[...head.columns, head.actions].map((column) => (
          <th scope="col">{words(reader, column)}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {items.map((item, i) => (
        <tr>
          {(item.cells ?? []).map((cell, n) => {
            const text = 'typed' in cell ? cell.typed : words(reader, cell);
            return n === 0 ? <th scope="row">{text}</th> : <td>{text}</td>;
          })}
          <td>
            <Actions reader={reader} actions={item.actions} id={`${id}-${i}`} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
