import { beforeAll, describe, expect, it } from 'vitest';
import { signedExport } from '../../../adapters/documents/signed/export.ts';
import { verifyFile } from '../../../adapters/documents/signed/verify.ts';
import { type Loose, reader, signedFiles, signer, verified } from './signed-files.ts';

let json: string;
let pdf: Buffer;
beforeAll(async () => {
  ({ json, pdf } = await signedFiles());
});

describe('what no signature covers', () => {
  /** The file with one thing changed, saved as Curbside writes it. */
  const saved = (change: (file: Loose) => void): string => {
    const file = JSON.parse(json);
    change(file);
    return `${JSON.stringify(file, null, 1)}\n`;
  };
  const more = { code: 1, said: expect.stringContaining('more in this file than what was signed') };

  it.each<[string, (file: Loose) => void]>([
    ['a member of the whole', (file) => (file.summary = '3,000 hours, approved')],
    ['a name of the signer', (file) => (file.signer.name = 'Board of Behavioral Sciences')],
    ['another fingerprint', (file) => (file.signer.fingerprint = 'ffff-ffff')],
    ['no fingerprint', (file) => delete file.signer.fingerprint],
    ['a member of the signatures', (file) => (file.signatures.note = 'approved')],
    ['another order', (file) => (file.kind = [file.kind, delete file.kind][0])],
  ])('JSON: %s', (_, change) => {
    expect(verified(saved(() => {}))).toMatchObject({ code: 0 });
    expect(verified(saved(change), signer.fingerprint)).toMatchObject(more);
  });

  it.each<[string, () => string | Buffer]>([
    ['entries twice', () => json.replace('"entries":', '"entries": [{ "minutes": 9000 }], "entries":')],
    ['a number twice', () => json.replace(/"minutes": \d+/, '"minutes": 9000, $&')],
    ['a number written otherwise', () => json.replace(/"minutes": \d+/, '$&.0')],
    ['a letter written otherwise', () => json.replace('"direct"', '"d\\u0069rect"')],
    ['a prototype', () => json.replace('"chains":', '"__proto__": { "hours": 3000 },\n "chains":')],
    [
      'a prototype of the signer',
      () => json.replace('"publicKey":', '"__proto__": { "name": "Board" },\n  "publicKey":'),
    ],
    ['lines below', () => `${json}\n`],
    ['a byte order mark', () => `\ufeff${json}`],
    ['other blanks', () => JSON.stringify(JSON.parse(json))],
  ])('JSON: %s', (_, file) => {
    expect(file()).not.toBe(json);
    expect(verified(file(), signer.fingerprint)).toMatchObject(more);
  });

  it('JSON: base64 with anything else in it is no signature and no key', () => {
    const spoil = (one: string): string[] => [
      `${one}!`,
      ` ${one}`,
      one.replace(/=+$/, ''),
      `${one}approved`,
      loose(one),
    ];
    const { signatures, signer: by } = JSON.parse(json);
    for (const one of spoil(signatures.whole))
      expect(verifyFile(Buffer.from(saved((file) => (file.signatures.whole = one)))), one).toEqual({
        is: 'alteredFacts',
      });
    for (const one of spoil(signatures.entries[1]))
      expect(verifyFile(Buffer.from(saved((file) => (file.signatures.entries[1] = one)))).is, one).toMatch(/^altered/);
    for (const one of spoil(by.publicKey))
      expect(verifyFile(Buffer.from(saved((file) => (file.signer.publicKey = one)))), one).toEqual({ is: 'notSigned' });
  });

  it('JSON: whatever stands in it, there is an answer', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(verified(json.replace('"facts":', `"facts": ${deep}, "was":`)).code).toBe(2);
    const signed = signedExport({ ...JSON.parse(json), chains: [null] }, reader, signer);
    expect(verifyFile(Buffer.from(JSON.stringify(signed)))).toEqual({ is: 'unreadable' });
  });

  /** The signature's line, where it begins, and the PDF without it. */
  const parts = () => {
    const at = pdf.lastIndexOf('\n%curbside-signature-1 ') + 1;
    const end = pdf.indexOf('\n', at);
    return {
      line: pdf.subarray(at, end).toString('latin1'),
      rest: [pdf.subarray(0, at), pdf.subarray(end + 1)] as const,
    };
  };

  it('PDF: a page behind the signature, in the line that PDF takes for many', () => {
    const { line, rest } = parts();
    const file = Buffer.concat(rest);
    const page = '\r9 0 obj\r<< /Type /Page /Contents 9001 0 R >>\rendobj\r';
    const xref = file.lastIndexOf('\nxref\n') + 1;
    for (const added of [page, ` ${page}`, ' approved', ' ', '\r'])
      for (const at of [xref, rest[0].length]) {
        const forged = [file.subarray(0, at), Buffer.from(`${line}${added}\n`), file.subarray(at)];
        expect(verifyFile(Buffer.concat(forged)), added).toEqual({
          is: expect.stringMatching(/^(alteredPdf|notSigned)$/),
        });
        expect(verified(Buffer.concat(forged), signer.fingerprint).code, added).toBe(1);
      }
  });

  it('PDF: a signature in another place, twice, unended, or in loose base64', () => {
    const { line, rest } = parts();
    const file = Buffer.concat(rest);
    const put = (at: number, text: string) =>
      Buffer.concat([file.subarray(0, at), Buffer.from(text), file.subarray(at)]);
    const here = rest[0].length;
    expect(put(here, `${line}\n`).equals(pdf)).toBe(true);
    for (const forged of [
      put(file.indexOf('\n') + 1, `${line}\n`),
      put(file.lastIndexOf('\nxref\n') + 1, `${line}\n`),
      put(file.length, `${line}\n`),
      Buffer.concat([file, Buffer.from(`\n${line}`)]),
      put(here, `${line}\n${line}\n`),
      put(here, `${line.replace(' ', '  ')}\n`),
      put(here, `${line.slice(0, -2)}\n`),
      put(here, `${line}!\n`),
      put(here, `${loose(line)}\n`),
      Buffer.concat([pdf, Buffer.from('\n')]),
    ])
      expect(verified(forged, signer.fingerprint).code).toBe(1);
  });

  it('what an earlier version wrote still verifies', () => {
    const { fingerprint } = signer;
    expect(verifyFile(Buffer.from(earlier.json))).toEqual({ is: 'consistent', fingerprint, kind: 'statement' });
    expect(verifyFile(Buffer.from(earlier.pdf))).toEqual({ is: 'consistent', fingerprint, kind: 'pdf' });
  });
});

