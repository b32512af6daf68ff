import type { Candidate } from '../document.ts';
import { wordSet } from '../words/list.ts';
import { clientWords } from '../words/people.ts';
import { nameRun } from './persons.ts';
import type { Word } from './word.ts';

const at = (words: readonly Word[], index: number): string => words[index]?.low ?? '';

const quotes = wordSet('" “ ” \' ‘ ’ ( ) * _');
const copulas = wordSet("is was 's isn't wasn't that's thats it's its");
const owners = wordSet('his her their my our the its a');
const kindsOfName = wordSet(
  'real legal actual given first last middle full birth chosen preferred surname maiden dead only street stage own new old',
);
const nameWords = wordSet('name nickname surname deadname handle alias');
const persons = wordSet('him her them me');
const calls = wordSet('call calls called calling');
/** No more words stand between "what" and "calls": "is what everybody on the ward calls him". */
const reach = 6;

const skip = (words: readonly Word[], index: number, step: 1 | -1): number => {
  let found = index;
  while (quotes.has(words[found]?.text ?? '')) found += step;
  return found;
};

/** "goes by", "answers to": nothing but a name follows, with or without a capital. */
function isAnnounced(words: readonly Word[], from: number): boolean {
  const index = skip(words, from - 1, -1);
  const [low, before] = [at(words, index), at(words, index - 1)];
  if (low === 'by') return /^(?:go|goes|went|going)$/.test(before);
  return low === 'to' && /^answer(?:s|ed)?$/.test(before);
}

/** "calls her", "know him as": what somebody is called follows, but also what somebody is called an idiot for. */
function isCalled(words: readonly Word[], from: number): boolean {
  const index = skip(words, from - 1, -1);
  const [low, before] = [at(words, index), at(words, index - 1)];
  if (persons.has(low)) return calls.has(before);
  return low === 'as' && (persons.has(before) || /^(?:known|signs|signed|listed|registered|introduced)$/.test(before));
}

/** "is her legal name", "(his last name)", and behind a capital ", that's my client's name". */
function isExplained(words: readonly Word[], to: number): boolean {
  let index = skip(words, to + 1, 1);
  if (/^[,.–—-]$/.test(at(words, index))) index++;
  index = skip(words, index, 1);
  if (words[index]?.low === 'that' && copulas.has(at(words, index + 1))) index++;
  const opened = words[index - 1]?.text === '(' || words[index - 1]?.text === ',';
  if (copulas.has(at(words, index))) index++;
  else if (!opened || (words[index - 1]?.text === ',' && !words[to]?.capital)) return false;
  if (!owners.has(at(words, index))) return false;
  index++;
  while (clientWords.has(at(words, index)) || at(words, index) === "'s") index++;
  while (kindsOfName.has(at(words, index))) index++;
  return nameWords.has(at(words, index)) && at(words, index + 1) !== 'of' && at(words, index + 1) !== 'for';
}

/** "is what mom calls her", ", as the family calls him". */
function isWhatTheyCall(words: readonly Word[], to: number): boolean {
  let index = skip(words, to + 1, 1);
  if (at(words, index) === ',') index++;
  if (copulas.has(at(words, index))) index++;
  if (!/^(?:what|how|as)$/.test(at(words, index))) return false;
  for (let verb = index + 1; verb <= index + reach; verb++) {
    const word = words[verb];
    if (word?.kind !== 'word') return false;
    if (calls.has(word.low)) return persons.has(at(words, verb + 1));
  }
  return false;
}

/** The text itself says of words `from` to `to` (inclusive) that somebody is called so. */
export const isSaidToBeName = (words: readonly Word[], from: number, to: number): boolean =>
  isAnnounced(words, from) ||
  isExplained(words, to) ||
  isWhatTheyCall(words, to) ||
  (isCalled(words, from) && isMarked(words, from, to));

/** With a capital or in quotation marks. */
const isMarked = (words: readonly Word[], from: number, to: number): boolean =>
  words[from]?.capital === true ||
  (quotes.has(words[from - 1]?.text ?? '') && quotes.has(words[to + 1]?.text ?? '') && words[to + 1]?.text !== '(');

/** Names that nothing else shows: ordinary words, in small letters too. */
export function saidNames(words: readonly Word[]): Candidate[] {
  const found: Candidate[] = [];
  for (const word of words) {
    if (word.kind !== 'word' || word.text.length < 2 || word.role || (word.grammar && !word.capital)) continue;
    const to = word.capital ? nameRun(words, word.index) : word.index;
    if (!isSaidToBeName(words, word.index, to)) continue;
    const end = words[to]?.end ?? word.end;
    found.push({ start: word.start, end, type: 'NAME', tier: 'remove', reason: 'namedPerson' });
  }
  return found;
}
