import type { Token } from '../tokens.ts';
import type { Lexicon } from '../types.ts';
import { agencies } from '../words/agencies.ts';
import { authorNames } from '../words/author-names.ts';
import { authors, eponyms } from '../words/authors.ts';
import { brands } from '../words/brands.ts';
import { citedAuthors } from '../words/cited-authors.ts';
import { calendarWords } from '../words/days.ts';
import { fixedPhrases } from '../words/fixed-phrases.ts';
import { clinicalShort } from '../words/function-words.ts';
import { shortNames } from '../words/instruments.ts';
import type { PhraseTable } from '../words/list.ts';
import { medicines } from '../words/medicines.ts';
import { instrumentHeads, theoryWords } from '../words/method-words.ts';
import { clientWords, kinLabels, namingWords, personVerbs, titles } from '../words/people.ts';
import { peoples } from '../words/peoples.ts';
import { safePhrases } from '../words/safe-phrases.ts';
import { stories } from '../words/stories.ts';
import { topics } from '../words/topics.ts';

/**
 * What the clinical safe list says about a word: a known author or eponym that may still be a person; cited, one that the text
 * quotes; safe unless something firm says that it is a name; fixed, part of a phrase that means one thing whoever says it.
 */
export type Safety = 'fixed' | 'cited' | 'safe' | 'author' | undefined;

const alwaysSafe = new Set(
  [clinicalShort, medicines, calendarWords, topics, peoples, agencies, brands, stories].flatMap((list) => [...list]),
);

/** Of these the ones that nothing makes a name, unless a list of names or towns holds them too. */
const things = new Set([medicines, peoples, agencies, brands].flatMap((list) => [...list]));
const isThing = (low: string, lexicon: Lexicon): boolean =>
  low.length > 3 && things.has(low) && lexicon.firstName(low) + lexicon.lastName(low) + lexicon.place(low) === 0;

const following = /^(\p{L}{3,20}?)(?:ians?|eans?|ists?)$/u;

/** "the Kleinians outnumber the Jungians": who follows an author. */
function isSchool(low: string): boolean {
  const stem = following.exec(low)?.[1];
  return stem !== undefined && (authors.has(stem) || authors.has(`${stem}e`) || authors.has(`${stem}s`));
}

/** Looks every word up once, single words and phrases. Index i answers for token i. */
export function safetyOf(tokens: readonly Token[], lexicon: Lexicon): Safety[] {
  const safety: Safety[] = tokens.map((token, i) => {
    if (token.kind !== 'word') return undefined;
    // "JASPER" is a therapy and "Jasper" a person: short names that are also given names need their capitals.
    if (shortNames.has(token.low) && (token.text === token.text.toUpperCase() || lexicon.firstName(token.low) === 0))
      return 'safe';
    if (isSchool(token.low)) return 'fixed';
    if (alwaysSafe.has(token.low)) return isThing(token.low, lexicon) ? 'fixed' : 'safe';
    return (authors.has(token.low) || eponyms.has(token.low)) && !isPerson(tokens, i) ? 'author' : undefined;
  });
  cite(tokens, safety, lexicon);
  const starts = phraseStarts(tokens);
  markPhrases(tokens, starts, safety, safePhrases, 'safe');
  markPhrases(tokens, starts, safety, fixedPhrases, 'fixed');
  markPhrases(tokens, starts, safety, authorNames, 'fixed', isSomebody);
  markInstruments(tokens, safety, lexicon);
  return safety;
}

/** By the first word of phrases their second words, undefined for a phrase of one word: asked once for all tables. */
const seconds = new Map<string, (string | undefined)[]>();
for (const table of [safePhrases, fixedPhrases, authorNames]) {
  for (const [first, phrases] of table)
    seconds.set(first, [...(seconds.get(first) ?? []), ...phrases.map(([, second]) => second)]);
}

/** Where a phrase of any table may begin. */
function phraseStarts(tokens: readonly Token[]): number[] {
  const starts: number[] = [];
  for (const [i, { low }] of tokens.entries()) {
    const known = seconds.get(low);
    if (known && (known.includes(undefined) || known.includes(tokens[i + 1]?.low))) starts.push(i);
  }
  return starts;
}

function markPhrases(
  tokens: readonly Token[],
  starts: readonly number[],
  safety: Safety[],
  phrases: PhraseTable,
  as: Safety,
  unless?: (tokens: readonly Token[], from: number, to: number) => boolean,
): void {
  for (const i of starts) {
    const phrase = phrases.get(tokens[i]?.low ?? '')?.find((words) => standsAt(tokens, i, words));
    if (phrase === undefined || unless?.(tokens, i, i + phrase.length)) continue;
    for (let k = i; k < i + phrase.length; k++) if (safety[k] !== 'fixed') safety[k] = as;
  }
}

function standsAt(tokens: readonly Token[], from: number, words: readonly string[]): boolean {
  for (let k = 0; k < words.length; k++) if (tokens[from + k]?.low !== words[k]) return false;
  return true;
}

const met = new Set('saw see seeing met meet meeting treating treated for re regarding with w'.split(' '));
/** What authors do in a text about methods, too. */
const authorsDo = new Set(
  'says said say is was has had wrote writes thinks thought tells told feels felt wants needs gets got keeps kept asks'.split(
    ' ',
  ),
);

