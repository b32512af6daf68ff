import { afterEach, beforeEach, expect, it } from 'vitest';
import { expectForm, group, groupId, type House, openHouse, type Person } from '../fixtures/house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.remove());

it('one event id from two people is two events', async () => {
  const { ada } = (await group(house, ['ada'])) as { ada: Person };
  const id = await groupId(ada);
  for (const name of ['ben', 'cleo']) {
    const person = await house.person(name);
    const form = await expectForm(person.does('agreement.form', { group: id }));
    await person.does('agreement.accept', { ...form.with, credential: 'LMFT', licensed: 'yes' }, 'the same');
    expect((await person.does('consult.ask')).is, name).toBe('view');
  }
});
