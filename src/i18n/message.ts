import type { Catalogue, Translation } from './catalogue.ts';
import type { en } from './en/index.ts';
import { type Format, formatFor } from './format.ts';
import { catalogueOf, chooseLocale, defaultLocale, hasWords, languageOf } from './locale.ts';

export type MessageKey = keyof Catalogue;

type ParamsIn<E> = E extends (params: infer P, ...rest: never[]) => string ? P : undefined;
/** What the sentence of a key needs. */
export type ParamsOf<K extends MessageKey> = ParamsIn<(typeof en)[K]>;

type Entry = string | ((params: never, format: Format) => string);
type Entries = Readonly<Record<string, Entry>>;

/**
 * A sentence of the product, not yet in a language: a key of the catalogue and its parameters (numbers, enumerated
 * words, codes that the bot made). Text that a person typed never goes in here; it belongs in a quote.
 */
export type Msg = CatalogueMsg | OwnMsg;

/** `say` alone makes one, and checks that key and parameters belong together: a union of every sentence would be too large for the compiler. */
interface CatalogueMsg {
  readonly key: MessageKey;
  readonly with?: unknown;
}

/**
 * A sentence that an adapter alone says, as how to copy a token there. It brings its languages along, so that the catalogue
 * names no platform; it is shown at once and never stored.
 */
export interface OwnMsg {
  readonly key: string;
  readonly with?: unknown;
  readonly own: Readonly<Record<string, Entries>>;
}

/** Exactly the parameters of the sentence: a whole document would carry its text and author into whatever stores it. */
type Exactly<P, T> = P & { readonly [X in Exclude<keyof T, keyof P>]: never };

/** Asked of all parameters at once: one by one, every call would be compared with every sentence of the catalogue. */
type Rest<P, T> = [P] extends [undefined] ? [] : [params: T & Exactly<P, T>];

/** Keys of sentences without parameters. */
export type PlainKey = { [K in MessageKey]: ParamsOf<K> extends undefined ? K : never }[MessageKey];

/** A sentence without parameters whose key is only known at run time. */
export const plain = (key: PlainKey): Msg => ({ key }) as Msg;

/** Names a sentence of the catalogue: `say('ask.title')`, `say('form.tooLong', { max: 500, have: 612 })`. */
export function say<K extends MessageKey, T extends ParamsOf<K>>(key: K, ...rest: Rest<ParamsOf<K>, T>): Msg {
  return (rest[0] === undefined ? { key } : { key, with: rest[0] }) as Msg;
}

/** Names the sentences of an adapter, given by language with English among them: its own `say`. */
export function ownWords<E extends Entries>(
  languages: Readonly<Record<string, Translation<E>>> & { readonly [defaultLocale]: E },
) {
  const own = languages as OwnMsg['own'];
  return <K extends keyof E & string, T extends ParamsIn<E[K]>>(key: K, ...rest: Rest<ParamsIn<E[K]>, T>): OwnMsg => {
    const [params] = rest as [unknown?];
    return params === undefined ? { key, own } : { key, own, with: params };
  };
}

/** The words of a message. Called only while rendering. A locale without a catalogue reads English. */
export function wordsOf(locale: string, msg: Msg): string {
  const wanted = hasWords(locale) ? chooseLocale(locale) : defaultLocale;
  const own = 'own' in msg ? msg.own : null;
  const read = own === null || Object.hasOwn(own, languageOf(wanted)) ? wanted : defaultLocale;
  const sentences = own === null ? (catalogueOf(read) as Entries) : own[languageOf(read)];
  const entry = sentences !== undefined && Object.hasOwn(sentences, msg.key) ? (sentences[msg.key] ?? '') : '';
  return typeof entry === 'string' ? entry : entry(('with' in msg ? msg.with : undefined) as never, formatFor(read));
}
