/** Random ids and waits. Ids are 16 characters of a–z and 2–7 (80 bits), never ordered by time. */
export interface Ids {
  next(): string;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
}
