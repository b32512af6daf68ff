import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askOnDiscord, type DiscordApp, discordGroup, openDiscordApp } from './discord-app.ts';
import { type Reply, refusal } from './discord-http.ts';
import { type Person, textOf } from './discord-person.ts';
import { type Channel, types } from './discord-world.ts';

let app: DiscordApp;
beforeEach(async () => {
  app = await openDiscordApp();
});
afterEach(async () => {
  expect(app.server.faults).toEqual([]);
  await app.stop();
});

const question = 'How do I help somebody who fears lifts and hides it?';

async function start() {
  const where = app.guild('Peer group');
  await app.start();
  const [owner, author] = (await discordGroup(app, where, ['Mare Oakes'])) as [Person, Person];
  return { where, owner, author };
}

/** What the bot wrote to one person. */
const toldTo = (person: Person): string[] =>
  [...app.world.channels.values()]
    .filter((c) => c.type === types.dm && c.members.has(person.user.id))
    .flatMap((c) => app.inChannel(c))
    .map((m) => textOf(m));

describe('a question that Discord does not take', () => {
  it.each([
    ['50013', refusal(403, 50013), 'isn’t allowed to post in the channel'],
    ['50001', refusal(403, 50001), 'isn’t in the channel, or can’t see it'],
    ['10003', refusal(404, 10003), 'The channel was deleted'],
    ['40067', refusal(400, 40067), 'Posts in this forum need a tag'],
    ['200000', refusal(400, 200000), 'An automatic filter of this server blocked the text'],
  ] as [string, Reply, string][])('%s: its author is told at once what to do', async (_code, reply, said) => {
    const { where, author } = await start();
    await askOnDiscord(author, question, 'Post as me');
    app.server.next('POST', new RegExp(`^/channels/${where.channel.id}/messages$`), reply);
    await app.pass();
    expect(toldTo(author).join('\n')).toContain(said);
    expect(app.inChannel(where.channel)).toEqual([]);
    const mine = await author.type('consult', 'mine');
    expect(mine.card && textOf(mine.card)).toMatch(/Not posted/);
  });

  it('502 again and again: it is repeated under its key, and asked about once Discord would not know that any more', async () => {
    const { where, author } = await start();
    await askOnDiscord(author, question, 'Post as me');
    app.server.next('POST', new RegExp(`^/channels/${where.channel.id}/messages$`), { status: 502 }, { times: 400 });
    for (let i = 0; i < 16; i++) await app.pass(10_000);
    expect(toldTo(author).join('\n')).toContain('Post it again');
    expect(toldTo(author)).toHaveLength(1);
  });

  it('502 on the way back only: it is there once, and nobody is asked', async () => {
    const { where, author } = await start();
    await askOnDiscord(author, question, 'Post as me');
    const path = new RegExp(`^/channels/${where.channel.id}/messages$`);
    app.server.next('POST', path, { status: 502 }, { times: 5, after: true });
    for (let i = 0; i < 6; i++) await app.pass(10_000);
    expect(app.inChannel(where.channel)).toHaveLength(1);
    expect(toldTo(author)).toEqual([]);
    expect(app.inChannel(app.threadsOf(where.channel)[0] as Channel)).toHaveLength(1);
  });
});
