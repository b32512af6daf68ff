import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyCommand } from '../../../adapters/cli/verify/command.ts';
import { createDocuments } from '../../../adapters/documents/index.ts';
import { createSigner } from '../../../adapters/documents/signed/signer.ts';
import type { Document, FileFormat } from '../../../src/index.ts';
import { expectCard, openTestApp } from '../../fixtures/test-app.ts';
import { log, paired, signAll } from '../../supervision/steps.ts';

export const signer = createSigner(Buffer.alloc(32, 7));
export const reader = { locale: 'en', zone: 'UTC', name: () => 'Rowan Ellery' };

/** A file as somebody edits it by hand: nothing says what is where. */
// biome-ignore lint/suspicious/noExplicitAny: that is what an altered file is.
export type Loose = any;

/** Three signed entries of an agreement, as both files. */
export async function signedFiles(): Promise<{ readonly json: string; readonly pdf: Buffer }> {
  const app = await openTestApp();
  try {
    const { associate, supervisor, at, agreement } = await paired(app);
    for (const date of ['2026-03-02', '2026-03-03', '2026-03-04'])
      await log(associate, { minutes: '90', kind: 'direct', date, submit: 'yes' });
    await signAll(supervisor);
    const documents = createDocuments(signer);
    const bytes = async (format: FileFormat) => {
      const asked = { group: at, agreement, document: 'entries', format };
      const card = await expectCard(associate.does('supervision.document', asked));
      const block = card.blocks.find((b) => b.is === 'file') as { document: Document };
      return Buffer.from((await documents.render(block.document, format, reader, app.now())).bytes);
    };
    return { json: (await bytes('json')).toString('utf8'), pdf: await bytes('pdf') };
  } finally {
    await app.remove();
  }
}

/** What `curbside verify` says of a file. */
export function verified(content: string | Buffer, key?: string): { readonly code: number; readonly said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'curbside-verify-'));
  try {
    const file = join(folder, 'file');
    writeFileSync(file, content);
    const lines: string[] = [];
    const code = verifyCommand(file, key, (line) => lines.push(line));
    return { code, said: lines.join(' ') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
