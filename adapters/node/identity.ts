import { createHmac } from 'node:crypto';
import type { Identity, PersonRef } from '../../src/index.ts';
import { decrypt, derive, encrypt } from './encryption.ts';

/** What follows from one person's key. */
export interface OwnKeys {
  readonly sealing: Buffer;
  readonly tokens: Buffer;
}

/** `own`: the person's key, 32 bytes. */
export const ownKeys = (own: Buffer): OwnKeys => ({
  sealing: derive(own, 'curbside sealed 1'),
  tokens: derive(own, 'curbside token 1'),
});

export const identityWith = (ref: PersonRef, keys: OwnKeys): Identity => ({
  ref,
  seal: (context, plain) => encrypt(keys.sealing, context, Buffer.from(plain)).toString('base64'),
  open: (context, sealed) => decrypt(keys.sealing, context, Buffer.from(sealed, 'base64')).toString('utf8'),
  token: (subject) => keyedHash(keys.tokens, subject, 32),
});

/** `length`: hex characters. */
export const keyedHash = (key: Buffer, text: string, length: number): string =>
  createHmac('sha256', key).update(text).digest('hex').slice(0, length);
