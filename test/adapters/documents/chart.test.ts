import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { type Chart, chartPng, chartSvg, paperInk } from '../../../adapters/documents/chart.ts';

const chart = (values: (number | null)[]): Chart => ({
  is: 'chart',
  label: { key: 'checkin.chart' },
  points: values.map((value, i) => ({
    date: new Date(Date.UTC(2026, 0, 5 + 7 * i)).toISOString().slice(0, 10),
    value,
  })),
  from: 1,
  to: 5,
  low: { key: 'checkin.low' },
  high: { key: 'checkin.high' },
  alt: { key: 'checkin.chart.alt', with: { weeks: values.length, values: values.map((v) => v ?? '–').join(', ') } },
});

/** Width and height stand at a fixed place of every PNG (RFC 2083, section 4.1.1). */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('a chart', () => {
  it('breaks its line at gaps and marks every answer', () => {
    const svg = chartSvg(chart([2, 3, null, 4, null, 5, 4]), 'en', paperInk);
    expect(svg.match(/<polyline/g)).toHaveLength(2);
    expect(svg.match(/<circle/g)).toHaveLength(5);
  });

  it('says in words what it draws', () => {
    expect(chartSvg(chart([2, null]), 'en', paperInk)).toContain('aria-label="A line of 2 weeks, oldest first: 2, –.');
  });

  it.each([[[]], [[3]], [[null]], [Array.from({ length: 26 }, () => 5)]])('draws whatever comes: %#', (values) => {
    expect(sizeOf(chartPng(chart(values), 'en'))).toEqual([880, 420]);
    expect(chartSvg(chart(values), 'xx-bad-locale', paperInk)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it.each([
    [5, ['0', '1', '2', '3', '4', '5']],
    [16, ['0', '2', '4', '6', '8', '10', '12', '14', '16']],
    [40, ['0', '5', '10', '15', '20', '25', '30', '35', '40']],
  ])('a scale up to %i has lines that can be told apart, as far as the line goes', (to, labels) => {
    const svg = chartSvg({ ...chart([2, to]), from: 0, to }, 'en', paperInk);
    expect([...svg.matchAll(/text-anchor="end" font-size="13" fill="[^"]+">(\d+)</g)].map(([, n]) => n)).toEqual(
      labels,
    );
  });

  it('has its letters in it: with words it differs from the same drawing without', () => {
    const svg = chartSvg(chart([2, 3]), 'en', paperInk);
    const font = { loadSystemFonts: false } as const;
    const textless = new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 }, font }).render().asPng();
    expect(chartPng(chart([2, 3]), 'en').length).toBeGreaterThan(textless.length + 1000);
  });
});
