import { type Candidate, type Document, read } from './document.ts';
import { withArticles } from './names/articles.ts';
import { formFields } from './names/form-fields.ts';
import { labelledInitials } from './names/initials.ts';
import { judge } from './names/judge.ts';
import { propose } from './names/propose.ts';
import { rarities } from './names/rarity.ts';
import { readWords } from './names/reading.ts';
import { repeats } from './names/repeats.ts';
import { surnameFirst } from './names/surname-first.ts';
import { tables } from './names/tables.ts';
import { venues } from './names/venues.ts';
import { agesUnder90 } from './patterns/age-band.ts';
import { patterns } from './patterns/index.ts';
import { namePlaceholders, placeholderPattern } from './placeholders.ts';
import { joinAddresses, settle } from './settle.ts';
import type { Finding, Lexicon, Suspect } from './types.ts';
import { wordKey } from './word-key.ts';

export interface ScanOptions {
  /** Also replace ages under 90 by bands. */
  readonly ageBands?: boolean;
}

/** Findings of one text: in text order, not overlapping. */
export function scan(text: string, lexicon: Lexicon, options: ScanOptions = {}): Finding[] {
  const document = read(text, lexicon);
  const settled = joinAddresses(
    settle(unmarked(document, withArticles(document, candidates(document, options)))),
    document.text,
  );
  const kept = settled.filter(
    (one) => one.tier === 'remove' || !lexicon.alwaysKeep?.has(wordKey(document.text.slice(one.start, one.end))),
  );
  const named = namePlaceholders(kept, (one) => document.text.slice(one.start, one.end));
  let free = 0;
  return kept.flatMap((one, i) => {
    const { start: first, end } = document.toOriginal(one.start, one.end);
    // One typed sign may read as several letters ("㏆" as "C/kg"), and two findings may meet inside it: the first has it.
    const start = Math.max(first, free);
    if (start >= end) return [];
    free = end;
    const { type, tier, reason } = one;
    return [{ start, end, type, tier, reason, placeholder: named[i] ?? '[Detail left out]' }];
  });
}

/** Below this the learned tagger's opinion changes nothing. */
const lowestProbability = 0.02;

function candidates(document: Document, options: ScanOptions): Candidate[] {
  const words = readWords(document);
  const shaped = [
    ...Object.values(patterns).flatMap((detect) => detect(document)),
    ...formFields(document),
    ...tables(document),
    ...labelledInitials(document),
    ...surnameFirst(document, words),
  ];
  if (options.ageBands) shaped.push(...agesUnder90(document));
  const suspects = document.lexicon.suspects?.(document.text, lowestProbability);
  const redacted = document.text.search(placeholderPattern) >= 0;
  const proposals = propose(document, words, suspects);
  const named = suspects ? judge(words, proposals, shaped, redacted) : proposals.map((one) => one.candidate);
  const again = repeats(words, [...named, ...shaped]);
  const places = venues(words, [...shaped, ...named]);
  return [
    ...shaped,
    ...named,
    ...again,
    ...places,
    ...rarities(document),
    ...learnedRarities(document.text, redacted, suspects),
  ];
}

/** From this probability on the tagger's opinion that a phrase singles somebody out becomes a question: in text that
 * holds placeholders, and so was asked about before, only when it is firm. */
const likelyRare = { fresh: 0.35, redacted: 0.7 } as const;

/** Neighbouring pieces of one phrase, which the tagger may have cut where its certainty changes, as one question. */
function learnedRarities(text: string, redacted: boolean, suspects: readonly Suspect[] = []): Candidate[] {
  const found: Candidate[] = [];
  for (const { start, end, type, probability } of suspects) {
    if (type !== 'OTHER' || probability < likelyRare[redacted ? 'redacted' : 'fresh']) continue;
    const last = found.at(-1);
    if (last && /^[\s'’"“”-]{0,3}$/.test(text.slice(last.end, start))) found[found.length - 1] = { ...last, end };
    else found.push({ start, end, type: 'OTHER', tier: 'check', reason: 'onlyOne' });
  }
  return found;
}

/** Leaves what is already a placeholder, and platform markup that names a channel or everybody, as it is. */
function unmarked(document: Document, found: readonly Candidate[]): Candidate[] {
  const fixed = [
    ...document.text.matchAll(placeholderPattern),
    ...document.text.matchAll(/<#[^>\n]{1,100}>|<![a-z]+(?:\^[^>\n]{1,80})?>/g),
  ].map((match) => [match.index, match.index + match[0].length] as const);
  if (fixed.length === 0) return [...found];
  return found.filter((one) => !fixed.some(([start, end]) => one.start < end && one.end > start));
}

const gap = '\n\n';

/** Several form fields read as one text, so that the same person or place gets the same placeholder in all of them. */
export function scanFields(
  fields: Readonly<Record<string, string>>,
  lexicon: Lexicon,
  options: ScanOptions = {},
): Record<string, Finding[]> {
  const names = Object.keys(fields);
  const findings = scan(names.map((name) => fields[name] ?? '').join(gap), lexicon, options);
  let offset = 0;
  return Object.fromEntries(
    names.map((name) => {
      const length = (fields[name] ?? '').length;
      const [from, to] = [offset, offset + length];
      offset = to + gap.length;
      const own = findings
        .filter((finding) => finding.start < to && finding.end > from)
        .map((finding) => ({
          ...finding,
          start: Math.max(finding.start, from) - from,
          end: Math.min(finding.end, to) - from,
        }));
      return [name, own];
    }),
  );
}
