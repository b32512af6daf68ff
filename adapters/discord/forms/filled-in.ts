import type { Block, Field, Msg, Span } from '../../../src/index.ts';
import type { KeptForm } from './kept-forms.ts';

/** What stands in the pages of a form that were not opened: it would be sent without having been seen. */
export const filledIn = ({ todo, pages }: KeptForm): Block[] =>
  todo.flatMap((n) => pages[n]?.fields ?? []).flatMap((field) => (field.value === '' ? [] : shown(field)));

function shown(field: Field): Block[] {
  const { label, value } = field;
  const chosen = new Set(value.split(','));
  switch (field.is) {
    case 'switch':
      return [row(label, [said(value === 'yes' ? { key: 'word.yes' } : { key: 'word.no' })])];
    case 'people':
      return [
        row(
          label,
          [...chosen].map((who) => ({ is: 'person', who, credential: null })),
        ),
      ];
    case 'scale':
      return [
        row(
          label,
          field.words.flatMap((word, i) => (chosen.has(String(field.from + i)) ? [said(word)] : [])),
        ),
      ];
    case 'pick':
      return field.options.flatMap(({ value: one, label: name }) =>
        !chosen.has(one)
          ? []
          : 'msg' in name
            ? [row(label, [said(name.msg)])]
            : [{ ...typed(label), text: name.typed }],
      );
    default:
      return [{ ...typed(label), text: value }];
  }
}

const said = (msg: Msg): Span => ({ is: 'msg', msg });
const row = (label: Msg, value: readonly Span[]): Block => ({ is: 'facts', rows: [{ label, value }] });
const typed = (label: Msg) => ({ is: 'quote', label, marks: [] }) as const;
