import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../adapters/node/log.ts';
import { type Holdings, holdings } from '../../scripts/fixtures/holdings.ts';
import { openTeam, type Team } from '../../scripts/fixtures/team.ts';
import { type Route, routes } from '../../src/index.ts';
import { dayMs } from '../../src/time/durations.ts';
import { stored } from '../fixtures/stored.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'releases');
const made: string[] = [];
afterEach(async () => {
  for (const copy of made.splice(0)) await rm(copy, { recursive: true });
});

/** A copy of what a release wrote, opened by this version at the moment at which it was closed. */
async function opened(release: string) {
  const copy = await mkdtemp(join(tmpdir(), 'curbside-release-'));
  made.push(copy);
  await cp(join(folder, release, 'data'), join(copy, 'data'), { recursive: true });
  const held = JSON.parse(await readFile(join(folder, release, 'holds.json'), 'utf8')) as Holdings;
  const key = Buffer.from(await readFile(join(folder, release, 'key'), 'utf8'), 'base64');
  const logged: string[] = [];
  const log = createLog('debug', (line) => logged.push(line));
  return { team: await openTeam(join(copy, 'data'), key, Date.parse(held.now), log), held, logged };
}

/** Who opens and who asks: an owner, authors with and without a name, a member, strangers, a manager. */
const people = {
  owner: ['ada', {}],
  'anonymous author': ['ben', {}],
  member: ['cleo', {}],
  'anonymous author whose question waits': ['emil', {}],
  'owner of another group': ['gus', { channel: 'C2' }],
  'somebody who left': ['lou', {}],
  stranger: ['zoe', {}],
  manager: ['max', { manages: true, channel: null }],
} as const;

/** Values for every field there is, so that as many routes as can be get past their forms. */
const typed = {
  question: 'How do you end a session that runs over?',
  text: 'I say so ten minutes before.',
  ...{
    guidance: 'Name it.',
    decision: 'I name it.',
    rationale: 'It helps.',
    reason: 'It was late.',
    words: 'Rose House',
  },
  ...{ minutes: '30', outsiders: 'Juno Marsh, PhD', form: 'log', date: '2026-03-12', time: '14:30', followUp: '' },
  ...{ credential: 'LMFT', licensed: 'yes', on: 'yes', as: 'me', value: '3', help: 'rest', by: 'direct', day: '4' },
  ...{ zone: 'America/New_York', keepDays: '180', monthly: 'proqol5', extra: '', page: '1', i1: '2', month: '2026-03' },
  ...{
    features: 'consultation,checkin',
    quietFrom: '18:00',
    quietTo: '08:30',
    nudgeHours: '24',
    instrument: 'proqol5',
  },
  ...{ topic: 'case', urgency: 'no_rush', from: '2026-04-01', until: '2026-04-20', week: '2026-W12', chosen: '0' },
};

/** Ids of everything that is stored, so that each route meets questions, replies, drafts and records in every state. */
async function idsIn(team: Team, scope: string): Promise<Record<string, string>[]> {
  const docs = await stored(team.store, scope);
  const of = (kind: string) => docs.filter((d) => d.kind === kind).map((d) => d.doc.id);
  const [consultations, replies, drafts, records] = ['consultation', 'reply', 'draft', 'record'].map(of);
  const group = docs.find((d) => d.kind === 'group' && (d.doc as { gone?: string | null }).gone === null)?.doc.id ?? '';
  const at = (list: string[] | undefined, i: number): string => list?.[i % list.length] ?? 'none';
  return (consultations ?? []).map((consultation, i) => ({
    ...{ group, consultation, reply: at(replies, i), draft: at(drafts, i), record: at(records, i) },
    version: String(1 + (i % 3)),
  }));
}

const byPeople = ({ who }: Route): boolean => who !== 'timer' && who !== 'platform';
/** Looks come before changes, and what takes everything away comes last. */
const order = ({ name, kind }: Route): number =>
  name === 'privacy.erase' ? 3 : /remove|discard|delete|leave/.test(name) ? 2 : kind === 'command' ? 1 : 0;

/** Whether a route is about one question, reply, draft or record: then it meets all of them. */
const isAboutOne = ({ input }: Route): boolean =>
  ['consultation', 'reply', 'draft', 'record'].some((name) => 'shape' in input && name in (input.shape as object));

const failures = (logged: readonly string[]): readonly string[] =>
  logged.filter((line) => /"level":(50|60)/.test(line));

describe.each(await readdir(folder))('a data folder of release %s', (release) => {
  it('opens with nothing lost: every document, and all that each person typed', async () => {
    const { team, held, logged } = await opened(release);
    const now = await holdings(team, Object.keys(held.exports));
    expect(now.exports).toEqual(held.exports);
    expect(now.stored).toMatchObject(held.stored);
    expect(failures(logged)).toEqual([]);
    await team.close();
  });

  it.each(Object.entries(people))('takes every route of %s', async (_who, [name, given]) => {
    const { team, logged } = await opened(release);
    const scope = await team.vault.scopeFor({ platform: 'fixture', id: 'team' });
    const ids = await idsIn(team, scope);
    expect(ids.length).toBeGreaterThan(5);
    const person = await team.actor(name, given);
    for (const route of routes.filter(byPeople).sort((a, b) => order(a) - order(b))) {
      for (const about of isAboutOne(route) ? ids : ids.slice(0, 1)) {
        const answer = await person.does(route.name, { ...typed, ...about });
        expect(JSON.stringify(answer), route.name).not.toContain('trouble.summary');
      }
    }
    await team.pass(0);
    expect(failures(logged)).toEqual([]);
    await team.close();
  });

  it('goes on: what was waiting is sent, every job runs, and the platform’s own events are taken', async () => {
    const { team, logged } = await opened(release);
    const person = await team.actor('ada', { manages: true });
    for (let day = 0; day < 40; day += 1) await team.pass(dayMs);
    for (const { name } of routes.filter((r) => r.who === 'platform')) {
      await person.happens(name, { why: 'archived', under: 'm5', ref: 'm9' });
    }
    await team.pass(40 * dayMs);
    expect(failures(logged)).toEqual([]);
    await team.close();
  });
});
