import { placeholderPattern } from '../../../deidentify/index.ts';
import { say, wordsOf } from '../../../i18n/message.ts';
import type { Reply } from '../model.ts';
import { type ConsultationRecord, type Source, textLimits } from './model.ts';

/**
 * The advice of a record, and whose it was. In a form a named reply begins with "Reply 2 (LMFT): "; stored, the same place
 * holds `[[2]] ` and `sources` says who that was, so that a reader gets the name that the person has by then, or none.
 */
const stored = /^\[\[(\d{1,4})\]\] ?/;

const mark = (n: number, locale: string): string => wordsOf(locale, say('record.replyMark', { n }));
/** Signs that tell where a mark ends are left out of the credential. */
function shownMark({ n, credential }: Source, locale: string): string {
  const plain = credential.replace(/[\s():]+/g, ' ').trim();
  return `${mark(n, locale)}${plain === '' ? '' : ` (${plain})`}: `;
}

/** A piece of advice: from a reply of the thread, or in nobody's name. */
export interface Advice {
  readonly from: Source | null;
  readonly text: string;
}

/** Stored advice, piece by piece, in its order. */
export function adviceOf(guidance: string, sources: readonly Source[]): Advice[] {
  const pieces: Advice[] = [];
  for (const line of guidance.split('\n')) {
    const n = Number(stored.exec(line)?.[1] ?? 0);
    const from = sources.find((s) => s.n === n) ?? null;
    const last = pieces.at(-1);
    if (from !== null) pieces.push({ from, text: line.replace(stored, '') });
    else if (last === undefined) pieces.push({ from, text: line });
    else pieces[pieces.length - 1] = { ...last, text: `${last.text}\n${line}` };
  }
  return pieces.map(({ from, text }) => ({ from, text: text.trim() })).filter(({ text }) => text !== '');
}

/** Stored advice without that of sources that are not to be kept; what is in nobody's name stays. */
export const adviceKept = (
  { guidance, sources }: Pick<ConsultationRecord, 'guidance' | 'sources'>,
  keeps: (of: Source) => boolean,
) =>
  adviceOf(guidance, sources)
    .filter(({ from }) => from === null || keeps(from))
    .map(({ from, text }) => (from === null ? text : `[[${from.n}]] ${text}`))
    .join('\n');

/** Stored advice as a form shows it. */
export const shownAdvice = (guidance: string, sources: readonly Source[], locale: string): string =>
  adviceOf(guidance, sources)
    .map(({ from, text }) => (from === null ? text : `${shownMark(from, locale)}${text}`))
    .join('\n');

/** Advice as a form sends it, to be stored; marks that were taken out are no names any more. */
export function storedAdvice(typed: string, sources: readonly Source[], locale: string): string {
  return typed
    .split('\n')
    .map((line) => {
      for (const { n } of sources) {
        const text = afterMark(line, mark(n, locale));
        if (text !== null) return `[[${n}]] ${text}`;
      }
      return line;
    })
    .join('\n');
}

/** What follows "Reply 2 (LMFT): ", whatever became of the credential; null where it does not stand, as in "Reply 21: ". */
function afterMark(line: string, words: string): string | null {
  if (!line.startsWith(words)) return null;
  const rest = line.slice(words.length);
  const end = /^(?: \([^():]{0,90}\))?: ?/.exec(rest);
  return end === null ? null : rest.slice(end[0].length);
}

/** Whom stored advice still quotes. */
export const quoted = (guidance: string, sources: readonly Source[]): Source[] => {
  const kept = new Set(adviceOf(guidance, sources).flatMap(({ from }) => (from ? [from.n] : [])));
  return sources.filter(({ n }) => kept.has(n));
};

/** Where advice was cut to fit. */
export const cut = '[…]';

/**
 * The replies as a draft of the advice, each in its own line with whose it is. Longer than the field holds, every reply
 * keeps a fair share, and `cut` stands where something is missing. `taken`: characters that the field holds already.
 */
export function adviceDraft(replies: readonly Reply[], sources: readonly Source[], locale: string, taken = 0): string {
  const lines = replies.flatMap((r, i) => {
    const from = sources.find(({ n }) => n === i + 1);
    const whose = from ? shownMark(from, locale) : `${wordsOf(locale, say('reply.colleague'))}: `;
    // What a method has somebody write for the thread alone, such as the case in their own words, is no advice.
    const isAdvice = r.voice !== 'asker' && r.step?.record !== null;
    return !isAdvice || r.text === null || r.hidden || (!from && r.author.as !== 'anonymous')
      ? []
      : [{ whose, text: r.text.trim(), sumsUp: r.step?.record === 'guidance' }];
  });
  // What sums up the others, in a method that has somebody do so, comes first.
  lines.sort((a, b) => Number(b.sumsUp) - Number(a.sumsUp));
  const kept = lines.slice(0, mostQuoted);
  const dropped = kept.length < lines.length;
  const frame = kept.reduce((sum, { whose }) => sum + whose.length + 1, 0) + (dropped ? cut.length : 0);
  const share = fairShare(
    kept.map(({ text }) => text.length),
    Math.max(0, textLimits.guidance - taken - frame),
  );
  const draft = kept.map(({ whose, text }) => `${whose}${shortened(text, share)}`);
  return [...draft, ...(dropped ? [cut] : [])].join('\n');
}

/** More replies than these would leave no room for a sentence of each. */
const mostQuoted = 15;

/** The most that each may have so that all of them together need no more than there is. */
function fairShare(lengths: readonly number[], room: number): number {
  let left = room;
  const sorted = [...lengths].sort((a, b) => a - b);
  for (const [i, length] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - i));
    if (length > share) return share;
    left -= length;
  }
  return room;
}

/** A text of at most so many characters; cut between words, and never inside a placeholder. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = most - cut.length - 1;
  const inside = [...text.matchAll(placeholderPattern)].find((m) => m.index < end && m.index + m[0].length > end);
  const whole = text.slice(0, inside?.index ?? end);
  const space = inside ? whole.length : whole.search(/\s\S*$/);
  return `${whole.slice(0, space > 0 ? space : whole.length).trimEnd()} ${cut}`;
}
