import { afterEach, expect, test } from 'vitest';
import { type Card, type Place, routes } from '../../src/index.ts';
import { body, card, quote, typed } from '../adapters/slack/views.ts';
import { practice, startKit } from './slack-kit.ts';
import { wordsIn } from './slack-person.ts';
import type { Reply } from './slack-server.ts';

type Kit = Awaited<ReturnType<typeof startKit>>;
let kit: Kit;
afterEach(async () => kit.stop());

const view: Card = card(quote(typed));
async function start(): Promise<Kit & { channel: Place }> {
  kit = await startKit({ routes, answer: () => ({ is: 'refused', view }) });
  return { ...kit, channel: { is: 'channel', scope: kit.scope, channel: practice.channel } };
}

test('a post has the summary as its text, previews no links and mentions nobody', async () => {
  const { slack, server, channel } = await start();
  const sent = await slack.post(channel, view, 'row1');
  expect(sent.ok).toBe(true);
  const call = await server.next('chat.postMessage');
  expect(call.token).toBe(practice.token);
  expect(call.body).toMatchObject({
    channel: practice.channel,
    text: 'Group agreement',
    unfurl_links: 'false',
    unfurl_media: 'false',
    mrkdwn: 'false',
    link_names: 'false',
    parse: 'none',
  });
  expect(Object.keys(call.body).sort()).toEqual([
    'blocks',
    'channel',
    'link_names',
    'mrkdwn',
    'parse',
    'text',
    'unfurl_links',
    'unfurl_media',
  ]);
});

test('a reply goes under the message, and a reply to a reply into the same thread', async () => {
  const { slack, server, channel, scope } = await start();
  const first = await slack.post(channel, view, 'row1');
  if (!first.ok) throw new Error('not posted');
  const second = await slack.post({ is: 'thread', scope, under: first.ref }, view, 'row2');
  if (!second.ok) throw new Error('not posted');
  await slack.post({ is: 'thread', scope, under: second.ref }, view, 'row3');
  const ts = first.ref.split('/')[1];
  const threads = server.calls.filter((c) => c.method === 'chat.postMessage').map((c) => c.body.thread_ts);
  expect(threads).toEqual([undefined, ts, ts]);
});

test('a direct message opens the conversation with that person alone', async () => {
  const { slack, server, vault, scope } = await start();
  const to = await vault.refFor({ platform: 'slack', id: 'T0PRACTICE/U0ROWAN' });
  expect(await slack.post({ is: 'direct', scope, to }, view, 'row1')).toMatchObject({ ok: true });
  expect((await server.next('conversations.open')).body).toEqual({ users: 'U0ROWAN' });
  expect((await server.next('chat.postMessage')).body.channel).toBe('DU0ROWAN');
});

test('an edit and a removal follow the message, wherever it lies', async () => {
  const { slack, server, channel, scope } = await start();
  const sent = await slack.post(channel, view, 'row1');
  if (!sent.ok) throw new Error('not posted');
  const [, ts] = sent.ref.split('/');
  expect(await slack.edit(scope, sent.ref, card(body()))).toEqual({ ok: true, ref: sent.ref });
  expect((await server.next('chat.update')).body).toMatchObject({ channel: practice.channel, ts });
  expect(await slack.remove(scope, sent.ref)).toEqual({ ok: true, ref: sent.ref });
  expect((await server.next('chat.delete')).body).toMatchObject({ channel: practice.channel, ts });
});

test('names are printed, never mentioned, and asked for once', async () => {
  const { slack, server, vault, channel } = await start();
  const who = await vault.refFor({ platform: 'slack', id: 'T0PRACTICE/U0MARE' });
  const named = card(body({ is: 'person', who, credential: 'LMFT' }));
  await slack.post(channel, named, 'row1');
  await slack.post(channel, named, 'row2');
  const { body: sent } = await server.next('chat.postMessage');
  expect(wordsIn(sent.blocks)).toContain('{"type":"text","text":"<!channel> *Mare*, LMFT"}');
  expect(wordsIn(sent)).not.toContain('U0MARE');
  expect(server.calls.filter((c) => c.method === 'users.info' && c.body.user === 'U0MARE')).toHaveLength(1);
});

test('a name that Slack will not tell now holds the post back instead of leaving it out', async () => {
  const { slack, server, vault, channel } = await start();
  const who = await vault.refFor({ platform: 'slack', id: 'T0PRACTICE/U0MARE' });
  const named = card(body({ is: 'person', who, credential: null }));
  server.script('users.info', { status: 429, headers: { 'retry-after': '7' } });
  expect(await slack.post(channel, named, 'row1')).toMatchObject({ ok: false, why: 'later' });
  expect(server.calls.some((c) => c.method === 'chat.postMessage')).toBe(false);
  expect(await slack.post(channel, named, 'row1')).toMatchObject({ ok: true });
});

