import { type Candidate, type Document, group, matches } from '../document.ts';
import { formLabels } from '../words/form-labels.ts';

const halves = /(?:^|\n)[ \t>*_-]{0,6}(?:last|first)\s?[:=][^\n]{1,60}\n[ \t>*_-]{0,6}(?:last|first)\s?[:=]/i;
/** Where a label can stand: at the beginning of a line or cell, or behind a clause. */
const fieldStart = /^|[\n|;\t]|(?<=[,.] )/g;
/** A label with the blanks and bullets before it is no longer than that. */
const longestLabel = 100;
const lineStart = '(?:^|\\n|[|;\\t]|(?<=[,.] ))[ \\t>*_~•·\\-–]{0,12}(?:\\(?\\d{1,2}[.)]\\s{0,3})?[*_]{0,2}';
const patterns = formLabels.map(
  ([words, ...rest]) =>
    [
      words === 'last|first' ? halves : undefined,
      new RegExp(
        `${lineStart}(?:${words})\\s{0,2}[*_]{0,2}\\s?[:=]\\s?[*_]{0,2}[ \\t]{0,4}([^\\n|;\\t]{1,90})`,
        'diuy',
      ),
      rest,
    ] as const,
);

// A value ends at a bracket, a double blank, or the next label of the same line.
const valueEnd =
  /\s{3,}|\s*[({<[]|\s+-\s|,?\s+(?:dob|age|mrn|dx|ssn|ph|phone|tel|fax|email|sex|gender|dx|re|cc|q|ins|employer|school|addr|address|city|mom|dad|mother|father|pcp|pt|hx|ref)\s?[:=]|(?<!\b(?:dr|mr|mrs|ms|mx|prof|rev|fr|sr|jr|st|mt|[a-z]))\.\s|\s*$/i;
const nothing =
  /^(?:n\/?a|none|unknown|unk|no|yes|y|n|see (?:above|below|chart)|same|self|tbd|pending|-+|_+|\?+|\.+|left blank|declined|deceased|married|single|retired|unemployed|student|disabled|x+|client|patient|(?:dr|mrs?|ms|mx|prof|rev|fr|sr|jr)|the .*|a .*|an .*)$/i;
const wordy =
  /\b(?:is|was|are|were|has|have|had|wants?|says?|said|told|but|because|who|when|what|how|why|should|would|could|can|will|not|with|about|do|does|did|supportive|involved|works|lives|and i|i|we|my|it|she|he|they)\b/i;
const plainValue =
  /^(?:\d{1,3}(?:\s?(?:yo|y\/o|[mf]))?|[mf]|male|female|adult|outpatient|private|public|tele(?:health)?|cash|self ?pay|[\p{Ll}\s]{0,60}(?:supportive|absent|deceased|nurse|teacher|retired)[\p{Ll}\s]{0,60})$/iu;

// "[10:04] jp: did you …", "18:02:11 From Xiomara to Everyone:": who speaks in a pasted chat.
const speaker =
  /^[ \t>]*\[?\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?\]?[ \t]{1,3}(?:[-–] )?(?:from )?([\p{L}][\p{L}\p{M}\p{N}._'-]{0,24}(?: [\p{L}][\p{L}\p{M}.'-]{0,24}){0,2}?)(?: to (?:everyone|all|host|me))?(?: \(direct message\))?(?::|>)(?=\s)/dgimu;
const noSpeaker =
  /^(?:me|moi|yo|you|client|pt|therapist|tx|host|everyone|group|break|intake|lunch|note|am|pm|mom|dad)$/i;

/** Places of `fieldStart` with a sign not far behind that may end a label. */
function labelStarts(text: string): number[] {
  const starts: number[] = [];
  let sign = -1;
  for (const { index } of text.matchAll(fieldStart)) {
    while (sign < index && sign < text.length) sign = nextSign(text, sign + 1);
    if (sign - index <= longestLabel) starts.push(index);
  }
  return starts;
}

function nextSign(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== ':' && text[at] !== '=') at++;
  return at;
}

function* matchesFrom(starts: readonly number[], text: string, pattern: RegExp): Generator<RegExpExecArray> {
  let next = 0;
  for (const start of starts) {
    if (start < next) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) continue;
    next = start + match[0].length;
    yield match;
  }
}

/** Values behind the labels of a form, whatever their letter case. */
export function formFields(document: Document): Candidate[] {
  const found: Candidate[] = [];
  if (!/[:=]/.test(document.text)) return found;
  found.push(
    ...matches(
      document,
      speaker,
      { type: 'NAME', reason: 'namedPerson', label: 'Person' },
      (m) => !noSpeaker.test(m[1] ?? '') && group(m, 1),
    ),
  );
  const starts = labelStarts(document.text);
  for (const [only, pattern, [type, reason, label]] of patterns) {
    if (only?.test(document.text) === false) continue;
    for (const match of matchesFrom(starts, document.text, pattern)) {
      const span = group(match, 1);
      const raw = match[1] ?? '';
      if (!span) continue;
      const value = raw.slice(0, raw.search(valueEnd)).replace(/[\s,.;*_"']{1,90}$/u, '');
      const lead = value.length - value.replace(/^[\s"'*_]+/u, '').length;
      const clean = value.slice(lead);
      if (
        clean === '' ||
        nothing.test(clean) ||
        plainValue.test(clean) ||
        wordy.test(clean) ||
        clean.split(/\s+/).length > 8
      )
        continue;
      if (type === 'DATE' && !/\d/.test(clean)) continue;
      if (type === 'URL' && /\s/.test(clean)) continue;
      found.push({
        start: span[0] + lead,
        end: span[0] + lead + clean.length,
        type,
        reason,
        tier: 'remove',
        ...(label ? { label } : {}),
      });
    }
  }
  return found;
}
