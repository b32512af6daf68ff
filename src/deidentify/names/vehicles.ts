import type { Candidate, Document } from '../document.ts';
import type { Token } from '../tokens.ts';
import { wordSet } from '../words/list.ts';
import { vehicles } from '../words/vehicles.ts';

/** What a text calls a vehicle, with the year, color and make right before it: "2014 Camry", "pink Tesla". */
interface Vehicle {
  readonly start: number;
  readonly end: number;
  /** No town is called so: a year, a color or a make goes before, or somebody has it. */
  readonly sure: boolean;
}

/**
 * What was found and is a vehicle reads as one: "her husband's Silverado" is no person, and "2014 Camry" one thing. Nothing is
 * added: of a car many have the same.
 */
export function withVehicles(
  { text, tokens }: Pick<Document, 'text' | 'tokens'>,
  found: readonly Candidate[],
): Candidate[] {
  const named = found.length === 0 ? [] : vehiclesIn(tokens);
  if (named.length === 0) return [...found];
  const kept: Candidate[] = [];
  for (const one of found) {
    const vehicle = named.find((v) => isVehicle(text, one, v));
    const last = kept.at(-1);
    // "Ford F-150": what reaches into a vehicle belongs to it.
    if (vehicle === undefined && !(last?.reason === 'vehicle' && last.end > one.start)) kept.push(one);
    else if (last?.reason === 'vehicle' && last.end >= one.start) {
      const tier = last.tier === 'remove' ? last.tier : one.tier;
      kept[kept.length - 1] = { ...last, end: Math.max(last.end, one.end), tier };
    } else if (vehicle !== undefined) {
      const [start, end] = [Math.min(one.start, vehicle.start), Math.max(one.end, vehicle.end)];
      kept.push({ start, end, type: 'OTHER', reason: 'vehicle', tier: one.tier });
    }
  }
  return kept;
}

/** A phrase may say more of it ("only pink Tesla in town"); one that begins long before tells something else too. */
function isVehicle(text: string, one: Candidate, { start, end, sure }: Vehicle): boolean {
  if (one.type === 'OTHER') return one.start < end && one.end > start && wordsIn(text, one.start, start) < 3;
  const couldBe = one.type === 'NAME' || one.type === 'ORG' || (one.type === 'LOCATION' && sure);
  return couldBe && one.start >= start && one.end <= end;
}

const wordsIn = (text: string, from: number, to: number): number =>
  from < to ? text.slice(from, to).trim().split(/\s+/).length : 0;

function vehiclesIn(tokens: readonly Token[]): Vehicle[] {
  const found: Vehicle[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!isNamed(tokens[at])) continue;
    let last = at;
    while (isNamed(tokens[last + 1])) last++;
    let first = at;
    while (at - first < 3 && isSaid(tokens[first - 1])) first--;
    const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
    const before = tokens[first - 1];
    const owned = owners.has(before?.low ?? '') || /['’]s$/i.test(before?.text ?? '') || isGenitive(tokens, first - 1);
    const sure = first < at || last > at || owned;
    if (sure || articles.has(before?.low ?? '')) found.push({ start, end, sure });
    at = last;
  }
  return found;
}

const isNamed = (token: Token | undefined): boolean => token?.kind === 'word' && vehicles.has(token.low);
const isSaid = (token: Token | undefined): boolean =>
  token !== undefined && (said.has(token.low) || /^(?:19|20)\d\d$/.test(token.text));
/** "husband", "'", "s", wherever a text is cut so. */
const isGenitive = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.low === 's' && /^['’]$/.test(tokens[at - 1]?.text ?? '');

const said = wordSet(
  'red blue white black silver gray grey green yellow orange pink purple brown beige gold tan maroon navy dark light old new vintage rusty battered',
);
const owners = wordSet('his her their my our your its');
const articles = wordSet('a an the this that only same');
