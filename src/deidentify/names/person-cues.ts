import { isPossessive } from '../letters.ts';
import { wordSet } from '../words/list.ts';
import {
  clientWords,
  kinLabels,
  meetingWords,
  namedPersonBefore,
  namingWords,
  personVerbs,
  titles,
} from '../words/people.ts';
import { before, type Word } from './reading.ts';
import { office, titleLabel } from './title-labels.ts';

export interface Cue {
  points: number;
  label?: string | undefined;
}

/** What stands before a word and says that a name follows: a title, kin, a client word, "named". */
export function cueBefore(words: readonly Word[], i: number): Cue {
  const word = words[i] as Word;
  const prior = before(words, i);
  if (!prior) return { points: 0 };
  const direct = words[i - 1] === prior;
  if (prior.text === '.' || prior.text === ':' || prior.text === ',' || prior.text === '=' || prior.text === '/') {
    const owner = before(words, prior.index);
    if (prior.text === '.' && owner && titles.has(owner.low) && prior.glued)
      return { points: 4.5, label: labelOf(owner) };
    if (/[:=]/.test(prior.text) && owner && kinLabels.get(owner.low))
      return { points: 3.5, label: kinLabels.get(owner.low) };
    if (/[:=]/.test(prior.text) && owner && (clientWords.has(owner.low) || namingWords.has(owner.low)))
      return { points: 3.5, label: 'Client' };
    if (prior.text === ',' && owner && kinLabels.get(owner.low) && word.capital)
      return { points: 1.5, label: kinLabels.get(owner.low) };
    // "My nine-year-old client, Lily, cried": no proof of a name, and what it is called if it is one.
    if (prior.text === ',' && owner && clientWords.has(owner.low) && word.capital)
      return { points: 0, label: 'Client' };
    if (prior.text === '/' && owner && kinLabels.get(owner.low) && word.capital)
      return { points: 1.5, label: kinLabels.get(owner.low) };
    return { points: 0 };
  }
  if (prior.text === '&' || prior.low === 'and' || prior.text === '+') {
    const peer = before(words, prior.index);
    const peered = peer && !peer.safety && !peer.grammar && peer.first > 0 && (peer.capital || peer.common === 0);
    return { points: peered ? 2 : 0 };
  }
  if (prior.newLine && prior.kind === 'mark') return { points: 0 };
  if (
    titles.has(prior.low) &&
    direct &&
    !(prior.low === 'general' || prior.low === 'principal' || prior.low === 'major')
  ) {
    return { points: kinLabels.get(prior.low) ? 3 : 4.5, label: labelOf(prior) };
  }
  if (kinLabels.get(prior.low)) return { points: direct ? 2.8 : 3.5, label: kinLabels.get(prior.low) };
  if (clientWords.has(prior.low)) return { points: direct ? 2.8 : 3.2, label: 'Client' };
  if (namingWords.has(prior.low))
    return { points: prior.low === 'known' || prior.low === 'surname' ? 2 : 3.5, label: bearerOf(words, prior.index) };
  if (prior.low === 'is' || prior.low === "'s" || prior.low === 'as' || prior.low === 'me' || prior.low === 'by') {
    const earlier = before(words, prior.index);
    if (earlier && (namingWords.has(earlier.low) || /^(?:goes|go|went|call|calls|calling)$/.test(earlier.low)))
      return { points: 3.5 };
    if (prior.low === 'is' && earlier && (kinLabels.get(earlier.low) || clientWords.has(earlier.low)) && word.capital)
      return { points: 2.5, label: kinLabels.get(earlier.low) ?? 'Client' };
    return { points: 0 };
  }
  if (prior.low === "i'm" || prior.low === 'its' || prior.low === "it's")
    return { points: word.first > 0 && (word.capital || word.common === 0) ? 1.5 : 0 };
  if (prior.low === 'f' || prior.low === 'm' || prior.low === 'yo' || prior.low === 'old')
    return { points: 1.5, label: 'Client' };
  if (meetingWords.has(prior.low) && word.first > 0) return { points: word.capital ? 1.5 : 1 };
  return { points: 0 };
}

