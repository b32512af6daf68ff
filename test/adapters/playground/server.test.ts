import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cast } from '../../../adapters/playground/chat/cast.ts';
import type { Playground } from '../../../adapters/playground/index.ts';
import { newFolder, open } from './open.ts';
import { hostile } from './views.ts';
import { clockOf, messages, valuesOf, visitor } from './visitor.ts';

let folder: string;
let playground: Playground & { readonly logged: readonly string[] };
let visit: ReturnType<typeof visitor>;

beforeEach(async () => {
  folder = await newFolder();
  await start();
});
afterEach(async () => {
  await playground.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start() {
  playground = await open(folder);
  visit = visitor(playground.url);
}
async function restart() {
  await playground.stop();
  await start();
}

/** From the form to the posted question, as Rowan and under his name. */
async function ask(question: string) {
  await visit.press('rowan', 'channel', 'consult.draft', { group: await groupId() }, { question });
  const preview = await visit.page('as=rowan');
  const draft = valuesOf(preview, 'consult.post');
  await visit.press('rowan', 'channel', 'consult.attest', { ...draft, on: 'yes' });
  await visit.press('rowan', 'channel', 'consult.post', { ...draft, as: 'me' });
}
const groupId = async () => valuesOf(await visit.page('as=rowan&at=home'), 'consult.ask').group ?? '';
/** The page once it holds so many messages: what the core sends goes out a moment after the answer. */
async function pageWith(query: string, count: number): Promise<string> {
  const html = await visit.page(query);
  if (messages(html) >= count) return html;
  return pageWith(query, count);
}

test('the first start makes the group ready through the core; one person has not accepted the agreement', async () => {
  for (const actor of cast) {
    const home = await visit.page(`as=${actor.id}&at=home`);
    expect(home.includes('data-do="consult.ask"'), actor.id).toBe(actor.joined);
    expect(home.includes('data-do="agreement.form"'), actor.id).toBe(!actor.joined);
  }
});

test('text typed straight into the channel and a thread is shown as typed, once, however often it is delivered', async () => {
  const event = randomUUID();
  await Promise.all([1, 2, 3].map(() => visit.line('keoni', 'channel', hostile, event)));
  const html = await visit.page('as=imani');
  expect(messages(html)).toBe(1);
  expect(html).toContain('&lt;!channel&gt; @everyone &lt;@U1&gt; **bold** [a](https://example.test)');
  expect(html).not.toContain('<script>alert');
  const [, thread = ''] = html.match(/id="m-([\w-]+)"/) ?? [];
  await visit.line('imani', `thread ${thread}`, 'A word in the thread');
  expect(await visit.page(`as=keoni&thread=${thread}`)).toContain('A word in the thread');
});

test('a pressed button that is delivered twice posts once', async () => {
  const group = await groupId();
  await visit.press('rowan', 'channel', 'consult.draft', { group }, { question: 'How do I end a session on time?' });
  const draft = valuesOf(await visit.page('as=rowan'), 'consult.post');
  await visit.press('rowan', 'channel', 'consult.attest', { ...draft, on: 'yes' });
  const event = randomUUID();
  const twice = [1, 2].map(() =>
    visit.press('rowan', 'channel', 'consult.post', { ...draft, as: 'me' }, undefined, event),
  );
  const [first, again] = await Promise.all(twice);
  expect(first).toMatchObject({ open: 'card' });
  expect(again).toEqual(first);
  await pageWith('as=imani', 1);
  await restart();
  expect(messages(await visit.page('as=imani'))).toBe(1);
});

test('a restart keeps messages, threads, the clock and the tour; private answers and typed texts are gone', async () => {
  await ask('How do I tell Odette Fernsby that I am moving away?');
  const before = await pageWith('as=imani', 1);
  expect(before).toContain('Odette Fernsby');
  await visit.post('/clock', { by: 'day' });
  await visit.post('/clock', { by: 'hour' });
  await visit.post('/tour', { tour: 'hidden' });
  await visit.line('imani', 'channel', '/curbside help');
  await restart();
  const after = await visit.page('as=imani');
  expect(messages(after)).toBe(1);
  expect(clockOf(after) - clockOf(before)).toBe(25 * 3_600_000);
  expect(after).not.toContain('class="tour"');
  expect(after).not.toContain('data-card=');
  expect(after).not.toContain('Odette');
  const [, thread = ''] = after.match(/id="m-([\w-]+)"/) ?? [];
  expect(await pageWith(`as=imani&thread=${thread}`, 2)).toContain('moving away');
});

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
  while (!(await visit.page('as=imani')).includes('class="unseen"'));
  expect(await visit.page('as=imani')).toContain('then hidden or taken down');
  expect(messages(await visit.page('as=imani&at=direct'))).toBe(0);
  expect(messages(await visit.page('as=rowan&at=direct'))).toBe(1);
  expect(await visit.page('as=rowan')).not.toContain('class="unseen"');
});

