import { isPossessive } from '../letters.ts';
import { genericModifiers, joiners } from '../words/organizations.ts';
import { clientWords, kinLabels, personVerbs } from '../words/people.ts';
import { headKind, type Window } from './organization-heads.ts';
import type { Word } from './reading.ts';

/** The run of capitals around a head word with a capital: "St. Aldhelm Medical Center", "Local 12". */
export function capitalWindow(words: readonly Word[], head: number): Window | undefined {
  const from = firstOf(words, head);
  const to = lastOf(words, head);
  if (from === to) return undefined;
  const body = words.slice(from, to + 1).filter((word) => word.kind === 'word' && !joiners.has(word.low));
  const telling = body.filter(
    (word) => !genericModifiers.has(word.low) && !headKind(word.low) && word.safety !== 'safe',
  );
  if (telling.length > 0) {
    const sure =
      telling.some((word) => !(word.opening && word.common > 0)) && !telling.every((word) => word.safety === 'author');
    return [from, to, sure ? 'remove' : 'check'];
  }
  // Heads only: "Sunrise Recovery Center" has a telling word, "Crisis Center" has none.
  const proper = body.filter((word) => !genericModifiers.has(word.low) && word.safety !== 'safe');
  return proper.length >= 2 && !body.some((word) => word.opening) ? [from, to, 'check'] : undefined;
}

function firstOf(words: readonly Word[], head: number): number {
  let from = head;
  for (let at = head - 1; at >= 0 && head - at < 9; at--) {
    const word = words[at] as Word;
    if (words[at + 1]?.newLine) break;
    if (opensName(word) || (word.kind === 'number' && words[at + 1]?.capital && !words[at + 1]?.opening)) from = at;
    else if (!isJoint(words, at)) break;
  }
  return from;
}

const opensName = (word: Word): boolean =>
  word.kind === 'word' &&
  (word.capital || isPossessive(word.text)) &&
  !(word.grammar && word.opening && !/^(?:St|Our|My|First|Second|Third)$/.test(word.text)) &&
  !kinLabels.get(word.low) &&
  !clientWords.has(word.low);

/** A word or sign that may stand inside a name: "of", "&", the point of "St."; "at" and "for" only behind another capital. */
function isJoint(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  const pointed = word.text === '.' && word.glued && /^(?:st|mt|ft|dr|co|no)$/i.test(words[at - 1]?.text ?? '');
  if (!joiners.has(word.low) && !pointed) return false;
  if (!/^(?:at|in|on|for|the|of|and)$/.test(word.low)) return true;
  return words[at - 1]?.capital === true && /^(?:of|and|the|for)$/.test(word.low);
}

const counted = /^(?:local|engine|company|co|station|troop|ps|district|ward|department|dept|lodge|post|unit|pack|no)$/i;

function lastOf(words: readonly Word[], head: number): number {
  let to = head;
  for (let at = head + 1; at < words.length && at - head < 8; at++) {
    const word = words[at] as Word;
    if (word.newLine) break;
    const isNumber = word.kind === 'number' && word.text.length < 4 && words[at - 1]?.capital && !word.glued;
    if (word.kind === 'word' && word.capital && !word.opening && !personVerbs.has(word.low)) to = at;
    else if (isNumber && counted.test(words[at - 1]?.text ?? '')) to = at;
    else if (/^(?:of|for|the|de|at|on|&|-|')$/.test(word.low) && follows(words, at)) continue;
    else if (isPossessive(word.text) && words[at + 1]?.capital) continue;
    else break;
  }
  return to;
}

function follows(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  const afterThe = next?.low === 'the' ? words[at + 2] : next;
  return afterThe?.kind === 'word' && afterThe.capital && !afterThe.newLine;
}
