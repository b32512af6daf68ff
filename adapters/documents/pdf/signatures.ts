import { ink, type Pen } from './pen.ts';
import { styles } from './text-blocks.ts';

/** A place to sign by hand: as what, who that is, and the words beside the two lines. */
export interface SignaturePlace {
  readonly role: string;
  readonly who: string;
  readonly signature: string;
  readonly date: string;
}

const height = 58;
const dateWidth = 130;

/** Lines to sign on, each with its words under it. The lines are decoration: the words say what goes there. */
export function drawSignatures(pen: Pen, places: readonly SignaturePlace[]): void {
  const { left, right } = pen.sheet;
  pen.room(Math.min(places.length, 2) * height + 8);
  for (const { role, who, signature, date } of places) {
    pen.room(height);
    const line = pen.y + 34;
    const dateLeft = right - dateWidth;
    pen.artifact('Layout', () => {
      for (const [from, to] of [
        [left, dateLeft - 18],
        [dateLeft, right],
      ] as const)
        pen.doc.moveTo(from, line).lineTo(to, line).lineWidth(0.8).stroke(ink.text);
    });
    const words = who === '' ? `${signature}: ${role}` : `${signature}: ${role}, ${who}`;
    const tag = pen.textTag('P', words);
    pen.root.add(tag);
    const [first] = pen.lines(words, styles.quiet, dateLeft - 18 - left);
    const [day] = pen.lines(date, styles.quiet, dateWidth);
    pen.inside(tag, 'P', () => {
      if (first !== undefined) pen.drawLine(first, left, line + 3, styles.quiet, ink.soft);
      if (day !== undefined) pen.drawLine(day, dateLeft, line + 3, styles.quiet, ink.soft);
    });
    tag.end();
    pen.skip(height);
  }
}
