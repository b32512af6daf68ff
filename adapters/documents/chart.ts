import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { type Block, defaultLocale, plainChart, wordsOf } from '../../src/index.ts';

export type Chart = Extract<Block, { is: 'chart' }>;

/** Colours of a drawing: CSS colours, or `var(--…)` and `currentColor` inside a page. */
export interface Ink {
  readonly line: string;
  readonly text: string;
  readonly grid: string;
  /** Null leaves the background as it is. */
  readonly paper: string | null;
}

export const paperInk: Ink = { line: '#1d6a62', text: '#22262a', grid: '#dfdad0', paper: '#fffefb' };

const width = 440;
const height = 210;
const plot = { left: 28, right: width - 16, top: 30, bottom: height - 54 } as const;
const family = 'Noto Sans';
/** Steps of the scale that stay readable above one another. */
const mostLines = 8;

/**
 * A chart as SVG, 440 by 210, as wide as the place it stands in. Gaps stay gaps: the line breaks, and nothing marks them. Total: without points only the
 * frame is drawn. Words come from the catalogue, so nothing that a person typed is in it.
 */
export function chartSvg(chart: Chart, locale: string, ink: Ink): string {
  const { points, from, to } = chart;
  const x = (i: number): number =>
    points.length < 2 ? (plot.left + plot.right) / 2 : plot.left + (i * (plot.right - plot.left)) / (points.length - 1);
  const y = (value: number): number => plot.bottom - ((value - from) * (plot.bottom - plot.top)) / (to - from || 1);
  const values = scale(from, to);
  const drawn = points.flatMap((p, i) =>
    p.value === null ? [] : [{ i, at: `${x(i).toFixed(1)},${y(p.value).toFixed(1)}` }],
  );
  const text = (at: number, down: number, anchor: 'start' | 'middle' | 'end', words: string, size = 13): string =>
    `<text x="${at.toFixed(1)}" y="${down.toFixed(1)}" text-anchor="${anchor}" font-size="${size}" fill="${ink.text}">${escaped(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(plainChart(chart, locale))}" font-family="${family}, system-ui, sans-serif">`,
    ...(ink.paper === null ? [] : [`<rect width="${width}" height="${height}" fill="${ink.paper}"/>`]),
    ...values.map((v) => `<path d="M${plot.left} ${y(v)}H${plot.right}" stroke="${ink.grid}" stroke-width="1"/>`),
    ...values.map((v) => text(plot.left - 8, y(v) + 4, 'end', String(v))),
    text(plot.left, plot.top - 12, 'start', wordsOf(locale, chart.high)),
    text(plot.left, plot.bottom + 20, 'start', wordsOf(locale, chart.low)),
    ...runs(drawn).map(
      (run) =>
        `<polyline points="${run.join(' ')}" fill="none" stroke="${ink.line}" stroke-width="2.5" stroke-linejoin="round"/>`,
    ),
    ...drawn.map(({ at }) => {
      const [cx, cy] = at.split(',');
      return `<circle cx="${cx}" cy="${cy}" r="4.5" fill="${ink.line}"/>`;
    }),
    ...labelled(points.length).map((i) =>
      text(
        x(i),
        height - 10,
        i === 0 && points.length > 1 ? 'start' : i === points.length - 1 && i > 0 ? 'end' : 'middle',
        shortDay(points[i]?.date, locale),
      ),
    ),
    '</svg>',
  ].join('');
}

/** Lines across: every whole number where there is room to read them, else every second, fifth, tenth, … */
function scale(from: number, to: number): number[] {
  const steps = [1, 2, 5, 10, 20, 50, 100];
  const step = steps.find((one) => (to - from) / one <= mostLines) ?? Math.ceil((to - from) / mostLines);
  return Array.from({ length: Math.max(0, Math.floor((to - from) / step)) + 1 }, (_, i) => from + i * step);
}

/** Points that follow one another without a gap make one line. */
function runs(drawn: readonly { readonly i: number; readonly at: string }[]): string[][] {
  const all: string[][] = [];
  let last = -2;
  for (const { i, at } of drawn) {
    if (i === last + 1) all[all.length - 1]?.push(at);
    else all.push([at]);
    last = i;
  }
  return all.filter((run) => run.length > 1);
}

/** Which dates are written out: the first, the last, and one between when there is room. */
const labelled = (n: number): number[] =>
  n === 0
    ? []
    : n < 3
      ? Array.from({ length: n }, (_, i) => i)
      : n < 7
        ? [0, n - 1]
        : [0, Math.floor((n - 1) / 2), n - 1];

function shortDay(date: string | undefined, locale: string): string {
  if (date === undefined) return '';
  const at = new Date(`${date}T00:00:00Z`);
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  try {
    return new Intl.DateTimeFormat(locale, options).format(at);
  } catch {
    return new Intl.DateTimeFormat(defaultLocale, options).format(at);
  }
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** Without a font file of its own resvg draws no text at all, and says nothing. */
const require = createRequire(import.meta.url);
const fontFile = require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');

/** A chart as PNG, at twice its size, with the font that ships. */
export function chartPng(chart: Chart, locale: string): Uint8Array {
  const resvg = new Resvg(chartSvg(chart, locale, paperInk), {
    fitTo: { mode: 'zoom', value: 2 },
    font: { fontFiles: [fontFile], loadSystemFonts: false, defaultFontFamily: family },
  });
  return resvg.render().asPng();
}
