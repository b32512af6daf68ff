import {
  type Fields,
  type Findings,
  type Lexicon,
  placeholderPattern,
  scanned,
  wordKey,
} from '../../../deidentify/index.ts';
import { type Alignment, align, mostInPlace, type Replaced } from './align.ts';
import { hiddenPlaceholder, nameIn, type PlaceholderName } from './placeholder-names.ts';
import { type Raw, type Review, rawOf, review } from './review.ts';

/** What an edit began from: a redacted text, and what memory still holds of how it came about. */
export interface Before {
  readonly fields: Fields;
  /** Placeholders in `fields` that are its author's choice. */
  readonly chosen: readonly string[];
  /** Words kept as "not about a client", as `wordKey`s. */
  readonly keep: readonly string[];
  readonly raw: Raw | null;
  readonly unsure: boolean;
  /** A colleague saw something in it that may identify a person: no word of it counts as kept. */
  readonly flagged: boolean;
}

/** A text after an edit: what goes to memory, what a review says, and what goes into the draft. */
export interface Edited {
  readonly raw: Raw;
  readonly seen: Review;
  readonly draft: {
    readonly fields: Record<string, string>;
    readonly chosen: string[];
    /** Hidden words may be back: its author looks before it can be posted. */
    readonly unsure: boolean;
    readonly foreign: boolean;
    readonly readOther: false;
    readonly attested: false;
  };
}

/** What a text from before drafts knew their author's placeholders holds of them. */
export const chosenByDefault: readonly string[] = [hiddenPlaceholder];

/** Words that can stand for anybody: nothing is hidden by hiding them. */
const generic = new Set(
  'a an the my our your his her their its this that these those i we you he she it they me us him them who someone somebody'.split(
    ' ',
  ),
);

/**
 * A text after an edit, with every choice that its author made before. What was hidden stays hidden although no code of
 * it is kept: the new text is aligned to the redacted one, and what stands in the place of a placeholder is hidden again.
 * The names of `colleagues` stay.
 */
export function edited(
  fields: Fields,
  before: Before | null,
  lexicon: Lexicon,
  colleagues: readonly string[] = [],
): Edited {
  const known = before?.raw ?? null;
  const again = before ? hiddenAgain(fields, before, lexicon) : nothing;
  const raw = rawOf(fields, {
    keep: [...new Set([...(before?.keep ?? []), ...(before ? keptAgain(fields, before, lexicon) : [])])],
    hide: [...new Set([...(known?.hide ?? []), ...again.hide])],
    names: { ...again.names, ...known?.names },
    colleagues,
  });
  const seen = review(raw, lexicon);
  return { raw, seen, draft: checked(seen, before?.chosen ?? [], (before?.unsure ?? false) || again.unsure) };
}

/** What a review says, as the part of a draft. `chosenBefore` counts while it still stands in the text. */
export function checked(seen: Review, chosenBefore: readonly string[], unsure: boolean): Edited['draft'] {
  const texts = Object.values(seen.fields);
  const still = chosenBefore.filter((one) => texts.some((text) => text.includes(one)));
  const chosen = [...new Set([...seen.chosen, ...still])];
  return { fields: { ...seen.fields }, chosen, unsure, foreign: seen.foreign, readOther: false, attested: false };
}

/** Doubtful words that stood in the redacted text were kept by its author, also where the filter doubts them anew. */
function keptAgain(fields: Fields, before: Before, lexicon: Lexicon): readonly string[] {
  if (before.raw !== null || before.flagged) return [];
  const visible = visibleIn(before.fields);
  return review(rawOf(fields), lexicon).doubts.flatMap(({ key }) => (visible.has(key) ? [key] : []));
}

interface Again {
  readonly hide: readonly string[];
  readonly names: Readonly<Record<string, PlaceholderName>>;
  readonly unsure: boolean;
}
const nothing: Again = { hide: [], names: {}, unsure: false };

const holdsPlaceholder = (fields: Fields): boolean =>
  Object.values(fields).some((text) => text.search(placeholderPattern) >= 0);

