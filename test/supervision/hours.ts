import { jsonOf } from '../../adapters/cli/hours/json.ts';
import { readCsv } from '../../adapters/cli/hours/read-csv.ts';
import { hoursOf } from '../../adapters/cli/hours/result.ts';
import { shippedPacks } from '../../adapters/node/packs.ts';
import { columns, type Pack } from '../../src/index.ts';

export const packs = shippedPacks();

export function packNamed(id: string): Pack {
  const pack = packs.find((one) => one.id === id);
  if (pack === undefined) throw new Error(`no pack ${id}`);
  return pack;
}

type Cells = Partial<Record<(typeof columns)[number], string | number>>;

/** A row of direct hours at site A, signed, unless something else is said. */
export const row = (cells: Cells): Cells => ({ type: 'direct', site: 'A', status: 'signed', ...cells });
export const individual = (cells: Cells): Cells => row({ type: 'supervision', modality: 'individual', ...cells });
export const group = (cells: Cells): Cells => row({ type: 'supervision', modality: 'group', ...cells });

export const csvOf = (rows: readonly Cells[]): string =>
  [columns.join(','), ...rows.map((cells) => columns.map((column) => cells[column] ?? '').join(','))].join('\n');

/** What `curbside hours --json` prints of a CSV text or of rows. */
export function hours(
  pack: string | Pack,
  csv: string | readonly Cells[],
  dates: { readonly asOf?: string; readonly applying?: string } = {},
) {
  const text = typeof csv === 'string' ? csv : csvOf(csv);
  const result = hoursOf(readCsv(new TextEncoder().encode(text), 'hours.csv'), {
    asked: typeof pack === 'string' ? packNamed(pack) : pack,
    packs,
    asOf: dates.asOf ?? '2026-11-30',
    applying: dates.applying ?? null,
  });
  const json = jsonOf(result);
  const ruleOf = (id: string) => {
    const { result: of, have, need, unit } = json.rules.find((rule) => rule.id === id) ?? {};
    return { result: of, have, need, unit };
  };
  return { ...json, ruleOf };
}
