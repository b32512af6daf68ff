import { assemble, type Example, type Part } from './example.ts';
import { between, type Chance, pick } from './random.ts';

/** A sentence with its identifiers, cut out of a vignette. */
const sentenceEnd = /[.!?]+["”)]?\s+|\n+/g;

/** Cuts a vignette at sentence ends that lie outside its identifiers. */
export const sentencesOf = (example: Example): Example[] => {
  const cuts = [...example.text.matchAll(sentenceEnd)]
    .map((found) => found.index + found[0].length)
    .filter((cut) => !example.spans.some((span) => span.start < cut && cut < span.end + 2));
  const sentences: Example[] = [];
  let from = 0;
  for (const to of [...cuts, example.text.length]) {
    if (to <= from) continue;
    const spans = example.spans
      .filter((span) => span.start >= from && span.end <= to)
      .map((span) => ({ ...span, start: span.start - from, end: span.end - from }));
    sentences.push({ id: example.id, text: example.text.slice(from, to), spans });
    from = to;
  }
  return sentences;
};

/** Two to four sentences of different vignettes in a row. */
export const recombine = (sentences: readonly Example[], random: Chance): Example => {
  const parts: Part[] = [];
  const count = between(random, 2, 4);
  const first = pick(random, sentences);
  // Texts in small letters keep to themselves: mixed case in one text would be a lie about how people type.
  const lower = first.text === first.text.toLowerCase();
  let next = first;
  for (let i = 0; i < count; i += 1) {
    let at = 0;
    for (const span of next.spans) {
      parts.push([next.text.slice(at, span.start)], [next.text.slice(span.start, span.end), span.type]);
      at = span.end;
    }
    parts.push([`${next.text.slice(at).trimEnd()} `]);
    for (let tries = 0; tries < 20; tries += 1) {
      next = pick(random, sentences);
      if ((next.text === next.text.toLowerCase()) === lower) break;
    }
  }
  return assemble(
    'recombined',
    parts.filter(([text]) => text !== ''),
  );
};
