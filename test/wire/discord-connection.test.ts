import { afterEach, expect, it } from 'vitest';
import { DiscordRefused } from '../../adapters/discord/rest/refused.ts';
import { body, cardOf, msg } from '../adapters/discord/views.ts';
import { close } from './discord-gateway.ts';
import { refusal } from './discord-http.ts';
import { channelJson, writtenJson } from './discord-json.ts';
import { canary, type Kit, startKit } from './discord-kit.ts';
import { textOf } from './discord-person.ts';
import { addChannel, snowflake, types } from './discord-world.ts';

let kit: Kit;
afterEach(async () => {
  expect(kit.server.faults).toEqual([]);
  await kit.stop();
});

const events = (): string[] => kit.lines.map((l) => l.event);

it('asks for no privileged intent', async () => {
  kit = await startKit();
  const privileged = (1 << 1) | (1 << 8) | (1 << 15);
  expect(kit.server.gateway.identified.map(({ intents }) => intents & privileged)).toEqual([0]);
});

it('resumes after a lost connection and takes in what happened meanwhile, once', async () => {
  kit = await startKit();
  await kit.me.type('curbside', 'help');
  kit.server.gateway.drop(close.unknown);
  await expect.poll(() => events().includes('discord.connection_lost')).toBe(true);
  const seen = await kit.me.type('curbside', 'help');
  expect(seen.text).toContain('Ask colleagues');
  expect(kit.server.gateway.resumed).toHaveLength(1);
  expect(kit.asked).toHaveLength(2);
});

it('identifies anew when its session is over', async () => {
  kit = await startKit();
  kit.server.gateway.invalidSession(false);
  await expect.poll(() => kit.server.gateway.identified.length).toBe(2);
  await expect
    .poll(() => events().includes('discord.connection_resumed') || kit.server.gateway.identified.length === 2)
    .toBe(true);
  const seen = await kit.me.type('curbside', 'help');
  expect(seen.text).toContain('Ask colleagues');
});

it.each([
  [close.disallowedIntents, 'Curbside doesn’t use privileged intents'],
  [close.authentication, 'Discord didn’t accept the token'],
])('does not stay up, offline and silent, when Discord refuses it with %d', async (code, says) => {
  kit = await startKit({ connect: false });
  kit.server.gateway.refuseWith(code);
  const start = kit.discord.start(kit.core);
  await expect(start).rejects.toThrow(DiscordRefused);
  await expect(start).rejects.toThrow(says);
});

it('says that the token is wrong when the first call is refused', async () => {
  kit = await startKit({ connect: false });
  kit.server.next('GET', /^\/applications/, refusal(401, 0));
  kit.server.next('GET', /^\/gateway\/bot$/, refusal(401, 0));
  await expect(kit.discord.start(kit.core)).rejects.toThrow('Discord didn’t accept the token');
});

it('says so in its log when Discord refuses it later', async () => {
  kit = await startKit();
  kit.server.gateway.drop(close.disallowedIntents);
  await expect
    .poll(() => kit.lines.find((l) => l.event === 'discord.connection_ended'))
    .toEqual({ level: 'error', event: 'discord.connection_ended', facts: { code: 4014 } });
});

it('registers its commands once, and again only when they have changed', async () => {
  kit = await startKit();
  const puts = () => kit.server.requests.filter((r) => r.method === 'PUT').length;
  expect(puts()).toBe(1);
  const { registerCommands } = await import('../../adapters/discord/rest/register.ts');
  const { routes } = await import('../../src/index.ts');
  const settings = { token: kit.server.token, appId: kit.world.appId, apiUrl: kit.server.url };
  expect(await registerCommands(settings, routes)).toEqual({
    changed: false,
    invite: `https://discord.com/oauth2/authorize?client_id=${kit.world.appId}&permissions=309237713920&integration_type=0&scope=bot+applications.commands`,
  });
  expect(puts()).toBe(1);
  expect((await registerCommands(settings, routes.slice(0, 3))).changed).toBe(true);
  await registerCommands(settings, routes);
  Object.assign(kit.world.commands[0] as object, { description: 'In other words' });
  expect((await registerCommands(settings, routes)).changed).toBe(true);
});

it('connects although its commands could not be registered', async () => {
  kit = await startKit({ connect: false });
  kit.server.next('PUT', /commands$/, refusal(400, 30034));
  await kit.discord.start(kit.core);
  expect(events()).toContain('discord.commands_not_registered');
});

