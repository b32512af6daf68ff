import type { Signer } from './signer.ts';

/** Begins the comment that holds a signature. In PDF, a line that begins with a percent sign means nothing to readers. */
const mark = '%curbside-signature-1 ';
const trailer = Buffer.from('startxref\n');

/** Puts a signature over all other bytes of a PDF into a comment before its last lines. */
export const withSignature = (pdf: Buffer, signer: Signer): Buffer =>
  withComment(pdf, signer.publicKey, signer.sign(pdf));

function withComment(pdf: Buffer, publicKey: string, signature: string): Buffer {
  const at = pdf.lastIndexOf(trailer);
  const line = Buffer.from(`${mark}${publicKey} ${signature}\n`);
  return Buffer.concat([pdf.subarray(0, at), line, pdf.subarray(at)]);
}

interface SignedPdf {
  readonly signed: Buffer;
  readonly publicKey: string;
  readonly signature: string;
  /** Whether the file is these three as `withSignature` puts them together, and not a byte else. */
  readonly exact: boolean;
}

/**
 * What was signed of a PDF, by which key, and the signature; null when there is none in it. To readers of PDF, a comment ends at a
 * carriage return too, and what follows it is a part of the document: no byte of the line goes without a look.
 */
export function signatureIn(pdf: Buffer): SignedPdf | null {
  const at = pdf.lastIndexOf(`\n${mark}`);
  if (at < 0) return null;
  const end = pdf.indexOf('\n', at + 1);
  if (end < 0) return null;
  const line = pdf.subarray(at + 1 + mark.length, end).toString('latin1');
  const [publicKey = '', signature = ''] = line.split(' ');
  const signed = Buffer.concat([pdf.subarray(0, at + 1), pdf.subarray(end + 1)]);
  return { signed, publicKey, signature, exact: withComment(signed, publicKey, signature).equals(pdf) };
}
