import type { Document } from '../document.ts';
import type { Token } from '../tokens.ts';
import type { Lexicon } from '../types.ts';
import { authors, eponyms } from '../words/authors.ts';
import { foreignWords } from '../words/foreign-words.ts';
import { functionWords } from '../words/function-words.ts';
import { wordSet } from '../words/list.ts';
import { alsoGiven } from '../words/name-words.ts';
import { clientWords, kinLabels, titles } from '../words/people.ts';
import { isNobody } from './nobody.ts';
import { markTaken, overrule, type Reading } from './overrule.ts';
import { safetyOf } from './safe.ts';
import type { Word } from './word.ts';

export type { Word };

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
      listed: isWord && (authors.has(token.low) || eponyms.has(token.low)),
      thing: false,
    };
  });
  markTaken(words);
  overrule(words);
  return words;
}

/** What the lists say about a word, whatever stands around it: asked once a text. */
interface Listed extends Pick<Word, 'first' | 'last' | 'place' | 'common'> {
  /** How common it is when a capital says that it may be a name. */
  readonly commonAsName: number;
  /** Said of people by what they are: "client", "mom", "dr". */
  readonly person: boolean;
}
const unlisted: Listed = { first: 0, last: 0, place: 0, common: 0, commonAsName: 0, person: false };
const saysPerson = (low: string): boolean => clientWords.has(low) || kinLabels.has(low) || titles.has(low);

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
  if (capital && isNobody(token.low) && !isTitled(prior) && !isTitled(tokens[index + 1])) return true;
  if (!perhaps || !saysPerson(token.low)) return false;
  // "Dean" and "Major" are also given names: with a capital they are a role before a point or another capital.
  return !capital || !alsoGiven.has(token.low) || /^(?:\.|\p{Lu})/u.test(tokens[index + 1]?.text ?? '');
}

/** "Legal says no" is an office, "Valley Legal" a firm. */
const isTitled = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text[0] !== token.text[0]?.toLowerCase();

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

const endsLine = (text: string): boolean => text === '.' || text === '!' || text === '?';

/** Lines typed in capitals say nothing by a capital: they are read like lines in small letters. */
function shoutedLines(tokens: readonly Token[]): boolean[] {
  const shouted: boolean[] = new Array(tokens.length).fill(false);
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    while (to < tokens.length && !tokens[to]?.newLine && !endsLine(tokens[to - 1]?.text ?? '')) to++;
    const words = tokens.slice(from, to).filter((token) => token.kind === 'word' && token.text.length > 1);
    const upper = words.filter((token) => token.text === token.text.toUpperCase()).length;
    if (words.length >= 4 && upper / words.length > 0.7) shouted.fill(true, from, to);
    from = to;
  }
  return shouted;
}

const openers = wordSet(`" ' ( * _ ~ [`);
const opens = { test: (text: string): boolean => openers.has(text) };

/** The word before, skipping opening quotes, brackets and emphasis marks. */
export function before(words: readonly Word[], index: number, skip: Pick<RegExp, 'test'> = opens): Word | undefined {
  let at = index - 1;
  while (at >= 0 && skip.test(words[at]?.text ?? '')) at--;
  return words[at];
}
