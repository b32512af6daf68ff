import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';

/** Signs what leaves this installation (Ed25519). */
export interface Signer {
  /** 32 bytes, base64. */
  readonly publicKey: string;
  readonly fingerprint: string;
  /** The signature of a text, base64. */
  sign(text: string | Buffer): string;
}

/** What stands before a raw key in its DER form (RFC 8410, section 7; section 4 of the public one). */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * The signing key of an installation follows from its own key, as every other does: there is no second secret to lose. A new
 * installation key is a new signer, and what the old one signed still verifies with the old fingerprint.
 */
export function createSigner(installationKey: Buffer): Signer {
  const seed = Buffer.from(hkdfSync('sha256', installationKey, '', 'curbside signing 1', 32));
  const key = createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicHead.length);
  return {
    publicKey: publicKey.toString('base64'),
    fingerprint: fingerprintOf(publicKey),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  };
}

/** 128 bits of the SHA-256 of a public key, in groups that can be read aloud: `3f2a-91bc-…`. */
export const fingerprintOf = (publicKey: Buffer): string =>
  createHash('sha256')
    .update(publicKey)
    .digest('hex')
    .slice(0, 32)
    .replace(/.{4}(?=.)/g, '$&-');

/** A fingerprint as somebody typed or pasted it; null when it cannot be one. */
export function readFingerprint(typed: string): string | null {
  const hex = typed.toLowerCase().replace(/[\s:-]/g, '');
  return /^[0-9a-f]{32}$/.test(hex) ? hex.replace(/.{4}(?=.)/g, '$&-') : null;
}

/** The public key in an export; null when it is none. */
export function readPublicKey(text: unknown): { readonly key: KeyObject; readonly fingerprint: string } | null {
  if (typeof text !== 'string' || !/^[A-Za-z0-9+/]{43}=$/.test(text)) return null;
  const raw = bytesIn(text);
  if (raw === null) return null;
  try {
    const key = createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' });
    return { key, fingerprint: fingerprintOf(raw) };
  } catch {
    return null;
  }
}

export function isSignedBy(key: KeyObject, text: string | Buffer, signature: unknown): boolean {
  const bytes = typeof signature === 'string' ? bytesIn(signature) : null;
  return bytes !== null && verify(null, Buffer.from(text), key, bytes);
}

/** What base64 stands for; null unless it is the one way to write it: decoders skip what is not base64, and whoever alters adds it. */
function bytesIn(base64: string): Buffer | null {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : null;
}