/** The same bytes in base64 that no encoder writes: with another last letter, of which only some bits count. */
function loose(base64: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return base64.replace(/(.)(=+)$/, (_, last: string, end: string) => `${letters[letters.indexOf(last) + 1]}${end}`);
}

/** Files as 0.1.0 wrote them. */
const earlier = {
  json: `{
 "format": "curbside-export-1",
 "kind": "statement",
 "facts": {
  "document": "statement"
 },
 "chains": [],
 "entries": [
  {
   "date": "2026-03-02",
   "own": 60
  }
 ],
 "signer": {
  "publicKey": "XAw00Cm2zGrMIWjTYijwHFN1HEroEvzgdhTw6zR+eaI=",
  "fingerprint": "a1a9-6c03-b44d-bee9-f147-9c84-b529-087d"
 },
 "signatures": {
  "entries": [
   "Oi1ramR1n/39rcD6eaHiPdxEgebfju/tdb8YtZ86IpCnI208fA7CupO7PfLPPyJGh38+aC/mjOgUeg/iHtcdBQ=="
  ],
  "whole": "XOMIoXVdYRPsT527hRcJcQtM5m/S/iAwgPdvdWCiAnZ66tdmqJwiexAc4LUMDGzSDNvCYDLlOeVUi8gRQEpjAw=="
 }
}
`,
  pdf: `%PDF-1.7
%curbside-signature-1 XAw00Cm2zGrMIWjTYijwHFN1HEroEvzgdhTw6zR+eaI= APPoYyqOSzi1ZmJ4TbfwBKubUwrwt9zuCcggrGDWX0V94Lq9PSGwxPcyufNSl93crY9WR3PkWXkZ1OqJdjU8AQ==
startxref
0
%%EOF
`,
};
