import type { Finding, FindingType } from './types.ts';
import { wordKey } from './word-key.ts';

/** What the author decided, as `wordKey`s. `keep` counts for tier `check` only; `hide` adds words that were missed. */
export interface Decisions {
  readonly keep: ReadonlySet<string>;
  readonly hide: ReadonlySet<string>;
  /** What stands in place of a word where the author chose that. */
  readonly placeholders?: ReadonlyMap<string, string>;
}

export interface Redacted {
  readonly text: string;
  /** Where the placeholders stand in `text`, for highlighting. */
  readonly marks: readonly { readonly start: number; readonly end: number; readonly type: FindingType }[];
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
  const all = [...replaced.map(renamed(text, decisions)), ...hidden(text, decisions, replaced)].sort(
    (a, b) => a.start - b.start,
  );
  const marks: { start: number; end: number; type: FindingType }[] = [];
  let output = '';
  let from = 0;
  for (const finding of all) {
    output += text.slice(from, finding.start);
    marks.push({ start: output.length, end: output.length + finding.placeholder.length, type: finding.type });
    output += finding.placeholder;
    from = finding.end;
  }
  return { text: output + text.slice(from), marks };
}

const renamed =
  (text: string, { placeholders }: Decisions) =>
  (one: Finding): Finding => ({
    ...one,
    placeholder: placeholders?.get(wordKey(text.slice(one.start, one.end))) ?? one.placeholder,
  });

/** Every place where a word stands that the author wants hidden, whole words only. */
function hidden(text: string, { hide, placeholders }: Decisions, taken: readonly Finding[]): Finding[] {
  if (hide.size === 0) return [];
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu)];
  const longest = Math.max(...[...hide].map((key) => key.split(' ').length));
  const found: Finding[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let count = Math.min(longest, words.length - i); count >= 1; count--) {
      const start = words[i]?.index ?? 0;
      const last = words[i + count - 1];
      const end = (last?.index ?? 0) + (last?.[0].replace(/['’]s$/i, '').length ?? 0);
      const key = wordKey(text.slice(start, end));
      if (!hide.has(key)) continue;
      const placeholder = placeholders?.get(key) ?? '[Detail left out]';
      for (const free of notYetTaken(text, start, end, taken))
        found.push({ ...free, type: 'OTHER', tier: 'remove', reason: 'hidden', placeholder });
      i += count - 1;
      break;
    }
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
    if (words === null) return [];
    const from = piece.start + words.index;
    return [{ start: from, end: from + words[0].length }];
  });
}
