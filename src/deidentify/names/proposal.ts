import type { Candidate } from '../document.ts';
import type { Evidences } from './evidence-names.ts';

/** Which layer proposed a stretch, and how sure it was. */
export interface Proposal {
  readonly start: number;
  readonly end: number;
  readonly layer: 'person' | 'place' | 'organization' | 'initials' | 'calendar' | 'unknown' | 'learned';
  readonly candidate: Candidate;
  /** Of the learned layer: 0–1. */
  readonly probability?: number;
}

export const flag = (value: boolean): number => (value ? 1 : 0);
const odds = (probability: number): number => {
  const p = Math.min(0.995, Math.max(0.01, probability));
  return Math.log(p / (1 - p));
};

/** What the tagger thinks of a stretch, by the likeliest of the proposals that overlap it, and of the piece beside it. */
export function ofTagger(near: readonly Proposal[], beside: number): Evidences {
  let most = 0;
  let type: string | undefined;
  for (const { probability = 0, candidate } of near) {
    if (probability <= most) continue;
    most = probability;
    type = candidate.type;
  }
  return {
    learned: odds(most),
    learnedHigh: flag(most >= 0.9),
    learnedNone: flag(most === 0),
    learnedDate: flag(type === 'DATE'),
    learnedNumber: flag(type === 'ID' || type === 'AGE'),
    touching: flag(beside >= 0.5),
  };
}

/** Which layers proposed it. */
export function ofLayers(near: readonly Proposal[]): Evidences {
  const has = (layer: Proposal['layer'], tier: Candidate['tier']) =>
    flag(near.some((one) => one.layer === layer && one.candidate.tier === tier));
  const type = near.find((one) => one.layer === 'learned')?.candidate.type ?? near[0]?.candidate.type;
  return {
    personCheck: has('person', 'check'),
    personSure: has('person', 'remove'),
    placeCheck: has('place', 'check'),
    placeSure: has('place', 'remove'),
    organizationCheck: has('organization', 'check'),
    organizationSure: has('organization', 'remove'),
    initials: flag(near.some((one) => one.layer === 'initials')),
    calendar: flag(near.some((one) => one.layer === 'calendar')),
    asName: flag(type === 'NAME'),
    asPlace: flag(type === 'LOCATION'),
    asOrganization: flag(type === 'ORG'),
  };
}
