import { isPossessive } from '../letters.ts';
import { genericModifiers, opensWindow } from '../words/organizations.ts';
import { clientWords, kinLabels, personVerbs } from '../words/people.ts';
import { headKind, type Window } from './organization-heads.ts';
import { before, type Word } from './reading.ts';

/** One to three telling words before a head in small letters: "north ridge middle school". */
export function lowerWindow(words: readonly Word[], i: number): Window | undefined {
  let from = i;
  let plain = false;
  for (let at = i - 1; at >= 0 && i - at <= 4; at--) {
    const word = words[at] as Word;
    if (words[at + 1]?.newLine) break;
    if (word.kind === 'mark' && /^[&'.-]$/.test(word.text) && at > 0) continue;
    if (isPossessive(word.text)) continue;
    if (
      word.kind !== 'word' ||
      word.grammar ||
      (genericModifiers.has(word.low) && !headKind(word.low)) ||
      kinLabels.get(word.low) ||
      personVerbs.has(word.low) ||
      clientWords.has(word.low)
    )
      break;
    if (word.safety === 'safe' && !/^(?:north|south|east|west)/.test(word.low)) break;
    from = at;
    if (word.common === 0 || word.place > 1 || word.last > 1) plain = true;
  }
  if (from === i) return undefined;
  const telling = words
    .slice(from, i)
    .filter((word) => word.kind === 'word' && !headKind(word.low) && !genericModifiers.has(word.low));
  const prior = before(words, from);
  const opened = prior !== undefined && opensWindow.has(prior.low);
  if (telling.length === 0 || (!opened && !plain)) return undefined;
  let to = i;
  while (words[to + 1]?.kind === 'word' && !words[to + 1]?.newLine && headKind(words[to + 1]?.low ?? '')) to++;
  return [from, to, plain && opened ? 'remove' : 'check'];
}
