import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLog } from '../../adapters/node/log.ts';
import { startTimer } from '../../adapters/node/timer.ts';
import { group, type House, openHouse, type Person } from '../fixtures/house.ts';
import { ask } from '../fixtures/steps.ts';

const question = 'How do I end a session that keeps running over?';
let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  vi.useRealTimers();
  await house.remove();
});

/** Two communities; calls to the platform for the first never come back. Resolves when the first such call began. */
async function twoPlaces() {
  const { ada } = (await group(house, ['ada'])) as { ada: Person };
  const scope = await house.vault.scopeFor({ platform: 'square', id: 'elsewhere' });
  const elsewhere: House = { ...house, person: (id, given) => house.person(id, { ...given, scope }) };
  const { zoe } = (await group(elsewhere, ['zoe'])) as { zoe: Person };
  await ask(ada, { question });
  const post = house.platform.post;
  let began = (): void => {};
  const hangs = new Promise<void>((resolve) => {
    began = resolve;
  });
  house.platform.post = (place, ...rest) => {
    if (place.scope !== house.scope) return post(place, ...rest);
    began();
    return new Promise(() => {});
  };
  return { zoe, hangs };
}

it('a platform call that never comes back holds up its own community only', async () => {
  const { zoe, hangs } = await twoPlaces();
  void house.core.pump();
  await hangs;
  await ask(zoe, { question });
  await house.pass(0);
  expect(house.messages).toHaveLength(2);
});

it('the timer looks again each minute while a look hangs', async () => {
  const { zoe, hangs } = await twoPlaces();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const timer = startTimer(
    house.core,
    house.now,
    createLog('error', () => {}),
  );
  await hangs;
  house.core.onWork(() => {});
  await ask(zoe, { question });
  vi.advanceTimersByTime(60_000);
  await vi.waitFor(() => expect(house.messages).toHaveLength(2), { timeout: 5000, interval: 20 });
  vi.useRealTimers();
  void timer.stop();
});
