import { z } from 'zod';

/** What no line shows: it would steer a terminal, break the line, or turn the direction in which it reads. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

const plain = (text: string): boolean => !unseen.test(text);
const message = 'must not have control characters, line breaks, or characters that turn the direction of reading';

/** One line that people read. */
export const Text = (max: number) => z.string().trim().min(1).max(max).refine(plain, { message });

/** The name of an activity or a source of the pack. */
export const Name = z.string().min(1).max(24);

/** At most so many, of which none is looked at where there are more: a pack is what a board wrote, not a table. */
export const List = <T extends z.ZodType>(of: T, { min = 0, max = 200 } = {}) =>
  z
    .array(z.unknown())
    .max(max, { abort: true, message: `must have at most ${max} entries` })
    .pipe(z.array(of).min(min));
