import { plainSpans, type Reader, type Words } from '../../src/index.ts';

/** The words of a document for a reader: ours, then what was typed. */
export function textOf({ spans, typed }: Words, reader: Reader): string {
  const ours = plainSpans(spans, reader);
  return ours === '' ? typed : typed === '' ? ours : `${ours}: ${typed}`;
}
