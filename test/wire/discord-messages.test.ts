import { Routes } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRest } from '../../adapters/discord/rest/client.ts';
import { failed } from '../../adapters/discord/rest/failures.ts';
import { act, body, cardOf, msg } from '../adapters/discord/views.ts';
import { refusal } from './discord-http.ts';
import { type Kit, startKit } from './discord-kit.ts';
import { textOf } from './discord-person.ts';
import { types } from './discord-world.ts';
import { freePort } from './free-port.ts';

let kit: Kit;
beforeEach(async () => {
  kit = await startKit();
});
afterEach(async () => {
  expect(kit.server.faults).toEqual([]);
  await kit.stop();
});

const line = cardOf(body({ is: 'msg', msg: msg('home.mine') }), {
  is: 'actions',
  actions: [act('case.show', { consultation: 'abcdefghijklmnop' })],
});
const other = cardOf(body({ is: 'msg', msg: msg('home.group') }));
const place = () => ({ is: 'channel', scope: kit.scope, channel: kit.channel.id }) as const;
const inForum = () => ({ is: 'channel', scope: kit.scope, channel: kit.forum.id }) as const;
const under = (ref: string) => ({ is: 'thread', scope: kit.scope, under: ref }) as const;
const messagesIn = (channel: string) => [...kit.world.messages.values()].filter((m) => m.channel === channel);
const threads = () => [...kit.world.channels.values()].filter((c) => c.type === types.publicThread);

async function posted(sending: ReturnType<Kit['discord']['post']>): Promise<string> {
  const sent = await sending;
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return sent.ref;
}

it('posts by the bot itself, once for a key, and notifies nobody', async () => {
  await posted(kit.discord.post(place(), line, 'key1'));
  await posted(kit.discord.post(place(), line, 'key1'));
  expect(messagesIn(kit.channel.id)).toHaveLength(1);
  const [message] = messagesIn(kit.channel.id);
  expect(message?.body).toMatchObject({
    nonce: 'key1',
    enforce_nonce: true,
    allowed_mentions: { parse: [] },
    flags: 1 << 15,
  });
  expect(message?.interaction).toBeUndefined();
});

it('starts the thread under a message when it is not there, without a sound, named by the category', async () => {
  const ref = await posted(kit.discord.post(place(), line, 'key1'));
  await posted(kit.discord.post(under(ref), line, 'key2'));
  await posted(kit.discord.post(under(ref), other, 'key3'));
  expect(threads()).toHaveLength(1);
  const [thread] = threads();
  expect(thread).toMatchObject({ name: 'Your Curbside page', parent: kit.channel.id });
  expect([...(thread?.members ?? [])]).toEqual([kit.world.bot.id]);
  expect(messagesIn(thread?.id ?? '').map((m) => m.flags & 4096)).toEqual([4096, 4096]);
});

it('goes on when two start the same thread', async () => {
  const ref = await posted(kit.discord.post(place(), line, 'key1'));
  await Promise.all([
    posted(kit.discord.post(under(ref), line, 'key2')),
    posted(kit.discord.post(under(ref), other, 'key3')),
  ]);
  expect(threads()).toHaveLength(1);
  expect(messagesIn(threads()[0]?.id ?? '')).toHaveLength(2);
});

it('posts in a forum under the category, replies in that post, and knows it again', async () => {
  const ref = await posted(kit.discord.post(inForum(), line, 'key1'));
  expect(await posted(kit.discord.post(inForum(), line, 'key1'))).toBe(ref);
  expect(threads()).toMatchObject([{ name: 'Your Curbside page', parent: kit.forum.id }]);
  const different = cardOf(body({ is: 'msg', msg: msg('home.mine') }), {
    is: 'actions',
    actions: [act('case.show', { consultation: 'ponmlkjihgfedcba' })],
  });
  expect(await posted(kit.discord.post(inForum(), different, 'key2'))).not.toBe(ref);
  await posted(kit.discord.post(under(ref), other, 'key3'));
  expect(messagesIn(threads()[0]?.id ?? '')).toHaveLength(2);
});

