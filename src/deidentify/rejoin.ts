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

const anyMark = /\*{1,3}|~~|\|\||_/g;
const isLetter = /^[\p{L}\p{M}'’]/u;
/** No name is longer. */
const longestPart = 40;

/** Where the mark begins that one inside a word closes: "**Ha**yes", "Ha*ye*s", "_Ha_yes"; "snake_case_names" have none. */
function opening(text: string, at: number, mark: string): number | undefined {
  if (!isLetter.test(text[at + mark.length] ?? '')) return undefined;
  let from = at;
  while (from > at - longestPart && isLetter.test(text[from - 1] ?? '')) from--;
  const open = from - mark.length;
  if (from === at || open < 0 || text.slice(open, from) !== mark) return undefined;
  const before = text[open - 1] ?? '';
  return mark === '_' ? (besideMark.test(before) ? undefined : open) : /[*~|\d]/.test(before) ? undefined : open;
}

/** Marks of emphasis around words and parts of words. */
function emphasized(text: string): Edit[] {
  const edits = new Map<number, Edit>();
  const drop = (start: number, length: number) => edits.set(start, { start, end: start + length, text: '' });
  for (const { index } of text.matchAll(emphasis)) if (marksWord(text, index)) drop(index, 2);
  for (const { 0: mark, index } of text.matchAll(anyMark)) {
    const open = opening(text, index, mark);
    if (open === undefined) continue;
    drop(open, mark.length);
    drop(index, mark.length);
  }
  return [...edits.values()];
}

/** Tags that format letters, "<b>Ha</b>yes". What an attribute may hold besides a style is left for the other rules. */
const inlineTag = /<\/?(?:b|i|u|s|em|strong|span|mark|small|sub|sup|font|del|ins|code)(?:\s[^<>\n/@]{0,120})?>/gi;

const mayDecode =
  /=(?:[89A-F][0-9A-F]|\r?\n)|&(?:#|[a-z]{2,8};)|-\r?\n|\[\.\]|hxxp|\*\*|__|~~|\|\||<\/?[a-z]|[*_]\p{L}/iu;

/** What mail programs, web pages and formatting made of letters, made letters again: `Jos&eacute;`, `Ren=C3=A9`, `De=⏎cember`, `<b>Ha</b>yes`. */
export function decoding(text: string): Edit[] {
  if (!mayDecode.test(text)) return [];
  const edits = emphasized(text);
  for (const { 0: tag, index } of text.matchAll(inlineTag))
    edits.push({ start: index, end: index + tag.length, text: '' });
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
