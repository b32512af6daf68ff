import { rm } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { newFolder, open } from './open.ts';
import { valuesOf, visitor } from './visitor.ts';

const zone = 'America/New_York';
const hourNow = (): number =>
  Number(new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(Date.now()));

test('days moved one by one in the evening bring the check-in question of the week', async () => {
  const folder = await newFolder();
  const playground = await open(folder);
  onTestFinished(async () => {
    await playground.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const visit = visitor(playground.url);
  const group = valuesOf(await visit.page('as=rowan&at=home'), 'consult.ask').group ?? '';
  const setup = { zone, features: 'consultation,checkin', quietFrom: '18:00', quietTo: '08:30', nudgeHours: '24' };
  await visit.press('beatrix', 'home', 'setup.save', { group }, setup);
  // Between nine and ten in the evening, so that every day's jump ends in the quiet hours.
  for (let hours = (45 - hourNow()) % 24; hours > 0; hours--) await visit.post('/clock', { by: 'hour', zone });
  await visit.press('rowan', 'home', 'checkin.start', { group });
  for (let days = 7; days > 0; days--) await visit.post('/clock', { by: 'day', zone });
  // On some weekdays its window has closed again by now.
  const came = /How heavy has work felt|This message was taken down/;
  await expect.poll(() => visit.page('as=rowan&at=direct')).toMatch(came);
});
