import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askOnDiscord, cardOf, type DiscordApp, discordGroup, openDiscordApp } from './discord-app.ts';
import { refusal } from './discord-http.ts';
import { guildJson } from './discord-json.ts';
import { type Person, person, textOf } from './discord-person.ts';
import type { Channel } from './discord-world.ts';

let app: DiscordApp;
beforeEach(async () => {
  app = await openDiscordApp();
});
afterEach(async () => {
  expect(app.server.faults).toEqual([]);
  await app.stop();
});

/** Two servers, each with a group; a question waits for its quiet minutes in the first. */
async function twoGroups() {
  const wheres = ['Peer group', 'Another group'].map((name) => app.guild(name));
  await app.start();
  const groups = [];
  for (const where of wheres) groups.push({ ...where, people: await discordGroup(app, where, ['Mare Oakes']) });
  const [first, second] = groups as [(typeof groups)[number], (typeof groups)[number]];
  const [, asker] = first.people;
  await askOnDiscord(asker as Person, 'How do I end with somebody who has nobody else?', 'Post anonymously');
  return [first, second] as const;
}

/** While Curbside is stopped, this happens on Discord; then it starts again, and all that is due is done. */
async function meanwhile(happens: () => void): Promise<void> {
  await app.leave();
  happens();
  app = await openDiscordApp(app);
  await app.start();
  await app.pass(60 * 60_000);
}

const again = (of: Person, channel: Channel, guild: Parameters<typeof person>[2]) =>
  person(app.server, of.user, guild, channel);

