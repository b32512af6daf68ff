import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clockJumps } from '../../adapters/node/clock-jump.ts';
import { createLog } from '../../adapters/node/log.ts';
import { startTimer } from '../../adapters/node/timer.ts';
import { Drafts } from '../../src/features/consultation/model.ts';
import { dayMs, minuteMs } from '../../src/time/durations.ts';
import { draft } from '../fixtures/steps.ts';
import { group, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';

const yearMs = 365 * dayMs;
const logged: string[] = [];
const log = createLog('warn', (line) => logged.push(line));

let app: TestApp;
let ada: Person;
let up = 0;
beforeEach(async () => {
  app = await openTestApp();
  ada = (await group(app, ['ada', 'ben', 'cleo'])).ada as Person;
  up = 0;
  logged.length = 0;
});
afterEach(async () => {
  vi.useRealTimers();
  await app.remove();
});

it('is in doubt for ten minutes, and not at all when the machine was asleep that long or the clock is set back', () => {
  let now = Date.parse('2026-03-05T19:00:00Z');
  const isInDoubt = clockJumps(
    () => now,
    () => up,
    log,
  );
  const passes = (clock: number, machine = clock): boolean => {
    now += clock;
    up += machine;
    return isInDoubt();
  };
  expect(passes(3 * dayMs)).toBe(false);
  expect(passes(yearMs, 0)).toBe(true);
  expect(passes(5 * minuteMs)).toBe(true);
  expect(logged.join()).toContain('runtime.clock_jumped');
  expect(passes(-yearMs, 0)).toBe(false);
  expect(passes(minuteMs)).toBe(false);
  expect(passes(2 * dayMs, 0)).toBe(true);
  expect(passes(11 * minuteMs)).toBe(false);
  expect(passes(minuteMs)).toBe(false);
});

it('nothing is deleted by a clock that is a year ahead for a moment', async () => {
  await draft(ada, { question: 'How do I end a session that keeps running over?' });
  const drafts = async () =>
    (await app.store.read(app.scope, (read) => read.find(Drafts, 'owner', { all: true }))).docs;
  await app.pass(0);
  expect(await drafts()).toHaveLength(1);
  const timer = startTimer(
    app.core,
    app.now,
    log,
    clockJumps(app.now, () => up, log),
  );
  app.advance(yearMs);
  timer.wake();
  await timer.stop();
  expect(await drafts()).toHaveLength(1);
  // Without the doubt, the same look takes them.
  const careless = startTimer(app.core, app.now, log);
  careless.wake();
  await expect.poll(drafts).toHaveLength(0);
  await careless.stop();
});
