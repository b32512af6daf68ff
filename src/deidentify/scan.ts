import { type Candidate, type Document, read } from './document.ts';
import { sparing } from './language/clear-names.ts';
import { givenNames, surnamesBehind } from './language/given-names.ts';
import { type OtherParagraph, otherParagraphs } from './language/recognize.ts';
import { apart } from './names/apart.ts';
import { withoutDays } from './names/calendar.ts';
import { calledSo } from './names/called-so.ts';
import { formFields } from './names/form-fields.ts';
import { headsBehind } from './names/heads-behind.ts';
import { labelledInitials } from './names/initials.ts';
import { judge } from './names/judge.ts';
import { learnedRarities, likelyRarities } from './names/learned-rarities.ts';
import { letterPeople, withoutCounts } from './names/letter-people.ts';
import { withoutLooseWords } from './names/loose-words.ts';
import { withOwnEdges } from './names/own-edges.ts';
import type { Proposal } from './names/proposal.ts';
import { proposalsOf, propose } from './names/propose.ts';
import { rarities } from './names/rarity.ts';
import { readWords, type Word } from './names/reading.ts';
import { repeats } from './names/repeats.ts';
import { rideAlong } from './names/ride-along.ts';
import { settingOf } from './names/setting.ts';
import { withStepKin } from './names/step-kin.ts';
import { surnameFirst, withInitials } from './names/surname-first.ts';
import { tables } from './names/tables.ts';
import { withThings } from './names/things.ts';
import { withoutTitles } from './names/titled.ts';
import { withVehicles } from './names/vehicles.ts';
import { venues } from './names/venues.ts';
import { withoutLooseEnds } from './names/whole-phrase.ts';
import { agesUnder90 } from './patterns/age-band.ts';
import { patterns } from './patterns/index.ts';
import { namePlaceholders } from './placeholders.ts';
import { countBelow, overlapWith, type Range } from './ranges.ts';
import { alsoVeiled, placeholdersOf, veiled } from './replaced.ts';
import { joinAddresses, settle } from './settle.ts';
import type { Finding, Lexicon, Suspect } from './types.ts';
import { wordKey } from './word-key.ts';

export interface ScanOptions {
  /** Also replace ages under 90 by bands. */
  readonly ageBands?: boolean;
}

/** Findings of one text: in text order, not overlapping. */
export function scan(text: string, lexicon: Lexicon, options: ScanOptions = {}): Finding[] {
  const document = read(text, lexicon);
  const whole = withOwnEdges(document.text, settle(unmarked(document, steady(document, options))));
  const settled = withVehicles(document, apart(joinAddresses(whole, document.text), document.text));
  const kept = settled.filter((one) => one.tier === 'remove' || !isKept(document, one));
  const named = namePlaceholders(kept, document.text);
  let free = 0;
  return kept.flatMap((one, i) => {
    const { start: first, end } = document.toOriginal(one.start, one.end);
    // One typed sign may read as several letters ("㏆" as "C/kg"), and two findings may meet inside it: the first has it.
    const start = Math.max(first, free);
    if (start >= end) return [];
    free = end;
    const { type, tier, reason } = one;
    return [{ start, end, type, tier, reason, placeholder: named[i] ?? '[Detail left out]' }];
  });
}

/** Whether the group keeps it for good; what was kept long ago may have been kept with its article. */
function isKept({ text, lexicon }: Document, { start, end }: Candidate): boolean {
  if (lexicon.alwaysKeep === undefined || lexicon.alwaysKeep.size === 0) return false;
  const key = wordKey(text.slice(start, end));
  return lexicon.alwaysKeep.has(key) || lexicon.alwaysKeep.has(`the ${key}`);
}

/** Below this the learned tagger's opinion changes nothing. */
const lowestProbability = 0.02;

/** What the layers say of a text before anything is weighed. */
export interface Layers {
  /** What has a shape of its own, whatever the words around it: patterns, values of forms, cells of tables. */
  readonly shaped: readonly Candidate[];
  /** What the evidence decides about. */
  readonly proposals: readonly Proposal[];
}

export function layersOf(
  document: Document,
  words: readonly Word[],
  suspects: readonly Suspect[] | undefined,
  options: ScanOptions,
): Layers {
  const found = [
    ...Object.values(patterns).flatMap((detect) => detect(document)),
    ...formFields(document),
    ...tables(document),
    ...labelledInitials(document),
    ...surnameFirst(document, words),
  ];
  if (options.ageBands) found.push(...agesUnder90(document));
  // "In December people slump": a month or a holiday without a figure may be nobody's, and is weighed like a name.
  const isBare = (one: Candidate): boolean =>
    one.reason === 'monthOrDay' && !/\p{N}/u.test(document.text.slice(one.start, one.end));
  return {
    shaped: found.filter((one) => !isBare(one)),
    proposals: [...propose(document, words, suspects), ...proposalsOf('calendar', found.filter(isBare))],
  };
}

