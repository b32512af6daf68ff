/** As many characters as tell questions apart in a list. */
const most = 80;

/** The beginning of a text on one line, cut between words, with a mark where something follows. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most + 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > 0 ? cut.slice(0, end) : cut.slice(0, most)).replace(/[\s,;:.]+$/u, '')} …`;
}
