import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draft } from '../test/fixtures/steps.ts';
import { group, groupId, openTestApp, type Person } from '../test/fixtures/test-app.ts';

/**
 * Measures what a person waits for: opening a form (a query), saving a draft (a durable command), and the same under
 * load, on a real store on this disk; then start-up and memory of the built package. Prints one JSON object.
 * Run with `npx tsx bench/core.ts` after `npm run build`. Times in ms, memory in MB.
 */
const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;

async function timed(times: number, work: (i: number) => Promise<unknown>, atOnce = 1) {
  const took: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < times) {
        const i = next++;
        const from = performance.now();
        await work(i);
        took.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  took.sort((a, b) => a - b);
  return {
    times,
    atOnce,
    perSecond: Math.round(times / seconds),
    p50: round(quantile(took, 0.5)),
    p99: round(quantile(took, 0.99)),
  };
}

const round = (n: number): number => Math.round(n * 100) / 100;

async function answers() {
  const app = await openTestApp();
  const { ada } = (await group(app, ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye'])) as { ada: Person };
  const here = { group: await groupId(ada) };
  const question = 'How do I end a session with Dana Whitcombe, 34, that keeps running over?';
  await draft(ada, { question });
  const form = await timed(2000, () => ada.does('consult.ask', here));
  const page = await timed(1000, () => ada.does('curbside.home', here));
  const people = await Promise.all(
    Array.from({ length: 64 }, async (_, i) => (await group(app, ['ada', `person ${i}`]))[`person ${i}`] as Person),
  );
  const save = (i: number) =>
    (people[i % people.length] as Person).does('agreement.accept', { ...here, credential: 'LMFT', licensed: 'yes' });
  const one = await timed(500, save);
  const many = await timed(4000, save, 64);
  await app.remove();
  return { openForm: form, homePage: page, durableCommand: one, durableCommand64: many };
}

/** From starting the process to the line that says that the playground is open, and its memory then. */
async function startUp() {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-bench-'));
  const runs = [];
  for (let i = 0; i < 4; i++) {
    const began = performance.now();
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../dist/adapters/cli/main.js'), 'playground', '--port', '0'],
      {
        env: { PATH: process.env.PATH, CURBSIDE_DATA: join(folder, 'data'), XDG_CONFIG_HOME: join(folder, 'config') },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    for await (const chunk of child.stdout) if (String(chunk).includes('is open at')) break;
    const ms = Math.round(performance.now() - began);
    const rssMb = await residentMb(child.pid ?? 0);
    child.kill('SIGTERM');
    await once(child, 'exit');
    runs.push({ first: i === 0, ms, rssMb });
  }
  await rm(folder, { recursive: true, force: true });
  return runs;
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

console.log(JSON.stringify({ node: process.version, answers: await answers(), startUp: await startUp() }, null, 2));
