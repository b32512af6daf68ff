import { z } from 'zod';
import { words, wordsFor } from '../../../i18n/file-words.ts';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { quiet } from '../../../view/build.ts';
import type { Block } from '../../../view/view.ts';

/** What may have to be done in one jurisdiction when a client is a danger to others: one file, with its source and year. */
export const Duty = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,29}$/, 'an id is lower-case letters and hyphens'),
  jurisdiction: words(60),
  text: words(600),
  source: z.string().min(1).max(300),
  /** Of the text that was read; a duty may have changed since. */
  year: z.number().int().min(2000).max(2100),
});
export type Duty = z.output<typeof Duty>;

const read = new WeakMap<object, Duty>();

/** The duties that this installation has; the one that says nothing of a place first. */
export const dutiesOf = ({ files }: Pick<Asked, 'files'>): readonly Duty[] =>
  files.duties
    .map((file) => {
      const duty = read.get(file) ?? Duty.parse(file);
      read.set(file, duty);
      return duty;
    })
    .sort((a, b) => Number(b.id === neutral) - Number(a.id === neutral));

const neutral = 'neutral';

/** The duty of a jurisdiction; the neutral one where none was chosen, or its file has gone; null where there is none at all. */
export const dutyOf = (ctx: Pick<Asked, 'files'>, id: string | null): Duty | null => {
  const all = dutiesOf(ctx);
  return all.find((d) => d.id === id) ?? all[0] ?? null;
};

/** Under "someone may be at risk": the duty of the group's jurisdiction, with where that was read and in which year. */
export function dutyBlocks(ctx: Pick<Asked, 'files' | 'locale'>, id: string | null): Block[] {
  const duty = dutyOf(ctx, id);
  if (duty === null) return [];
  return [
    quiet(wordsFor(duty.text, ctx.locale)),
    quiet(say('duty.source', { source: duty.source.replace(/\.$/, ''), year: duty.year })),
  ];
}
