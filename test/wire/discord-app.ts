import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openParts } from '../../adapters/cli/open-parts.ts';
import { createDiscord } from '../../adapters/discord/chat-platform.ts';
import type { Files } from '../../adapters/lowdb/journal/files.ts';
import { loadCheckins } from '../../adapters/node/checkin-settings.ts';
import { createLog } from '../../adapters/node/log.ts';
import { type Incoming, routes } from '../../src/index.ts';
import { daytime } from '../fixtures/daytime.ts';
import { type DiscordServer, startDiscord } from './discord.ts';
import { type Person, person, type Seen } from './discord-person.ts';
import { addChannel, addGuild, addMember, type Channel, type Guild, type Message, types } from './discord-world.ts';

const key = Buffer.alloc(32, 7);

export type DiscordApp = Awaited<ReturnType<typeof openDiscordApp>>;

/**
 * The whole of Curbside on real files, behind the real discord.js, before a Discord on the loopback interface. `before`: one
 * that left, to go on with its files and its Discord.
 */
export async function openDiscordApp(
  before?: { readonly folder: string; readonly server: DiscordServer },
  files?: Files,
) {
  const folder = before?.folder ?? (await mkdtemp(join(tmpdir(), 'curbside-discord-')));
  const server = before?.server ?? (await startDiscord());
  let ahead = 0;
  const clock = { now: () => daytime() + ahead };
  const logged: string[] = [];
  const log = createLog('debug', (line) => logged.push(line));
  const {
    store,
    vault,
    core: newCore,
    close,
  } = await openParts(join(folder, 'data'), { key, made: false } as never, log, undefined, files);
  const settings = { token: server.token, appId: server.world.appId, apiUrl: server.url };
  const guilds: Guild[] = [];
  const discord = createDiscord({ settings, routes, vault, clock, log, help: loadCheckins() });
  const core = newCore([discord], clock);
  const reached: string[] = [];
  // Noted once the core is done with it: what a test then finds, or passes time for, has all of it.
  const noted =
    <R>(way: (incoming: Incoming) => Promise<R>) =>
    (incoming: Incoming): Promise<R> =>
      way(incoming).finally(() => reached.push(incoming.command));

  /** A server with one channel of this kind. */
  function guild(name: string, type: number = types.text): { guild: Guild; channel: Channel } {
    const made = addGuild(server.world, name);
    guilds.push(made);
    return { guild: made, channel: addChannel(server.world, { type, name: 'case-consultation', guild: made.id }) };
  }

  return {
    folder,
    server,
    discord,
    core,
    vault,
    store,
    logged,
    /** The commands and happenings that the core has taken in, which alone can keep or send anything. */
    reached,
    guild,
    world: server.world,
    start: () =>
      discord.start({
        handle: noted(core.handle),
        happened: noted(core.happened),
        communities: core.communities,
        circles: core.circles,
      }),
    /** Lets everything due happen, this much later. */
    async pass(ms = 0) {
      ahead += ms;
      await core.pump();
    },
    /** Messages that others see, in the order in which they were posted. */
    inChannel: (channel: Channel): Message[] =>
      [...server.world.messages.values()].filter((m) => m.channel === channel.id && m.interaction === undefined),
    threadsOf: (channel: Channel): Channel[] =>
      [...server.world.channels.values()].filter((c) => c.parent === channel.id),
    /** Ends the process as far as Discord and the files can tell. */
    async leave() {
      await discord.stop();
      await close();
    },
    async stop() {
      await discord.stop();
      await server.stop();
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const cardOf = (seen: Seen): Message => {
  if (seen.card === null) throw new Error(`no card; ${seen.modal?.title ?? 'nothing'} instead`);
  return seen.card;
};

/** A group of these people, set up by the server's owner, everybody having accepted the agreement. */
export async function discordGroup(
  app: DiscordApp,
  where: { guild: Guild; channel: Channel },
  names: readonly string[],
): Promise<Person[]> {
  const owner = { id: where.guild.owner, name: 'Rowan Ellery' };
  where.guild.members.set(owner.id, { user: owner, nick: null });
  const people = [owner, ...names.map((name) => addMember(where.guild, name))].map((user) =>
    person(app.server, user, where.guild, where.channel),
  );
  for (const [i, member] of people.entries()) {
    if (i === 0) {
      const next = cardOf(await member.submit(await member.type('curbside', 'setup'), { zone: 'America/New_York' }));
      await member.press(next, 'Set up this group');
    }
    const agreement = cardOf(await member.type('consult', 'ask'));
    await member.submit(await member.press(agreement, 'Accept and continue'), { credential: 'LMFT', licensed: 'yes' });
  }
  return people;
}

/** From `/consult ask` to the card after posting. */
export async function askOnDiscord(
  member: Person,
  question: string,
  how: 'Post as me' | 'Post anonymously',
  facts = '',
): Promise<Message> {
  const preview = cardOf(await member.submit(await member.type('consult', 'ask'), { question, facts }));
  const ticked = cardOf(await member.press(preview, '☐ Yes'));
  const posted = cardOf(await member.press(ticked, how));
  const still = JSON.stringify(posted.components).includes('Post anonymously anyway');
  return still ? cardOf(await member.press(posted, 'Post anonymously anyway')) : posted;
}
