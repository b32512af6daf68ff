/**
 * How long totals take once an entry is added to ten years of daily ones: `npx tsx bench/hours.ts` prints JSON. Milliseconds
 * for the whole of it, from the entry to every rule; `first` is the calculation that has nothing to build on; `cpu` is the
 * mean of what the processor spent, which a busy machine disturbs least.
 */
import { performance } from 'node:perf_hooks';
import { shippedPacks } from '../adapters/node/packs.ts';
import { calculate, dateOfDay, type HoursEntry, type Ledger, ledgerOf, type Pack, withEntry } from '../src/index.ts';

const firstDay = 17_000;
const days = 3653;
const rounds = 200;
const asOf = dateOfDay(firstDay + days);

/** Two to four entries every day, at two sites. */
function tenYears({ activities }: Pack): HoursEntry[] {
  return Array.from({ length: days * 3 }, (_, i) => {
    const { id, group, modalities } = activities[(i * 7) % activities.length] ?? { id: '', group: 'direct' };
    return entry(i, firstDay + Math.floor(i / 3), { activity: id, type: group, modality: modalities?.[0] ?? null });
  });
}

function entry(i: number, day: number, rest: Pick<HoursEntry, 'activity' | 'type' | 'modality'>): HoursEntry {
  const site = i % 5 === 0 ? 'B' : 'A';
  return {
    ...{
      id: String(i),
      date: dateOfDay(day),
      start: null,
      order: i,
      minutes: 30 + (i % 7) * 15,
      format: 'video',
      site,
    },
    ...{
      groupSize: null,
      supervisor: 'S',
      observedMinutes: i % 11,
      restricted: false,
      status: 'signed',
      excluded: false,
    },
    ...rest,
  };
}

const timed = <T>(work: () => T): [T, number] => {
  const began = performance.now();
  const result = work();
  return [result, performance.now() - began];
};

function measure(pack: Pack) {
  const entries = tenYears(pack);
  const [built, build] = timed(() => ledgerOf(pack, entries));
  const [, first] = timed(() => calculate(built, asOf));
  let ledger: Ledger = built;
  const cpuBefore = process.cpuUsage();
  const times = Array.from({ length: rounds }, (_, i) => {
    const added = entry(entries.length + i, firstDay + ((i * 997) % days), {
      ...{ activity: pack.activities[0]?.id ?? '', type: pack.activities[0]?.group ?? 'direct', modality: null },
    });
    const [next, time] = timed(() => {
      const grown = withEntry(ledger, added);
      calculate(grown, asOf);
      return grown;
    });
    ledger = next;
    return time;
  }).sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(cpuBefore);
  const at = (share: number) => round(times[Math.min(rounds - 1, Math.floor(rounds * share))] ?? 0);
  return {
    entries: entries.length,
    build: round(build),
    first: round(first),
    added: { median: at(0.5), p95: at(0.95), most: at(1), cpu: round((user + system) / 1000 / rounds) },
  };
}

const round = (ms: number): number => Math.round(ms * 100) / 100;

console.log(JSON.stringify(Object.fromEntries(shippedPacks().map((pack) => [pack.id, measure(pack)])), null, 2));
