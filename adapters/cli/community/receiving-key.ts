import { webcrypto } from 'node:crypto';
import { identityToRecipient } from 'age-encryption';
import { derive } from '../../node/encryption.ts';

/** With what a community is received: an age key that follows from the installation's, so there is no second secret to lose. */
export interface ReceivingKey {
  readonly identity: Parameters<typeof identityToRecipient>[0];
  /** To be given to whoever sends: `age1…`. It can only encrypt. */
  readonly recipient: string;
}

/** What stands before a raw X25519 key in its DER form (RFC 8410, section 7). */
const head = Buffer.from('302e020100300506032b656e04220420', 'hex');

export async function receivingKey(installationKey: Buffer): Promise<ReceivingKey> {
  const secret = Buffer.concat([head, derive(installationKey, 'curbside receiving 1')]);
  const key = await webcrypto.subtle.importKey('pkcs8', secret, { name: 'X25519' }, false, ['deriveBits']);
  const identity = key as ReceivingKey['identity'];
  return { identity, recipient: await identityToRecipient(identity) };
}

/** A receiving key as somebody pasted it; null when it cannot be one. */
export function readRecipient(typed: string): string | null {
  const plain = typed.trim().toLowerCase();
  return /^age1[02-9ac-hj-np-z]{58}$/.test(plain) ? plain : null;
}
