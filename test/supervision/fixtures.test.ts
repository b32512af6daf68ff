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

  // scripts/hours/second-calculator.ts was written from the written rules by somebody who had not read this code.
  it.each(hoursCases())('$pack comes to what a second calculator found', (of) => {
    const dates = of.applying === null ? { asOf: of.asOf } : { asOf: of.asOf, applying: of.applying };
    const ours = hours(of.pack, of.text, dates);
    const theirs = JSON.parse(readFileSync(join(folder, 'expected', `${of.pack}.json`), 'utf8'));
    const sorted = (items: readonly object[]) => items.map((item) => JSON.stringify(item)).sort();
    expect(JSON.parse(JSON.stringify(ours.totals))).toEqual(theirs.totals);
    expect(ours.hours).toEqual(theirs.hours);
    expect({ ...ours.rows, rejected: ours.rows.rejected.map(({ line, field }) => ({ line, field })) }).toEqual(
      theirs.rows,
    );
    expect(ours.rules).toEqual(theirs.rules);
    expect(sorted(ours.atRisk.map(({ from, to, site, minutes, rule }) => ({ from, to, site, minutes, rule })))).toEqual(
      sorted(theirs.atRisk),
    );
    expect(sorted(ours.warnings.map(({ rule, from, to, site }) => ({ rule, from, to, site })))).toEqual(
      sorted(theirs.warnings),
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
