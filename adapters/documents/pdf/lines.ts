import { type Stretch, stretches, type Weight } from './fonts.ts';

/** A part of a line in one font, with its width in points. */
export interface Run extends Stretch {
  readonly width: number;
}

export interface TextLine {
  readonly runs: readonly Run[];
  readonly width: number;
}

export interface TextStyle {
  readonly weight: Weight;
  /** In points. */
  readonly size: number;
}

/** A text in its fonts, with their widths in points. */
export type Measure = (text: string, style: TextStyle) => readonly Run[];

/** Most words stand in a document more than once. */
const mostWords = 20_000;

/** Measures words, and remembers them. `widthOf`: of a stretch in a size of one point. */
export function rememberingMeasure(widthOf: (stretch: Stretch) => number): Measure {
  const words = new Map<string, readonly Run[]>();
  return (text, { weight, size }) => {
    const key = `${weight} ${size} ${text}`;
    const had = words.get(key);
    if (had !== undefined) return had;
    const runs = stretches(text, weight).map((one) => ({ ...one, width: widthOf(one) * size }));
    if (words.size > mostWords) words.clear();
    words.set(key, runs);
    return runs;
  };
}

/** A word with the blank before it; of scripts without blanks, one character. */
const wordPattern =
  /\s*(?:[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]|[^\s\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]+)/gu;

/** Breaks a text into lines that fit a width, at blanks where there are any, else inside a word. Line breaks stay. */
export function linesOf(text: string, style: TextStyle, width: number, measure: Measure): TextLine[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((part) => wrapped(part, style, width, measure));
}

function wrapped(text: string, style: TextStyle, width: number, measure: Measure): TextLine[] {
  const runsOf = (part: string): readonly Run[] => measure(part, style);
  const lines: TextLine[] = [];
  let line: Run[] = [];
  let used = 0;
  const end = (blank = ''): void => {
    lines.push({ runs: withBlank(inVisualOrder(joined(line)), blank), width: used });
    line = [];
    used = 0;
  };
  for (const word of text.match(wordPattern) ?? []) {
    let rest = line.length === 0 ? word.trimStart() : word;
    let runs = runsOf(rest);
    if (line.length > 0 && used + widthOf(runs) > width) {
      end(word.startsWith(' ') ? ' ' : '');
      rest = word.trimStart();
      runs = runsOf(rest);
    }
    // A word that is longer than a line is cut where the line ends.
    while (widthOf(runs) > width) {
      const fits = fitting(rest, (part) => widthOf(runsOf(part)) <= width);
      line = [...runsOf(rest.slice(0, fits))];
      used = widthOf(line);
      end();
      rest = rest.slice(fits);
      runs = runsOf(rest);
    }
    line.push(...runs);
    used += widthOf(runs);
  }
  if (line.length > 0 || lines.length === 0) end();
  return lines;
}

/**
 * The blank at which a line was broken stays at its end, where it is not seen: whoever listens to the text or copies it reads
 * two words. What is drawn from right to left says its text itself (`textTag`).
 */
function withBlank(runs: readonly Run[], blank: string): readonly Run[] {
  const last = runs.at(-1);
  if (last === undefined || last.rtl || blank === '') return runs;
  return [...runs.slice(0, -1), { ...last, shown: last.shown + blank }];
}

const widthOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.width, 0);

/** How much of a text fits: one character at least, never half of one. */
function fitting(text: string, fits: (part: string) => boolean): number {
  let end = 0;
  for (const character of text) {
    if (end > 0 && !fits(text.slice(0, end + character.length))) break;
    end += character.length;
  }
  return end;
}

/** Neighbors in one font are drawn as one, so that a reader selects and hears whole words. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (let i = 0; i < runs.length; ) {
    const first = runs[i] as Run;
    let end = i + 1;
    if (!first.rtl) while (end < runs.length && runs[end]?.font === first.font && !runs[end]?.rtl) end++;
    const part = runs.slice(i, end);
    out.push(
      part.length === 1 ? first : { ...first, shown: part.map(({ shown }) => shown).join(''), width: widthOf(part) },
    );
    i = end;
  }
  return out;
}

/** Words from right to left, side by side, change places; what is around them stays. */
function inVisualOrder(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let rtl: Run[] = [];
  for (const run of runs) {
    if (run.rtl) rtl.unshift(run);
    else {
      out.push(...rtl, run);
      rtl = [];
    }
  }
  return [...out, ...rtl];
}