/** How far before "named" its bearer may stand: "The daughter, nine years old, named Lily". */
const bearerReach = 8;

/** What the nearest word for kin or a client before "named" or "called" says of who bears the name. */
function bearerOf(words: readonly Word[], index: number): string | undefined {
  if (!/^(?:named|called)$/.test(words[index]?.low ?? '')) return undefined;
  for (let at = index - 1; at >= 0 && at >= index - bearerReach; at--) {
    const low = words[at]?.low ?? '';
    if (low === '.' || low === '?' || low === '!' || words[at + 1]?.newLine) return undefined;
    const label = kinLabels.get(low) ?? (clientWords.has(low) ? 'Client' : undefined);
    if (label) return label;
  }
  return undefined;
}

const labelOf = (title: Word): string =>
  office.has(title.low) ? titleLabel(title.low) : (kinLabels.get(title.low) ?? 'Person');

const closers = wordSet(`" ' * _ ~`);

interface Following extends Cue {
  /** Certain enough for a word that is mostly a verb: "Will is", "hope (8)". */
  firm: boolean;
}

/** What follows a name: an age, a pronoun in brackets, a possession, a verb that only people do. */
export function cueAfter(words: readonly Word[], run: number): Following {
  const none = { points: 0, firm: false };
  let at = run + 1;
  while (closers.has(words[at]?.text ?? '')) at++;
  const next = words[at];
  const second = words[at + 1];
  if (!next || next.newLine) return none;
  if ((next.text === '(' || next.text === ',') && second && isAge(words, at + 1))
    return { points: 2.5, firm: true, label: 'Client' };
  if (
    next.text === '(' &&
    second &&
    (/^(?:she|he|they|client|pt|cl|m|f|nb|mom|dad|wife|husband|son|dtr)$/.test(second.low) || kinLabels.get(second.low))
  )
    return { points: 2.5, firm: true, label: kinLabels.get(second.low) };
  if (next.kind === 'number' && isAge(words, at)) return { points: 2, firm: true, label: 'Client' };
  if (isPossessive(next.text, true) && next.glued) {
    const thing = second?.low ?? '';
    return { points: namedPersonBefore.has(thing) ? 2.5 : 1, firm: namedPersonBefore.has(thing) };
  }
  if ((next.low === 'and' || next.text === '&') && second && second.first > 1 && second.common < 2 && !second.safety)
    return { points: 1.5, firm: false };
  if (next.text === '=' || (next.text === ',' && second && kinLabels.get(second.low)))
    return { points: 1, firm: false };
  if (personVerbs.has(next.low) && next.kind === 'word') {
    const clear =
      /^(?:says|said|told|tells|wants|asks|asked|is|was|has|came|texted|called|emailed|denies|reports|lives|works|disclosed|lost|hit|cried|wasnt|isnt|hasnt|doesnt|didnt|thinks|feels|moved|refuses|died)$/.test(
        next.low,
      );
    return { points: clear ? 1.5 : 1, firm: clear };
  }
  return none;
}

/** "34M", "34 y/o", "15," "(8)": an age, not a score. */
function isAge(words: readonly Word[], at: number): boolean {
  const number = words[at];
  if (number?.kind !== 'number' || number.text.length > 2)
    return /^[mf]$/.test(number?.low ?? '') && words[at + 1]?.kind === 'mark';
  const next = words[at + 1];
  return !next || next.kind === 'mark'
    ? !/^[%/:+]$/.test(next?.text ?? '')
    : /^(?:m|f|yo|y|yr|yrs|year|years|mo|mos|male|female|nb|who|and|w|wks|is|has|in)$/.test(next.low);
}
