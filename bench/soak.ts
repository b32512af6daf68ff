import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Answer } from '../src/index.ts';
import { draft, post } from '../test/fixtures/steps.ts';
import { group, groupId, openTestApp, type Person } from '../test/fixtures/test-app.ts';
import { load, round } from './rounds.ts';

/**
 * Many people at a steady rate for as long as wanted, while five days go by with all that they bring: reminders, sweeps,
 * nudges. Nine of ten only look, one writes something anew, few ask and draft. Prints how long they waited and, as each day
 * ended and the garbage was collected, what was in memory, stored and on the way. Nothing may be refused; memory is to stay
 * flat once the first day's events are forgotten. Run: npx tsx bench/soak.ts [minutes] [per second]
 */
const minutes = Number(process.argv[2] ?? 60);
const perSecond = Number(process.argv[3] ?? 50);
const days = 5;
const tickMs = 1000;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const app = await openTestApp();
const names = Array.from({ length: 24 }, (_, i) => `person${i}`);
const people = Object.values(await group(app, names, { quietFrom: '', quietTo: '' })) as Person[];
const here = { group: await groupId(people[0] as Person) };
const personAt = (n: number): Person => people[n % people.length] as Person;
const question = 'How do I end a session that keeps running over?';

const answered: { [is: string]: number } = {};
const times: number[] = [];
let failed = 0;
const looks = ['curbside.home', 'consult.mine', 'consult.list', 'curbside.help', 'consult.find.form'];

async function one(n: number): Promise<void> {
  const began = performance.now();
  const person = personAt(n * 7);
  if (n % 1000 === 500) await post(person, { question });
  else if (n % 250 === 100) await draft(person, { question });
  else
    take(
      await (n % 10 === 0
        ? person.does('agreement.accept', { ...here, credential: 'LMFT', licensed: 'yes' })
        : look(n)),
    );
  times.push(performance.now() - began);
}
const look = (n: number): Promise<Answer> => personAt(n * 7).does(looks[n % looks.length] ?? '', here);
const take = (answer: Answer): void => {
  answered[answer.is] = (answered[answer.is] ?? 0) + 1;
};

async function settled(day: number) {
  app.logged.length = 0;
  app.messages.splice(0, app.messages.length - 200);
  app.calls.length = 0;
  for (let i = 0; i < 3; i += 1) {
    collect();
    await pause(50);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  const sorted = times.splice(0).sort((a, b) => a - b);
  const at = (share: number): number => round(sorted[Math.floor(sorted.length * share)] ?? 0, 2);
  return {
    ...{ day, commands: sorted.length, perSecond: Math.round((sorted.length / minutes / 60) * days) },
    ...{ p50Ms: at(0.5), p99Ms: at(0.99), heapMb: round((heapUsed + external) / 1e6), rssMb: round(rss / 1e6) },
    load: load(),
  };
}

const passed: Awaited<ReturnType<typeof settled>>[] = [];
const dayMs = (minutes * 60_000) / days;
const running = new Set<Promise<void>>();
const troubles: string[] = [];
let n = 0;
for (let day = 1; day <= days; day += 1) {
  const began = performance.now();
  const first = n;
  for (let tick = 1; tick * tickMs <= dayMs; tick += 1) {
    while (performance.now() - began < tick * tickMs) {
      const due = first + Math.floor(((performance.now() - began) / 1000) * perSecond);
      while (n < due) {
        const command = one(n++).catch(() => {
          failed += 1;
        });
        running.add(command);
        void command.finally(() => running.delete(command));
      }
      await pause(2);
    }
    await app.pass((86_400_000 / dayMs) * tickMs);
  }
  await Promise.all(running);
  troubles.push(...app.logged.filter((line) => /"level":(?:50|60)/.test(line)).slice(0, 3));
  passed.push(await settled(day));
}
await app.remove();
console.log(
  JSON.stringify({ node: process.version, minutes, perSecond, answered, failed, troubles, days: passed }, null, 2),
);
