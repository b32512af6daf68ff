import type { Candidate, Document } from '../document.ts';
import { publicLinks } from '../patterns/link.ts';
import { overlapWith } from '../ranges.ts';
import type { Suspect } from '../types.ts';
import { families } from './families.ts';
import { initials } from './initials.ts';
import { learned } from './learned.ts';
import { saidNames } from './naming.ts';
import { organizations } from './organizations.ts';
import { persons } from './persons.ts';
import { places } from './places.ts';
import type { Proposal } from './proposal.ts';
import type { Word } from './reading.ts';

/** What a layer found, as proposals. */
export const proposalsOf = (layer: Proposal['layer'], candidates: readonly Candidate[]): Proposal[] =>
  candidates.map((candidate) => ({ start: candidate.start, end: candidate.end, layer, candidate }));

/** Every stretch that any layer takes for a name, place or organization. */
export function propose(
  document: Document,
  words: readonly Word[],
  suspects: readonly Suspect[] | undefined,
): Proposal[] {
  const isLink = overlapWith(publicLinks(document.text));
  return [
    ...learned(document.text, suspects ?? []),
    ...proposalsOf('person', persons(words)),
    ...proposalsOf(
      'person',
      families(words, (low) => ({ first: document.lexicon.firstName(low), last: document.lexicon.lastName(low) })),
    ),
    ...proposalsOf('person', saidNames(words)),
    ...proposalsOf('place', places(words, document.lexicon)),
    ...proposalsOf('organization', organizations(words)),
    ...proposalsOf('initials', initials(document)),
    ...(suspects ? proposalsOf('unknown', unknown(words)) : []),
  ].filter((one) => !isLink(one));
}

/** Words that no list explains: with a capital inside a sentence, or known to a list of names or places only. */
function unknown(words: readonly Word[]): Candidate[] {
  const found: Candidate[] = [];
  for (const word of words) {
    if (
      word.kind !== 'word' ||
      word.text.length < 3 ||
      word.common > 0 ||
      word.safety ||
      word.grammar ||
      word.role ||
      word.acronym
    )
      continue;
    if (!word.capital && word.first + word.last + word.place === 0) continue;
    found.push({ start: word.start, end: word.end, type: 'NAME', tier: 'check', reason: 'unclear' });
  }
  return found;
}
