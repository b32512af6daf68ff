import type { Signer } from './signer.ts';

/** Begins the comment that holds a signature. In PDF, a line that begins with a percent sign means nothing to readers. */
const mark = '%curbside-signature-1 ';
const trailer = Buffer.from('startxref\n');

/** Puts a signature over all other bytes of a PDF into a comment before its last lines. */
export function withSignature(pdf: Buffer, signer: Signer): Buffer {
  const at = pdf.lastIndexOf(trailer);
  const line = Buffer.from(`${mark}${signer.publicKey} ${signer.sign(pdf)}\n`);
  return Buffer.concat([pdf.subarray(0, at), line, pdf.subarray(at)]);
}

/** What was signed of a PDF, by which key, and the signature; null when there is none in it. */
export function signatureIn(
  pdf: Buffer,
): { readonly signed: Buffer; readonly publicKey: string; readonly signature: string } | null {
  const at = pdf.lastIndexOf(`\n${mark}`);
  if (at < 0) return null;
  const end = pdf.indexOf('\n', at + 1);
  const [publicKey = '', signature = ''] = pdf
    .subarray(at + 1 + mark.length, end)
    .toString('latin1')
    .split(' ');
  return { signed: Buffer.concat([pdf.subarray(0, at + 1), pdf.subarray(end + 1)]), publicKey, signature };
}
