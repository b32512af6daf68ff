import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiscord } from '../../adapters/discord/chat-platform.ts';
import { routes } from '../../src/index.ts';
import { cardOf, type DiscordApp, discordGroup, openDiscordApp } from './discord-app.ts';
import { writtenJson } from './discord-json.ts';
import { type Person, textOf } from './discord-person.ts';
import { addChannel, type Channel, snowflake, types, type User } from './discord-world.ts';

let app: DiscordApp;
beforeEach(async () => {
  app = await openDiscordApp();
});
afterEach(async () => {
  expect(app.server.faults).toEqual([]);
  await app.stop();
});

/** What somebody types to the bot, as the gateway brings it. */
const write = (user: User, to: Channel, content: string) =>
  app.server.gateway.dispatch('MESSAGE_CREATE', writtenJson(user, to, content));

const lettersTo = (user: User): Channel =>
  addChannel(app.world, { type: types.dm, name: '', members: new Set([user.id]) });

async function start(): Promise<[Person, Person, Person]> {
  const where = app.guild('Peer group');
  await app.start();
  const people = await discordGroup(app, where, ['Quillan Vesterholt', 'Mare Oakes']);
  const [owner, writer, peer] = people as [Person, Person, Person];
  const settings = await owner.type('curbside', 'settings');
  const next = cardOf(await owner.submit(settings, { features: ['consultation', 'checkin'] as never }));
  await owner.press(next, 'Save settings');
  await app.pass();
  return [owner, writer, peer];
}

/** Writes once, and gives back the one answer, after which nothing else has left, come to the core or been logged. */
async function answerTo(writer: Person, text: string): Promise<string> {
  const dm = lettersTo(writer.user);
  const before = {
    requests: app.server.requests.length,
    logged: app.logged.length,
    reached: app.reached.length,
  };
  write(writer.user, dm, text);
  await expect.poll(() => app.inChannel(dm).length).toBe(1);
  await app.pass();
  const sent = app.server.requests.slice(before.requests);
  expect(sent.map((r) => `${r.method} ${r.path}`)).toEqual([`POST /channels/${dm.id}/messages`]);
  expect(app.reached.slice(before.reached)).toEqual([]);
  expect(app.logged.slice(before.logged)).toEqual([]);
  return textOf(app.inChannel(dm)[0] as never);
}

describe('a direct message to the bot', () => {
  it('story 3: a client’s phone number is neither kept nor logged nor repeated, and is to be deleted', async () => {
    const [, writer] = await start();
    const said = await answerTo(writer, 'Zebulon’s mother is at 555-0100, can you look?');
    expect(said).toContain('delete it here');
    expect(said).not.toMatch(/555|Zebulon/);
  });

  it('story 25: words of not wanting to go on bring lines at once, keep nothing, alert nobody, and name the way to a peer', async () => {
    const [, writer, peer] = await start();
    const said = await answerTo(writer, 'I do not want to go on, zebulonian');
    expect(said).not.toContain('zebulonian');
    expect(said).toContain('please reach a person now');
    expect(said).toContain('**United States**  988 Suicide & Crisis Lifeline\\: call or text 988');
    expect(said).toContain('**United Kingdom**  Samaritans\\: call 116 123');
    expect(said).toContain('Your local emergency number (911 in the US and Canada).');
    expect(said).toContain('findahelpline.com');
    expect(said).toContain('Nothing you wrote is kept, and nobody is told.');
    expect(said).toContain('run /checkin now in your group’s channel');

    const list = async (of: Person) =>
      cardOf(await of.press(cardOf(await of.type('checkin', 'now')), 'Invite a colleague for coffee'));
    await peer.press(await list(peer), '☐ Colleagues may invite me for coffee');
    const peers = await list(writer);
    expect(textOf(peers)).toContain('Mare Oakes');
    expect((await writer.press(peers, 'Write')).modal).not.toBeNull();
  });

  it('brings the same answer whatever is written, so that it tells nothing about the words', async () => {
    const [owner, writer] = await start();
    expect(await answerTo(writer, 'I do not want to live')).toBe(await answerTo(owner, 'hello'));
  });

  it('names the operator’s lines by country or language, and the practice’s own', async () => {
    const { token, url: apiUrl, world } = app.server;
    const where = app.guild('Peer group');
    const asker = { id: where.guild.owner, name: 'Rowan Ellery' };
    const quiet = { debug() {}, info() {}, warn() {}, error() {} };
    const discord = createDiscord({
      settings: { token, appId: world.appId, apiUrl },
      routes,
      vault: app.vault,
      clock: { now: () => 0 },
      log: quiet,
      help: { lines: { de: ['Telefonseelsorge: 0800 111 0 111'], '?': ['One', 'Two'] }, supportLine: 'extension 12' },
    });
    await discord.start(app.core);
    const dm = lettersTo(asker);
    write(asker, dm, '');
    await expect.poll(() => app.inChannel(dm).length).toBe(1);
    const said = textOf(app.inChannel(dm)[0] as never);
    await discord.stop();
    expect(said).toContain('**German**  Telefonseelsorge\\: 0800 111 0 111');
    expect(said).toContain('**?**  One\n**?**  Two');
    expect(said).toContain('For clinicians here\\: extension 12');
    expect(said).not.toContain('988');
  });
});

it('a button that names a server shows nothing to somebody who is not in it and never was', async () => {
  const [owner] = await start();
  const [guild] = [...app.world.guilds.values()];
  if (guild === undefined) throw new Error('there is no server');
  const stranger: User = { ...owner.user, id: snowflake(), name: 'Eve Outsider' };
  const dm = lettersTo(stranger);
  const scope = (await app.vault.scopeFor({ platform: 'discord', id: guild.id })).replace('discord.', '');
  const source = [...app.world.messages.values()][0] ?? null;
  for (const command of ['curbside.status', 'curbside.agreement', 'curbside.home']) {
    const data = { custom_id: `d${command}?.s=${scope}`, component_type: 2 };
    const done = app.server.interactions.begin(stranger, null, dm.id, 3, data, source);
    await done.shown;
    const said = JSON.stringify([done.callback, done.answer, ...done.followUps]);
    expect(said).toContain('This only works in a server.');
    expect(said).not.toContain('Quillan');
  }
});