/** "Client Devon Price, 24", "her husband Bruce Perry hits her": whoever else is called so, here it is somebody of the case. */
function isSomebody(tokens: readonly Token[], from: number, to: number): boolean {
  const marked = /^[:="'(,-]$/.test(tokens[from - 1]?.text ?? '') ? from - 2 : from - 1;
  const linked = /^(?:is|was|s|'s)$/.test(tokens[marked]?.low ?? '') ? marked - 1 : marked;
  const known = (low: string): boolean => clientWords.has(low) || kinLabels.has(low) || namingWords.has(low);
  const [before, subject] = [tokens[marked]?.low ?? '', tokens[linked]?.low ?? ''];
  if (known(before) || known(subject) || met.has(before) || /^(?:mr|mrs|ms|mx|miss)$/.test(titleBefore(tokens, from)))
    return true;
  const next = tokens[to];
  const age = next && /^[,(]$/.test(next.text) ? tokens[to + 1] : next;
  if (age?.kind === 'number' && age.text.length < 4) return true;
  return next !== undefined && personVerbs.has(next.low) && !authorsDo.has(next.low);
}

/**
 * "Clutter Image Rating", "Cambridge Gambling Task", "Draw-A-Person Test", "Sinclair Method": a run of capitals that ends in
 * the word for an instrument or a method names just that, unless a given name opens it, or what
 * may be a surname stands alone before it ("Okafor Test results").
 */
function markInstruments(tokens: readonly Token[], safety: Safety[], lexicon: Lexicon): void {
  tokens.forEach((head, i) => {
    if (!instrumentHeads.has(head.low) || !isTitled(head)) return;
    let from = i;
    for (let at = i - 1; at >= 0 && i - at < 10 && !tokens[at + 1]?.newLine; at--) {
      const token = tokens[at] as Token;
      if (token.kind === 'word' && isTitled(token) && !titles.has(token.low)) from = at;
      else if (!/^(?:-|&|of|and|for|the|to|in|'s)$/.test(token.low)) break;
    }
    const opens = tokens[from];
    if (from === i || opens === undefined) return;
    const alone = i - from === 1 && (lexicon.word(opens.low) === 0 || lexicon.lastName(opens.low) > 1);
    if (safety[from] === undefined && (alone || lexicon.firstName(opens.low) > 1)) return;
    for (let at = from; at <= i; at++) safety[at] = 'fixed';
  });
}

const isTitled = (token: Token): boolean => /^\p{Lu}/u.test(token.text);

/** Common surnames that the text cites: "Mitchell (1988)", "Gordon et al.", "Farrell's model", "Arntz and Shaw". */
function cite(tokens: readonly Token[], safety: Safety[], lexicon: Lexicon): void {
  const anchors = tokens.map(
    (token, i) => safety[i] === 'author' && lexicon.lastName(token.low) < 2 && lexicon.firstName(token.low) === 0,
  );
  const linked = (i: number, step: 1 | -1): boolean => {
    const [first, second] = [i + step, i + 2 * step];
    if (!/^(?:and|&|,|\/|-|vs|versus)$/.test(tokens[first]?.low ?? '')) return false;
    if (anchors[second]) return true;
    // "Stolorow, Atwood, and Orange"
    return tokens[first]?.low !== ',' && tokens[second]?.low === ',' && anchors[second + step] === true;
  };
  tokens.forEach((token, i) => {
    const sure = safety[i] === 'author';
    if (!sure && (safety[i] !== undefined || !citedAuthors.has(token.low))) return;
    const behind = tokens[i + 1]?.low === "'s" || tokens[i + 1]?.low === "'" ? i + 2 : i + 1;
    const next = tokens[behind]?.low ?? '';
    const dated = next === '(' && /^(?:19|20)\d\d$/.test(tokens[behind + 1]?.low ?? '');
    if (dated || (next === 'et' && tokens[behind + 1]?.low === 'al')) safety[i] = 'cited';
    else if (sure || isPerson(tokens, i) || titles.has(titleBefore(tokens, i))) return;
    else if (theoryWords.has(next)) safety[i] = 'author';
    else if (linked(i, -1) || linked(i, 1)) {
      safety[i] = lexicon.firstName(token.low) < 2 ? 'cited' : 'author';
      anchors[i] = linked(i, -1);
    }
  });
}

const families = new Set(
  'family household residence twins sisters brothers siblings boys girls kids children couple'.split(' '),
);

/** "Ms. Beck", "the Novaco family came in", unlike "the Bowen family systems model": a person, whoever else is called so. */
function isPerson(tokens: readonly Token[], i: number): boolean {
  if (/^(?:mr|mrs|ms|mx|miss)$/.test(titleBefore(tokens, i))) return true;
  return (
    tokens[i - 1]?.low === 'the' &&
    families.has(tokens[i + 1]?.low ?? '') &&
    !/^(?:system|systems|therapy|therapist|model|map|sculpt|sculpting|theory)$/.test(tokens[i + 2]?.low ?? '')
  );
}

/** The word before, across the point of "Dr." */
const titleBefore = (tokens: readonly Token[], i: number): string =>
  (tokens[i - 1]?.text === '.' ? tokens[i - 2] : tokens[i - 1])?.low ?? '';
