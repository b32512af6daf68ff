import type { TextStyle } from './lines.ts';
import { ink, type Pen, type Tag } from './pen.ts';

export const styles = {
  title: { weight: 'bold', size: 17 },
  heading2: { weight: 'bold', size: 12.5 },
  heading3: { weight: 'bold', size: 10.5 },
  body: { weight: 'regular', size: 10 },
  strong: { weight: 'bold', size: 10 },
  quiet: { weight: 'regular', size: 8.5 },
  cell: { weight: 'regular', size: 9 },
  cellHead: { weight: 'bold', size: 8.5 },
} as const satisfies Record<string, TextStyle>;

interface TextBlock {
  readonly type: 'H1' | 'H2' | 'H3' | 'P' | 'Caption';
  readonly text: string;
  readonly style: TextStyle;
  readonly color: string;
  readonly before: number;
  readonly after: number;
}

/** Text over the whole width, in one element, on as many pages as it takes. A heading keeps room for what follows it. */
export function drawText(pen: Pen, { type, text, style, color, before, after }: TextBlock, into: Tag = pen.root): void {
  const { sheet } = pen;
  const height = pen.lineHeight(style);
  const lines = pen.lines(text, style, sheet.right - sheet.left);
  const heading = type.startsWith('H') || type === 'Caption';
  if (pen.y > sheet.top) pen.skip(before);
  // Under a caption stands a row of the table; under a heading a caption, the names of its columns, and a row.
  if (heading) pen.room(height * lines.length + (type === 'Caption' ? 60 : 130));
  const tag = pen.textTag(type, text);
  into.add(tag);
  for (let i = 0; i < lines.length; ) {
    pen.room(height);
    const fits = Math.max(1, Math.floor((sheet.bottom - pen.y) / height));
    const here = lines.slice(i, i + fits);
    pen.inside(tag, type, () => {
      here.forEach((line, row) => {
        pen.drawLine(line, sheet.left, pen.y + row * height, style, color);
      });
    });
    pen.skip(here.length * height);
    i += here.length;
  }
  tag.end();
  pen.skip(after);
}

export const drawTitle = (pen: Pen, text: string): void =>
  drawText(pen, { type: 'H1', text, style: styles.title, color: ink.text, before: 0, after: 2 });

export const drawHeading = (pen: Pen, level: 2 | 3, text: string): void =>
  drawText(pen, {
    type: level === 2 ? 'H2' : 'H3',
    text,
    style: level === 2 ? styles.heading2 : styles.heading3,
    color: level === 2 ? ink.accent : ink.text,
    before: level === 2 ? 12 : 8,
    after: 3,
  });

export const drawParagraph = (pen: Pen, style: 'body' | 'quiet', text: string): void =>
  drawText(pen, {
    type: 'P',
    text,
    style: styles[style],
    color: style === 'quiet' ? ink.soft : ink.text,
    before: 0,
    after: 5,
  });

/** A paragraph on a ground of its own, with a line at its side. */
export function drawNotice(pen: Pen, text: string): void {
  const { sheet } = pen;
  const style = styles.strong;
  const height = pen.lineHeight(style);
  const lines = pen.lines(text, style, sheet.right - sheet.left - 24);
  const whole = lines.length * height + 12;
  if (pen.y > sheet.top) pen.skip(4);
  pen.room(whole);
  pen.artifact('Layout', () => {
    pen.doc.rect(sheet.left, pen.y, sheet.right - sheet.left, whole).fill(ink.fill);
    pen.doc.rect(sheet.left, pen.y, 3, whole).fill(ink.accent);
  });
  const tag = pen.textTag('P', text);
  pen.root.add(tag);
  pen.inside(tag, 'P', () => {
    lines.forEach((line, row) => {
      pen.drawLine(line, sheet.left + 12, pen.y + 6 + row * height, style, ink.text);
    });
  });
  tag.end();
  pen.skip(whole + 8);
}
