import { createHmac } from 'node:crypto';
import { decrypt, derive, encrypt } from '../node/encryption.ts';

/** What a database is given in place of documents and index keys. */
export interface Envelope {
  seal(place: EntryKey, text: string): Buffer;
  /** Throws when it was altered, moved to another place, or written under another key. */
  open(place: EntryKey, box: Buffer): string;
  /** The same key in the same index gives the same hash, and in no other index. */
  hashed(scope: string, kind: string, index: string, key: string): string;
  /** Tells this key from others, and nothing about it. */
  readonly proof: Buffer;
}

/** Where a text lies; bound to what is sealed, so that a row copied elsewhere does not open. */
export interface EntryKey {
  readonly scope: string;
  readonly kind: string;
  readonly id: string;
  /** The index whose key it is; without it, it is the document. */
  readonly index?: string;
}

/** `key`: the installation's, 32 bytes. `use`: which store it is for; each has keys of its own. */
export function createEnvelope(key: Buffer, use: string): Envelope {
  const sealing = derive(key, `${use} bodies 1`);
  const hashing = derive(key, `${use} keys 1`);
  const context = (place: EntryKey): string => JSON.stringify([place.scope, place.kind, place.id, place.index ?? null]);
  return {
    seal: (place, text) => encrypt(sealing, context(place), Buffer.from(text)),
    open: (place, box) => decrypt(sealing, context(place), box).toString('utf8'),
    hashed: (scope, kind, index, key) =>
      createHmac('sha256', hashing)
        .update(JSON.stringify([scope, kind, index, key]))
        .digest('base64url')
        .slice(0, 22),
    proof: derive(key, `${use} proof 1`),
  };
}