test('moving the clock lets what is due happen', async () => {
  await visit.press(
    'rowan',
    'channel',
    'consult.draft',
    { group: await groupId() },
    { question: 'How do I end a session on time?' },
  );
  const draft = valuesOf(await visit.page('as=rowan'), 'consult.post');
  await visit.press('rowan', 'channel', 'consult.attest', { ...draft, on: 'yes' });
  await visit.press('rowan', 'channel', 'consult.post', { ...draft, as: 'anonymous' });
  expect(messages(await visit.page('as=imani'))).toBe(0);
  await visit.post('/clock', { by: 'hour' });
  expect(messages(await pageWith('as=imani', 1))).toBe(1);
});

test('what the chat itself cannot take is said in plain words, and nothing is posted', async () => {
  expect(await visit.line('rowan', 'channel', '/nothing')).toMatchObject({
    open: 'problem',
    text: expect.stringContaining('don’t know this command'),
  });
  expect(await visit.line('rowan', 'channel', '/consult')).toMatchObject({
    open: 'problem',
    text: expect.stringContaining('This command needs one more word'),
  });
  expect(await visit.line('rowan', 'home', 'a case')).toMatchObject({
    open: 'problem',
    text: expect.stringContaining('only type commands'),
  });
  expect(await visit.line('rowan', 'direct', 'a case')).toMatchObject({ open: 'problem' });
  expect(await visit.line('rowan', 'channel', 'x'.repeat(2001))).toMatchObject({
    open: 'problem',
    text: expect.stringContaining('2000'),
  });
  expect(await visit.line('rowan', 'channel', '   ')).toEqual({ open: 'nothing' });
  expect((await visit.post('/line', { nonsense: true })).status).toBe(400);
  expect((await visit.post('/line', { text: 'x'.repeat(2_000_000) })).status).toBe(413);
  expect(messages(await visit.page('as=rowan'))).toBe(0);
});

test('a form that does not fit comes back with what was typed and what is wrong at the field', async () => {
  const facts = 'Some facts that took a while to type.';
  const reply = await visit.press(
    'rowan',
    'channel',
    'consult.draft',
    { group: await groupId() },
    { question: 'short', facts },
  );
  expect(reply.open).toBe('form');
  const html = 'html' in reply ? reply.html : '';
  expect(html).toContain(facts);
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('at least 10 characters');
});

test('a refused form says why beside what was typed, and adds no card', async () => {
  const reply = await visit.press(
    'imani',
    'channel',
    'consult.draft',
    { group: await groupId(), draft: 'aaaaaaaaaaaaaaaa' },
    { question: 'A question that is long enough' },
  );
  expect(reply.open).toBe('refusal');
  expect(await visit.page('as=imani')).not.toContain('data-card=');
});

test('whoever erased their data is a former member in what stays, and starts anew', async () => {
  await visit.line('keoni', 'channel', 'This stays, as on every platform');
  expect(await visit.press('keoni', 'channel', 'privacy.erase', {})).toMatchObject({ open: 'card' });
  const html = await visit.page('as=keoni&at=home');
  expect(html).toContain('data-do="agreement.form"');
  expect(await visit.page('as=rowan')).toContain('New message from a former member');
});

test('a taken port makes it take the next one', async () => {
  const otherFolder = await newFolder();
  const port = Number(new URL(playground.url).port);
  const other = await open(otherFolder, port);
  expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
  await other.stop();
  await rm(otherFolder, { recursive: true, force: true });
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
