import { expect, it } from 'vitest';
import { openClock } from '../../../adapters/postgres/clock.ts';
import { databaseUrl, dropSchemas, freshSchema } from '../../fixtures/database/schema.ts';
import { trial } from './tally.ts';

it('processes that are killed and cut off lose no update and no job, and send nothing twice or out of turn', async () => {
  const [url, schema] = [databaseUrl(), freshSchema()];
  const all = { url, schema, commands: 240, instances: 2, atOnce: 16, killEvery: 150, dropEvery: 60 };
  const { kills, drops, inDoubt, ...verdict } = await trial(all);
  expect(verdict).toEqual({
    commands: 240,
    lostUpdates: 0,
    doubleDeliveries: 0,
    jobsLostOrTwice: 0,
    outOfTurn: 0,
    neverSent: 0,
  });
  expect(kills).toBeGreaterThan(0);
  expect(drops).toBeGreaterThan(0);
  // At most one message to each place is under way in each process, those that are ended before the leases run out included.
  expect(inDoubt).toBeLessThanOrEqual(4 * (kills + drops + all.instances));
  await dropSchemas(schema);
});

it('machines whose clocks differ go by the same time', async () => {
  const ahead = await openClock(databaseUrl(), undefined, () => Date.now() + 5000);
  const behind = await openClock(databaseUrl(), undefined, () => Date.now() - 5000);
  expect(Math.abs(ahead.clock.now() - behind.clock.now())).toBeLessThan(2000);
  await Promise.all([ahead.close(), behind.close()]);
});
