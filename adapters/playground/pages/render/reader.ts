import {
  instant,
  type Msg,
  type PersonRef,
  type Reader as PlainReader,
  type Ref,
  wordsOf,
} from '../../../../src/index.ts';
import { pageWords } from '../words.ts';

/** Who a page is rendered for: language, zone, names, the playground's time, and whom a form can name. */
export interface Reader extends PlainReader {
  readonly now: number;
  /** The person acting. */
  readonly me: PersonRef;
  /** In the order of the cast. */
  readonly people: readonly { readonly ref: PersonRef; readonly name: string }[];
  /** Where the page shows the thread under a message. */
  threadLink(channel: Ref, message: Ref): string;
  /** Where the page has the file of a block, by the id of that block in the page. */
  fileLink(block: string): string;
}

export const words = (reader: Reader, msg: Msg): string => wordsOf(reader.locale, msg);

export type WhenStyle = Parameters<typeof instant>[1];

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** An instant in the reader's own zone and words; `relative` is counted from the playground's time. */
export function whenWords(reader: Reader, at: number, style: WhenStyle): string {
  if (style !== 'relative') return instant(at, style, reader);
  const format = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' });
  const distance = at - reader.now;
  const unit = units.find(([, ms]) => Math.abs(distance) >= ms);
  return unit === undefined ? pageWords.justNow : format.format(Math.round(distance / unit[1]), unit[0]);
}
