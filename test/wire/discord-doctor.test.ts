import { afterEach, beforeEach, expect, it } from 'vitest';
import { discord } from '../../adapters/discord/index.ts';
import { wordsOf } from '../../src/index.ts';
import { type DiscordServer, startDiscord } from './discord.ts';
import { refusal } from './discord-http.ts';
import { addChannel, addGuild, type Channel, types } from './discord-world.ts';

let server: DiscordServer;
let channel: Channel;
beforeEach(async () => {
  server = await startDiscord();
  const guild = addGuild(server.world, 'Peer group');
  channel = addChannel(server.world, { type: types.text, name: 'cases', guild: guild.id });
});
afterEach(() => server.stop());

const settings = () => ({ token: server.token, appId: server.world.appId, apiUrl: server.url });
async function check(now = Date.now, channels = [channel.id], at = settings()) {
  const checks = await discord.doctor(at, channels, now);
  return checks.map(({ ok, says }) => ({ ok, says: wordsOf('en', says) }));
}
const wrong = async (...args: Parameters<typeof check>) =>
  (await check(...args)).filter((f) => !f.ok).map((f) => f.says);

it('finds nothing wrong where nothing is', async () => {
  const findings = await check();
  expect(findings.every((f) => f.ok)).toBe(true);
  expect(findings.map((f) => f.says).join('\n')).toContain(`the permissions it needs in channel ${channel.id}`);
});

it('says what to do about a token that is refused', async () => {
  server.next('GET', /^\/applications\/@me$/, refusal(401, 0));
  expect(await wrong()).toEqual([expect.stringContaining('Reset Token')]);
});

it('says that Discord cannot be reached', async () => {
  const findings = await check(Date.now, [], { token: 'x', appId: '1', apiUrl: 'http://127.0.0.1:9/api' });
  expect(findings).toEqual([{ ok: false, says: expect.stringContaining('Can’t reach Discord') }]);
});

it('notices an application id of another application', async () => {
  server.next('GET', /^\/applications\/@me$/, {
    status: 200,
    body: { id: '1', name: 'Other', flags: (1 << 18) | (1 << 14) },
  });
  const findings = await check();
  expect(findings.filter((f) => !f.ok).map((f) => f.says)).toEqual([
    expect.stringContaining('DISCORD_APP_ID and the token belong to different applications'),
  ]);
  expect(findings.map((f) => f.says).join('\n')).toContain('A privileged intent is on');
});

it('names the permissions that a channel lacks', async () => {
  server.world.permissions = 1n << 10n;
  expect(await wrong()).toEqual([
    expect.stringContaining(
      'is missing: Send Messages, Create Public Threads, Send Messages In Threads, Read Message History.',
    ),
  ]);
});

it('follows the channel’s own rules about who may do what', async () => {
  const overwrite = (id: string, allow: bigint, deny: bigint, type = 0) => ({
    id,
    type,
    allow: String(allow),
    deny: String(deny),
  });
  const guild = channel.guild ?? '';
  const body = {
    id: channel.id,
    type: 0,
    name: 'cases',
    guild_id: guild,
    permission_overwrites: [overwrite(guild, 0n, 1n << 11n)],
  };
  server.next('GET', new RegExp(`^/channels/${channel.id}$`), { status: 200, body });
  expect(await wrong()).toEqual([expect.stringContaining('is missing: Send Messages.')]);
  body.permission_overwrites.push(overwrite(server.world.bot.id, 1n << 11n, 0n, 1));
  server.next('GET', new RegExp(`^/channels/${channel.id}$`), { status: 200, body });
  expect(await wrong()).toEqual([]);
});

it('tells a channel that is gone from one that the bot cannot see', async () => {
  expect(await wrong(Date.now, ['123456789012345678'])).toEqual([expect.stringContaining('no longer exists')]);
  server.next('GET', /^\/channels\/\d+$/, refusal(403, 50001));
  expect(await wrong()).toEqual([expect.stringContaining('can’t see channel')]);
});

it('notices a clock that is off', async () => {
  expect(await wrong(() => Date.now() + 600_000)).toEqual([expect.stringMatching(/(599|600|601) seconds off/)]);
});
