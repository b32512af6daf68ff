import { z } from 'zod';
import { wordKey } from '../../../deidentify/index.ts';
import { type Msg, say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { decided, put, show } from '../../../runtime/decision.ts';
import { fieldIssue } from '../../../runtime/field-errors.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { form, textField } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { Groups, mostKept, noted } from '../../group/model.ts';
import { myDraft } from '../find.ts';

const mostTyped = 3000;
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
/** A word or a few: no figures, which could be somebody's number. */
const isWords = (line: string): boolean =>
  line.length <= mostKept.letters && /^[\p{L}\p{M}'’.& -]+$/u.test(line) && wordKey(line) !== '';

const Words = z
  .string()
  .max(mostTyped)
  .default('')
  .transform(linesOf)
  .superRefine((lines, ctx) => {
    if (lines.length > mostKept.words) ctx.addIssue(fieldIssue(say('words.tooMany', { max: mostKept.words })));
    const wrong = lines.findIndex((line) => !isWords(line));
    if (wrong >= 0) ctx.addIssue(fieldIssue(say('words.notWords', { line: wrong + 1, max: mostKept.letters })));
  });

/** `to`: the group, and the draft from whose preview it was opened. */
const wordsForm = (to: Record<string, string>, value: string, error?: Msg): Form =>
  form({
    title: say('words.title'),
    fields: [
      textField('words', say('words.label'), { lines: 8, max: mostTyped }, { value, error, hint: say('words.hint') }),
    ],
    submit: say('setup.saveChanges'),
    do: 'group.words.save',
    with: to,
  });

/** The group's own safe list, for its owners; from a preview with the words that were just kept. */
export const keptWords = query({
  name: 'group.words',
  who: 'owner',
  ack: 'form',
  slash: slash('curbside', 'words', 'help.words'),
  input: z.object({ group: z.string().optional(), draft: Id.optional() }),
  show: async (input, ctx) => {
    const before = groupOf(ctx).keepWords;
    const known = new Set(before.map(wordKey));
    const fresh = (await keptNow(ctx, input.draft)).filter((word) => !known.has(wordKey(word)) && isWords(word));
    return wordsForm(target(ctx, input.draft), [...before, ...fresh].join('\n'));
  },
});

const target = (ctx: Asked, draft: string | undefined): Record<string, string> => ({
  group: groupOf(ctx).id,
  ...(draft === undefined ? {} : { draft }),
});

async function keptNow(ctx: Asked, draft: string | undefined): Promise<readonly string[]> {
  const mine = draft === undefined ? null : await myDraft(ctx, draft);
  return (mine?.review?.doubts ?? []).filter((d) => d.kept).map((d) => d.surface);
}

export const keptWordsSave = command({
  name: 'group.words.save',
  who: 'owner',
  ack: 'private',
  input: z.object({ group: z.string().optional(), draft: Id.optional(), words: Words }),
  refill: async (values, errors, ctx) => wordsForm(target(ctx, values.draft), values.words ?? '', errors.words),
  decide: async (input, ctx) => {
    const group = groupOf(ctx);
    const keepWords = [...new Map(input.words.map((word) => [wordKey(word), word])).values()];
    // The draft may have been posted or discarded since: the words are kept all the same.
    const draft = input.draft !== undefined && (await myDraft(ctx, input.draft)) !== null ? input.draft : undefined;
    const next = draft === undefined ? 'curbside.home' : 'consult.preview';
    return decided(show(next, target(ctx, draft), say('words.saved', { n: keepWords.length })), {
      changes: [
        put(Groups, { ...group, keepWords }),
        ...(keepWords.join() === group.keepWords.join() ? [] : await noted(ctx, group, 'settings', ['words'])),
      ],
    });
  },
});
