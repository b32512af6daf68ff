/**
 * Fits the weights of src/deidentify/names/evidence.ts: `npx tsx bench/deid-evidence.ts` (about five minutes on one core).
 * Logistic regression over every stretch that any layer proposes in the development corpus. The tagger that answers for a
 * file was trained without it, so its opinion is weighed as it will be on text that nobody has seen. Texts without
 * identifiers count double, because a false alarm there costs more. Prints the weights and the two limits.
 */
import { loadWordLists } from '../adapters/node/word-lists.ts';
import { corpusFiles, type Example, readCorpus } from '../scripts/tagger/example.ts';
import { readLists } from '../scripts/tagger/lists.ts';
import { readTemplates, readVignettes } from '../scripts/tagger/templates.ts';
import { makeModel } from '../scripts/tagger/validate.ts';
import { read } from '../src/deidentify/document.ts';
import { type Evidence, weights } from '../src/deidentify/names/evidence.ts';
import { formFields } from '../src/deidentify/names/form-fields.ts';
import { weighAll } from '../src/deidentify/names/judge.ts';
import { propose } from '../src/deidentify/names/propose.ts';
import { readWords } from '../src/deidentify/names/reading.ts';
import { tables } from '../src/deidentify/names/tables.ts';
import { patterns } from '../src/deidentify/patterns/index.ts';
import { createTagger } from '../src/index.ts';

interface Row {
  readonly values: readonly number[];
  readonly identifies: boolean;
  readonly weight: number;
  readonly example: Example;
  readonly start: number;
  readonly end: number;
  readonly identified: boolean;
}

const names = Object.keys(weights) as Evidence[];
const lists = loadWordLists();
const files = readCorpus();
const makings = { templates: readTemplates(), vignettes: readVignettes(), lists: readLists(), lexicon: lists };

const rows = files.flatMap((held, i) => {
  console.error(`training without ${corpusFiles[i]}`);
  const tagger = createTagger(makeModel(files.filter((_, other) => other !== i).flat(), makings, 20240607), lists);
  return held.flatMap((example) => rowsOf(example, (text) => tagger(text, 0.02)));
});

function rowsOf(example: Example, suspects: ReturnType<typeof createTagger>): Row[] {
  const document = read(example.text, lists);
  const words = readWords(document);
  const shaped = [
    ...Object.values(patterns).flatMap((detect) => detect(document)),
    ...formFields(document),
    ...tables(document),
  ];
  const proposals = propose(document, words, suspects(document.text));
  return weighAll(words, proposals, shaped).map(({ proposal, evidence }) => {
    const { start, end } = document.toOriginal(proposal.start, proposal.end);
    const covered = example.spans.reduce(
      (sum, span) => sum + Math.max(0, Math.min(span.end, end) - Math.max(span.start, start)),
      0,
    );
    return {
      values: names.map((name) => evidence[name] ?? 0),
      identifies: covered >= (end - start) / 2,
      weight: example.spans.length === 0 ? 2 : 1,
      identified: shaped.some((one) => one.tier === 'remove'),
      example,
      start,
      end,
    };
  });
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

function fit(samples: readonly Row[], size: number): number[] {
  const found = new Array<number>(size).fill(0);
  for (let round = 0; round < 2500; round++) {
    const slope = new Array<number>(size).fill(0);
    for (const { values, identifies, weight } of samples) {
      const error = (1 / (1 + Math.exp(-dot(values, found))) - (identifies ? 1 : 0)) * weight;
      values.forEach((value, i) => {
        slope[i] = (slope[i] ?? 0) + error * value;
      });
    }
    slope.forEach((value, i) => {
      found[i] = (found[i] ?? 0) - 0.4 * (value / samples.length + 0.0008 * (found[i] ?? 0));
    });
  }
  return found;
}

const first = fit(rows, names.length);
// Second fit: what it changes that the rest of the text certainly identifies somebody (proof: log-odds of 1.5).
const second = fit(
  rows.map((row) => {
    const proven = rows.some(
      (other) =>
        other.example === row.example &&
        (other.end <= row.start || other.start >= row.end) &&
        dot(other.values, first) >= 1.5,
    );
    return { ...row, values: [1, dot(row.values, first), row.identified || proven ? 1 : 0] };
  }),
  3,
);
const [base = 0, scale = 1, proven = 0] = second;
const round = (value: number): number => Math.round(value * 100) / 100;
console.log(
  JSON.stringify(Object.fromEntries(names.map((name, i) => [name, round((first[i] ?? 0) * scale)])), null, 2),
);
console.log(`unproven ${round(base)}, proven ${round(base + proven)}`);
