import type { Candidate } from './document.ts';
import type { FindingType } from './types.ts';

/** Where candidates overlap, the type with the firmer shape gives the finding its type. */
const strength: Readonly<Record<FindingType, number>> = {
  EMAIL: 11,
  URL: 10,
  IP: 9,
  PHONE: 8,
  DATE: 7,
  ID: 6,
  AGE: 5,
  ORG: 4,
  LOCATION: 3,
  NAME: 2,
  OTHER: 1,
};

const within =
  /^[,\s]*(?:(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\.?[,\s]*)?$/;

/** A lower-case word on the next line begins a sentence rather than that it goes on with an address. */
const isWithin = (gap: string, next: string): boolean =>
  within.test(gap) && gap.length < 12 && !(gap.includes('\n') && /\p{Ll}/u.test(next));

/** "flat 9, The Sidings, CF10 0XX": the house, between its number and the post code. */
const house = /^,\s{1,2}(?:\p{Lu}[\p{L}'’-]{0,24}\s?){1,4},?\s{0,2}$/u;
const mostOfHouse = 48;

/** What joins two places or organizations to one name: "serenity on Spruce", "Route 9 near Fishkill"; "in" tells two things. */
const linked = /^ (?:on|at|of|near|off|by|past)(?: the)? $/i;
const named = (one: Candidate): boolean => one.type === 'LOCATION' || one.type === 'ORG';

/** One address out of its parts: street, town, state and post code with nothing else between them, or a link. */
export function joinAddresses(settled: readonly Candidate[], text: string): Candidate[] {
  const joined: Candidate[] = [];
  for (const [i, candidate] of settled.entries()) {
    const last = joined.at(-1);
    // "flat 9, The Sidings, CF10 0XX": whatever the middle was taken for.
    const after = settled[i + 1];
    const isMiddle =
      candidate.type === 'ORG' && after?.reason === 'postcode' && /^,\s$/.test(text.slice(candidate.end, after.start));
    const both = last?.type === 'LOCATION' && (candidate.type === 'LOCATION' || isMiddle);
    const addressed = both && (last.reason === 'address' || candidate.reason === 'postcode');
    const isHouse =
      both &&
      last.reason === 'address' &&
      candidate.reason === 'postcode' &&
      candidate.start - last.end < mostOfHouse &&
      house.test(text.slice(last.end, candidate.start));
    const gap = last ? text.slice(last.end, Math.min(candidate.start, last.end + 12)) : '';
    const isOne = last !== undefined && named(last) && named(candidate) && linked.test(gap);
    if (
      last &&
      (isOne || isHouse || (addressed && isWithin(text.slice(last.end, candidate.start), text.charAt(candidate.start))))
    ) {
      const tier = last.tier === 'remove' || candidate.tier === 'remove' ? 'remove' : 'check';
      joined[joined.length - 1] = { ...last, end: candidate.end, tier, reason: last.reason };
    } else joined.push(candidate);
  }
  return joined;
}

/**
 * Turns overlapping candidates into ranges that do not overlap, in text order. Overlapping candidates become one range that
 * covers them all, so nothing that any layer saw is lost; one sure candidate makes the whole range `remove`.
 */
export function settle(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort((a, b) => a.start - b.start || b.end - a.end);
  const settled: Candidate[] = [];
  for (const candidate of sorted) {
    const last = settled.at(-1);
    if (!last || candidate.start >= last.end) settled.push(candidate);
    else settled[settled.length - 1] = join(last, candidate);
  }
  return settled;
}

function join(a: Candidate, b: Candidate): Candidate {
  const contained = b.end <= a.end && a.start <= b.start;
  const firm = a.type !== 'OTHER' && b.type !== 'OTHER';
  const lead = firm ? pick(a, b) : a.type === 'OTHER' ? (contained ? a : b) : a;
  const label = lead.label ?? (a.type === b.type && !isAddress(lead) ? (a.label ?? b.label) : undefined);
  return {
    type: lead.type,
    reason: lead.reason,
    start: Math.min(a.start, b.start),
    end: Math.max(a.end, b.end),
    tier: a.tier === 'remove' || b.tier === 'remove' ? 'remove' : 'check',
    ...(label ? { label } : {}),
  };
}

/** "12 Elm Street" is more than the place that every layer sees in it. */
const isAddress = ({ reason }: Candidate): boolean => reason === 'address';

function pick(a: Candidate, b: Candidate): Candidate {
  if (a.type === b.type && isAddress(a) !== isAddress(b)) return isAddress(a) ? a : b;
  if (a.type === b.type) return a.tier === 'remove' || b.tier === 'check' ? a : b;
  const named = strength[a.type] <= 4 && strength[b.type] <= 4;
  // Among names, towns and organizations the longer reading knows more.
  if (named && a.end - a.start !== b.end - b.start) return a.end - a.start > b.end - b.start ? a : b;
  const said = isSaid(a, b) ? a : isSaid(b, a) ? b : null;
  return said ?? (strength[a.type] >= strength[b.type] ? a : b);
}

/**
 * "My client Madison", "her attorney Joan Mills": the sentence says that it is a person, whatever list of towns has the word, and
 * however many firms are called mills.
 */
const isSaid = (one: Candidate, other: Candidate): boolean =>
  one.type === 'NAME' &&
  ((one.reason === 'namedPerson' && other.type === 'LOCATION' && other.reason === 'town') ||
    (one.label !== undefined && other.type === 'ORG'));
