import type { Format } from '../format.ts';

/** How long something was, from whole minutes: `16 h 15 min`, `3,000 h`, `45 min`. Every screen says it so. */
export const length = (minutes: number, { number }: Pick<Format, 'number'>): string => {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  if (m === 0) return `${number(h)} h`;
  return h === 0 ? `${m} min` : `${number(h)} h ${m} min`;
};
