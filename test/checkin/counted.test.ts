import { afterEach, describe, expect, it } from 'vitest';
import { Members, memberId } from '../../src/features/group/model.ts';
import { expectCard, group, groupId, type House, openHouse, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { answer, circle, dayMs, enrol, watch } from './steps.ts';

const weekMs = 7 * dayMs;
/** A Thursday of a third week: four weeks on, what it belongs to has closed. */
const start = Date.parse('2026-04-09T15:00:00Z');
const withheld = 'Not enough answers to show safely this time.';
const six = ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye'];

let house: House;
afterEach(() => house.remove());

/** Everybody answers once, and a while later the newest picture is read. */
async function newest(people: readonly Person[]): Promise<string> {
  for (const person of people) await answer(person, 3);
  await watch(house, 4 * weekMs, dayMs);
  const lines = words(await expectCard((people[0] as Person).does('checkin.group'))).split('\n');
  return lines[lines.findIndex((l) => l.startsWith('Four weeks to')) + 1] ?? '';
}

const enrolled = async (people: readonly Person[]): Promise<readonly Person[]> => {
  for (const person of people) await enrol(person, { by: 'home' });
  return people;
};

describe('what counts in a group picture', () => {
  it('is an answer given after four weeks of membership, and none before', async () => {
    house = await openHouse({ now: start });
    const people = await enrolled(Object.values(await circle(house, six)));
    expect(await newest(people)).toBe(withheld);
    expect(await newest(people)).toContain('6 to 9 people answered.');
  });

  it('is not what four new accounts of an owner say beside one colleague', async () => {
    house = await openHouse({ now: start });
    const [ada, ben] = Object.values(await circle(house, ['ada', 'ben'])) as [Person, Person];
    await watch(house, 4 * weekMs, dayMs);
    const puppets = await Promise.all(['p1', 'p2', 'p3', 'p4'].map((name) => house.person(name)));
    for (const puppet of puppets)
      await puppet.does('agreement.accept', { group: await groupId(ada), credential: 'LMFT', licensed: 'yes' });
    const people = await enrolled([ada, ben, ...puppets]);
    expect(await newest(people)).toBe(withheld);
  });

  it('is no answer of a guest or a bot, and withholding reads the same', async () => {
    house = await openHouse({ now: start });
    const people = await group(house, six.slice(0, 5), { features: 'consultation,checkin' });
    const [ada] = Object.values(people) as [Person];
    const guest = await house.person('faye', { guest: true });
    await guest.does('agreement.accept', { group: await groupId(ada), credential: 'LMFT', licensed: 'yes' });
    await watch(house, 4 * weekMs, dayMs);
    const everybody = await enrolled([...Object.values(people), guest]);
    expect(await newest(everybody)).toBe(withheld);
    const member = { ...guest, does: (await house.person('faye')).does };
    expect(await newest([...everybody.slice(0, 5), member])).toContain('6 to 9 people answered.');
  });

  it('goes by the agreement for members of whom it was not kept since when they are', async () => {
    house = await openHouse({ now: start });
    const people = Object.values(await circle(house, six));
    const id = await groupId(people[0] as Person);
    await house.store.transact(house.scope, async (tx) => {
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
