import { type Candidate, type Document, matches, matchesIf } from '../document.ts';

const what = { type: 'EMAIL', reason: 'email' } as const;
const plain =
  /[a-zA-ZÀ-ɏ0-9][a-zA-ZÀ-ɏ0-9._%+'-]{0,63}\s?@\s?[a-zA-ZÀ-ɏ0-9-]{1,63}(?:\.[a-zA-ZÀ-ɏ0-9-]{1,63}|\s\.\s?[a-zA-ZÀ-ɏ0-9-]{1,63}){1,6}/gu;
// "x at y dot com", "x (at) y [dot] org", "x AT y.com": spelled out so that machines do not see it.
const spelled =
  /\b[\w.+-]{1,64}(?: ?[([{]\s?(?:at|@|arroba|arobase)\s?[)\]}] ?[\w-]{1,63}(?:(?: ?[([{]\s?(?:dot|\.|punto)\s?[)\]}] ?| dot |\.)[\w-]{2,24}){1,4}| at [\w-]{1,63}(?: dot [\w-]{2,24}){1,4}| (?:arroba|arobase) [\w-]{1,63}(?: (?:dot|punto|point|ponto) [\w-]{2,24}){1,4})/gi;
// The parts before the sign are spelled out as well: "claire point aubanel arobase …".
const spelledLead = /(?:\b[\w-]{1,30} (?:dot|punto|point|ponto|underscore|guion|tiret) ){1,3}$/i;
// "rory_at_proton_dot_me", "rory-at-example-dot-org".
const underscored =
  /(?<![a-zA-ZÀ-ɏ0-9])[a-zA-ZÀ-ɏ0-9]{1,30}(?:[_.-][a-zA-ZÀ-ɏ0-9]{1,30}){0,3}[_-]at[_-][a-zA-ZÀ-ɏ0-9]{2,30}(?:[_-]dot[_-][a-zA-ZÀ-ɏ0-9]{2,12}){1,3}/gi;
const wordThenDomain =
  /\b[\w.+-]{2,64} at (?:gmail|yahoo|hotmail|outlook|icloud|aol|proton(?:mail)?)(?: ?\.| dot )?(?: ?com)?\b/gi;
// "skowalski 88 gmail com": the signs left out. Of the words before it a figure and one word, with an initial, are the name.
const unsigned =
  /(?<![\w.@-])((?:[a-z] )?[a-z][\w.+-]{1,63}(?: \d{1,4})?|\d{1,6}) ?(?:@ ?)?(?:gmail|googlemail|yahoo|hotmail|outlook|icloud|aol|proton(?:mail)?|gmx)[ .](?:com|net|org|me|de|fr|es|ca|co uk)(?![\w-])/dgi;
const unsignedSign = /(?:mail|yahoo|outlook|icloud|aol|proton|gmx) (?:com|net|org|me|de|fr|es|ca|co uk)/i;
const noUser = /^(?:(?:an?|the|h[ei][rs]|my|our|their|your|on|at|via|from|with|to|in|use|uses|her|old|new) ?){1,2}$/i;

// What the patterns above cannot do without, and is looked for in less time.
const sign = /(?:at|@|arroba|arobase)\s?[)\]}]| at [\w-]{1,63} dot | (?:arroba|arobase) /i;
const provider = / at (?:gmail|yahoo|hotmail|outlook|icloud|aol|proton)/i;
const joinedSign = /[_-]at[_-]/i;

/** E-mail addresses, plain, with stray blanks around the sign, and spelled out. */
export function emails(document: Document): Candidate[] {
  const found = document.text.includes('@') ? matches(document, plain, what, trim(document)) : [];
  return [
    ...found,
    ...matchesIf(sign, document, spelled, what, withLead(document)),
    ...matchesIf(provider, document, wordThenDomain, what),
    ...matchesIf(unsignedSign, document, unsigned, what, (m) => !noUser.test(m[1] ?? '')),
    ...matchesIf(joinedSign, document, underscored, what),
  ];
}

const trim = (document: Document) => (_: RegExpExecArray, start: number, end: number) => {
  let stop = end;
  while (stop > start && /[.\-']/.test(document.text[stop - 1] ?? '')) stop--;
  return [start, stop] as const;
};

const withLead = (document: Document) => (_: RegExpExecArray, start: number, end: number) => {
  const lead = document.text.slice(Math.max(0, start - 120), start).match(spelledLead)?.[0] ?? '';
  return [start - lead.length, end] as const;
};
