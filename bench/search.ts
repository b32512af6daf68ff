/**
 * Finding among 50,000 consultations of one group, through the whole core on a real store: `npx tsx --expose-gc bench/search.ts`
 * prints JSON, and writes it into `bench/search.json`, of which docs/performance.md quotes. `firstUse`: from the first search after a start to its answer, with the texts read from the store; `longestBlock`:
 * for how long it held up everybody else at most. `search`: everything from the command to the card. Times in ms, `cpu` what the
 * processor spent, which a busy machine disturbs least; memory in MB.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { Consultations } from '../src/features/consultation/model.ts';
import { Outbox } from '../src/runtime/outbox/model.ts';
import { ask, consultationOf } from '../test/fixtures/steps.ts';
import { expectCard, group, groupId, openTestApp, type Person } from '../test/fixtures/test-app.ts';

const many = Number(process.argv[2] ?? 50_000);
const searches = 1000;

const text = await readFile(join(import.meta.dirname, '../scripts/tagger/text/vignettes-none-2.txt'), 'utf8');
const more = await readFile(join(import.meta.dirname, '../scripts/tagger/text/vignettes-rare-2.txt'), 'utf8');
const sentences = `${text}\n${more}`
  .split(/(?<=[.?!])\s+|\n/)
  .filter((s) => s.length > 25 && s.length < 300 && !s.startsWith('#'));
let seed = 7;
const random = (): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return seed / 0x7fffffff;
};
const some = (n: number): string =>
  Array.from({ length: n }, () => sentences[Math.floor(random() * sentences.length)] ?? '').join(' ');

const app = await openTestApp();
const { ada } = (await group(app, ['ada', 'ben'])) as { ada: Person };
const own = consultationOf(await ask(ada, { question: 'How do I end a session that runs over?' }));
await app.pass(0);
const here = { group: await groupId(ada) };

for (let done = 0; done < many; done += 1000) {
  await app.store.transact(app.scope, async (tx) => {
    const first = await tx.get(Consultations, own);
    const row = first && (await tx.get(Outbox, first.rows.card));
    if (!first || !row) throw new Error('nothing was asked');
    for (let i = done; i < Math.min(done + 1000, many); i += 1) {
      const id = `bench${String(i).padStart(11, '0')}`;
      const rows = { ...first.rows, card: `card ${id}`, case: `card ${id}` };
      const status = i % 40 === 0 ? ('open' as const) : ('closed' as const);
      const outcome = i % 3 === 0 ? some(1) : null;
      const words = {
        question: some(1 + (i % 2)).slice(0, 500),
        facts: some(2 + (i % 4)).slice(0, 1500),
        tried: some(1),
      };
      await tx.put(Consultations, {
        ...first,
        id,
        rows,
        status,
        outcome,
        text: words,
        askedAt: first.askedAt - i * 60_000,
      });
      await tx.put(Outbox, { ...row, id: `card ${id}`, subject: id, ref: `l ${id}` });
    }
  });
}

const cpuMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return Math.round((user + system) / 1000);
};
const memory = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};

const before = memory();
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const [began, cpuBegan] = [performance.now(), process.cpuUsage()];
let card = await expectCard(ada.does('consult.find', { ...here, words: 'session runs over' }));
let asked = 1;
const firstAnswer = performance.now() - began;
while (JSON.stringify(card).includes('find.reading')) {
  card = await expectCard(ada.does('consult.found', here));
  asked += 1;
}
const firstUse = {
  ms: Math.round(performance.now() - began),
  cpu: cpuMs(cpuBegan),
  firstAnswer: Math.round(firstAnswer),
  asked,
};
delay.disable();
const held = Math.round(memory() - before);

const vocabulary = some(2000).match(/\p{L}{3,}/gu) ?? [];
const word = (): string => {
  const chosen = vocabulary[Math.floor(random() * vocabulary.length)] ?? '';
  return random() < 0.2 && chosen.length > 4 ? chosen.slice(0, 2) + chosen.slice(3) : chosen;
};
const took: number[] = [];
const spent: number[] = [];
for (let i = 0; i < searches; i += 1) {
  const words = Array.from({ length: 1 + (i % 3) }, word).join(' ');
  const [from, cpuFrom] = [performance.now(), process.cpuUsage()];
  await expectCard(ada.does('consult.find', { ...here, words }));
  took.push(performance.now() - from);
  const { user, system } = process.cpuUsage(cpuFrom);
  spent.push((user + system) / 1000);
}
const quantiles = (all: number[]) => {
  all.sort((a, b) => a - b);
  const at = (q: number) => Math.round((all[Math.min(all.length - 1, Math.floor(q * all.length))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
};
const measured = JSON.stringify(
  {
    node: process.version,
    cores: availableParallelism(),
    loadAverage: Math.round(loadavg()[0] ?? 0),
    consultations: many,
    firstUse: { ...firstUse, longestBlock: Math.round(delay.max / 1e6) },
    indexMb: held,
    search: { ms: quantiles(took), cpu: quantiles(spent) },
  },
  null,
  2,
);
console.log(measured);
if (many === 50_000) await writeFile(join(import.meta.dirname, 'search.json'), `${measured}\n`);
await app.remove();
