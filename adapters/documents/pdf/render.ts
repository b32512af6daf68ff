import { type Document, type DocumentBlock, languageOf, type Reader, type Words, wordsOf } from '../../../src/index.ts';
import { textOf } from '../words.ts';
import { isShowable } from './fonts.ts';
import { createPen, type Pen } from './pen.ts';
import { drawSignatures, heightOfSignatures, type SignaturePlace } from './signatures.ts';
import { drawTable } from './table.ts';
import { drawHeading, drawNotice, drawParagraph, drawTitle } from './text-blocks.ts';

const producer = 'Curbside';

/**
 * A document as PDF/UA-1 (ISO 14289-1): tagged, in one language, with its title shown, and fonts of its own. `at`: the time (ms)
 * that it carries. Others get a turn in between, however long it is.
 */
export async function pdfOf(document: Document, reader: Reader, at: number): Promise<Buffer> {
  const words = (msg: Parameters<typeof wordsOf>[1]): string => wordsOf(reader.locale, msg);
  const pen = createPen({
    title: words(document.title),
    language: languageOf(reader.locale),
    landscape: document.landscape,
    producer,
    at: new Date(at),
  });
  drawTitle(pen, words(document.title));
  const about = textOf(document.about, reader);
  if (about !== '') drawParagraph(pen, 'body', about);
  for (const [i, block] of document.blocks.entries()) {
    await drawBlock(pen, block, reader, heightAfter(pen, document.blocks[i + 1], reader));
    await pen.turn();
  }
  if (!textsIn(document, reader).every(isShowable)) drawParagraph(pen, 'quiet', words({ key: 'document.unshown' }));
  return pen.finish(textOf(document.footer, reader), (page, pages) =>
    words({ key: 'document.page', with: { page, pages } }),
  );
}

/** What must not stand on a page without the table above it: places to sign for what it says. */
const heightAfter = (pen: Pen, next: DocumentBlock | undefined, reader: Reader): number =>
  next?.is === 'signatures' ? heightOfSignatures(pen, placesOf(next, reader)) : 0;

function placesOf(block: Extract<DocumentBlock, { is: 'signatures' }>, reader: Reader): SignaturePlace[] {
  const words = (msg: Parameters<typeof wordsOf>[1]): string => wordsOf(reader.locale, msg);
  return block.lines.map(({ role, who }) => ({
    role: words(role),
    who: textOf(who, reader),
    signature: words({ key: 'document.signature' }),
    date: words({ key: 'document.date' }),
  }));
}

async function drawBlock(pen: Pen, block: DocumentBlock, reader: Reader, after: number): Promise<void> {
  const words = (msg: Parameters<typeof wordsOf>[1]): string => wordsOf(reader.locale, msg);
  switch (block.is) {
    case 'heading':
      return drawHeading(pen, block.level, textOf(block.text, reader));
    case 'paragraph': {
      const text = textOf(block.text, reader);
      return block.style === 'notice' ? drawNotice(pen, text) : drawParagraph(pen, block.style, text);
    }
    case 'facts':
      return drawTable(
        pen,
        {
          caption: null,
          header: false,
          columns: [
            { label: '', align: 'left', weight: 1, head: true },
            { label: '', align: 'left', weight: 2.4, head: false },
          ],
          rows: block.rows.map(({ label, value }) => [words(label), textOf(value, reader)]),
          total: null,
        },
        after,
      );
    case 'table':
      return drawTable(
        pen,
        {
          caption: words(block.caption),
          header: true,
          columns: block.columns.map((column) => ({ ...column, label: words(column.label) })),
          rows: block.rows.map((row) => row.map((cell) => textOf(cell, reader))),
          total: block.total?.map((cell) => textOf(cell, reader)) ?? null,
        },
        after,
      );
    case 'signatures':
      return drawSignatures(pen, placesOf(block, reader));
    case 'newPage':
      return pen.newPage();
  }
}

/** Everything of a document that comes from people: what may have letters of any script. */
function textsIn(document: Document, reader: Reader): string[] {
  const of = (block: DocumentBlock): readonly Words[] => {
    if (block.is === 'table') return [...block.rows.flat(), ...(block.total ?? [])];
    if (block.is === 'facts') return block.rows.map(({ value }) => value);
    if (block.is === 'signatures') return block.lines.map(({ who }) => who);
    return block.is === 'newPage' ? [] : [block.text];
  };
  return [document.about, ...document.blocks.flatMap(of)].map((words) => textOf(words, reader));
}
