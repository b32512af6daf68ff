import { z } from 'zod';
import { wordKey } from '../../../deidentify/index.ts';
import { type Msg, say } from '../../../i18n/message.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { form, textField } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { myDraft } from '../find.ts';
import { again, redecided } from './preview.ts';
import type { Raw } from './review.ts';

const common = { who: 'member', feature: 'consultation' } as const;
const mostTyped = 300;

const hideForm = (group: string, draft: string, value: string, error?: Msg): Form =>
  form({
    title: say('hide.title'),
    fields: [
      textField('words', say('hide.words'), { lines: 3, max: mostTyped }, { value, error, hint: say('hide.hint') }),
    ],
    submit: say('hide.submit'),
    do: 'consult.hide.save',
    with: { group, draft },
  });

/** "Hide this too": the form for words that the filter missed, with those that are hidden already. */
export const hideWords = query({
  ...common,
  name: 'consult.hide',
  ack: 'form',
  input: z.object({ group: z.string(), draft: Id }),
  show: async (input, ctx) => {
    const mine = await myDraft(ctx, input.draft);
    if (mine === null || mine.raw === null) return refusal('draftGone');
    return hideForm(mine.draft.group, mine.draft.id, mine.raw.hide.join('\n'));
  },
});

/** Takes the words out of the whole text, also out of what is typed into it later. An emptied form shows them again. */
export const hideSave = command({
  ...common,
  name: 'consult.hide.save',
  scans: true,
  ack: 'private',
  input: z.object({ group: z.string(), draft: Id, words: z.string().max(mostTyped).default('') }),
  refill: async (values, errors) => hideForm(values.group ?? '', values.draft ?? '', values.words ?? '', errors.words),
  decide: async (input, ctx) => {
    const mine = await myDraft(ctx, input.draft);
    if (mine === null) return refusal('draftGone');
    const { draft, raw } = mine;
    if (raw === null) return again(draft);
    const hide = [...new Set(input.words.split(/[\n,;]/).map(wordKey))].filter((key) => key !== '');
    const missing = hide.filter((key) => !occurs(raw, key));
    if (missing.length > 0) {
      const error = say('hide.missing', { n: missing.length });
      return { again: hideForm(draft.group, draft.id, input.words, error), note: say('form.pleaseCheck') };
    }
    return redecided(ctx, draft, { ...raw, hide });
  },
});

/** Whether a word or a run of words stands in the text, as whole words. */
const occurs = (raw: Raw, key: string): boolean =>
  Object.values(raw.fields).some((text) => ` ${wordKey(text.replace(/['’]s\b/giu, ' '))} `.includes(` ${key} `));
