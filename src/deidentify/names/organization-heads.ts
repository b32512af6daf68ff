import type { Reason } from '../types.ts';
import { bodyHeads, courtHeads, firmHeads, healthHeads, schoolHeads, worshipHeads } from '../words/organizations.ts';

/** What a head word says of the organization that it ends. */
export interface HeadKind {
  readonly reason: Reason;
  readonly label: string;
}

const kinds: readonly (readonly [ReadonlySet<string>, Reason, string])[] = [
  [schoolHeads, 'school', 'School'],
  [worshipHeads, 'worship', 'Place of worship'],
  [healthHeads, 'healthPlace', 'Clinic'],
  [courtHeads, 'court', 'Court or police'],
  [bodyHeads, 'organisation', 'Organization'],
  [firmHeads, 'employer', 'Employer'],
];

/** Which kind of organization a word heads, if any. */
export function headKind(word: string): HeadKind | undefined {
  const kind = kinds.find(([heads]) => heads.has(word));
  return kind && { reason: kind[1], label: kind[2] };
}

/** First and last word of an organization's name, inclusive, and how sure that is. */
export type Window = readonly [from: number, to: number, tier: 'remove' | 'check'];