it('edits and removes what it posted, also in a thread that was archived', async () => {
  const ref = await posted(kit.discord.post(place(), line, 'key1'));
  const reply = await posted(kit.discord.post(under(ref), line, 'key2'));
  const [thread] = threads();
  if (thread === undefined) throw new Error('no thread');
  thread.archived = true;
  expect(await kit.discord.edit(kit.scope, reply, other)).toEqual({ ok: true, ref: reply });
  expect(textOf(messagesIn(thread.id)[0] as never)).toContain('Open questions');
  thread.archived = true;
  expect(await kit.discord.remove(kit.scope, reply)).toEqual({ ok: true, ref: reply });
  expect(messagesIn(thread.id)).toEqual([]);
  await kit.discord.remove(kit.scope, ref);
  expect(messagesIn(kit.channel.id)).toEqual([]);
});

it('opens a locked thread once, and says forbidden when it may not', async () => {
  const ref = await posted(kit.discord.post(place(), line, 'key1'));
  await posted(kit.discord.post(under(ref), line, 'key2'));
  const [thread] = threads();
  if (thread === undefined) throw new Error('no thread');
  Object.assign(thread, { archived: true, locked: true });
  await posted(kit.discord.post(under(ref), other, 'key3'));
  Object.assign(thread, { archived: true, locked: true });
  kit.server.next('PATCH', /^\/channels\/\d+$/, refusal(403, 50013));
  expect(await kit.discord.post(under(ref), other, 'key4')).toEqual({
    ok: false,
    why: 'forbidden',
    problem: 'readOnly',
    detail: 'discord 50013',
  });
});

it('says that somebody takes no direct messages, and sends to nobody who was forgotten', async () => {
  const to = await kit.vault.refFor({ platform: 'discord', id: `${kit.guild.id}/${kit.user.id}` });
  kit.server.next('POST', /messages$/, refusal(403, 50007));
  expect(await kit.discord.post({ is: 'direct', scope: kit.scope, to }, line, 'key1')).toEqual({
    ok: false,
    why: 'forbidden',
    problem: 'noDirect',
    detail: 'discord 50007',
  });
  await kit.vault.forget(to);
  expect(await kit.discord.post({ is: 'direct', scope: kit.scope, to }, line, 'key2')).toMatchObject({
    ok: false,
    why: 'gone',
  });
});

it('edits a direct message with buttons that still know where they belong', async () => {
  const to = await kit.vault.refFor({ platform: 'discord', id: `${kit.guild.id}/${kit.user.id}` });
  const ref = await posted(kit.discord.post({ is: 'direct', scope: kit.scope, to }, other, 'key1'));
  await kit.discord.edit(kit.scope, ref, line);
  const dm = [...kit.world.channels.values()].find((c) => c.type === types.dm);
  expect(JSON.stringify(messagesIn(dm?.id ?? ''))).toContain(`.s=${kit.scope.replace('discord.', '')}`);
});

it('tells the outbox how long to wait, from a 429 and from a bucket that is empty', async () => {
  kit.server.next('POST', /messages$/, {
    status: 429,
    headers: { 'retry-after': '2.5', 'x-ratelimit-scope': 'shared' },
    body: { message: 'slow', retry_after: 2.5, global: false },
  });
  const limited = await kit.discord.post(place(), line, 'key1');
  expect(limited).toMatchObject({ ok: false, why: 'rate' });
  if (limited.ok || limited.why !== 'rate') throw new Error('not limited');
  expect(limited.retryAfterMs).toBeGreaterThan(2000);
  const bucket = {
    'x-ratelimit-limit': '1',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': '60',
    'x-ratelimit-bucket': 'messages',
  };
  const posts = () => kit.server.requests.filter((r) => r.method === 'POST' && r.path.endsWith('/messages')).length;
  // The first answer tells the client which bucket it is, the second fills it.
  kit.server.next(
    'POST',
    /messages$/,
    { status: 200, headers: bucket, body: { id: '1', channel_id: '1' } },
    { times: 2 },
  );
  await kit.discord.post(place(), line, 'key2');
  await kit.discord.post(place(), line, 'key3');
  const before = posts();
  expect(await kit.discord.post(place(), other, 'key4')).toMatchObject({ ok: false, why: 'rate' });
  expect(posts()).toBe(before);
});

