import { afterEach, beforeEach, expect, it } from 'vitest';
import { body, cardOf } from '../adapters/discord/views.ts';
import { type Kit, startKit } from './discord-kit.ts';
import { textOf } from './discord-person.ts';

let kit: Kit;
beforeEach(async () => {
  kit = await startKit();
});
afterEach(async () => {
  expect(kit.server.faults).toEqual([]);
  await kit.stop();
});

const place = () => ({ is: 'channel', scope: kit.scope, channel: kit.channel.id }) as const;
const messagesIn = (channel: string) => [...kit.world.messages.values()].filter((m) => m.channel === channel);

async function posted(sending: ReturnType<Kit['discord']['post']>): Promise<string> {
  const sent = await sending;
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return sent.ref;
}

it('shows names as the server knows them, and asks for each once', async () => {
  const who = await kit.vault.refFor({ platform: 'discord', id: `${kit.guild.id}/${kit.user.id}` });
  kit.guild.members.set(kit.user.id, { user: kit.user, nick: '**Rowan** @everyone' });
  const named = cardOf(body({ is: 'person', who, credential: 'LMFT' }));
  await posted(kit.discord.post(place(), named, 'key1'));
  await posted(kit.discord.post(place(), named, 'key2'));
  expect(textOf(messagesIn(kit.channel.id)[0] as never)).toBe('\\*\\*Rowan\\*\\* \\@everyone, LMFT');
  expect(kit.server.requests.filter((r) => r.path.includes('/members/'))).toHaveLength(1);
});

it('tells what people are called, and leaves out whoever it cannot name', async () => {
  const id = (user: string) => ({ platform: 'discord', id: `${kit.guild.id}/${user}` });
  const [rowan, gone] = [await kit.vault.refFor(id(kit.user.id)), await kit.vault.refFor(id('987654321098765432'))];
  kit.guild.members.set(kit.user.id, { user: kit.user, nick: 'Rowan Ellery' });
  const names = await kit.discord.names?.(kit.scope, [rowan, gone, 'nobody']);
  expect([...(names ?? [])]).toEqual([[rowan, 'Rowan Ellery']]);
});

it('notices that somebody left when it looks for their name', async () => {
  const who = await kit.vault.refFor({ platform: 'discord', id: `${kit.guild.id}/987654321098765432` });
  await posted(kit.discord.post(place(), cardOf(body({ is: 'person', who, credential: null })), 'key1'));
  await expect
    .poll(() => kit.happened)
    .toMatchObject([
      { command: 'platform.personLeft', who, scope: kit.scope },
      { command: 'platform.channelBack', channel: kit.channel.id },
    ]);
  expect(textOf(messagesIn(kit.channel.id)[0] as never)).toBe('a former member');
});
