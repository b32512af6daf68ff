import { expect, it } from 'vitest';
import { SeenEvents } from '../../src/kernel/events.ts';
import { group, openHouse } from '../fixtures/house.ts';

it('goes on in a minute while there is more than fits one turn', async () => {
  const house = await openHouse();
  await group(house, ['ada']);
  await house.pass(0);
  await house.store.transact(house.scope, async (tx) => {
    for (let i = 0; i < 2500; i++) await tx.put(SeenEvents, { id: `old${i}`, at: house.now(), box: null });
  });
  const left = async (): Promise<number> => {
    const found = await house.store.read(house.scope, (r) => r.find(SeenEvents, 'at', { all: true }, { limit: 1000 }));
    return found.next ? Number.POSITIVE_INFINITY : found.docs.length;
  };
  await house.pass(25 * 60 * 60_000);
  expect(await left()).toBe(Number.POSITIVE_INFINITY);
  await house.pass(60_000);
  await house.pass(60_000);
  expect(await left()).toBe(0);
  await house.remove();
});