function hiddenAgain(fields: Fields, before: Before, lexicon: Lexicon): Again {
  if (!holdsPlaceholder(before.fields)) return nothing;
  const chosen = new Set(before.chosen);
  // Text of an edit that began after memory had let go holds placeholders itself: what they stood for is not known.
  const known = before.raw !== null && !holdsPlaceholder(before.raw.fields);
  const alignment = align(before.fields, fields);
  const findings = scanned(fields, lexicon);
  const visible = visibleIn(before.fields);
  const elsewhere = new Set(alignment.rest.flatMap(({ added }) => added));
  const hide = new Set<string>();
  const names: Record<string, PlaceholderName> = {};
  let unsure = !known && isAdrift(alignment, chosen);
  for (const place of alignment.replaced) {
    const own = place.placeholders.filter((one) => chosen.has(one));
    if (own.length === 0 && known) continue;
    const one = readPlace(place, fields, findings);
    if (knownIn(one.whole, before.raw?.hide ?? []) >= Math.max(own.length, 1)) continue;
    const found = one.covered.length;
    if (own.length === 0 && found >= place.placeholders.length) continue;
    if (!place.sure && found < place.placeholders.length) unsure = true;
    const name = own.length === 1 ? nameIn(own[0] ?? '') : null;
    for (const [i, key] of one.covered.entries()) {
      const stood = found === place.placeholders.length ? place.placeholders[i] : own[0];
      const given = stood !== undefined && chosen.has(stood) ? nameIn(stood) : null;
      if (given !== null) names[key] ??= given;
    }
    if (!place.sure && (own.length === 0 || known)) continue;
    // What the filter doubts can be kept; what its author hid stays hidden all the same.
    const stretch = own.includes(hiddenPlaceholder) ? one.whole : one.hides;
    const words = place.sure || place.words <= mostInPlace ? stretch : one.words.filter((w) => isRare(w, lexicon));
    for (const key of words) {
      // What stood beside the placeholders for all to see is not what they replaced.
      if (visible.has(key) || isGeneric(key)) continue;
      hide.add(key);
      if (name !== null && name !== 'other') names[key] = name;
    }
    for (const word of one.words) if (elsewhere.has(word) && isRare(word, lexicon)) hide.add(word);
  }
  return { hide: [...hide], names, unsure };
}

/** A hidden word lost its place, or stays beside new words of its own field: they could be that word. */
function isAdrift({ rest }: Alignment, chosen: ReadonlySet<string>): boolean {
  const own = (placeholders: readonly string[]) => placeholders.some((one) => chosen.has(one));
  const comes = (added: readonly string[]) => added.some((word) => !generic.has(word));
  const moved = rest.some(({ dropped }) => own(dropped)) && rest.some(({ added }) => comes(added));
  return moved || rest.some(({ kept, added }) => own(kept) && comes(added));
}

const isGeneric = (key: string): boolean => key.split(' ').every((word) => generic.has(word));
const isRare = (word: string, lexicon: Lexicon): boolean => lexicon.word(word) <= 1;

/** How many words that memory knows to be hidden stand in these runs. */
const knownIn = (runs: readonly string[], hide: readonly string[]): number =>
  hide.filter((key) => runs.some((run) => ` ${run} `.includes(` ${key} `))).length;

const visibleIn = (fields: Fields): ReadonlySet<string> => new Set(Object.values(fields).flatMap(runsOf));

/** Every word of a text and every run of a few, as `wordKey`s. */
function runsOf(text: string): string[] {
  return text.split(placeholderPattern).flatMap((part) => {
    const words = wordKey(part).split(' ');
    return words.flatMap((_, i) => Array.from({ length: mostInPlace }, (_, n) => words.slice(i, i + n + 1).join(' ')));
  });
}

/** The words in the place of a placeholder: those that the filter replaces anyway, and the rest, as `wordKey`s. */
function readPlace(place: Replaced, fields: Fields, findings: Findings) {
  const text = fields[place.field] ?? '';
  let { start, end } = place;
  // Words are hidden whole: "Blue-Bay", and "Rose" of "Rose's".
  while (/[\p{L}\p{N}\p{M}'’_-]/u.test(text[start - 1] ?? '')) start--;
  while (/[\p{L}\p{N}\p{M}_-]/u.test(text[end] ?? '')) end++;
  const inside = (findings[place.field] ?? []).filter((f) => f.start < end && f.end > start);
  const covered = inside.map((f) => wordKey(text.slice(f.start, f.end)));
  let rest = '';
  let from = start;
  for (const f of inside) {
    rest += `${text.slice(from, Math.max(from, f.start))}\n`;
    from = Math.max(from, f.end);
  }
  rest += text.slice(from, end);
  const whole = keysOf(text.slice(start, end));
  return { covered, hides: keysOf(rest), whole, words: whole.flatMap((key) => key.split(' ')) };
}

/** What can be hidden of a stretch, line by line. */
const keysOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map(wordKey)
    .filter((key) => key !== '');
