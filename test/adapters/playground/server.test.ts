import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { cast } from '../../../adapters/playground/chat/cast.ts';
import { newFolder, open } from './open.ts';
import { ask, groupId, ownPlayground, pageWith, playground, restart, visit } from './own-playground.ts';
import { hostile } from './views.ts';
import { clockOf, messages, valuesOf } from './visitor.ts';

ownPlayground();

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

test('the tour goes on with what its own people do, and waits while others look around', async () => {
  await ask('How do I end a session on time?', 'keoni');
  expect(await pageWith('as=keoni', 1)).toContain('Ask as Rowan');
  await ask('How do I begin a session on time?');
  expect(await pageWith('as=keoni', 2)).toContain('Answer as Imani');
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

test('a command alone does what it does most, and takes the words behind it', async () => {
  expect(await visit.line('rowan', 'channel', '/consult')).toMatchObject({ open: 'form' });
  expect(await visit.line('rowan', 'channel', '/Consult How do I\nsay no?')).toMatchObject({
    open: 'form',
    html: expect.stringContaining('How do I\nsay no?'),
  });
});

test('what the chat itself cannot take is said in plain words, and nothing is posted', async () => {
  expect(await visit.line('rowan', 'channel', '/nothing')).toMatchObject({
    open: 'problem',
    text: expect.stringContaining('don’t know this command'),
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

test('a taken port makes it take the next one', async () => {
  const otherFolder = await newFolder();
  const port = Number(new URL(playground.url).port);
  const other = await open(otherFolder, port);
  expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
  expect(other.taken).toBe(port);
  expect(playground.taken).toBe(null);
  await other.stop();
  await rm(otherFolder, { recursive: true, force: true });
});