it('passes on what others delete, and not what it removes itself', async () => {
  kit = await startKit();
  const place = { is: 'channel', scope: kit.scope, channel: kit.channel.id } as const;
  const line = cardOf(body({ is: 'msg', msg: msg('home.mine') }));
  const mine = await kit.discord.post(place, line, 'key1');
  if (!mine.ok) throw new Error(mine.why);
  await kit.discord.remove(kit.scope, mine.ref);
  const gone = snowflake();
  const thread = snowflake();
  const { gateway } = kit.server;
  gateway.dispatch('MESSAGE_DELETE', { id: gone, channel_id: kit.channel.id, guild_id: kit.guild.id });
  gateway.dispatch('THREAD_DELETE', {
    id: thread,
    guild_id: kit.guild.id,
    parent_id: kit.channel.id,
    type: types.publicThread,
  });
  gateway.dispatch('THREAD_DELETE', {
    id: thread,
    guild_id: kit.guild.id,
    parent_id: kit.forum.id,
    type: types.publicThread,
  });
  gateway.dispatch('MESSAGE_DELETE_BULK', { ids: [gone, thread], channel_id: kit.channel.id, guild_id: kit.guild.id });
  gateway.dispatch('CHANNEL_DELETE', channelJson(kit.world, kit.channel));
  gateway.dispatch('GUILD_DELETE', { id: kit.guild.id, unavailable: true });
  gateway.dispatch('GUILD_DELETE', { id: kit.guild.id });
  await expect
    .poll(() => kit.happened.map(({ command, input, channel }) => [command, input, channel]))
    .toEqual([
      ['platform.channelBack', {}, kit.channel.id],
      ['platform.messageGone', { ref: `${kit.channel.id}/${gone}` }, null],
      ['platform.threadGone', { under: `${kit.channel.id}/${thread}` }, kit.channel.id],
      ['platform.threadGone', { under: `${thread}/${thread}` }, kit.forum.id],
      ['platform.messageGone', { ref: `${kit.channel.id}/${gone}` }, null],
      ['platform.messageGone', { ref: `${kit.channel.id}/${thread}` }, null],
      ['platform.channelGone', { why: 'deleted' }, kit.channel.id],
      ['platform.uninstalled', { why: 'uninstalled' }, null],
    ]);
  expect(new Set(kit.happened.map((h) => h.scope))).toEqual(new Set([kit.scope]));
});

it('tells somebody who writes to it that it reads nothing, once in a while, and never repeats a word', async () => {
  kit = await startKit();
  const dm = addChannel(kit.world, { type: types.dm, name: '', members: new Set([kit.user.id]) });
  const write = (author = kit.user) =>
    kit.server.gateway.dispatch(
      'MESSAGE_CREATE',
      writtenJson(author, dm, `My client's number is 555 0100, ${canary.phrase}`),
    );
  const letters = () => [...kit.world.messages.values()].filter((m) => m.channel === dm.id);
  write();
  write();
  write(kit.world.bot);
  await expect.poll(() => letters().length).toBe(1);
  kit.pass(11 * 60_000);
  write();
  await expect.poll(() => letters().length).toBe(2);
  expect(textOf(letters()[0] as never)).toContain('delete it here');
  const left = JSON.stringify([kit.server.requests, kit.lines, kit.asked]);
  for (const word of ['555 0100', canary.phrase, canary.name]) expect(left).not.toContain(word);
});

it('ignores what the bot and others write where everybody reads', async () => {
  kit = await startKit();
  const before = kit.server.requests.length;
  for (const author of [kit.world.bot, kit.user]) {
    kit.server.gateway.dispatch('MESSAGE_CREATE', writtenJson(author, kit.channel));
  }
  await kit.me.type('curbside', 'help');
  expect(kit.asked).toHaveLength(1);
  expect(kit.happened).toEqual([]);
  expect(kit.server.requests.slice(before).filter((r) => r.path.startsWith('/channels'))).toEqual([]);
});

it('sends nothing before it has started and after it was stopped, and says that it can wait', async () => {
  kit = await startKit({ connect: false });
  const place = { is: 'channel', scope: kit.scope, channel: kit.channel.id } as const;
  const post = () => kit.discord.post(place, cardOf(body({ is: 'msg', msg: msg('home.mine') })), 'key1');
  const wait = { ok: false, why: 'later', retryAfterMs: expect.any(Number) };
  expect(await post()).toEqual(wait);
  await kit.discord.start(kit.core);
  await kit.discord.stop();
  expect(await post()).toEqual(wait);
  expect(kit.server.requests.filter((r) => r.path.includes('/messages'))).toEqual([]);
});

it('ends what is under way before it leaves', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  kit = await startKit({
    answer: async () =>
      held.then(() => ({ is: 'view', note: null, view: cardOf(body({ is: 'msg', msg: msg('home.nothing') })) })),
  });
  const done = kit.server.interactions.begin(kit.user, kit.guild, kit.channel.id, 2, {
    id: '1',
    name: 'curbside',
    type: 1,
    options: [{ type: 1, name: 'help', options: [] }],
  });
  await done.acknowledged;
  const stopping = kit.discord.stop();
  release();
  await stopping;
  expect(textOf(done.answer as never)).toContain('Nothing needs your attention');
});
