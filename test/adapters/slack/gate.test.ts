import { expect, test } from 'vitest';
import { newGate } from '../../../adapters/slack/gate.ts';

test('no more than so many run at once, all run, in their order, and a failure frees its place', async () => {
  const gate = newGate(2);
  const ends: (() => void)[] = [];
  const started: number[] = [];
  const call = (n: number, fails = false) =>
    gate(async () => {
      started.push(n);
      await new Promise<void>((end) => ends.push(end));
      if (fails) throw new Error('failed');
      return n;
    }).catch(() => -1);
  const all = [call(0), call(1, true), call(2), call(3)];
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  await turn();
  expect(started).toEqual([0, 1]);
  ends[1]?.();
  await turn();
  expect(started).toEqual([0, 1, 2]);
  for (let i = 0; i < 4; i++) {
    for (const end of ends) end();
    await turn();
  }
  expect(await Promise.all(all)).toEqual([0, -1, 2, 3]);
});
