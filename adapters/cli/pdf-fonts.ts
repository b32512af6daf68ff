import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { useMoreFonts } from '../documents/pdf/more-fonts.ts';
import { InputRefused, type Settings } from './settings.ts';

/** The files that CURBSIDE_PDF_FONTS names, with what is wrong with one of them or null. */
export async function pdfFontFiles(named: string | undefined): Promise<{ files: string[]; problem: string | null }> {
  const files = (named ?? '')
    .split(delimiter)
    .map((file) => file.trim())
    .filter((file) => file !== '');
  for (const file of files) {
    if (!existsSync(file)) return { files, problem: `There is no file ${file}.` };
    const { openFont } = await import('../documents/pdf/fonts.ts');
    try {
      openFont(file);
    } catch {
      return { files, problem: `${file} isn’t a font. Name a .ttf, .otf or .ttc file.` };
    }
  }
  return { files, problem: null };
}

/** Has PDFs use the operator's fonts for what the others can't show. Throws `InputRefused` where one can't be used. */
export async function usePdfFonts({ env }: Settings): Promise<void> {
  const { files, problem } = await pdfFontFiles(env.CURBSIDE_PDF_FONTS);
  if (problem !== null) throw new InputRefused(`CURBSIDE_PDF_FONTS: ${problem}`);
  useMoreFonts(files);
}
