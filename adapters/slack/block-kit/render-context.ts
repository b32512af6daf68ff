import type { types } from '@slack/bolt';
import { type Msg, type PersonRef, type Reader, wordsOf } from '../../../src/index.ts';
import { clamp, limits } from '../limits.ts';
import { type DeliveredFiles, noFiles } from '../web-api/files.ts';

/** A person as Slack shows them: the name to print, and the user id that only a person picker in a private form needs. */
export interface DisplayedPerson {
  readonly name: string;
  readonly id: string | null;
}

/** Names are fetched before rendering starts; null for somebody whom nobody can name any more. */
export type People = (ref: PersonRef) => DisplayedPerson | null;

/** What every part of a rendering shares: words in the reader's language, names, and a count that keeps ids apart. */
export interface RenderContext extends Reader {
  readonly people: People;
  /** What became of the files of this answer. */
  readonly files: DeliveredFiles;
  words(msg: Msg): string;
  next(): number;
}

/** `zone` is used only where Slack cannot show an instant in the reader's own zone: text to be copied. */
export function createRenderContext(
  locale: string,
  people: People,
  zone = 'UTC',
  files: DeliveredFiles = noFiles,
): RenderContext {
  let count = 0;
  const words = (msg: Msg): string => wordsOf(locale, msg);
  return {
    locale,
    zone,
    people,
    files,
    words,
    name: (who) => people(who)?.name ?? words({ key: 'word.someone' }),
    next: () => count++,
  };
}

/**
 * Slack's `plain_text`: shown as it is, without mentions, links or formatting; `emoji: false` keeps `:name:` as typed.
 * Slack refuses empty text, so nothing becomes a dash.
 */
export function plain(text: string, max: number = limits.textObject): types.PlainTextElement {
  return { type: 'plain_text', text: clamp(text.trim() === '' ? '–' : text, max), emoji: false };
}