describe('while Curbside was stopped', () => {
  it('the bot was removed from one of two servers: it knows at the start, and the other goes on', async () => {
    const [first, second] = await twoGroups();
    await meanwhile(() => app.world.guilds.delete(first.guild.id));
    expect(app.reached.filter((c) => c === 'platform.uninstalled')).toHaveLength(1);
    expect(app.inChannel(first.channel)).toEqual([]);

    app.world.guilds.set(first.guild.id, first.guild);
    first.guild.joined = '2026-06-01T00:00:00.000Z';
    app.server.gateway.dispatch('GUILD_CREATE', guildJson(app.world, first.guild));
    const [owner] = first.people as [Person];
    const asked = await again(owner, first.channel, first.guild).type('consult', 'ask');
    expect(asked.text).toContain('removed from here and added again');
    const [other] = second.people as [Person];
    expect((await again(other, second.channel, second.guild).type('consult', 'ask')).modal).not.toBeNull();
  });

  it('the bot was removed and added again: nothing is posted by itself, and everybody accepts again', async () => {
    const [first] = await twoGroups();
    await meanwhile(() => {
      first.guild.joined = '2026-06-01T00:00:00.000Z';
    });
    expect(app.inChannel(first.channel)).toEqual([]);
    const [owner, asker] = first.people.map((p) => again(p, first.channel, first.guild)) as [Person, Person];
    expect((await asker.type('consult', 'ask')).text).toContain('removed from here and added again');
    const form = await owner.type('curbside', 'setup');
    await owner.press(cardOf(await owner.submit(form, { zone: 'America/New_York' })), 'Save settings');
    expect(textOf(cardOf(await asker.type('consult', 'ask')))).toContain('agree');
  });

  it('people left the server, or may not see the channel any more: they are in its group no more', async () => {
    const where = app.guild('Peer group');
    await app.start();
    const names = ['Mare Oakes', 'Ash Thorne', 'Juno Marsh'];
    const [owner, mare, ash, juno] = await discordGroup(app, where, names);
    const refused = async (of: Person | undefined) =>
      (await again(of as Person, where.channel, where.guild).type('consult', 'ask')).modal === null;
    await meanwhile(() => {
      where.guild.members.delete(mare?.user.id ?? '');
      where.channel.hiddenFrom.add(ash?.user.id ?? '');
    });
    await expect.poll(() => app.reached.filter((c) => c === 'platform.personLeft')).toHaveLength(2);
    expect(await refused(owner)).toBe(false);
    expect(await refused(juno)).toBe(false);
    where.guild.members.set(mare?.user.id ?? '', { user: mare?.user as never, nick: null });
    expect(await refused(mare)).toBe(true);
    expect(await refused(ash)).toBe(true);
  });

  it('Discord does not say who is in the server: nobody is taken out of a group', async () => {
    const where = app.guild('Peer group');
    await app.start();
    const [owner] = await discordGroup(app, where, ['Mare Oakes']);
    await meanwhile(() => app.server.next('GET', /\/members\//, refusal(403, 50001), { times: 2 }));
    await expect.poll(() => app.logged.filter((l) => l.includes('discord.members_unknown'))).toHaveLength(2);
    expect(app.reached).not.toContain('platform.personLeft');
    expect((await again(owner as Person, where.channel, where.guild).type('consult', 'ask')).modal).not.toBeNull();
  });

  it('nothing happened: what waited is posted, nobody is asked to accept again, and a second start changes nothing', async () => {
    const [first] = await twoGroups();
    await meanwhile(() => {});
    expect(app.inChannel(first.channel)).toHaveLength(1);
    await meanwhile(() => {});
    const [, asker] = first.people as [Person, Person];
    expect((await again(asker, first.channel, first.guild).type('consult', 'ask')).modal).not.toBeNull();
    expect(app.reached).not.toContain('platform.uninstalled');
  });

  it('Discord has an outage of one server: it is not taken for a removal, others do not wait, and it goes on with it', async () => {
    const [first, second] = await twoGroups();
    await meanwhile(() => {
      first.guild.late = true;
    });
    expect(app.reached).not.toContain('platform.uninstalled');
    expect(app.inChannel(first.channel)).toEqual([]);
    const [other] = second.people as [Person];
    expect((await again(other, second.channel, second.guild).type('consult', 'ask')).modal).not.toBeNull();

    app.server.gateway.dispatch('GUILD_CREATE', guildJson(app.world, first.guild));
    await expect.poll(() => app.reached.filter((c) => c === 'platform.installed')).toHaveLength(2);
    await app.pass(60 * 60_000);
    expect(app.inChannel(first.channel)).toHaveLength(1);
    const [, asker] = first.people as [Person, Person];
    expect((await again(asker, first.channel, first.guild).type('consult', 'ask')).modal).not.toBeNull();
  });

  it('the thread of a question was deleted: a reply does not bring it back, and the question is gone here too', async () => {
    const [first] = await twoGroups();
    const [owner, asker] = first.people as [Person, Person];
    await app.pass(60 * 60_000);
    const [thread] = app.threadsOf(first.channel);
    const [caseCard] = app.inChannel(thread as Channel);
    const reply = await owner.press(caseCard as never, 'Reply');
    await app.leave();
    app.world.channels.delete(thread?.id ?? '');
    app = await openDiscordApp(app);
    await app.start();
    await again(owner, first.channel, first.guild).submit(reply, { text: 'Name the ending early.' });
    await app.pass();
    await expect.poll(() => app.reached).toContain('platform.threadGone');
    await app.pass(60 * 60_000);
    expect(app.threadsOf(first.channel)).toEqual([]);
    const mine = cardOf(await again(asker, first.channel, first.guild).type('consult', 'mine'));
    expect(textOf(mine)).not.toContain('How do I end');
  });

  it('the channel of a group was deleted: its owners are told when something was to be posted there', async () => {
    const [first] = await twoGroups();
    const [owner] = first.people as [Person];
    await meanwhile(() => app.world.channels.delete(first.channel.id));
    await expect.poll(() => app.reached).toContain('platform.channelGone');
    await app.pass();
    const letters = [...app.world.channels.values()].filter((c) => c.members.has(owner.user.id));
    expect(letters.flatMap((c) => app.inChannel(c)).map((m) => textOf(m))).toEqual([
      expect.stringContaining('Your group’s channel was deleted'),
    ]);
  });
});

it('a removal during a gap after which Discord begins a new session is noticed at once', async () => {
  const [first] = await twoGroups();
  app.world.guilds.delete(first.guild.id);
  app.server.gateway.invalidSession(false);
  await expect.poll(() => app.reached).toContain('platform.uninstalled');
});
