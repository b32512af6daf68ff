import type { Edit } from './rewrite.ts';

// Soft line breaks and bytes of quoted-printable mail (RFC 2045), character references of HTML, words broken at a line's end.
// The classes name Latin letters: `\p{L}` at the beginning of a pattern is ten times slower.
const encoded =
  /\[\.\]|\bhxxp(?=s?:\/\/)|(?:=[89A-F][0-9A-F]){2,}|(?<=[a-zA-ZÀ-ɏḀ-ỿ0-9])=\r?\n(?=[a-zA-ZÀ-ɏḀ-ỿ0-9])|&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8});|(?<=[a-zA-ZÀ-ɏḀ-ỿ]{2})-\r?\n(?=[a-zA-ZÀ-ɏḀ-ỿ]{2})/gi;
const marks: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030A',
  caron: '\u030C',
  cedil: '\u0327',
};
const signs: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  nbsp: ' ',
  quot: '"',
  rsquo: '’',
  lsquo: '‘',
  szlig: 'ß',
};

const emphasis = /\*\*|__|~~|\|\|/g;
const besideMark = /^[\p{L}\p{N}_*~|]/u;

/** "__Kaydence__", "**Maria**": whether marks of emphasis open or close around a word here. */
function marksWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const next = text[at + 2] ?? '';
  return (
    (!besideMark.test(before) && /^[\p{L}\p{N}"']/u.test(next)) ||
    (/^[\p{L}\p{N}.!?"']/u.test(before) && !besideMark.test(next))
  );
}

const mayDecode = /=(?:[89A-F][0-9A-F]|\r?\n)|&(?:#|[a-z]{2,8};)|-\r?\n|\[\.\]|hxxp|\*\*|__|~~|\|\|/i;

/** What mail programs and web pages made of letters, made letters again: `Jos&eacute;`, `Ren=C3=A9`, `De=⏎cember`, `sep-⏎tember`. */
export function decoding(text: string): Edit[] {
  const edits: Edit[] = [];
  if (!mayDecode.test(text)) return edits;
  for (const { index } of text.matchAll(emphasis)) {
    if (marksWord(text, index)) edits.push({ start: index, end: index + 2, text: '' });
  }
  for (const match of text.matchAll(encoded)) {
    const start = match.index;
    const end = start + match[0].length;
    const letters = decoded(match[0], text.slice(end, end + 2));
    if (letters !== undefined) edits.push({ start, end, text: letters });
  }
  return edits.sort((a, b) => a.start - b.start);
}

function decoded(code: string, next: string): string | undefined {
  if (code === '[.]') return '.';
  if (/^hxxp/i.test(code)) return 'http';
  if (code.startsWith('=')) return /[\r\n]/.test(code) ? '' : ofBytes(code.replaceAll('=', '%'));
  // "Smith-⏎Jones" is a double name, "sep-⏎tember" one word.
  if (code.startsWith('-')) return /^\p{Lu}\p{Ll}/u.test(next) ? '-' : '';
  const name = code.slice(1, -1);
  if (name.startsWith('#'))
    return ofNumber(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  const mark = marks[name.slice(1)];
  return mark ? `${name[0]}${mark}`.normalize('NFC') : signs[name];
}

function ofBytes(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

const ofNumber = (code: number): string | undefined =>
  code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;

// Four and more single letters, each behind a blank, a point or a hyphen, with nothing else glued to them.
const apart =
  /(?<![a-zA-ZÀ-ɏḀ-ỿ0-9])(?<![a-zA-ZÀ-ɏḀ-ỿ0-9]['.-])[a-zA-ZÀ-ɏḀ-ỿ](?:(?: - |[ ._*-])[a-zA-ZÀ-ɏḀ-ỿ](?![a-zA-ZÀ-ɏḀ-ỿ0-9])){3,}/g;
// Figures the same way, with a sign among them: "1 2 3 4" is a scale, "0 3 / 1 7 / 6 9" a date.
const figures = /(?<![a-zA-ZÀ-ɏḀ-ỿ0-9.])[0-9](?: (?:[/.:-] )?[0-9](?![a-zA-ZÀ-ɏḀ-ỿ0-9])){3,}/g;

/**
 * What somebody typed apart, so that no program would know it, put together: `M a r i a`, `L-o-p-a-t-a`, `0 3 / 1 7 / 6 9`. A
 * capital after a small letter begins a word of its own.
 */
export function respelling(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: run, index } of text.matchAll(apart)) {
    const words = run
      .replace(/ - /g, '-')
      .replace(/(?<=\p{Ll})[ ._*-](?=\p{Lu})/gu, '\n')
      .replace(/[ ._*-]/g, '');
    edits.push({ start: index, end: index + run.length, text: words.replaceAll('\n', ' ') });
  }
  for (const { 0: run, index } of text.matchAll(figures)) {
    if (/[/.:-]/.test(run)) edits.push({ start: index, end: index + run.length, text: run.replaceAll(' ', '') });
  }
  return edits.sort((a, b) => a.start - b.start);
}
