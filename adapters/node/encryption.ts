import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { nextNonce } from './nonce.ts';

/** A key for one use, derived from another (HKDF-SHA-256), so that no key serves two purposes. */
export const derive = (key: Buffer, use: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', use, 32));

/** AES-256-GCM with a random nonce. `context` is bound to the result. Nonce, tag and text in one piece. */
export function encrypt(key: Buffer, context: string, plain: Buffer): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** The opposite of `encrypt`. Throws when the box was altered, or made with another key or context. */
export function decrypt(key: Buffer, context: string, box: Buffer): Buffer {
  if (box.length < 28) throw new Error('a sealed text is too short');
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(context)).setAuthTag(box.subarray(12, 28));
  return Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]);
}
