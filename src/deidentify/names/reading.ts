import type { Document } from '../document.ts';
import type { Token } from '../tokens.ts';
import type { Lexicon } from '../types.ts';
import { foreignWords } from '../words/foreign-words.ts';
import { functionWords } from '../words/function-words.ts';
import { medicines, namedLikePeople, takingWords } from '../words/medicines.ts';
import { clientWords, kinLabels, titles } from '../words/people.ts';
import { type Safety, safetyOf } from '../words/safe.ts';
import { frameOf, personFrom } from './frames.ts';

/** A token with what the lists say about it. Every name detector asks the same questions, so they are answered once. */
export interface Word extends Token {
  readonly index: number;
  /** Written with a capital in text that also uses small letters. */
  readonly capital: boolean;
  /** Ordinary English word: 3 very common … 0 not listed. */
  readonly common: number;
  readonly first: number;
  readonly last: number;
  readonly place: number;
  readonly grammar: boolean;
  readonly safety: Exclude<Safety, 'fixed' | 'cited'>;
  /** Cited, or part of a phrase that means one thing whoever says it ("Rhode Island", "robbing Peter to pay Paul"): never a name. */
  readonly fixed: boolean;
  /** Short form in capitals, "CAPS", "LPCs": an instrument, a credential or an organisation, hardly a person. */
  readonly acronym: boolean;
  /** Called like a person and something that is taken: "Camila for contraception". */
  readonly thing: boolean;
  /** A word for people and their roles, in small letters: never the name itself. */
  readonly role: boolean;
}

const shortForm = /^(?:\p{Lu}{2,7}s?|\p{Lu}[\p{L}]?\p{Lu}{1,5})$/u;

/** The tokens as words. `all` holds every token, marks included, so neighbours are neighbours. */
export function readWords(document: Document): readonly Word[] {
  const { tokens, lexicon } = document;
  const safety = safetyOf(tokens, lexicon);
  const shouted = shoutedLines(tokens);
  const seen = new Map<string, Listed>();
  const words = tokens.map((token, index): Reading => {
    const said = safety[index];
    const isWord = token.kind === 'word';
    const known = isWord && token.low.length > 1;
    const capital = isWord && !shouted[index] && token.text[0] !== token.text[0]?.toLowerCase();
    let listed = known ? seen.get(token.low) : unlisted;
    if (listed === undefined) {
      listed = look(lexicon, token.low);
      seen.set(token.low, listed);
    }
    const { first, last, place } = listed;
    return {
      // Written out field by field: spreading the token costs more than everything else here.
      start: token.start,
      end: token.end,
      text: token.text,
      low: token.low,
      kind: token.kind,
      glued: token.glued,
      newLine: token.newLine,
      opening: token.opening,
      index,
      capital,
      acronym: capital && shortForm.test(token.text) && (token.text.length < 4 || first + last + place === 0),
      role: isWord && isRole(tokens, index, capital, listed.person || !known),
      common: capital ? listed.commonAsName : listed.common,
      first,
      last,
      place,
      grammar: isWord && functionWords.has(token.low),
      safety: said === 'fixed' ? 'safe' : said === 'cited' ? 'author' : said,
      fixed: said === 'fixed' || said === 'cited',
      thing: false,
    };
  });
  markTaken(words);
  overrule(words);
  return words;
}

type Reading = { -readonly [Key in keyof Word]: Word[Key] };

/** How far around a word what is taken may be spoken of. */
const takenReach = 7;
/** A frame that outweighs talk of medicines: a title, an age, "my client Molly". */
const firmFrame = 2.5;

/** "Camila for contraception", "Molly and ketamine": called like people, and things here. */
function markTaken(words: Reading[]): void {
  for (const word of words) {
    if (!namedLikePeople.has(word.low) || frameOf(words, word.index, word.index) >= firmFrame) continue;
    const near = words.slice(Math.max(0, word.index - takenReach), word.index + takenReach);
    if (near.some((other) => other !== word && (takingWords.has(other.low) || isMedicine(other)))) {
      word.safety = 'safe';
      word.fixed = true;
      word.thing = true;
    }
  }
}

const isMedicine = (word: Word): boolean =>
  word.thing || (medicines.has(word.low) && word.text.length > 4 && !namedLikePeople.has(word.low));

/** What a list calls an author, a country or a colour is a person where its sentence says so. */
function overrule(words: Reading[]): void {
  const people = new Set<string>();
  for (const word of words) {
    if (word.safety === undefined || word.thing || word.kind !== 'word' || word.grammar || word.text.length < 3)
      continue;
    if (!mayBeName(word) && !isTitled(words, word.index)) continue;
    if (frameOf(words, word.index, lastOf(words, word.index)) < (word.fixed ? surelyFrom : personFrom)) continue;
    people.add(word.low);
    release(word);
  }
  if (people.size === 0) return;
  // "Mr. Klein is 41. Today Klein cried.": the same word again, unless its own sentence says that it is a work's.
  for (const word of words) {
    if (word.safety === undefined || word.thing || !people.has(word.low) || !word.capital) continue;
    if (frameOf(words, word.index, word.index) >= 0) release(word);
  }
}

