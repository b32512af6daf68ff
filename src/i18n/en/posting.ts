import type { Format } from '../format.ts';

/** What is said beside "Post anonymously": by what colleagues could tell who is writing. */
export const posting = {
  'posting.couldTell':
    'Could colleagues tell that it’s you? Check your role, your specialty, your workplace, and words like “the only one here”.',
  'posting.checkToo': 'Check your role, your specialty, and your workplace, too.',
  'posting.tellsYou': 'Could these words tell colleagues that it’s you?',
  'hide.empty': 'Enter a word, or cancel.',
  'hide.missing': ({ lines }: { lines: readonly number[] }, { plural, list }: Format) =>
    plural(lines.length, {
      one: `We couldn’t find line ${list(lines.map(String))} in the text. Enter it exactly as written.`,
      other: `We couldn’t find lines ${list(lines.map(String))} in the text. Enter them exactly as written.`,
    }),
  'edit.title': 'Edit your question',
  'posting.unlocked': (
    { n, phrases, replaced }: { n: number; phrases: boolean; replaced: boolean },
    { plural }: Format,
  ) =>
    plural(n, {
      0: replaced
        ? 'The record isn’t locked yet, because some words were replaced. Check them, then choose “Finish and lock.”'
        : 'The record isn’t locked yet.',
      one: `The record isn’t locked yet: one ${phrases ? 'phrase' : 'word'} needs your decision.`,
      other: `The record isn’t locked yet: # ${phrases ? 'words or phrases' : 'words'} need your decision.`,
    }),
  'posting.openRecord': 'Open the record',
  'posting.now.confirm': 'Post right away? Whoever saw you at the keyboard may guess. Waiting protects you.',
};
