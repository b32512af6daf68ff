import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { textField } from '../../view/build.ts';
import type { Field } from '../../view/view.ts';

/** Platforms cut a field at 3,000 or 4,000 characters: a longer table is pasted in parts. */
const parts = ['text', 'text2', 'text3', 'text4'] as const;
const mostText = 200_000;

const Part = z.string().max(mostText).default('');
/** What the fields send. */
export const pasteShape = { text: Part, text2: Part, text3: Part, text4: Part };

export const pasteFields = (): Field[] =>
  parts.map((part, i) =>
    textField(
      part,
      say('supervision.import.text', { part: i + 1 }),
      { lines: i === 0 ? 8 : 2, max: mostText },
      i === 0 ? { required: true, hint: say('supervision.import.text.hint') } : {},
    ),
  );

/** All parts in their order, after what was pasted before. */
export function pastedText(
  sent: Partial<Record<(typeof parts)[number], string | undefined>>,
  before: string | null,
): string {
  const pasted = parts.map((part) => sent[part] ?? '').filter((text) => text.trim() !== '');
  return [...(before === null ? [] : [before]), ...pasted].map((text) => text.replace(/\n+$/, '')).join('\n');
}
