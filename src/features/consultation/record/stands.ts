import type { Edited } from '../case/edited.ts';

/**
 * Whether the filter left every text of a form as it is and answers for that: it can read the language, is in no doubt
 * about hidden words, and kept no name because a colleague has it. What a form did not ask for is left out.
 */
export const standsAsTyped = (typed: Readonly<Record<string, string | undefined>>, { draft, seen }: Edited): boolean =>
  !draft.unsure &&
  !draft.foreign &&
  seen.named.length === 0 &&
  Object.entries(typed).every(([name, text]) => text === undefined || draft.fields[name] === text);
