import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingType } from '../../src/deidentify/types.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly type: FindingType;
}
/** A text with its identifiers marked. `id` is there for texts of the development corpus. */
export interface Example {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly Span[];
}

export const corpusFiles = [
  'dev.jsonl',
  'dev-2.jsonl',
  'dev-3.jsonl',
  'dev-4.jsonl',
  'dev-5.jsonl',
  'dev-6.jsonl',
  'dev-7.jsonl',
  'quiet.jsonl',
] as const;

/** The same with texts that were written to be hard, from which the second of the two taggers learns (folds.ts). */
export const allFiles = [...corpusFiles.slice(0, -1), 'dev-8.jsonl', 'quiet.jsonl'] as const;
export const isHard = ({ id }: Pick<Example, 'id'>): boolean => /^(?:neg-)?tr-/.test(id);

/** The last lot of the quiet texts stays out, to judge what the rest taught. */
const heldBack = /^later-/;

/** The development corpus, one list for each file. */
export const readCorpus = (files: readonly string[] = corpusFiles): readonly (readonly Example[])[] =>
  files.map((file) =>
    readFileSync(join(import.meta.dirname, '../../test/fixtures/deid', file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Example)
      .filter(({ id }) => !heldBack.test(id)),
  );

/** A piece of text, with its type when it identifies. */
export type Part = readonly [text: string, type?: FindingType | undefined];

/** Puts parts together and marks where the typed ones landed. */
export const assemble = (id: string, parts: readonly Part[]): Example => {
  let text = '';
  const spans: Span[] = [];
  for (const [piece, type] of parts) {
    if (type && piece !== '') spans.push({ start: text.length, end: text.length + piece.length, type });
    text += piece;
  }
  return { id, text, spans };
};

/** The parts of an example: what lies between its spans, and the spans. */
export const partsOf = (example: Example): Part[] => {
  const parts: Part[] = [];
  let at = 0;
  for (const span of example.spans) {
    if (span.start > at) parts.push([example.text.slice(at, span.start)]);
    parts.push([example.text.slice(span.start, span.end), span.type]);
    at = span.end;
  }
  if (at < example.text.length) parts.push([example.text.slice(at)]);
  return parts;
};
