import { startWithArticle } from './articles.ts';
import { placesOf } from './places.ts';
import type { Finding, Reason } from './types.ts';
import { wordKey } from './word-key.ts';

/** What the author decided, as `wordKey`s. `keep` counts for tier `check` only; `hide` adds words that were missed. */
export interface Decisions {
  readonly keep: ReadonlySet<string>;
  readonly hide: ReadonlySet<string>;
  /** Words that were in doubt before and may not be found anew: replaced unless they are kept. */
  readonly doubted?: ReadonlyMap<string, Reason>;
  /** What stands in place of a word where the author chose that. */
  readonly placeholders?: ReadonlyMap<string, string>;
}

/** Where a placeholder stands, and the finding for which it does. */
export interface PlaceholderMark extends Pick<Finding, 'type' | 'tier' | 'reason'> {
  readonly start: number;
  readonly end: number;
  /** The author chose what stands here. */
  readonly named: boolean;
}

export interface Redacted {
  readonly text: string;
  /** Where the placeholders stand in `text`, for highlighting. */
  readonly marks: readonly PlaceholderMark[];
}

export const undecided: Decisions = { keep: new Set(), hide: new Set() };

/** The fields as colleagues will see them. Whatever is not decided is replaced. */
export function redactFields(
  fields: Readonly<Record<string, string>>,
  findings: Readonly<Record<string, readonly Finding[]>>,
  decisions: Decisions = undecided,
): Record<string, Redacted> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name, redact(text, findings[name] ?? [], decisions)]),
  );
}

/** One text with its findings replaced. */
export function redact(text: string, findings: readonly Finding[], decisions: Decisions = undecided): Redacted {
  const replaced = findings.filter(
    (finding) => finding.tier === 'remove' || !decisions.keep.has(wordKey(text.slice(finding.start, finding.end))),
  );
  const all = [...replaced, ...hidden(text, decisions, replaced)].sort((a, b) => a.start - b.start);
  const marks: PlaceholderMark[] = [];
  let output = '';
  let from = 0;
  for (const finding of all) {
    output += text.slice(from, Math.max(from, startWithArticle(text, finding)));
    const { type, tier } = finding;
    const key = wordKey(text.slice(finding.start, finding.end));
    // What is found around a word that the author hid stands for that word, too.
    const reason = [...decisions.hide].some((one) => holds(key, one)) ? 'hidden' : finding.reason;
    const chosen = decisions.placeholders?.get(key);
    const placeholder = chosen ?? finding.placeholder;
    const named = chosen !== undefined;
    // "[Tamsin]": the brackets that an author typed around it are the placeholder's.
    from = finding.end;
    for (; placeholder.startsWith('[') && output.endsWith('[') && text[from] === ']'; from++)
      output = output.slice(0, -1);
    marks.push({ start: output.length, end: output.length + placeholder.length, type, tier, reason, named });
    output += placeholder;
  }
  return { text: output + text.slice(from), marks };
}

/** Whether a word or a run of words stands in another one. */
const holds = (run: string, key: string): boolean => ` ${run} `.includes(` ${key} `);

/** Every place where a word stands that the author wants hidden, or that was in doubt before, whole words only. */
function hidden(text: string, decisions: Decisions, taken: readonly Finding[]): Finding[] {
  const doubted = [...(decisions.doubted ?? [])].filter(([key]) => !decisions.keep.has(key));
  const hide = new Map<string, Reason>([...doubted, ...[...decisions.hide].map((key) => [key, 'hidden'] as const)]);
  if (hide.size === 0) return [];
  const found: Finding[] = [];
  for (const { start, end, key } of placesOf(text, hide.keys())) {
    const reason = hide.get(key) ?? 'hidden';
    const placeholder = decisions.placeholders?.get(key) ?? '[Detail left out]';
    const tier = reason === 'hidden' ? 'remove' : 'check';
    for (const free of notYetTaken(text, start, end, [...taken, ...found]))
      found.push({ ...free, type: 'OTHER', tier, reason, placeholder });
  }
  return found;
}

/** What of a stretch is not taken out already, without the blanks and marks at the edges of each piece. */
function notYetTaken(
  text: string,
  start: number,
  end: number,
  taken: readonly Finding[],
): { start: number; end: number }[] {
  let pieces = [{ start, end }];
  for (const one of taken) {
    pieces = pieces.flatMap((piece) =>
      one.start >= piece.end || one.end <= piece.start
        ? [piece]
        : [
            { start: piece.start, end: Math.max(piece.start, one.start) },
            { start: Math.min(piece.end, one.end), end: piece.end },
          ],
    );
  }
  return pieces.flatMap((piece) => {
    const words = /[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?/su.exec(text.slice(piece.start, piece.end));
    // An article that is left of a phrase says nothing.
    if (words === null || (pieces.length > 1 && /^(?:an?|the)$/i.test(words[0]))) return [];
    const from = piece.start + words.index;
    return [{ start: from, end: from + words[0].length }];
  });
}
