import { ink, type Pen } from './pen.ts';
import { styles } from './text-blocks.ts';

/** A place to sign by hand: as what, who that is, and the words beside the two lines. */
export interface SignaturePlace {
  readonly role: string;
  readonly who: string;
  readonly signature: string;
  readonly date: string;
}

/** Up to the words under a line, and of a place whose words take one line. */
const [above, least] = [37, 58];
const dateWidth = 130;
const most = 2;

const wordsOf = ({ role, who, signature }: SignaturePlace): string =>
  who === '' ? `${signature}: ${role}` : `${signature}: ${role}, ${who}`;

const linesOf = (pen: Pen, place: SignaturePlace) =>
  pen.lines(wordsOf(place), styles.quiet, pen.sheet.right - dateWidth - 18 - pen.sheet.left);

const heightOf = (pen: Pen, place: SignaturePlace): number =>
  Math.max(least, above + linesOf(pen, place).length * pen.lineHeight(styles.quiet) + 8);

/** How much room the places take that stay on one page. */
export const heightOfSignatures = (pen: Pen, places: readonly SignaturePlace[]): number =>
  places.slice(0, most).reduce((sum, place) => sum + heightOf(pen, place), 8);

/** Lines to sign on, each with its words under it. The lines are decoration: the words say what goes there. */
export function drawSignatures(pen: Pen, places: readonly SignaturePlace[]): void {
  const { left, right } = pen.sheet;
  pen.room(heightOfSignatures(pen, places));
  for (const place of places) {
    const height = heightOf(pen, place);
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
    const tag = pen.textTag('P', wordsOf(place));
    pen.root.add(tag);
    const [day] = pen.lines(place.date, styles.quiet, dateWidth);
    pen.inside(tag, 'P', () => {
      linesOf(pen, place).forEach((words, row) => {
        pen.drawLine(words, left, line + 3 + row * pen.lineHeight(styles.quiet), styles.quiet, ink.soft);
      });
      if (day !== undefined) pen.drawLine(day, dateLeft, line + 3, styles.quiet, ink.soft);
    });
    tag.end();
    pen.skip(height);
  }
}
