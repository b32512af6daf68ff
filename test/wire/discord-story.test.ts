import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askOnDiscord, cardOf, type DiscordApp, discordGroup, openDiscordApp } from './discord-app.ts';
import { refusal } from './discord-http.ts';
import { channelJson } from './discord-json.ts';
import { type Person, person, textOf } from './discord-person.ts';
import { addChannel, addMember, type Channel, type Guild, snowflake, types } from './discord-world.ts';

let app: DiscordApp;
beforeEach(async () => {
  app = await openDiscordApp();
});
afterEach(async () => {
  expect(app.server.faults).toEqual([]);
  expect(app.logged.filter((line) => line.includes('"error"') || line.includes('runtime.handler_failed'))).toEqual([]);
  await app.stop();
});

const soon = 21 * 60_000;
const attest = '☐ Yes';
const last = <T>(all: readonly T[]): T => {
  const one = all.at(-1);
  if (one === undefined) throw new Error('nothing there');
  return one;
};

async function start(type: number = types.text) {
  const where = app.guild('Peer group', type);
  // Nobody can type in a forum itself: commands are used in one of its posts.
  const forum = { type: types.publicThread, name: 'Welcome', guild: where.guild.id, parent: where.channel.id };
  const at = type === types.forum ? addChannel(app.world, forum) : where.channel;
  await app.start();
  const people = await discordGroup(app, { ...where, channel: at }, ['Quillan Vesterholt', 'Mare Oakes']);
  const [owner, author, colleague] = people as [Person, Person, Person];
  return { where, owner, author, colleague };
}

/** Everything that left for others: bodies of what the bot posted, edited and named, and what Discord made of it. */
function publicly(channel: Channel): string {
  const sent = app.server.requests
    .filter((r) => r.path.startsWith('/channels/') && r.method !== 'GET')
    .map((r) => [r.path, r.body]);
  const threads = app.threadsOf(channel);
  const messages = [channel, ...threads].flatMap((c) => app.inChannel(c));
  return JSON.stringify([
    sent,
    threads.map((t) => [t.name, t.owner, [...t.members]]),
    messages.map((m) => [m.author, m.nonce, m.components, m.interaction]),
  ]);
}

