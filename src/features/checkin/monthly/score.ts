import type { Instrument, Subscale } from '../../../ports/checkins.ts';

/** Answers by item number. */
export type Answers = Readonly<Record<string, number>>;

/** Items of the subscales that a person is asked, in the order of the instrument. */
export function itemsFor(instrument: Instrument, subscales: readonly string[]): Instrument['items'] {
  const wanted = new Set(instrument.subscales.filter((s) => subscales.includes(s.id)).flatMap((s) => s.items));
  return instrument.items.filter((item) => wanted.has(item.n));
}

/** The subscales that are asked: all but the optional ones, and of those the ones switched on. */
export const subscalesFor = (instrument: Instrument, switchedOn: readonly string[]): string[] =>
  instrument.subscales.filter((s) => !s.optional || switchedOn.includes(s.id)).map((s) => s.id);

/** The score of one subscale, or null when one of its items is missing (docs/domain.md, ProQOL 5). */
export function scoreOf(instrument: Instrument, subscale: Subscale, answers: Answers): number | null {
  const values = instrument.scale.map((s) => s.value);
  const turned = Math.min(...values) + Math.max(...values);
  let sum = 0;
  for (const n of subscale.items) {
    const answer = answers[String(n)];
    if (answer === undefined) return null;
    sum += subscale.reversed.includes(n) ? turned - answer : answer;
  }
  return (subscale.score === 'sum' ? sum : sum / subscale.items.length) * subscale.times;
}

/** The lowest and highest score that a subscale can have. */
export function rangeOf(instrument: Instrument, subscale: Subscale): { readonly from: number; readonly to: number } {
  const values = instrument.scale.map((s) => s.value);
  const n = (subscale.score === 'sum' ? subscale.items.length : 1) * subscale.times;
  return { from: Math.min(...values) * n, to: Math.max(...values) * n };
}

/** What the authors call the range of a score, or null where they name none. */
export const bandOf = (subscale: Subscale, score: number): string | null =>
  subscale.bands.find((b) => score <= b.upTo)?.name ?? null;
