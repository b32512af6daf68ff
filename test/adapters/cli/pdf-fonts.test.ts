import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pdfFontFiles, usePdfFonts } from '../../../adapters/cli/pdf-fonts.ts';
import { readSettings } from '../../../adapters/cli/settings.ts';
import { createDocuments } from '../../../adapters/documents/index.ts';
import { createSigner } from '../../../adapters/documents/signed/signer.ts';
import { say } from '../../../src/i18n/message.ts';
import type { Document } from '../../../src/index.ts';
import * as made from '../../../src/view/build-document.ts';
import { readTags, tagged } from '../../fixtures/tag-tree.ts';

const require = createRequire(import.meta.url);
const georgian = require.resolve('@expo-google-fonts/noto-sans-georgian/400Regular/NotoSansGeorgian_400Regular.ttf');
const name = 'თამარ ბერიძე';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curbside-fonts-'));
});
afterEach(async () => {
  await usePdfFonts(readSettings({}));
  await rm(folder, { recursive: true });
});

const sample: Document = {
  name: 'sample',
  title: say('documents.summary'),
  about: made.nothing,
  landscape: false,
  zone: 'UTC',
  footer: made.words(say('documents.worksheet')),
  sheet: null,
  data: null,
  blocks: [made.paragraph(say('documents.proof')), made.factTable([say('supervision.site'), made.typed(name)])],
};
async function cells(): Promise<string[]> {
  const documents = createDocuments(createSigner(Buffer.alloc(32, 7)));
  const { bytes } = await documents.render(sample, 'pdf', { locale: 'en', zone: 'UTC', name: () => '' }, 0);
  return tagged((await readTags(bytes)).pages, 'TD').map(({ text }) => text);
}

it('a script that no font at hand has is shown with the operator’s, in whichever order PDFs are made', async () => {
  expect((await cells()).join(' ')).not.toContain(name);
  await usePdfFonts(readSettings({ CURBSIDE_PDF_FONTS: georgian }));
  expect((await cells()).join(' ')).toContain(name);
});

it('a file that is missing or no font is refused by name, before anything is made with it', async () => {
  const missing = join(folder, 'none.ttf');
  const text = join(folder, 'notes.ttf');
  await writeFile(text, 'no font at all');
  expect((await pdfFontFiles(`${georgian}${delimiter}${missing}`)).problem).toBe(`There is no file ${missing}.`);
  await expect(usePdfFonts(readSettings({ CURBSIDE_PDF_FONTS: text }))).rejects.toThrow(
    `CURBSIDE_PDF_FONTS: ${text} isn’t a font. Name a .ttf, .otf or .ttc file.`,
  );
  expect((await pdfFontFiles(`${georgian}${delimiter} `)).problem).toBeNull();
  expect((await pdfFontFiles(undefined)).files).toEqual([]);
});
