import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';
import { moreFonts } from './more-fonts.ts';

const require = createRequire(import.meta.url);

export type Weight = 'regular' | 'bold';

/** One font of the chain, with what PDFKit calls it. */
interface ChainFont {
  readonly name: string;
  readonly font: Font;
}

/** Latin, Greek and Cyrillic first; then scripts in which names are written. A character goes to the first font that has it. */
const files: Readonly<Record<Weight, () => readonly string[]>> = {
  regular: () => [
    require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf'),
  ],
  bold: () => [
    require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf'),
  ],
};

const opened = new Map<Weight, readonly ChainFont[]>();

/** Font by character, of the chains that are open. */
const known = new Map<string, number>();
let openedWith = moreFonts();

/** The fonts of a weight, read once a process, and again once others are to be used. */
function chainOf(weight: Weight): readonly ChainFont[] {
  if (openedWith !== moreFonts()) {
    openedWith = moreFonts();
    opened.clear();
    known.clear();
  }
  const had = opened.get(weight);
  if (had !== undefined) return had;
  const chain = [...files[weight](), ...moreFonts()].map((file, i) => ({
    name: `${weight}-${i}`,
    font: openFont(file),
  }));
  opened.set(weight, chain);
  return chain;
}

/** Opens a font file; of a collection, the first. Throws where it can't be read or is none. */
export function openFont(file: string): Font {
  const found = openSync(file);
  const font = 'fonts' in found ? found.fonts[0] : found;
  if (font === undefined) throw new Error('an empty collection of fonts');
  return font as Font;
}

/**
 * The fonts for one document. PDFKit would open each file anew, and fontkit read its tables again with the first letters of
 * every document, which takes longer than all the rest. A font keeps with each glyph the letter that it first stood for:
 * that one document needs, and it is no other's business.
 */
export const fontsOfDocument = (): readonly { readonly name: string; readonly font: Font }[] =>
  [...chainOf('regular'), ...chainOf('bold')].map(({ name, font }) => ({
    name,
    font: Object.create(font, { _glyphs: { value: {} } }) as Font,
  }));

/** Stands for a character that no font of the chain has; the first one has it. */
const missing = '\ufffd';

/** A stretch of text in one font. `shown` differs from the text where characters have no shape. */
export interface Stretch {
  readonly shown: string;
  readonly font: string;
  /** Read from right to left. */
  readonly rtl: boolean;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
/** Marks, joiners and blanks stay with what stands before them. */
const clings = /^(?:\p{M}|\u200c|\u200d|\s)$/u;
/** Directions and byte order marks: nothing to see, and nothing to print. */
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\p{Cc}]/gu;

/**
 * The font draws letters as in Vietnamese by a letter and its marks. Given apart, each has its own place in the text that a reader
 * copies, searches or hears; given as one, the mark has none.
 */
const asDrawn = (character: string): string =>
  /[\u1e00-\u1eff]/.test(character) ? character.normalize('NFD') : character;

function fontOf(character: string, weight: Weight): number {
  const chain = chainOf(weight);
  const key = `${weight}${character}`;
  const had = known.get(key);
  if (had !== undefined) return had;
  const at = chain.findIndex(({ font }) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  if (known.size > 20_000) known.clear();
  known.set(key, at);
  return at;
}

/** Cuts a text where its font changes. Total: what nobody can show becomes a visible mark. */
export function stretches(text: string, weight: Weight): Stretch[] {
  const out: { shown: string; font: number; rtl: boolean }[] = [];
  for (const character of text.normalize('NFC').replace(invisible, '')) {
    const last = out.at(-1);
    const at = fontOf(character, weight);
    if (last !== undefined && clings.test(character) && (at === -1 || /\s/.test(character) || at !== 0)) {
      last.shown += character;
      continue;
    }
    const font = Math.max(0, at);
    const shown = at === -1 ? missing : asDrawn(character);
    if (last !== undefined && last.font === font) last.shown += shown;
    else out.push({ shown, font, rtl: rightToLeft.test(shown) });
  }
  const chain = chainOf(weight);
  return out.map(({ shown, font, rtl }) => ({ shown, font: chain[font]?.name ?? '', rtl }));
}

/** Whether every character of a text has a shape. */
export const isShowable = (text: string): boolean =>
  [...text.normalize('NFC').replace(invisible, '')].every((c) => clings.test(c) || fontOf(c, 'regular') !== -1);

/** Whether the letters of a text stand in the order in which they are read, each in one piece and with a shape of its own. */
export const isDrawnAsRead = (text: string): boolean =>
  !rightToLeft.test(text) && !/[\u1e00-\u1eff\p{M}]/u.test(text) && isShowable(text);
