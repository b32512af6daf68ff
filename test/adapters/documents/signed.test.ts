import { beforeAll, describe, expect, it } from 'vitest';
import { signedExport } from '../../../adapters/documents/signed/export.ts';
import { createSigner, readFingerprint } from '../../../adapters/documents/signed/signer.ts';
import { verifyFile } from '../../../adapters/documents/signed/verify.ts';
import { type Loose, reader, signedFiles, signer, verified } from './signed-files.ts';

let json: string;
let pdf: Buffer;
beforeAll(async () => {
  ({ json, pdf } = await signedFiles());
});

/** The file with one thing changed, as somebody changes it who has no key. */
function altered(change: (file: Loose) => void): string {
  const file = JSON.parse(json);
  change(file);
  return JSON.stringify(file);
}

describe('verify', () => {
  it('an untouched file is unchanged, for whoever knows the fingerprint; for others its signer is not checked', () => {
    for (const file of [json, pdf]) {
      expect(verified(file, signer.fingerprint)).toMatchObject({
        code: 0,
        said: expect.stringContaining('Unchanged since'),
      });
      expect(verified(file)).toMatchObject({
        code: 0,
        said: expect.stringContaining('Consistent; signer not checked'),
      });
      expect(verified(file, 'f'.repeat(32))).toMatchObject({
        code: 1,
        said: expect.stringContaining('another installation'),
      });
    }
    expect(verified(json, signer.fingerprint).said).toContain('doesn’t show who pressed a button');
  });

  it('the first altered entry is named', () => {
    const one = altered((file: Loose) => {
      file.entries[1].minutes = 600;
      file.entries[2].content.minutes = 600;
    });
    expect(verified(one, signer.fingerprint)).toMatchObject({ code: 1 });
    expect(verified(one).said).toMatch(/entry 2 of 2026-03-03/);
    expect(verifyFile(Buffer.from(altered((file: Loose) => (file.entries[0].date = '2026-03-01'))))).toEqual({
      is: 'alteredEntry',
      entry: 1,
      date: '2026-03-01',
    });
  });

  it('an entry that was left out, added or moved, and facts about the whole, are noticed', () => {
    for (const change of [
      (file: Loose) => file.entries.pop(),
      (file: Loose) => file.entries.push(file.entries[0]),
      (file: Loose) => file.entries.reverse(),
      (file: Loose) => (file.facts.startsOn = '2020-01-01'),
      (file: Loose) => (file.kind = 'records'),
      (file: Loose) => file.chains[0].links.pop(),
      (file: Loose) => (file.signatures.whole = file.signatures.entries[0]),
    ])
      expect(verified(altered(change)).code, String(change)).toBe(1);
  });

  it('whoever signs an altered file again is another signer, and the chain still names the entry', () => {
    const other = createSigner(Buffer.alloc(32, 9));
    expect(other.fingerprint).not.toBe(signer.fingerprint);
    const file = JSON.parse(json);
    file.entries[1].content.minutes = 600;
    const again = JSON.stringify(signedExport(file, reader, other));
    expect(verifyFile(Buffer.from(again))).toEqual({ is: 'alteredEntry', entry: 2, date: '2026-03-03' });
  });

  it('one changed byte of a PDF is noticed, and any other file has an answer', () => {
    for (const at of [20, Math.floor(pdf.length / 2), pdf.length - 40]) {
      const bytes = Buffer.from(pdf);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(verified(bytes).code, String(at)).toBe(1);
    }
    for (const text of ['', '{}', 'null', '[1]', '%PDF-1.7', '{"format":"curbside-export-1","entries":[],"chains":[]}'])
      expect(verified(text).code).toBeGreaterThan(0);
    expect(verified(json, 'abc')).toMatchObject({
      code: 2,
      said: expect.stringContaining('fingerprint has 32 digits'),
    });
  });

  it('a fingerprint may be typed in any way', () => {
    expect(readFingerprint(signer.fingerprint.toUpperCase().replaceAll('-', ' '))).toBe(signer.fingerprint);
    expect(readFingerprint('a1a9')).toBeNull();
  });
});
