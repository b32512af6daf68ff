import { expect, test } from 'vitest';
import { ask, groupId, ownPlayground, pageWith, playground, visit } from './own-playground.ts';
import { messages, valuesOf } from './visitor.ts';

ownPlayground();

test('what left the screen: typed beside what colleagues got, with what differs marked', async () => {
  await ask('How do I tell Odette Fernsby that I am moving away?');
  const [, thread = ''] = (await pageWith('as=imani', 1)).match(/id="m-([\w-]+)"/) ?? [];
  const html = await pageWith(`as=imani&thread=${thread}`, 2);
  expect(html).toMatch(/<del>[^<]*Odette Fernsby<\/del>/);
  expect(html).toMatch(/<ins>\[[^<]*\]<\/ins>/);
  await visit.line('noor', 'channel', 'Typed straight in');
  expect(await visit.page('as=rowan')).toContain('Typed into the conversation');
});

test('what left the screen holds nothing of check-ins: not their times, not who is asked for a coffee', async () => {
  const group = await groupId();
  const setup = {
    zone: 'UTC',
    features: 'consultation,checkin',
    quietFrom: '18:00',
    quietTo: '08:30',
    nudgeHours: '24',
  };
  await visit.press('beatrix', 'channel', 'setup.save', { group }, setup);
  await visit.press('rowan', 'channel', 'checkin.start', { group });
  const times = { day: '4', time: '11:11', zone: 'UTC', by: 'direct', keepDays: '99' };
  await visit.press('rowan', 'channel', 'checkin.schedule.save', { group }, times);
  await visit.press('rowan', 'channel', 'checkin.away.save', { group }, { from: '2026-03-09', until: '2026-03-11' });
  await visit.press('imani', 'channel', 'coffee.agree', { group, on: 'yes' });
  await visit.press('rowan', 'channel', 'coffee.list', { group });
  const peer = valuesOf(await visit.page('as=rowan'), 'coffee.write');
  await visit.press('rowan', 'channel', 'coffee.check', peer, { text: 'Do you have half an hour on Tuesday?' });
  expect(await visit.page('as=rowan')).toContain('half an hour on Tuesday');
  for (const other of ['imani', 'beatrix']) {
    expect(await visit.page(`as=${other}`)).not.toMatch(/11:11|2026-03-11|half an hour/);
  }
});

test('a private answer is shown to the person it is for, and to nobody else', async () => {
  const reply = await visit.line('rowan', 'channel', '/curbside privacy');
  expect(reply).toMatchObject({ open: 'card' });
  expect(await visit.page('as=rowan')).toContain('data-card=');
  expect(await visit.page('as=beatrix')).not.toContain('data-card=');
});

test('a direct message is counted until its person looks at it, and nobody else can see it', async () => {
  await ask('How do I end a session on time?');
  const [, thread = ''] = (await pageWith('as=imani', 1)).match(/id="m-([\w-]+)"/) ?? [];
  const flag = valuesOf(await pageWith(`as=imani&thread=${thread}`, 2), 'consult.report');
  expect(await visit.page('as=imani')).not.toContain('class="unseen"');
  await visit.press('imani', `thread ${thread}`, 'consult.flag', flag);
  // In UTC it is evening, and a message to one person waits for the morning.
  for (let hours = 0; hours < 14; hours++) await visit.post('/clock', { by: 'hour' });
  while (!(await visit.page('as=imani')).includes('class="unseen"'));
  expect(await visit.page('as=imani')).toContain('then hidden or taken down');
  expect(messages(await visit.page('as=imani&at=direct'))).toBe(0);
  expect(messages(await visit.page('as=rowan&at=direct'))).toBe(1);
  expect(await visit.page('as=rowan')).not.toContain('class="unseen"');
});

test('a direct message that was taken back is gone, as on every platform; where others saw it, its place stays', async () => {
  const group = await groupId();
  const hours = { zone: 'America/Los_Angeles', quietFrom: '18:00', quietTo: '08:30', nudgeHours: '24' };
  await visit.press('beatrix', 'channel', 'setup.save', { group }, { ...hours, features: 'consultation,checkin' });
  await visit.press('rowan', 'channel', 'checkin.start', { group });
  const times = { day: '4', time: '12:00', zone: 'America/Los_Angeles', by: 'direct', keepDays: '99' };
  await visit.press('rowan', 'channel', 'checkin.schedule.save', { group }, times);
  await visit.post('/clock', { by: 'hour' });
  const direct = () => visit.page('as=rowan&at=direct');
  while (!(await direct()).includes('How heavy has work felt this week?'));
  await visit.press('rowan', 'home', 'checkin.leave', { group });
  while ((await direct()).includes('How heavy has work felt this week?'));
  expect(await direct()).not.toContain('This message was taken down.');
  await ask('How do I end a session on time?');
  const [, thread = ''] = (await pageWith('as=imani', 1)).match(/id="m-([\w-]+)"/) ?? [];
  const take = valuesOf(await pageWith(`as=rowan&thread=${thread}`, 2), 'consult.show');
  await visit.press('rowan', 'channel', 'consult.remove', take);
  while (!(await visit.page(`as=imani&thread=${thread}`)).includes('This message was taken down.'));
});

test('whoever erased their data is a former member in what stays, and starts anew', async () => {
  await visit.line('keoni', 'channel', 'This stays, as on every platform');
  expect(await visit.press('keoni', 'channel', 'privacy.erase', {})).toMatchObject({ open: 'card' });
  const html = await visit.page('as=keoni&at=home');
  expect(html).toContain('data-do="agreement.form"');
  expect(await visit.page('as=rowan')).toContain('New message from a former member');
});

test('nothing that was typed, and nobody’s name, is logged', async () => {
  await visit.line('rowan', 'channel', 'A sentence nobody may log');
  await visit.line('rowan', 'channel', '/consult ask A question nobody may log');
  await ask('How do I tell Odette Fernsby that I am moving away?');
  await visit.post('/line', { text: 'nobody may log' });
  const lines = playground.logged.join('\n');
  for (const secret of ['nobody may log', 'Fernsby', 'moving away', 'Rowan', 'rowan'])
    expect(lines).not.toContain(secret);
});
