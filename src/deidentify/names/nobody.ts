import { kinLabels, speakingOffices } from '../words/people.ts';

/** "Billing told me", "Neighbors say": an office, or several of what one may be to somebody. */
export const isNobody = (low: string): boolean =>
  speakingOffices.has(low) || (low.endsWith('s') && kinLabels.has(low.slice(0, -1)));