/** What stands in a text. In one that went through a scan before, no placeholder makes something of the words beside it. */
function steady(document: Document, options: ScanOptions): Candidate[] {
  const others = otherParagraphs(document.text, document.lexicon);
  const found = candidates(document, options, others);
  if (found.length === 0 || placeholdersOf(document.text).length === 0) return found;
  return alsoVeiled(document.text, found, candidates(veiled(document), options, others));
}

function candidates(document: Document, options: ScanOptions, others: readonly OtherParagraph[]): Candidate[] {
  const words = readWords(document);
  const all = document.lexicon.asksAll ?? false;
  const replaced = placeholdersOf(document.text);
  const isReplaced = overlapWith(replaced);
  // What stands in a placeholder says nothing of the text: "[Wife]" names nobody.
  const suspects = document.lexicon.suspects?.(document.text, lowestProbability).filter((one) => !isReplaced(one));
  const redacted = replaced.length > 0;
  const { shaped, proposals } = layersOf(document, words, suspects, options);
  const decided = suspects
    ? withThings(words, judge(words, proposals, shaped, { all }))
    : proposals.map((one) => one.candidate);
  const judged = withStepKin(words, withoutTitles(words, withoutDays(words, decided)));
  const starts = words.map((word) => word.start);
  const clear = [...sparing(words, judged, others), ...givenNames(words, others)];
  const whole = rideAlong(
    document.text,
    [...clear, ...shaped],
    suspects ?? [],
    (offset) => words[countBelow(starts, offset)],
  );
  const named = withInitials(words, [...clear, ...sparing(words, whole, others)]);
  const isForeign = overlapWith(others);
  const rare = learnedRarities(document.text, redacted, suspects ?? [], settingOf(words));
  const found = [
    ...shaped,
    ...named,
    ...headsBehind(words, [...named, ...shaped]),
    ...repeats(words, [...named, ...shaped]),
    ...surnamesBehind(words, named, isForeign),
    ...calledSo(words).filter((one) => !isForeign(one)),
    ...letterPeople(words, [...named, ...shaped]).filter((one) => !isForeign(one)),
    ...venues(words, [...shaped, ...named]).filter((one) => !isForeign(one)),
    ...(all ? rarities(document) : likelyRarities(document, suspects)),
    ...withoutLooseEnds(document.text, rare, [...shaped, ...named]),
  ];
  const settled = settle(withoutCounts(words, withStepKin(words, withoutTitles(words, withoutDays(words, found)))));
  return withoutLooseWords(words, settled, overlapWith(found.filter((one) => one.type === 'OTHER')));
}

const channelMarkup = /<#[^>\n]{1,100}>|<![a-z]+(?:\^[^>\n]{1,80})?>/g;

const markupOf = (text: string): Range[] =>
  [...text.matchAll(channelMarkup)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** Leaves what is already a placeholder, and platform markup that names a channel or everybody, as it is. */
function unmarked(document: Document, found: readonly Candidate[]): Candidate[] {
  const fixed = [...placeholdersOf(document.text), ...markupOf(document.text)];
  if (fixed.length === 0) return [...found];
  const isFixed = overlapWith(fixed);
  return found.filter((one) => !isFixed(one));
}

const gap = '\n\n';

/** Several form fields read as one text, so that the same person or place gets the same placeholder in all of them. */
export function scanFields(
  fields: Readonly<Record<string, string>>,
  lexicon: Lexicon,
  options: ScanOptions = {},
): Record<string, Finding[]> {
  const names = Object.keys(fields);
  const findings = scan(names.map((name) => fields[name] ?? '').join(gap), lexicon, options);
  let offset = 0;
  return Object.fromEntries(
    names.map((name) => {
      const length = (fields[name] ?? '').length;
      const [from, to] = [offset, offset + length];
      offset = to + gap.length;
      const own = findings
        .filter((finding) => finding.start < to && finding.end > from)
        .map((finding) => ({
          ...finding,
          start: Math.max(finding.start, from) - from,
          end: Math.min(finding.end, to) - from,
        }));
      return [name, own];
    }),
  );
}
