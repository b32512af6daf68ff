import { randomBytes, randomInt } from 'node:crypto';
import type { Ids } from '../../src/index.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Random ids from the system's generator: 16 characters, 80 bits, in no order. */
export const randomIds: Ids = {
  next: () => Array.from(randomBytes(16), (byte) => alphabet[byte & 31]).join(''),
  between: (min, max) => randomInt(min, max + 1),
};
