import type { Catalogue } from './catalogue.ts';
import type { en } from './en/index.ts';
import { type Format, formatFor } from './format.ts';
import { catalogueOf, chooseLocale, defaultLocale, hasWords } from './locale.ts';

export type MessageKey = keyof Catalogue;

type ParamsOf<K extends MessageKey> = (typeof en)[K] extends (params: infer P, ...rest: never[]) => string
  ? P
  : undefined;

/**
 * A sentence of the product, not yet in a language: a key of the catalogue and its parameters (numbers, enumerated
 * words, codes that the bot made). Text that a person typed never goes in here; it belongs in a quote.
 */
export type Msg = {
  [K in MessageKey]: ParamsOf<K> extends undefined
    ? { readonly key: K }
    : { readonly key: K; readonly with: ParamsOf<K> };
}[MessageKey];

/** Exactly the parameters of the sentence: a whole document would carry its text and author into whatever stores it. */
type Exactly<P, T> = P & { readonly [X in Exclude<keyof T, keyof P>]: never };

type Rest<K extends MessageKey, T> = ParamsOf<K> extends undefined ? [] : [params: T & Exactly<ParamsOf<K>, T>];

/** Keys of sentences without parameters. */
export type PlainKey = { [K in MessageKey]: ParamsOf<K> extends undefined ? K : never }[MessageKey];

/** A sentence without parameters whose key is only known at run time. */
export const plain = (key: PlainKey): Msg => ({ key }) as Msg;

/** Names a sentence of the catalogue: `say('ask.title')`, `say('form.tooLong', { max: 500, have: 612 })`. */
export function say<K extends MessageKey, T extends ParamsOf<K>>(key: K, ...rest: Rest<K, T>): Msg {
  return (rest[0] === undefined ? { key } : { key, with: rest[0] }) as Msg;
}

/** The words of a message. Called only while rendering. A locale without a catalogue reads English. */
export function wordsOf(locale: string, msg: Msg): string {
  const read = hasWords(locale) ? chooseLocale(locale) : defaultLocale;
  const entry = catalogueOf(read)[msg.key] as string | ((params: unknown, format: Format) => string);
  return typeof entry === 'string' ? entry : entry('with' in msg ? msg.with : undefined, formatFor(read));
}
