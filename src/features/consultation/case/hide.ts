import { z } from 'zod';
import { wordKey } from '../../../deidentify/index.ts';
import { type Msg, say } from '../../../i18n/message.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { form, textField } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { myDraft } from '../find.ts';
import type { Draft } from '../model.ts';
import { redecided } from './preview.ts';
import { rawOf, standingIn } from './review.ts';

const common = { who: 'member', feature: 'consultation' } as const;
/** As much as a whole case: after an edit, all that stands in the place of placeholders may be listed. */
const mostTyped = 3000;

const hideForm = ({ group, id, version }: Pick<Draft, 'group' | 'id' | 'version'>, value: string, error?: Msg): Form =>
  form({
    title: say('hide.title'),
    fields: [
      textField('words', say('hide.words'), { lines: 3, max: mostTyped }, { value, error, hint: say('hide.hint') }),
    ],
    submit: say('hide.submit'),
    do: 'consult.hide.save',
    with: { group, draft: id, version: String(version) },
  });

/** "Hide this too": the form for words that the filter missed, with those that are hidden already. */
export const hideWords = query({
  ...common,
  name: 'consult.hide',
  ack: 'form',
  input: z.object({ group: z.string(), draft: Id }),
  show: async (input, ctx) => {
    const mine = await myDraft(ctx, input.draft);
    return mine === null ? refusal('draftGone') : hideForm(mine.draft, (mine.raw?.hide ?? []).join('\n'));
  },
});

/** Which lines hold something that stands nowhere in the text, counted from 1 without empty ones. */
function missingLines(typed: string, stands: (key: string) => boolean): number[] {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line, i) => (keysOf(line).every(stands) ? [] : [i + 1]));
}

const keysOf = (typed: string): string[] =>
  [...new Set(typed.split(/[\n,;]/).map(wordKey))].filter((key) => key !== '');

/** Takes the words out of the whole text, also out of what is typed into it later. An emptied form shows them again. */
export const hideSave = command({
  ...common,
  name: 'consult.hide.save',
  scans: true,
  ack: 'private',
  input: z.object({
    group: z.string(),
    draft: Id,
    version: z.coerce.number().int().optional(),
    words: z.string().max(mostTyped).default(''),
  }),
  refill: async ({ group = '', draft: id = '', version, words = '' }, errors) =>
    hideForm({ group, id, version: Number(version ?? 0) }, words, errors.words),
  decide: async (input, ctx) => {
    const mine = await myDraft(ctx, input.draft);
    if (mine === null) return refusal('draftGone');
    const { draft } = mine;
    // Once memory has let go of what was typed, words of the kept text can still be hidden.
    const raw = mine.raw ?? rawOf(draft.fields, { keep: mine.before.keep });
    const typed = keysOf(input.words);
    // A form from before another change does not know what was hidden since: it takes nothing back.
    const hide = input.version === draft.version ? typed : [...new Set([...raw.hide, ...typed])];
    const standing = new Set([...raw.hide, ...standingIn(raw.fields, typed)]);
    const missing = missingLines(input.words, (key) => standing.has(key));
    if (typed.length === 0 && raw.hide.length === 0)
      return { again: hideForm(draft, '', say('hide.empty')), note: say('form.pleaseCheck', { n: 1 }) };
    if (missing.length > 0) {
      const error = say('hide.missing', { lines: missing });
      return { again: hideForm(draft, input.words, error), note: say('form.pleaseCheck', { n: 1 }) };
    }
    return redecided(ctx, draft, { ...raw, hide });
  },
});
