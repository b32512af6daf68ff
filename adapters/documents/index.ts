import type { Block, Document, FileFormat, Reader } from '../../src/index.ts';
import type { Signer } from './signed/signer.ts';

/** A document as a file. */
export interface RenderedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Makes files of documents, in the words of one reader. */
export interface Documents {
  /** `at`: when it is made (ms). Rejects where the document has nothing in this format. */
  render(document: Document, format: FileFormat, reader: Reader, at: number): Promise<RenderedFile>;
}

const types: Readonly<Record<FileFormat, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
};

/** The name of a document's file, for what is said about it before it is made. */
export const fileName = (document: Document, format: FileFormat): string => `${document.name}.${format}`;

/** Entries in the files among these blocks, for what is said while they are made; null where no file is. */
export function entriesInFiles(blocks: readonly Block[]): number | null {
  const files = blocks.filter((block) => block.is === 'file');
  if (files.length === 0) return null;
  return files.reduce((sum, { document: of }) => sum + (of.data?.entries.length ?? of.sheet?.rows.length ?? 0), 0);
}

/** Makes files that carry the signature of this installation. Libraries are loaded when the first file is asked for. */
export function createDocuments(signer: Signer): Documents {
  async function bytesOf(document: Document, format: FileFormat, reader: Reader, at: number): Promise<Uint8Array> {
    const own = { ...reader, zone: document.zone };
    switch (format) {
      case 'pdf': {
        const [{ pdfOf }, { withSignature }] = await Promise.all([
          import('./pdf/render.ts'),
          import('./signed/pdf.ts'),
        ]);
        return withSignature(await pdfOf(document, own, at), signer);
      }
      case 'csv': {
        if (document.sheet === null) throw new Error('this document has no sheet');
        return Buffer.from((await import('./csv.ts')).csvOf(document.sheet, own));
      }
      case 'json': {
        if (document.data === null) throw new Error('this document has no data');
        const { bytesOfExport, signedExport } = await import('./signed/export.ts');
        return bytesOfExport(signedExport(document.data, own, signer));
      }
      case 'md':
        return Buffer.from((await import('./markdown.ts')).markdownOf(document, own));
      case 'ics': {
        if (document.calendar === undefined) throw new Error('this document has no calendar');
        const { calendarOf } = await import('./calendar.ts');
        return Buffer.from(calendarOf(document, document.calendar, own, at));
      }
    }
  }
  return {
    render: async (document, format, reader, at) => ({
      name: fileName(document, format),
      type: types[format],
      bytes: await bytesOf(document, format, reader, at),
    }),
  };
}
