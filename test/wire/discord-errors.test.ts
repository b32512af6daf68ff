import { setTimeout } from 'node:timers/promises';
import { RESTJSONErrorCodes } from 'discord.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorCodes } from '../../adapters/discord/rest/error-codes.ts';
import type { Sent } from '../../src/index.ts';
import { act, cardOf, msg } from '../adapters/discord/views.ts';
import { type Reply, refusal } from './discord-http.ts';
import { type Kit, startKit } from './discord-kit.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await startKit();
});
afterAll(async () => {
  expect(kit.server.faults).toEqual([]);
  await kit.stop();
});

const line = cardOf(
  { is: 'text', style: 'body', spans: [{ is: 'msg', msg: msg('home.mine') }] },
  { is: 'actions', actions: [act('case.show', { consultation: 'abcdefghijklmnop' })] },
);
let n = 0;
const post = (channel: string): Promise<Sent> =>
  kit.discord.post({ is: 'channel', scope: kit.scope, channel }, line, `key${++n}`);

const slow = (code: number): Reply => ({
  ...refusal(429, code),
  headers: { 'retry-after': '2', 'x-ratelimit-scope': 'shared' },
});

/** For each class a code that Discord documents, the status that comes with it, and what becomes of a post. */
it.each([
  [429, 20016, { why: 'rate' }],
  [429, 20028, { why: 'rate' }],
  [403, 40004, { why: 'later' }],
  [404, 10003, { why: 'gone', problem: 'deleted' }],
  [404, 10004, { why: 'gone', problem: 'removed' }],
  [403, 50001, { why: 'forbidden', problem: 'removed' }],
  [403, 50013, { why: 'forbidden', problem: 'readOnly' }],
  [400, 160005, { why: 'forbidden', problem: 'threadLocked' }],
  [400, 160006, { why: 'forbidden', problem: 'full' }],
  [403, 20012, { why: 'forbidden', problem: 'setup' }],
  [400, 200000, { why: 'rejected', problem: 'filtered' }],
  [400, 240000, { why: 'rejected', problem: 'filtered' }],
  [413, 40005, { why: 'rejected', problem: 'tooLong' }],
  [400, 50035, { why: 'rejected', problem: 'unfit' }],
  [400, 50008, { why: 'rejected', problem: 'unfit' }],
] as const)('a post answered with %d and %d is %o', async (status, code, expected) => {
  kit.server.next('POST', /messages$/, status === 429 ? slow(code) : refusal(status, code));
  expect(await post(kit.channel.id)).toMatchObject({ ok: false, ...expected });
});

it.each([
  [400, 40067, { why: 'forbidden', problem: 'needsTag' }],
  [400, 160006, { why: 'forbidden', problem: 'full' }],
] as const)('a forum post answered with %d and %d is %o', async (status, code, expected) => {
  kit.server.next('POST', /threads$/, refusal(status, code));
  expect(await post(kit.forum.id)).toMatchObject({ ok: false, ...expected });
});

it.each([
  [404, 10008, { why: 'gone', problem: 'messageGone' }],
  [403, 50005, { why: 'forbidden', problem: 'cannotChange' }],
  [400, 30046, { why: 'rate' }],
] as const)('an edit answered with %d and %d is %o', async (status, code, expected) => {
  kit.server.next('PATCH', /messages/, refusal(status, code));
  expect(await kit.discord.edit(kit.scope, `${kit.channel.id}/1234567890123`, line)).toMatchObject(expected);
});

it.each([
  [403, 50007, { why: 'forbidden', problem: 'noDirect' }],
  [403, 50278, { why: 'forbidden', problem: 'noDirect' }],
  [404, 10013, { why: 'gone', problem: 'personGone' }],
] as const)('a direct message answered with %d and %d is %o', async (status, code, expected) => {
  const to = await kit.vault.refFor({ platform: 'discord', id: `${kit.guild.id}/${kit.user.id}` });
  kit.server.next('POST', /^\/users\/@me\/channels$/, refusal(status, code));
  expect(await kit.discord.post({ is: 'direct', scope: kit.scope, to }, line, `key${++n}`)).toMatchObject(expected);
});

it('an error on Discord’s side leaves it open whether the message is there', async () => {
  kit.server.next('POST', /messages$/, refusal(500, 0), { times: 4 });
  expect(await post(kit.channel.id)).toMatchObject({ why: 'unknown' });
});

it('a token that Discord no longer takes keeps messages waiting, as nothing is sent', async () => {
  const other = await startKit();
  const to = { is: 'channel', scope: other.scope, channel: other.channel.id } as const;
  other.server.next('POST', /messages$/, refusal(401, 50014));
  expect(await other.discord.post(to, line, 'key1')).toEqual({ ok: false, why: 'later', retryAfterMs: 3_600_000 });
  // discord.js forgets such a token, and refuses to make any call from then on.
  expect(await other.discord.post(to, line, 'key2')).toMatchObject({ ok: false, why: 'later' });
  await other.stop();
});

it('every code that Discord documents says something, through discord.js', async () => {
  const all = Object.values(RESTJSONErrorCodes).filter((code) => typeof code === 'number');
  expect(all.length).toBeGreaterThan(200);
  for (const code of all) {
    kit.server.next('PATCH', /messages/, refusal(400, code));
    // Of an archived thread the adapter tries to open it first.
    if (code === 50083) kit.server.next('PATCH', /^\/channels\/\d+$/, refusal(400, code));
    const before = kit.server.requests.length;
    let sent = await kit.discord.edit(kit.scope, `${kit.channel.id}/1234567890123`, line);
    // The client itself makes no more than fifty calls a second.
    while (kit.server.requests.length === before && !sent.ok && 'retryAfterMs' in sent) {
      await setTimeout(sent.retryAfterMs);
      sent = await kit.discord.edit(kit.scope, `${kit.channel.id}/1234567890123`, line);
    }
    const meaning = errorCodes.get(code)?.why ?? 'rejected';
    expect([code, sent.ok || sent.why]).toEqual([code, meaning === 'locked out' ? 'later' : meaning]);
  }
});
