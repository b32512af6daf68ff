import { afterEach, describe, expect, it } from 'vitest';
import { Members, memberId } from '../../src/features/group/model.ts';
import { expectCard, group, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { answer, circle, dayMs, enrol, watch } from './steps.ts';

const weekMs = 7 * dayMs;
/** A Thursday of a third week: four weeks on, what it belongs to has closed. */
const start = Date.parse('2026-04-09T15:00:00Z');
const withheld = 'Not enough answers to show a summary this time.';
const six = ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye'];

let app: TestApp;
afterEach(() => app.remove());

/** Everybody answers once, and a while later the newest picture is read. */
async function newest(people: readonly Person[]): Promise<string> {
  for (const person of people) await answer(person, 3);
  await watch(app, 4 * weekMs, dayMs);
  const lines = words(await expectCard((people[0] as Person).does('checkin.group'))).split('\n');
  return lines[lines.findIndex((l) => l.startsWith('Four weeks ending')) + 1] ?? '';
}

const enrolled = async (people: readonly Person[]): Promise<readonly Person[]> => {
  for (const person of people) await enrol(person, { by: 'home' });
  return people;
};

describe('what counts in a group picture', () => {
  it('is an answer given after four weeks of membership, and none before', async () => {
    app = await openTestApp({ now: start });
    const people = await enrolled(Object.values(await circle(app, six)));
    expect(await newest(people)).toBe(withheld);
    expect(await newest(people)).toContain('6 to 9 people answered.');
  });

  it('is not what four new accounts of an owner say beside one colleague', async () => {
    app = await openTestApp({ now: start });
    const [ada, ben] = Object.values(await circle(app, ['ada', 'ben'])) as [Person, Person];
    await watch(app, 4 * weekMs, dayMs);
    const puppets = await Promise.all(['p1', 'p2', 'p3', 'p4'].map((name) => app.person(name)));
    for (const puppet of puppets)
      await puppet.does('agreement.accept', { group: await groupId(ada), credential: 'LMFT', licensed: 'yes' });
    const people = await enrolled([ada, ben, ...puppets]);
    expect(await newest(people)).toBe(withheld);
  });

  it('is no answer of a guest or a bot, and withholding reads the same', async () => {
    app = await openTestApp({ now: start });
    const people = await group(app, six.slice(0, 5), { features: 'consultation,checkin' });
    const [ada] = Object.values(people) as [Person];
    const guest = await app.person('faye', { guest: true });
    await guest.does('agreement.accept', { group: await groupId(ada), credential: 'LMFT', licensed: 'yes' });
    await watch(app, 4 * weekMs, dayMs);
    const everybody = await enrolled([...Object.values(people), guest]);
    expect(await newest(everybody)).toBe(withheld);
    const member = { ...guest, does: (await app.person('faye')).does };
    expect(await newest([...everybody.slice(0, 5), member])).toContain('6 to 9 people answered.');
  });

  it('goes by the agreement for members of whom it was not kept since when they are', async () => {
    app = await openTestApp({ now: start });
    const people = Object.values(await circle(app, six));
    const id = await groupId(people[0] as Person);
    await app.store.transact(app.scope, async (tx) => {
      for (const { who } of people) {
        const member = await tx.get(Members, memberId(id, who));
        if (member) await tx.put(Members, { ...member, since: null });
      }
    });
    await enrolled(people);
    expect(await newest(people)).toBe(withheld);
    expect(await newest(people)).toContain('6 to 9 people answered.');
  });
});
