import type { Candidate, Document } from '../document.ts';
import { overlapWith, type Range } from '../ranges.ts';
import type { Suspect } from '../types.ts';
import { officeOf, officesIn, rarities } from './rarity.ts';
import type { Setting } from './setting.ts';
import { wholePhrase } from './whole-phrase.ts';

/**
 * From this probability on the tagger's opinion that a phrase singles somebody out becomes a question: soonest in text about
 * somebody, later in general talk, and only when it is firm in text that holds placeholders, and so was asked about before.
 */
export const likelyRare = { somebody: 0.08, nobody: 0.35, redacted: 0.7, rule: 0.03 };
/**
 * In text about somebody the limit depends on how many words the phrase has: of what the tagger merely suspects a word alone, and
 * three to five of them, hardly ever single anybody out ("early covid winter"); two ("state librarian") and long phrases do.
 */
const leastBySize = (words: number): number => {
  if (words === 1) return 0.5;
  return words > 2 && words < 6 ? 0.2 : likelyRare.somebody;
};

/** A phrase is followed to its ends from this probability on: a false alarm should not grow. */
const firm = 0.3;
/** Between two pieces of one phrase: a word or two, no end of a clause. */
const within = /^(?:[\s'’"“”-]{0,3}|[^.!?;:\n]{1,14})$/;

interface Phrase extends Range {
  /** Of its likeliest piece. */
  readonly probability: number;
}

/**
 * Neighboring pieces of one phrase as one question: the tagger cuts it where its certainty changes, so that what is unlikely by
 * itself is a part of it where it touches what is likely.
 */
export function learnedRarities(
  text: string,
  redacted: boolean,
  suspects: readonly Suspect[],
  setting: Setting,
): Candidate[] {
  const about = setting.pronoun || setting.age || setting.client;
  const least = ({ start, end }: Range): number => {
    if (redacted || !about) return redacted ? likelyRare.redacted : likelyRare.nobody;
    return leastBySize(text.slice(start, end).split(/\s+/).length);
  };
  const found: Phrase[] = [];
  for (const { start, end, type, probability } of suspects) {
    if (type !== 'OTHER') continue;
    const last = found.at(-1);
    if (last && start - last.end < 16 && within.test(text.slice(last.end, start)))
      found[found.length - 1] = { start: last.start, end, probability: Math.max(last.probability, probability) };
    else found.push({ start, end, probability });
  }
  return found
    .filter((one) => one.probability >= least(one))
    .map((one) => {
      const { start, end } = one.probability >= firm ? wholePhrase(text, one) : one;
      return { start, end, type: 'OTHER', tier: 'check', reason: 'onlyOne' };
    });
}

/** Of the phrases that rules take for telling, rare offices and those that the tagger does not think nothing of. */
export function likelyRarities(document: Document, suspects: readonly Suspect[] | undefined): Candidate[] {
  if (!suspects) return rarities(document);
  const suspected = suspects.filter((one) => one.type === 'OTHER' && one.probability >= likelyRare.rule);
  const offices = officesIn(document);
  if (suspected.length + offices.length === 0) return [];
  const isSuspected = overlapWith(suspected);
  const isWanted = overlapWith([...suspected, ...offices]);
  return rarities(document, isWanted).flatMap((one) => (isSuspected(one) ? [one] : officeOf(document, one, offices)));
}
