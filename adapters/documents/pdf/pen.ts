import PDFDocument from 'pdfkit';
import { fontsOfDocument, isDrawnAsRead } from './fonts.ts';
import { linesOf, rememberingMeasure, type TextLine, type TextStyle } from './lines.ts';
import { createTurns } from './turns.ts';

type StructureElement = InstanceType<typeof PDFDocument> extends { struct(type: string): infer E } ? E : never;
/** An element of the tag tree. */
export type Tag = StructureElement;

export interface Sheet {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const margin = 48;
/** Below the text of a page: its footer. */
const footerRoom = 30;
/** US letter in points: what boards print on. */
const paper = { short: 612, long: 792 } as const;

export const ink = { text: '#1f2326', soft: '#565d63', line: '#b9b2a4', fill: '#f4f1ea', accent: '#1d6a62' } as const;

/** The space of a line of text, as a multiple of its size. */
const leading = 1.36;

export interface PenOptions {
  readonly title: string;
  /** BCP 47, of the whole document. */
  readonly language: string;
  readonly landscape: boolean;
  readonly producer: string;
  readonly at: Date;
}

/**
 * Draws on the pages of one PDF, from the top down, every mark inside a tag of the structure tree or as an artifact: PDF/UA-1
 * allows nothing else (ISO 14289-1, 7.1).
 */
export function createPen({ title, language, landscape, producer, at }: PenOptions) {
  const doc = new PDFDocument({
    size: [paper.short, paper.long],
    layout: landscape ? 'landscape' : 'portrait',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    // Its types do not name this one yet (@types/pdfkit 0.17.6).
    subset: 'PDF/UA' as 'PDF/A-1',
    displayTitle: true,
    lang: language,
    info: { Title: title, Producer: producer, Creator: producer, CreationDate: at, ModDate: at },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));
  // It takes an open font as well as a file; its types name the file alone (@types/pdfkit 0.17.6).
  for (const { name, font } of fontsOfDocument()) doc.registerFont(name, font as unknown as string);
  const root = doc.struct('Document', { title });
  doc.addStructure(root);

  const size = landscape ? { width: paper.long, height: paper.short } : { width: paper.short, height: paper.long };
  const sheet: Sheet = {
    left: margin,
    right: size.width - margin,
    top: margin,
    bottom: size.height - margin - footerRoom,
  };
  let y = sheet.top;

  const measure = rememberingMeasure(({ shown, font }) => doc.font(font).fontSize(100).widthOfString(shown) / 100);

  function newPage(): void {
    doc.addPage();
    y = sheet.top;
  }
  newPage();

  /**
   * A new element for a text. What is drawn from right to left, or has no shape here, is not what a reader hears: then the
   * element says its text itself.
   */
  function textTag(type: string, text: string, attributes: { readonly scope?: 'Row' | 'Column' } = {}): Tag {
    return doc.struct(type, { ...attributes, ...(isDrawnAsRead(text) ? {} : { actual: text }) });
  }

  /** What is drawn belongs to this element, on the page that it is drawn on. */
  function inside(tag: Tag, type: string, draw: () => void): void {
    const content = doc.markStructureContent(type);
    draw();
    doc.endMarkedContent();
    tag.add(content);
  }

  /** What is drawn is decoration, or belongs to the page alone. */
  function artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    doc.markContent('Artifact', { type });
    draw();
    doc.endMarkedContent();
  }

  function drawLine(line: TextLine, x: number, top: number, style: TextStyle, color: string): void {
    const baseline = top + style.size * 1.04;
    let at = x;
    for (const run of line.runs) {
      doc.font(run.font).fontSize(style.size).fillColor(color);
      doc.text(run.shown, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      at += run.width;
    }
  }

  const turn = createTurns();

  return {
    doc,
    root,
    sheet,
    newPage,
    textTag,
    inside,
    artifact,
    drawLine,
    /** Between two things that are drawn. */
    turn,
    get y() {
      return y;
    },
    /** Moves down; without room, to where a next page begins. */
    skip(points: number): void {
      y = Math.min(y + points, sheet.bottom);
    },
    /** Begins a page where less than this is left. True where it did. */
    room(points: number): boolean {
      if (y + points <= sheet.bottom || y === sheet.top) return false;
      newPage();
      return true;
    },
    lines: (text: string, style: TextStyle, width: number): TextLine[] => linesOf(text, style, width, measure),
    lineHeight: (style: TextStyle): number => style.size * leading,
    /** Puts the foot on each page, closes the file, and resolves with its bytes. */
    async finish(foot: string, pageOf: (page: number, pages: number) => string): Promise<Buffer> {
      const { count } = doc.bufferedPageRange();
      const style = { weight: 'regular', size: 8 } as const;
      const top = size.height - margin - 16;
      for (let i = 0; i < count; i++) {
        doc.switchToPage(i);
        await turn();
        const [number] = linesOf(pageOf(i + 1, count), style, sheet.right - sheet.left, measure);
        const used = number?.width ?? 0;
        const lines = linesOf(foot, style, sheet.right - sheet.left - used - 24, measure).slice(0, 2);
        artifact('Pagination', () => {
          lines.forEach((line, row) => {
            drawLine(line, sheet.left, top + row * 11, style, ink.soft);
          });
          if (number !== undefined) drawLine(number, sheet.right - used, top, style, ink.soft);
        });
      }
      root.end();
      doc.end();
      return done;
    },
  };
}

export type Pen = ReturnType<typeof createPen>;
