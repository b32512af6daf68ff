import { randomBytes } from 'node:crypto';

const nonceBytes = 12;
let ahead = Buffer.alloc(0);

/** A random nonce for AES-256-GCM. They are asked for in bulk: one request costs as much as encrypting a small text. */
export function nextNonce(): Buffer {
  if (ahead.length < nonceBytes) ahead = randomBytes(nonceBytes * 256);
  const nonce = ahead.subarray(0, nonceBytes);
  ahead = ahead.subarray(nonceBytes);
  return nonce;
}
