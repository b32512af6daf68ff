import { createHash, createHmac, randomBytes } from 'node:crypto';
import { readCode } from '../../../src/index.ts';

/** What goes into a file, for whoever can open it. */
export const newSecret = (): string => randomBytes(32).toString('base64');

/** The code that shows that a community arrived: 80 bits in groups of four, made of what only the receiver could open. */
export const receiptOf = (secret: string): string =>
  readCode(
    createHmac('sha256', Buffer.from(secret, 'base64'))
      .update('curbside community received 1')
      .digest('hex')
      .slice(0, 20),
  );

/** What the sender keeps of a receipt, as it was typed or pasted. */
export const receiptHash = (code: string): string => createHash('sha256').update(readCode(code)).digest('hex');
