import {
  type Fields,
  type Findings,
  isUnspaced,
  type Lexicon,
  nothingStands,
  placeholderPattern,
  type Reason,
  scanned,
  wordKey,
} from '../../../deidentify/index.ts';
import { type Alignment, align, mostInPlace, type Placeholder, type Replaced } from './align.ts';
import { keptAgain } from './kept-again.ts';
import { hiddenPlaceholder, nameIn, type PlaceholderName } from './placeholder-names.ts';
import { type Reported, withReported } from './reported.ts';
import { type Origins, type Raw, type Review, rawOf, review } from './review.ts';

/** What an edit began from: a redacted text, and what memory still holds of how it came about. */
export interface Before {
  readonly fields: Fields;
  /** Placeholders in `fields` that are its author's choice. */
  readonly chosen: readonly string[];
  /** Whose they are, as far as that is known: nothing is kept of it with a text that was posted. */
  readonly origins: Origins;
  /** Words kept as "not about a client", as `wordKey`s. */
  readonly keep: readonly string[];
  readonly raw: Raw | null;
  readonly unsure: boolean;
}

/** A text after an edit: what goes to memory, what a review says, and what goes into the draft. */
export interface Edited {
  readonly raw: Raw;
  readonly seen: Review;
  readonly draft: {
    readonly fields: Record<string, string>;
    readonly chosen: string[];
    readonly origins: Record<string, { at: number; reason: Reason }[]>;
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

type Around = Partial<Pick<Raw, 'colleagues' | 'standing'> & { readonly reported: Reported }>;

/**
 * A text after an edit, with every choice that its author made before. What was hidden stays hidden although no code of
 * it is kept: the new text is aligned to the redacted one, and what stands in the place of a placeholder is hidden again.
 * The names of `colleagues` stay. Placeholders go on after those that stand around the text.
 */
export function edited(
  fields: Fields,
  before: Before | null,
  lexicon: Lexicon,
  { colleagues = [], standing = before?.raw?.standing, reported }: Around = {},
): Edited {
  const known = before?.raw ?? null;
  const again = before ? hiddenAgain(fields, before, lexicon) : nothing;
  const mine = rawOf(fields, {
    keep: before ? [...new Set(keptAgain(fields, before, lexicon))] : [],
    hide: [...new Set([...(known?.hide ?? []), ...again.hide])],
    doubted: { ...known?.doubted, ...again.doubted },
    names: { ...again.names, ...known?.names },
    colleagues,
    standing: standing ?? nothingStands,
  });
  const raw = withReported(mine, reported, lexicon);
  const seen = review(raw, lexicon);
  return { raw, seen, draft: checked(seen, before?.chosen ?? [], (before?.unsure ?? false) || again.unsure) };
}

/** What a review says, as the part of a draft. `chosenBefore` counts while it still stands in the text. */
export function checked(seen: Review, chosenBefore: readonly string[], unsure: boolean): Edited['draft'] {
  const texts = Object.values(seen.fields);
  const still = chosenBefore.filter((one) => texts.some((text) => text.includes(one)));
  const chosen = [...new Set([...seen.chosen, ...still])];
  const origins = Object.fromEntries(Object.entries(seen.origins).map(([field, all]) => [field, [...all]]));
  const { foreign } = seen;
  return { fields: { ...seen.fields }, chosen, origins, unsure, foreign, readOther: false, attested: false };
}

interface Again {
  readonly hide: readonly string[];
  readonly doubted: Readonly<Record<string, Reason>>;
  readonly names: Readonly<Record<string, PlaceholderName>>;
  readonly unsure: boolean;
}
const nothing: Again = { hide: [], doubted: {}, names: {}, unsure: false };

const holdsPlaceholder = (fields: Fields): boolean =>
  Object.values(fields).some((text) => text.search(placeholderPattern) >= 0);

/** A placeholder of the text before: whether its author's choice made it, and why the filter doubted what stood there. */
interface Origin {
  readonly text: string;
  readonly own: boolean;
  readonly doubt: Reason | null;
  /** Its author hid a word there for certain. */
  readonly hidden: boolean;
}

function originsOf({ chosen, origins }: Before): (field: string, one: Placeholder) => Origin {
  return (field, { text, at }) => {
    const reason = origins[field]?.find((one) => one.at === at)?.reason ?? null;
    const doubt = reason === 'hidden' ? null : reason;
    return { text, own: doubt === null && chosen.includes(text), doubt, hidden: reason === 'hidden' };
  };
}

function hiddenAgain(fields: Fields, before: Before, lexicon: Lexicon): Again {
  if (!holdsPlaceholder(before.fields)) return nothing;
  const originOf = originsOf(before);
  // Text of an edit that began after memory had let go holds placeholders itself: what they stood for is not known.
  const known = before.raw !== null && !holdsPlaceholder(before.raw.fields);
  const alignment = align(before.fields, fields);
  const findings = scanned(fields, lexicon);
  const visible = visibleIn(before.fields);
  const rest = alignment.rest.flatMap(({ added }) => added).filter((word) => !generic.has(word));
  const elsewhere = new Set(rest);
  const hide = new Set<string>();
  const doubted: Record<string, Reason> = {};
  const names: Record<string, PlaceholderName> = {};
  let unsure = !known && isAdrift(alignment, originOf);
  for (const place of alignment.replaced) {
    const stood = place.placeholders.map((one) => originOf(place.field, one));
    const own = stood.filter((one) => one.own);
    if (own.length === 0 && known) continue;
    const one = readPlace(place, fields, findings);
    if (!known && stood.some(isHidden)) {
      // What is found beside a hidden word is not that word, and a phrase that is found may hold it among others.
      const mayBeBack = one.covered.some(isPhrase) && rest.some((word) => !visible.has(word));
      if (mayBeBack || (!place.sure && one.hides.length > 0)) unsure = true;
    }
    if (knownIn(one.whole, before.raw?.hide ?? []) >= Math.max(own.length, 1)) continue;
    const found = one.covered.length;
    if (own.length === 0 && found >= stood.length) continue;
    if (!place.sure && found < stood.length) unsure = true;
    Object.assign(names, namesIn(stood, one.covered, names));
    if (!place.sure && (own.length === 0 || known)) continue;
    const stretch = stretchOf(stood, one);
    const words = place.sure || place.words <= mostInPlace ? stretch : one.words.filter((w) => isRare(w, lexicon));
    const doubt = own.length === 0 ? (stood.find((s) => s.doubt !== null)?.doubt ?? null) : null;
    const name = own.length === 1 ? nameIn(own[0]?.text ?? '') : null;
    for (const key of words) {
      // What stood beside the placeholders for all to see is not what they replaced.
      if (visible.has(key) || isGeneric(key)) continue;
      if (doubt !== null) doubted[key] = doubt;
      else hide.add(key);
      if (name !== null && name !== 'other') names[key] = name;
    }
    if (doubt === null) for (const word of one.words) if (elsewhere.has(word) && isRare(word, lexicon)) hide.add(word);
  }
  return { hide: [...hide], doubted, names, unsure };
}

/** The names that its author gave to what the filter finds again in the place of placeholders. */
function namesIn(stood: readonly Origin[], covered: readonly string[], known: Readonly<Record<string, unknown>>) {
  const own = stood.filter((one) => one.own);
  return Object.fromEntries(
    covered.flatMap((key, i) => {
      const one = covered.length === stood.length ? stood[i] : own[0];
      const name = one?.own ? nameIn(one.text) : null;
      return name === null || key in known ? [] : [[key, name] as const];
    }),
  );
}

/**
 * What its author hid stays hidden, also where the filter doubts it. Where it is not known who took something out, and the
 * filter takes all of it out again, it is a doubt of the filter.
 */
function stretchOf(stood: readonly Origin[], { whole, hides }: ReturnType<typeof readPlace>): readonly string[] {
  const own = stood.filter((one) => one.own && one.text === hiddenPlaceholder);
  if (own.length === 0) return hides;
  if (stood.some((one) => one.doubt !== null) && hides.length > 0) return hides;
  return own.some((one) => one.hidden) || hides.length > 0 ? whole : [];
}

/** A hidden word lost its place, or stays beside new words of its own field: they could be that word. */
function isAdrift({ rest }: Alignment, originOf: ReturnType<typeof originsOf>): boolean {
  const own = (field: string, all: readonly Placeholder[]) =>
    all.some((one) => originOf(field, one).own || originOf(field, one).hidden);
  const comes = (added: readonly string[]) => added.some((word) => !generic.has(word));
  const moved = rest.some((r) => own(r.field, r.dropped)) && rest.some(({ added }) => comes(added));
  return moved || rest.some(({ field, kept, added }) => own(field, kept) && comes(added));
}

const isGeneric = (key: string): boolean => key.split(' ').every((word) => generic.has(word));
/** A word that its author hid stood there, perhaps among others. */
const isHidden = (one: Origin): boolean => one.hidden || (one.own && one.text === hiddenPlaceholder);
const isPhrase = (key: string): boolean => key.includes(' ') || isUnspaced(key);
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
