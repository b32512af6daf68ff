import type { Incoming } from '../../src/index.ts';
import { accept, expectView, type Person } from '../../test/fixtures/test-app.ts';

/** What somebody typed into a form that was not sent yet, by the names of its fields. */
export type Typed = Readonly<Record<string, string>>;

/** What one member sees: after a command, the buttons pressed one after another, and what was typed into the form that opened. */
export interface Steps {
  readonly member: number;
  readonly command: string;
  readonly presses?: readonly string[];
  readonly typed?: Typed;
}

/**
 * A group on one platform. Its people act in the core, as their buttons would; what comes of it is drawn as the platform gets it.
 * Pictures are PNGs of one width, and at most `height` pixels high.
 */
export interface Face {
  readonly name: 'Playground' | 'Slack' | 'Discord';
  /** Its members in the order in which they joined; the first owns it. */
  readonly people: readonly Person[];
  /** Milliseconds. */
  now(): number;
  pass(ms: number): Promise<void>;
  /** The newest thread, scrolled to its end. */
  thread(height?: number): Promise<Buffer>;
  /** The group's channel, scrolled to its end. */
  channel(height?: number): Promise<Buffer>;
  privately(steps: Steps, height?: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Thursday 5 March 2026, 14:00 in New York. */
export const startsAt = Date.parse('2026-03-05T19:00:00Z');

/** Who has which license; the second is the associate, the third the supervisor. */
const credentials = ['LPC', 'LPC Associate', 'LPC-S', 'LMFT', 'PhD', 'LMHC', 'PsyD'];

type Handles = { handle(incoming: Incoming): Promise<Awaited<ReturnType<Person['does']>>> };

let events = 0;

/** Somebody whose buttons go straight into the core. */
export const actingIn = (core: Handles, base: Omit<Incoming, 'eventId' | 'command' | 'input'>): Person => ({
  who: base.who,
  does: (command, input = {}, eventId = `picture-${++events}`) => core.handle({ ...base, eventId, command, input }),
});

/** Sets their group up: the first owns it, all accept its agreement. */
export async function setUp(people: readonly Person[]): Promise<void> {
  const [owner] = people as [Person];
  await expectView(
    owner.does('setup.save', {
      zone: 'America/New_York',
      features: 'consultation,supervision,checkin',
      quietFrom: '',
      quietTo: '',
      weekends: 'no',
      nudgeHours: '24',
      owners: '',
    }),
  );
  for (const [i, person] of people.entries())
    await accept(person, { credential: credentials[i] ?? 'LMFT', licensed: i === 1 ? 'no' : 'yes' });
}
