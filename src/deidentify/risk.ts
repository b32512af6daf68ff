import { read } from './document.ts';
import type { Finding, Lexicon } from './types.ts';
import { type QuasiIdentifier, quasiIdentifiers, settingsOfRisk } from './words/risk-words.ts';

export { type QuasiIdentifier, quasiIdentifiers };

/** A question for the preview: these details of one text could together point at one person. */
export interface Risk {
  readonly details: readonly QuasiIdentifier[];
}

/**
 * Looks at what remains once the findings are replaced: a rare occupation, a kind of place, an age, an event and the like.
 * Three different details raise a question, two in a small group (`members` < 8, where everybody knows everybody's
 * clients), one where an indirect identifier was found besides. No score, and no answer is not a promise.
 */
export function risk(text: string, findings: readonly Finding[], lexicon: Lexicon, members = 20): Risk | undefined {
  let spared = '';
  let from = 0;
  for (const finding of findings) {
    spared += text.slice(from, finding.start) + ' '.repeat(finding.end - finding.start);
    from = finding.end;
  }
  spared += text.slice(from);
  const { text: remaining } = read(spared, lexicon);
  const details = quasiIdentifiers.filter((kind) => settingsOfRisk[kind].test(remaining));
  const pointed = findings.some((one) => one.type === 'OTHER');
  const enough = pointed ? 2 : members < 8 ? 2 : 3;
  const telling = details.some((kind) => kind === 'role' || kind === 'event') || pointed;
  return telling && details.length >= enough ? { details } : undefined;
}

/** Texts of one author that could together point at one person: what they tell, and which of the earlier ones help to tell it. */
export interface Together {
  readonly details: readonly QuasiIdentifier[];
  /** Places in the list of earlier texts, as it was given. */
  readonly with: readonly number[];
}

/** As many earlier texts are named: more would not be read. */
const mostNamed = 3;

/**
 * Whether a text tells, beside what its author said earlier, what none of them tells alone. Texts that cannot be about the
 * same person (another age, another sex, another occupation) do not count. Earlier texts are redacted ones, newest first.
 */
export function togetherWith(
  text: string,
  earlier: readonly string[],
  lexicon: Lexicon,
  members = 20,
): Together | undefined {
  const own = toldBy(text, lexicon);
  if (own.details.size === 0) return undefined;
  const others = earlier
    .map((one, at) => ({ at, told: toldBy(one, lexicon) }))
    .filter(({ told }) => couldBeSame(own, told))
    .sort((a, b) => shared(own, b.told) - shared(own, a.told));
  const kinds = new Set(own.details.keys());
  const named: { readonly at: number; readonly told: Told }[] = [];
  for (const one of others) {
    if (named.length === mostNamed) break;
    if (![...one.told.details.keys()].some((kind) => !kinds.has(kind))) continue;
    if (!named.every(({ told }) => couldBeSame(told, one.told))) continue;
    named.push(one);
    for (const kind of one.told.details.keys()) kinds.add(kind);
  }
  const telling = kinds.has('role') || kinds.has('event');
  const aged = [own, ...named.map(({ told }) => told)].some(({ age }) => age !== null);
  if (aged) kinds.add('age');
  if (named.length === 0 || !telling || kinds.size < (members < 8 ? 2 : 3)) return undefined;
  return { details: quasiIdentifiers.filter((kind) => kinds.has(kind)), with: named.map(({ at }) => at) };
}

interface Told {
  /** The words that tell, by their kind. An age alone is no detail here: nearly every case has one. */
  readonly details: ReadonlyMap<QuasiIdentifier, string>;
  readonly age: number | null;
  readonly sex: 'f' | 'm' | null;
}

function toldBy(text: string, lexicon: Lexicon): Told {
  const { text: typed } = read(text, lexicon);
  const details = new Map<QuasiIdentifier, string>();
  for (const kind of quasiIdentifiers) {
    const said = kind === 'age' ? undefined : settingsOfRisk[kind].exec(typed)?.[0];
    if (said !== undefined) details.set(kind, said.toLowerCase());
  }
  const age = /\b(\d{1,2})\s?(?:y\/?o\b|yo\b|yr|-?year|[mf]\b)|\baged? (\d{1,2})\b/i.exec(typed);
  const [she, he] = [/\b(?:she|her|woman|female)\b/i.test(typed), /\b(?:he|his|him|man|male)\b/i.test(typed)];
  return { details, age: age ? Number(age[1] ?? age[2]) : null, sex: she === he ? null : she ? 'f' : 'm' };
}

/** A birthday may lie between two texts. */
const couldBeSame = (a: Told, b: Told): boolean =>
  !(a.age !== null && b.age !== null && Math.abs(a.age - b.age) > 1) &&
  !(a.sex !== null && b.sex !== null && a.sex !== b.sex) &&
  !(a.details.has('role') && b.details.has('role') && a.details.get('role') !== b.details.get('role'));

const shared = (a: Told, b: Told): number =>
  [...a.details].filter(([kind, said]) => b.details.get(kind) === said).length;