it('does not post twice when only the answer was lost', async () => {
  kit.server.next('POST', /messages$/, { status: 502 }, { after: true });
  await posted(kit.discord.post(place(), line, 'key1'));
  expect(messagesIn(kit.channel.id)).toHaveLength(1);
  kit.server.next('POST', /messages$/, { status: 502 }, { times: 4, after: true });
  expect(await kit.discord.post(place(), other, 'key2')).toEqual({ ok: false, why: 'unknown', detail: 'discord 502' });
  await posted(kit.discord.post(place(), other, 'key2'));
  expect(messagesIn(kit.channel.id)).toHaveLength(2);
});

it('does not repeat a forum post by itself', async () => {
  kit.server.next('POST', /^\/channels\/\d+\/threads$/, { status: 502 }, { after: true });
  expect(await kit.discord.post(inForum(), line, 'key1')).toMatchObject({ ok: false, why: 'unknown' });
  expect(threads()).toHaveLength(1);
  await posted(kit.discord.post(inForum(), line, 'key1'));
  expect(threads()).toHaveLength(1);
});

it('holds a key of 25 characters and the name of a thread or a forum post of 100', async () => {
  const wordy = { ...line, summary: msg('place.deleted') };
  const ref = await posted(kit.discord.post(place(), wordy, 'k'.repeat(40)));
  await posted(kit.discord.post(under(ref), wordy, 'key2'));
  await posted(kit.discord.post(inForum(), wordy, 'key3'));
  expect(messagesIn(kit.channel.id)[0]?.nonce).toHaveLength(25);
  expect(threads().map((t) => [t.name.length, t.name.endsWith('…')])).toEqual([
    [100, true],
    [100, true],
  ]);
});

it('says what a failed call tells of channels, messages and threads, and when a channel is open again', async () => {
  const ref = await posted(kit.discord.post(place(), line, 'key1'));
  const fails = async (code: number, call: () => Promise<unknown>) => {
    kit.server.next('POST', /messages/, refusal(code < 20_000 ? 404 : 403, code));
    await call();
  };
  const post = (key: string) => () => kit.discord.post(place(), line, key);
  await fails(50013, post('key2'));
  await post('key3')();
  await post('key4')();
  await fails(50001, post('key5'));
  await fails(10003, post('key6'));
  await fails(10003, () => kit.discord.post({ ...under(ref), begun: true }, line, 'key7'));
  await kit.discord.edit(kit.scope, `${kit.channel.id}/123456789012345678`, line);
  await expect
    .poll(() => kit.happened.map(({ command, input, channel }) => [command, input, channel]))
    .toEqual([
      ['platform.channelBack', {}, kit.channel.id],
      ['platform.channelGone', { why: 'readOnly' }, kit.channel.id],
      ['platform.channelBack', {}, kit.channel.id],
      ['platform.channelGone', { why: 'removed' }, kit.channel.id],
      ['platform.channelGone', { why: 'deleted' }, kit.channel.id],
      ['platform.threadGone', { under: ref }, null],
      ['platform.messageGone', { ref: `${kit.channel.id}/123456789012345678` }, null],
    ]);
  expect(threads()).toEqual([]);
});

it('says gone for an address that is none', async () => {
  for (const ref of ['', 'nonsense', '1/2/3']) {
    expect(await kit.discord.edit(kit.scope, ref, line)).toMatchObject({ ok: false, why: 'gone' });
    expect(await kit.discord.remove(kit.scope, ref)).toMatchObject({ ok: false, why: 'gone' });
    expect(await kit.discord.post(under(ref), line, 'key1')).toMatchObject({ ok: false, why: 'gone' });
  }
});

it('knows that nothing was sent to a Discord that is not reached: it is sent later, and its author not asked', async () => {
  const apiUrl = `http://127.0.0.1:${await freePort()}/api`;
  const rest = createRest({ token: kit.server.token, appId: kit.world.appId, apiUrl });
  const error = await rest.post(Routes.channelMessages(kit.channel.id), { body: {} }).catch((e: unknown) => e);
  expect(failed(error)).toEqual({ ok: false, why: 'later', retryAfterMs: 30_000 });
});