describe('a group on Discord', () => {
  it('the buttons of a direct message do nothing for somebody who has left the server since', async () => {
    const { where, author, colleague } = await start();
    await askOnDiscord(author, 'How do I help somebody who fears lifts and hides it?', 'Post as me');
    await app.pass();
    const theCase = last(app.inChannel(app.threadsOf(where.channel)[0] as Channel));
    await colleague.submit(await colleague.press(theCase, 'Report an identifier'), { words: 'fears lifts' });
    await app.pass();
    const letters = [...app.world.channels.values()].find((c) => c.type === types.dm && c.members.has(author.user.id));
    if (letters === undefined) throw new Error('no direct message');
    const letter = last(app.inChannel(letters));
    const atHome = person(app.server, author.user, null, letters);
    expect((await atHome.press(letter, 'Open')).text).toContain('fears lifts');
    where.guild.members.delete(author.user.id);
    const refused = await atHome.press(letter, 'Open');
    expect(refused.text).not.toContain('fears lifts');
    expect(app.reached).toContain('platform.personLeft');
    const home = await author.type('curbside', 'home');
    expect(home.text).toContain('agreement');
  });

  it('asks anonymously, answers, closes and keeps the record, and nothing that others see leads to the author', async () => {
    const { where, author, colleague } = await start();
    await askOnDiscord(
      author,
      'How do I help Zebulon Quackenbos, 34, who fears lifts and hides it?',
      'Post anonymously',
    );
    expect(app.inChannel(where.channel)).toEqual([]);
    await app.pass(soon);
    const [line] = app.inChannel(where.channel);
    expect(textOf(line as never)).toContain('Case question · No rush');
    const [thread] = app.threadsOf(where.channel);
    if (thread === undefined) throw new Error('no thread');
    expect(thread.name).toBe('Case question · No rush');
    expect([...thread.members]).toEqual([app.world.bot.id]);
    const theCase = last(app.inChannel(thread));
    expect(textOf(theCase)).toContain('who fears lifts');

    const reply = cardOf(
      await colleague.submit(await colleague.press(theCase, 'Reply'), {
        text: 'When this happened with one of mine, I walked the stairs along.',
      }),
    );
    expect(textOf(reply)).toContain('Your reply was posted.');
    await app.pass();
    expect(textOf(last(app.inChannel(thread)))).toContain('I walked the stairs along');
    expect(textOf(last(app.inChannel(thread)))).toContain('Mare Oakes');

    const own = cardOf(await author.press(cardOf(await author.type('consult', 'mine')), 'View'));
    expect(textOf(own)).toContain('I walked the stairs along');
    const refused = await colleague.type('consult', 'mine');
    expect(refused.text).not.toContain('fears lifts');
    const answer = cardOf(
      await author.submit(await author.press(own, 'Reply'), { text: 'That helps. Zebulon would like stairs.' }),
    );
    await author.press(cardOf(await author.press(answer, attest)), 'Post reply as the person who asked');
    await app.pass(soon);
    expect(textOf(last(app.inChannel(thread)))).toContain('The person who asked');

    const mine = cardOf(await author.press(cardOf(await author.type('consult', 'mine')), 'View'));
    const revised = await author.submit(await author.press(mine, 'Edit'), {
      question: 'How do I help Zebulon, 34, who fears lifts and bridges?',
    });
    await author.press(cardOf(await author.press(cardOf(revised), attest)), 'Post the new text');
    app.server.next('PATCH', /^\/channels/, refusal(403, 50013));
    await app.pass(soon);
    const again = cardOf(await author.press(cardOf(await author.type('consult', 'mine')), 'View'));
    const sure = cardOf(await author.press(again, 'Close consultation'));
    await author.press(sure, 'Close consultation');
    await app.pass(soon);
    expect(textOf(line as never)).toContain('Closed');

    for (const mark of [author.user.id, author.user.name, 'quillan', 'Zebulon', 'Quackenbos']) {
      expect(publicly(where.channel), mark).not.toContain(mark);
      expect(app.logged.join('\n'), mark).not.toContain(mark);
    }
  });

  it('shows who asked under their name, edits and takes down', async () => {
    const { where, author } = await start();
    const card = await askOnDiscord(author, 'How do I respond when a client brings gifts every week?', 'Post as me');
    await app.pass();
    const [line] = app.inChannel(where.channel);
    expect(textOf(line as never)).toContain('Quillan Vesterholt, LMFT');
    const down = await author.press(cardOf(await author.press(card, 'View')), 'Take down');
    await author.press(cardOf(down), 'Take down');
    await app.pass();
    expect(textOf(line as never)).toContain('Taken down');
  });

  it('posts in a forum: the category is the title, the case is in the post', async () => {
    const { where, author } = await start(types.forum);
    await askOnDiscord(author, 'How do I respond when a client brings gifts every week?', 'Post as me');
    await app.pass();
    const post = app.threadsOf(where.channel).find((t) => t.owner === app.world.bot.id);
    expect(post?.name).toBe('Case question · No rush');
    expect(
      app
        .inChannel(post as Channel)
        .map(textOf)
        .join('\n'),
    ).toContain('brings gifts');
  });

  it('purges what a moderator deletes, and posts nothing again', async () => {
    const { where, author } = await start();
    await askOnDiscord(author, 'How do I respond when a client brings gifts every week?', 'Post as me');
    await app.pass();
    const [thread] = app.threadsOf(where.channel);
    if (thread === undefined) throw new Error('no thread');
    app.world.channels.delete(thread.id);
    app.server.gateway.dispatch('THREAD_DELETE', {
      id: thread.id,
      guild_id: where.guild.id,
      parent_id: where.channel.id,
      type: types.publicThread,
    });
    const posts = app.server.requests.length;
    await expect.poll(async () => textOf(cardOf(await author.type('consult', 'mine')))).toContain('Taken down');
    await app.pass(3 * 24 * 60 * 60_000);
    expect(
      app.server.requests.slice(posts).filter((r) => r.path.startsWith('/channels/') && r.method === 'POST'),
    ).toEqual([]);
  });

  it('keeps two servers apart, with the same person in both', async () => {
    const first = await start();
    const second = app.guild('Another group');
    app.server.gateway.dispatch('GUILD_CREATE', { ...channelsOf(second.guild), id: second.guild.id });
    const others = await discordGroup(app, second, []);
    second.guild.members.set(first.author.user.id, { user: first.author.user, nick: null });
    await askOnDiscord(first.author, 'How do I respond when a client brings gifts every week?', 'Post as me');
    await app.pass();
    const [owner] = others as [Person];
    expect((await owner.type('consult', 'list')).text).not.toContain('Case question');
    const [line] = app.inChannel(first.where.channel);
    const [thread] = app.threadsOf(first.where.channel);
    const theCase = last(app.inChannel(thread as Channel));
    const reached = await owner.press({ ...theCase, channel: second.channel.id }, 'Reply');
    expect(reached.modal).toBeNull();
    expect(reached.text).not.toContain('gifts');
    expect(textOf(line as never)).toContain('Quillan');
  });

  it('tells nobody who never agreed anything, and a stranger is asked to accept first', async () => {
    const { where, author } = await start();
    await askOnDiscord(author, 'How do I respond when a client brings gifts every week?', 'Post as me');
    await app.pass();
    const other = addMember(where.guild, 'Stranger');
    const seen = await person(app.server, other, where.guild, where.channel).type('consult', 'list');
    expect(seen.text).not.toContain('Case question');
    expect(seen.text).toContain('agreement');
  });
});

const channelsOf = (guild: Guild) => ({
  name: guild.name,
  owner_id: guild.owner,
  roles: [],
  members: [],
  threads: [],
  emojis: [],
  stickers: [],
  features: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  channels: [...app.world.channels.values()].filter((c) => c.guild === guild.id).map((c) => channelJson(app.world, c)),
  large: false,
  unavailable: false,
  member_count: 1,
  joined_at: '2026-01-01T00:00:00.000Z',
  afk_timeout: 60,
  icon: snowflake(),
});