/** Only a firm frame makes a person of a state or of a word of a set phrase. */
const surelyFrom = 3.1;

const mayBeName = (word: Word): boolean =>
  word.safety === 'author'
    ? word.capital || word.common < 2 || word.last > 0
    : word.capital && (word.first > 0 || word.last > 0);

/** "mr black is late again". */
const isTitled = (words: readonly Word[], index: number): boolean =>
  /^(?:mr|mrs|ms|mx|miss)$/.test(words[words[index - 1]?.text === '.' ? index - 2 : index - 1]?.low ?? '');

/** A second word of a full name that the lists hold back as well: "John Bowlby". */
function lastOf(words: readonly Word[], index: number): number {
  const next = words[index + 1];
  return next?.kind === 'word' && next.capital && next.safety !== undefined && next.last > 0 ? index + 1 : index;
}

function release(word: Reading): void {
  word.safety = undefined;
  word.fixed = false;
  word.role = false;
}

/** What the lists say about a word, whatever stands around it: asked once a text. */
interface Listed extends Pick<Word, 'first' | 'last' | 'place' | 'common'> {
  /** How common it is when a capital says that it may be a name. */
  readonly commonAsName: number;
  /** Said of people by what they are: "client", "mom", "dr". */
  readonly person: boolean;
}
const unlisted: Listed = { first: 0, last: 0, place: 0, common: 0, commonAsName: 0, person: false };
const saysPerson = (low: string): boolean => clientWords.has(low) || low in kinLabels || titles.has(low);

function look(lexicon: Lexicon, low: string): Listed {
  const [first, last] = [lexicon.firstName(low), lexicon.lastName(low)];
  const common = commonness(lexicon, low, first + last > 0);
  const commonAsName = first + last > 0 ? common : commonness(lexicon, low, true);
  return { first, last, place: lexicon.place(low), common, commonAsName, person: saysPerson(low) };
}

/** "mom", "Dr.", "Nana", and what is glued to a number ("8th", "20mg"): said of people or figures, never the name itself. */
function isRole(tokens: readonly Token[], index: number, capital: boolean, perhaps: boolean): boolean {
  const token = tokens[index];
  if (!token) return false;
  const prior = tokens[index - 1];
  if (token.glued && prior?.kind === 'number' && token.text.length < 3) return true;
  if (!perhaps || !saysPerson(token.low)) return false;
  // "Dean" and "Major" are also given names: with a capital they are a role before a point or another capital.
  return !capital || !alsoGiven.has(token.low) || /^(?:\.|\p{Lu})/u.test(tokens[index + 1]?.text ?? '');
}
const alsoGiven = new Set(
  'dean major judge duke earl baron bishop deacon pastor marshal chance sonny sissy junior lola lolo nana papa mina tia precious gal guy rabbi king lord lady general dame sage miss'.split(
    ' ',
  ),
);

const endings = /(?:'?s|es|ed|d|ing|er|ers|ish|y|ly|ness|less|ful|able|ally|ation|ations|ized?|ise[ds]?)$/;

/** How common a word is, counting inflections and compounds of listed words ("whiteboard", "chatbots"). */
function commonness(lexicon: Lexicon, low: string, perhapsName: boolean): number {
  const band = lexicon.word(low);
  if (band > 0) return band;
  if (foreignWords.has(low)) return 2;
  if (perhapsName || low.length < 5 || low.length > 24) return 0;
  const stem = low.replace(endings, '');
  if (stem.length > 2 && stem !== low && (lexicon.word(stem) > 0 || lexicon.word(`${stem}e`) > 0)) return 1;
  for (let cut = 3; cut <= low.length - 3; cut++) {
    if (lexicon.word(low.slice(0, cut)) > 1 && lexicon.word(low.slice(cut)) > 1) return 1;
  }
  return 0;
}

/** Lines typed in capitals say nothing by a capital: they are read like lines in small letters. */
function shoutedLines(tokens: readonly Token[]): boolean[] {
  const shouted: boolean[] = new Array(tokens.length).fill(false);
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    while (to < tokens.length && !tokens[to]?.newLine && !/^[.!?]$/.test(tokens[to - 1]?.text ?? '')) to++;
    const words = tokens.slice(from, to).filter((token) => token.kind === 'word' && token.text.length > 1);
    const upper = words.filter((token) => token.text === token.text.toUpperCase()).length;
    if (words.length >= 4 && upper / words.length > 0.7) shouted.fill(true, from, to);
    from = to;
  }
  return shouted;
}

/** The word before, skipping opening quotes, brackets and emphasis marks. */
export function before(words: readonly Word[], index: number, skip = /^["'(*_~[]$/): Word | undefined {
  let at = index - 1;
  while (at >= 0 && skip.test(words[at]?.text ?? '')) at--;
  return words[at];
}
