import type { Card } from '../../src/index.ts';
import { dayMs, hourMs, minuteMs } from '../../src/time/durations.ts';
import { openGroup } from '../fixtures/prepared.ts';
import { press } from '../fixtures/steps.ts';
import { expectCard, group, groupId, type Person, type TestApp } from '../fixtures/test-app.ts';

export { dayMs, hourMs, minuteMs };

/** Quiet hours from 00:00 to 00:00 are none. */
export const neverQuiet = { quietFrom: '', quietTo: '', weekends: 'no' } as const;

/** A group with check-ins switched on. */
export const circle = (app: TestApp, names: readonly string[], settings: Record<string, string> = {}) =>
  group(app, names, { ...withCheckins, ...settings });

/** The same in a Curbside of its own. */
export const openCircle = (names: readonly string[], settings: Record<string, string> = {}) =>
  openGroup(names, { ...withCheckins, ...settings });

const withCheckins = { features: 'consultation,checkin' };

/** Opts in, with other wishes than the usual ones if given. */
export async function enrol(person: Person, wishes: Record<string, string> = {}): Promise<Card> {
  const screen = await expectCard(person.does('checkin.now'));
  const mine = await expectCard(press(person, screen, 'Start with the weekly question'));
  if (Object.keys(wishes).length === 0) return mine;
  const usual = { day: '4', time: '15:00', zone: 'America/New_York', by: 'direct', remind: 'no', keepDays: '180' };
  return expectCard(
    person.does('checkin.schedule.save', { group: await groupId(person), ...usual, monthly: 'none', ...wishes }),
  );
}

/** Answers this week's question. */
export const answer = async (person: Person, value: number): Promise<Card> =>
  expectCard(person.does('checkin.answer', { group: await groupId(person), value: String(value) }));

/** Moves the clock step by step, and tells when each direct message arrived. */
export async function watch(app: TestApp, ms: number, stepMs = 30 * minuteMs): Promise<{ at: string; to: string }[]> {
  const arrived: { at: string; to: string }[] = [];
  for (let passed = 0; passed < ms; passed += stepMs) {
    const before = new Set(app.messages.map((m) => m.ref));
    await app.pass(stepMs);
    for (const m of app.messages) {
      if (!before.has(m.ref) && m.place.is === 'direct')
        arrived.push({ at: new Date(app.now()).toISOString(), to: m.place.to });
    }
  }
  return arrived;
}
