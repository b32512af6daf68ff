import type { Candidate } from '../document.ts';
import { isPossessive } from '../letters.ts';
import { leadingHeads, sites, strongLower } from '../words/organizations.ts';
import { capitalWindow } from './capital-window.ts';
import { lowerWindow } from './lower-window.ts';
import { type HeadKind, headKind, type Window } from './organization-heads.ts';
import type { Word } from './reading.ts';
import { isFormOfAddress } from './titled.ts';

/** Organizations by their last word: a run of capitals with a head in it, or one or two telling words before a head in small letters. */
export function organizations(words: readonly Word[]): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < words.length; i++) {
    const head = words[i];
    if (head?.kind !== 'word' || isFormOfAddress(words, i)) continue;
    // "Mine's Constance": a word of grammar that begins a sentence.
    if (head.grammar && head.opening && !head.acronym) continue;
    const read = windowAt(words, i, head);
    if (!read) continue;
    const [[from, to, tier], kind] = read;
    const { reason, label } = lastKind(words, from, to) ?? kind;
    found.push({ start: words[from]?.start ?? 0, end: words[to]?.end ?? 0, type: 'ORG', reason, label, tier });
    i = to;
  }
  return found;
}

/** The name that a head word ends, or begins where a language puts the kind first, and what kind the word says it is. */
function windowAt(words: readonly Word[], i: number, head: Word): readonly [Window, HeadKind] | undefined {
  const leading = leadingHeads.has(head.low) && !head.capital ? leadingWindow(words, i) : undefined;
  const site = sites.has(head.low) && !head.capital ? siteWindow(words, i) : undefined;
  const kind: HeadKind | undefined =
    headKind(head.low) ??
    (leading && { reason: 'organisation', label: 'Organization' }) ??
    (site && { reason: 'employer', label: 'Employer' });
  if (!kind) return undefined;
  const span = leading ?? site ?? ownWindow(words, i, head);
  return span && [span, kind];
}

function ownWindow(words: readonly Word[], i: number, head: Word): Window | undefined {
  if (head.capital) return capitalWindow(words, i);
  return strongLower.has(head.low) ? lowerWindow(words, i) : undefined;
}

/** "Sunrise Recovery Center": of several heads the last one tells the kind. */
function lastKind(words: readonly Word[], from: number, to: number): HeadKind | undefined {
  for (let at = to; at >= from; at--) {
    const kind = headKind(words[at]?.low ?? '');
    if (kind) return kind;
  }
  return undefined;
}

/** "escuela Benito Juárez", "boulangerie Petit Matin", "edificio Girasol". */
function leadingWindow(words: readonly Word[], i: number): Window | undefined {
  let to = i;
  for (let at = i + 1; at < words.length && at <= i + 6; at++) {
    const word = words[at] as Word;
    if (word.kind !== 'word' || word.newLine) break;
    if (word.capital && !word.acronym && word.safety !== 'safe') to = at;
    else if (!/^(?:de|del|la|las|los|du|des|le|san|santa|saint|der|von)$/.test(word.low)) break;
  }
  return to > i ? [i, to, 'remove'] : undefined;
}

/** "the Amazon warehouse", "Tesla plant". */
function siteWindow(words: readonly Word[], i: number): Window | undefined {
  let from = i;
  for (let at = i - 1; at >= 0 && i - at <= 3; at--) {
    const word = words[at] as Word;
    const owned = isPossessive(word.text, true) && from === at + 1;
    if (!owned && (!word.capital || word.grammar || word.opening || word.safety === 'safe')) break;
    from = at;
  }
  return from < i ? [from, i, 'check'] : undefined;
}
