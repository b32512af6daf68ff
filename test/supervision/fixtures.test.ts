import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hoursCases } from '../../scripts/fixtures/hours/cases.ts';
import { hours, packs } from './hours.ts';

const folder = resolve(import.meta.dirname, '../fixtures/hours');

describe('the years in test/fixtures/hours', () => {
  it('are what the generator writes (npm run fixture:hours), one for every pack', () => {
    const cases = hoursCases();
    expect(cases.map(({ pack }) => pack).sort()).toEqual(packs.map(({ id }) => id));
    for (const { pack, text } of cases) expect(readFileSync(join(folder, `${pack}.csv`), 'utf8'), pack).toBe(text);
    expect(JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8'))).toEqual(
      cases.map(({ pack, asOf, applying }) => ({ file: `${pack}.csv`, pack, asOf, applying })),
    );
  });

  it.each(hoursCases())('$pack has rows that count, rows that do not, and something short or over in it', (of) => {
    const dates = of.applying === null ? { asOf: of.asOf } : { asOf: of.asOf, applying: of.applying };
    const { pack, rows, rules, atRisk } = hours(of.pack, of.text, dates);
    expect(pack).toBe(of.pack);
    expect(rows.counted).toBeGreaterThan(400);
    expect(rows.rejected.length).toBeGreaterThan(10);
    expect(new Set(rules.map(({ result }) => result)).size).toBeGreaterThan(1);
    expect(atRisk.length).toBeGreaterThan(0);
  });
});
