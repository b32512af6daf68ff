import { afterEach, expect, it } from 'vitest';
import type { Answer } from '../../src/index.ts';
import { act, body, cardOf, msg } from '../adapters/discord/views.ts';
import { type Kit, startKit } from './discord-kit.ts';
import { addChannel, addGuild, types } from './discord-world.ts';

let kit: Kit;
afterEach(async () => {
  expect(kit.server.faults).toEqual([]);
  await kit.stop();
});

const view = (...blocks: Parameters<typeof cardOf>): Answer => ({ is: 'view', note: null, view: cardOf(...blocks) });
const said = (key: string) => body({ is: 'msg', msg: msg(key) });
const press = (to: string, rest = {}) =>
  ({ is: 'actions', actions: [act(to, { draft: 'abcdefghijklmnop' }, rest)] }) as const;

it('answers in servers only, and buttons in direct messages know theirs', async () => {
  kit = await startKit({ answer: () => view(said('home.nothing')) });
  const who = await kit.vault.refFor({ platform: 'discord', id: `${kit.guild.id}/${kit.user.id}` });
  const sent = await kit.discord.post({ is: 'direct', scope: kit.scope, to: who }, cardOf(press('case.open')), 'key1');
  expect(sent.ok).toBe(true);
  const dm = [...kit.world.channels.values()].find((c) => c.type === 1);
  const letter = [...kit.world.messages.values()].find((m) => m.channel === dm?.id);
  if (dm === undefined || letter === undefined) throw new Error('no direct message');
  const alone = kit.here(kit.user, dm, null);
  await alone.press(letter, 'case.open');
  expect(kit.asked).toMatchObject([
    { scope: kit.scope, who, command: 'case.open', channel: null, input: { draft: 'abcdefghijklmnop' } },
  ]);
  const typed = await alone.type('curbside', 'help');
  expect(typed.text).toContain('only works in a server');
  expect(kit.asked).toHaveLength(1);
});

it('buttons of two communities in one direct channel lead each to its own, and of no other platform', async () => {
  kit = await startKit({ answer: () => view(said('home.nothing')) });
  const second = addGuild(kit.world, 'Another group');
  second.members.set(kit.user.id, { user: kit.user, nick: null });
  const guilds = [kit.guild, second];
  const letters = [];
  for (const [i, guild] of guilds.entries()) {
    const scope = await kit.vault.scopeFor({ platform: 'discord', id: guild.id });
    const to = await kit.vault.refFor({ platform: 'discord', id: `${guild.id}/${kit.user.id}` });
    await kit.discord.post({ is: 'direct', scope, to }, cardOf(press('case.open')), `key${i}`);
    letters.push({ scope, who: to });
  }
  const dm = [...kit.world.channels.values()].find((c) => c.type === types.dm);
  const messages = [...kit.world.messages.values()].filter((m) => m.channel === dm?.id);
  if (dm === undefined) throw new Error('no direct message');
  for (const message of messages) await kit.here(kit.user, dm, null).press(message, 'case.open');
  expect(kit.asked.map(({ scope, who }) => ({ scope, who }))).toEqual(letters);

  const elsewhere = await kit.vault.scopeFor({ platform: 'slack', id: 'T0PRACTICE' });
  const someone = await kit.vault.refFor({ platform: 'discord', id: `${kit.guild.id}/${kit.user.id}` });
  for (const scope of [`!${elsewhere}`, `!${someone}`, 'nobody']) {
    const data = { custom_id: `dcase.open?.s=${scope}`, component_type: 2 };
    const done = kit.server.interactions.begin(kit.user, null, dm.id, 3, data, messages[0] as never);
    await done.shown;
    expect(JSON.stringify(done.answer ?? done.followUps)).toContain('only works in a server');
  }
  expect(kit.asked).toHaveLength(2);
});

it('knows which channel a thread belongs to while Discord has not brought the server', async () => {
  kit = await startKit({ connect: false });
  kit.guild.late = true;
  await kit.discord.start(kit.core);
  const thread = addChannel(kit.world, {
    type: types.publicThread,
    name: 'case',
    guild: kit.guild.id,
    parent: kit.channel.id,
  });
  await kit.here(kit.user, thread).type('curbside', 'help');
  expect(kit.asked).toMatchObject([{ channel: kit.channel.id }]);
});
