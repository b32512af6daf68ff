import type { Filling, Instrument } from '../../../ports/checkins.ts';

/**
 * The items with a fitting word for each bracket ("I like my work as a [helper]"): that of the profession which a credential
 * names, else the general one. A bracket without any loses its marks and reads as it stands.
 */
export function filledFor(
  items: Instrument['items'],
  fill: readonly Filling[],
  credential: string | null,
): Instrument['items'] {
  const parts = new Set((credential ?? '').toUpperCase().match(/[A-Z]+/g) ?? []);
  const general = fill.filter((f) => f.credentials.length === 0);
  const own = fill.filter((f) => f.credentials.some((one) => parts.has(one)));
  const words: Readonly<Record<string, string>> = Object.assign({}, ...[...general, ...own].map((f) => f.words));
  return items.map((item) => ({
    ...item,
    text: item.text.replace(/\[([a-z]+)\]/g, (_, word: string) => words[word] ?? word),
  }));
}