const outcomes: [string, Reply, object][] = [
  ['429', { status: 429, headers: { 'retry-after': '7' } }, { ok: false, why: 'rate', retryAfterMs: 7000 }],
  ['500', { status: 500 }, { ok: false, why: 'unknown', detail: 'http 500' }],
  ['a line that breaks', 'hang up', { ok: false, why: 'unknown' }],
  ['an error that no reference lists', { error: 'brand_new_error' }, { ok: false, why: 'unknown' }],
];

test.each(outcomes)('%s, on posting, is said as what it is, and asked once only', async (_what, reply, expected) => {
  const { slack, server, channel } = await start();
  server.script('chat.postMessage', reply);
  expect(await slack.post(channel, view, 'row1')).toMatchObject(expected);
  expect(server.calls.filter((c) => c.method === 'chat.postMessage')).toHaveLength(1);
});

test('a token that Slack no longer takes keeps messages waiting, as nothing was sent', async () => {
  const { slack, server, channel } = await start();
  for (const error of ['invalid_auth', 'account_inactive', 'token_revoked']) {
    server.script('chat.postMessage', { error });
    expect(await slack.post(channel, view, 'row1')).toMatchObject({ ok: false, why: 'later' });
  }
});

test('a line that breaks before the post is no doubt about the post', async () => {
  const { slack, server, vault, scope } = await start();
  const to = await vault.refFor({ platform: 'slack', id: 'T0PRACTICE/U0ROWAN' });
  server.script('conversations.open', 'hang up');
  expect(await slack.post({ is: 'direct', scope, to }, view, 'row1')).toMatchObject({ ok: false, why: 'later' });
});

test('nobody there to listen: nothing was sent, so it waits', async () => {
  const { slack, server, channel, scope } = await start();
  await server.close();
  // The line that was kept open is found dead first; only the next call has to open one.
  await slack.remove(scope, `${practice.channel}/1.2`);
  expect(await slack.post(channel, view, 'row1')).toMatchObject({ ok: false, why: 'later' });
});

test('another workspace cannot be written to, edited or removed from', async () => {
  const { slack, server, vault } = await start();
  const other = await vault.scopeFor({ platform: 'slack', id: 'T0OTHER' });
  const refused = { ok: false, why: 'forbidden', problem: 'setup', detail: 'another workspace' };
  expect(await slack.post({ is: 'channel', scope: other, channel: practice.channel }, view, 'row1')).toEqual(refused);
  expect(await slack.edit(other, `${practice.channel}/1.2`, view)).toEqual(refused);
  expect(await slack.remove(other, `${practice.channel}/1.2`)).toEqual(refused);
  expect(server.calls.some((c) => c.method.startsWith('chat.'))).toBe(false);
});

test('somebody of another workspace gets no direct message and has no name here', async () => {
  const { slack, server, vault, scope, channel } = await start();
  const to = await vault.refFor({ platform: 'slack', id: 'T0OTHER/U0ROWAN' });
  expect(await slack.post({ is: 'direct', scope, to }, view, 'row1')).toMatchObject({ ok: false, why: 'gone' });
  await slack.post(channel, card(body({ is: 'person', who: to, credential: null })), 'row2');
  expect(wordsIn((await server.next('chat.postMessage')).body)).toContain('a former member');
  expect(server.calls.some((c) => c.method === 'users.info')).toBe(false);
});

test('somebody who was forgotten is nobody', async () => {
  const { slack, vault, scope } = await start();
  const to = await vault.refFor({ platform: 'slack', id: 'T0PRACTICE/U0ROWAN' });
  await vault.forget(to);
  expect(await slack.post({ is: 'direct', scope, to }, view, 'row1')).toMatchObject({ ok: false, why: 'gone' });
});

test('tells what people are called, and waits for nobody whom Slack is slow to name', async () => {
  const { slack, server, scope, vault } = await start();
  const of = (user: string) => vault.refFor({ platform: 'slack', id: `${practice.team}/${user}` });
  const [rowan, linden] = [await of('U0ROWAN'), await of('U0C3')];
  expect([...((await slack.names?.(scope, [rowan, 'nobody'])) ?? [])]).toEqual([[rowan, 'Rowan Ellery']]);
  const go = server.hold('users.info');
  expect([...((await slack.names?.(scope, [linden, rowan])) ?? [])]).toEqual([[rowan, 'Rowan Ellery']]);
  go();
});
