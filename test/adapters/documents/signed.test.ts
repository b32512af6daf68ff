import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyCommand } from '../../../adapters/cli/verify/command.ts';
import { createDocuments } from '../../../adapters/documents/index.ts';
import { createSigner, readFingerprint } from '../../../adapters/documents/signed/signer.ts';
import { verifyFile } from '../../../adapters/documents/signed/verify.ts';
import type { Document, FileFormat } from '../../../src/index.ts';
import { expectCard, openTestApp, type TestApp } from '../../fixtures/test-app.ts';
import { log, paired, signAll } from '../../supervision/steps.ts';

const signer = createSigner(Buffer.alloc(32, 7));
const documents = createDocuments(signer);
const reader = { locale: 'en', zone: 'UTC', name: () => 'Rowan Ellery' };

/** A file as somebody edits it by hand: nothing says what is where. */
// biome-ignore lint/suspicious/noExplicitAny: that is what an altered file is.
type Loose = any;

let app: TestApp;
let folder: string;
let json: string;
let pdf: Buffer;

/** Three signed entries of an agreement, as both files. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'curbside-verify-'));
  app = await openTestApp();
  const { associate, supervisor, at, agreement } = await paired(app);
  for (const date of ['2026-03-02', '2026-03-03', '2026-03-04'])
    await log(associate, { minutes: '90', kind: 'direct', date, submit: 'yes' });
  await signAll(supervisor);
  const bytes = async (format: FileFormat) => {
    const asked = { group: at, agreement, document: 'entries', format };
    const card = await expectCard(associate.does('supervision.document', asked));
    const block = card.blocks.find((b) => b.is === 'file') as { document: Document };
    return Buffer.from((await documents.render(block.document, format, reader, app.now())).bytes);
  };
  json = (await bytes('json')).toString('utf8');
  pdf = await bytes('pdf');
});
afterAll(async () => {
  await app.remove();
  rmSync(folder, { recursive: true });
});

function verified(content: string | Buffer, key?: string) {
  const file = join(folder, 'file');
  writeFileSync(file, content);
  const lines: string[] = [];
  const code = verifyCommand(file, key, (line) => lines.push(line));
  return { code, said: lines.join(' ') };
}

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
    return import('../../../adapters/documents/signed/export.ts').then(({ signedExport }) => {
      const again = JSON.stringify(signedExport(file, reader, other));
      expect(verifyFile(Buffer.from(again))).toEqual({ is: 'alteredEntry', entry: 2, date: '2026-03-03' });
    });
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
