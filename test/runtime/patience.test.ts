import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLog } from '../../adapters/node/log.ts';
import { startTimer } from '../../adapters/node/timer.ts';
import { ask } from '../fixtures/steps.ts';
import { group, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';

const question = 'How do I end a session that keeps running over?';
let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(async () => {
  vi.useRealTimers();
  await app.remove();
});

/** Two communities; calls to the platform for the first never come back. Resolves when the first such call began. */
async function twoPlaces() {
  const { ada } = (await group(app, ['ada'])) as { ada: Person };
  const scope = await app.vault.scopeFor({ platform: 'fake', id: 'elsewhere' });
  const elsewhere: TestApp = { ...app, person: (id, given) => app.person(id, { ...given, scope }) };
  const { zoe } = (await group(elsewhere, ['zoe'])) as { zoe: Person };
  await ask(ada, { question });
  const post = app.platform.post;
  let began = (): void => {};
  const hangs = new Promise<void>((resolve) => {
    began = resolve;
  });
  app.platform.post = (place, ...rest) => {
    if (place.scope !== app.scope) return post(place, ...rest);
    began();
    return new Promise(() => {});
  };
  return { zoe, hangs };
}

it('a platform call that never comes back holds up its own community only', async () => {
  const { zoe, hangs } = await twoPlaces();
  void app.core.pump();
  await hangs;
  await ask(zoe, { question });
  await app.pass(0);
  // The first look may still be at it there; then it goes round once more and is not waited for.
  await expect.poll(() => app.messages.length).toBe(2);
});

it('the timer looks again each minute while a look hangs', async () => {
  const { zoe, hangs } = await twoPlaces();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const timer = startTimer(
    app.core,
    app.now,
    createLog('error', () => {}),
  );
  await hangs;
  app.core.onWork(() => {});
  await ask(zoe, { question });
  vi.advanceTimersByTime(60_000);
  await expect.poll(() => app.messages.length).toBe(2);
  vi.useRealTimers();
  void timer.stop();
});

it('what fell due while the machine slept is done within a minute', async () => {
  const { ada } = (await group(app, ['ada'])) as { ada: Person };
  await ask(ada, { question }, 'Post anonymously');
  await app.core.pump();
  const looks: Promise<unknown>[] = [];
  const pump = (): Promise<number> => {
    const look = app.core.pump();
    looks.push(look);
    return look;
  };
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const timer = startTimer(
    { ...app.core, pump },
    app.now,
    createLog('error', () => {}),
  );
  await Promise.all(looks);
  const before = looks.length;
  vi.advanceTimersByTime(60_000);
  expect(looks).toHaveLength(before);
  // Its own timers stand still while it sleeps.
  app.advance(10 * 60_000);
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
  expect(looks.length).toBeGreaterThan(before);
  await expect.poll(() => app.messages.length).toBeGreaterThan(0);
  await timer.stop();
});
