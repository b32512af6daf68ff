/** Longer lines are hard to read, however wide the terminal. */
const widest = 88;

/** Text in lines of at most so many columns, below each other after its number or mark. Without columns, as it is. */
export function wrapped(text: string, columns: number | undefined): string {
  if (columns === undefined) return text;
  const width = Math.min(columns, widest);
  return text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): string {
  const start = /^\s*(?:\d+\. |ok {4}|LOOK {2})?/.exec(line)?.[0] ?? '';
  const indent = ' '.repeat(start.length);
  const lines: string[] = [];
  let current = start;
  let isEmpty = true;
  for (const word of line.slice(start.length).split(' ')) {
    const fits = current.length + 1 + word.length <= width;
    if (!isEmpty && !fits) {
      lines.push(current);
      current = indent + word;
    } else current += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, current].join('\n');
}
