/** A pasted text without what comes along by accident: blanks around it, quotation marks, the name of its variable, `Bot `. */
export function cleaned(text: string, name: string): string {
  return text
    .trim()
    .replace(new RegExp(`^(?:export\\s+)?${name}\\s*=\\s*`), '')
    .replace(/^["'`“](.*)["'`”]$/, '$1')
    .replace(/^Bot\s+/, '')
    .trim();
}

/** Words that stand where a value is to be put in. Each between marks or ends: within a token, letters mean nothing. */
const words =
  'your|my|the|token|tokens|here|example|placeholder|change-?me|replace-?me|secret|paste|insert|todo|x{3,}|\\*{2,}|•{2,}|0{5,}';

/** Whether a text only shows where a value belongs, as `xoxb-…`, `xoxb-your-token` or `<token>`. */
export function isPlaceholder(text: string): boolean {
  return (
    /…|\.\.\.|[<>[\]{}]/.test(text) ||
    /^[a-z]{3,5}-$/.test(text) ||
    new RegExp(`(?:^|[-_. ])(?:${words})(?:[-_. ]|$)`, 'i').test(text)
  );
}
