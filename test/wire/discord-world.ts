import { daytime } from '../fixtures/daytime.ts';
import type { File } from './discord-http.ts';

/** What the loopback Discord holds: servers, channels, messages. Ids are made from a counter, as Discord's snowflakes. */

const epoch = 1_420_070_400_000;
let serial = 0;

/** A snowflake of this moment. */
export const snowflake = (at = daytime()): string => String((BigInt(at - epoch) << 22n) + BigInt(serial++ % 4_194_304));

export interface User {
  readonly id: string;
  readonly name: string;
  readonly bot?: boolean;
}

export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  components: unknown[];
  content: string;
  flags: number;
  nonce?: string;
  /** Of answers to interactions: who it was. Never on what the bot posts by itself. */
  interaction?: { readonly user: string };
  readonly body: unknown;
  /** Files that hang on it. */
  files?: readonly File[];
}

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly guild: string | null;
  readonly parent: string | null;
  readonly name: string;
  readonly members: Set<string>;
  archived: boolean;
  locked: boolean;
  owner: string | null;
  /** Members who may not see it. */
  readonly hiddenFrom: Set<string>;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  /** When the bot was added. */
  joined: string;
  /** An outage: the bot is in it, and Discord cannot bring it. */
  late: boolean;
  readonly members: Map<string, { readonly user: User; readonly nick: string | null }>;
}

export interface World {
  readonly appId: string;
  readonly bot: User;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Message>;
  /** What the bot may do in every server, as the bits of its role. */
  permissions: bigint;
  commands: unknown[];
}

export const types = { text: 0, dm: 1, publicThread: 11, forum: 15 } as const;

export function newWorld(): World {
  const appId = snowflake();
  return {
    appId,
    bot: { id: appId, name: 'Curbside', bot: true },
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    permissions: (1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 35n) | (1n << 38n),
    commands: [],
  };
}

export function addGuild(world: World, name: string): Guild {
  const guild: Guild = {
    id: snowflake(),
    name,
    owner: snowflake(),
    joined: '2026-01-01T00:00:00.000Z',
    late: false,
    members: new Map(),
  };
  guild.members.set(world.bot.id, { user: world.bot, nick: null });
  world.guilds.set(guild.id, guild);
  return guild;
}

export function addMember(guild: Guild, name: string): User {
  const user: User = { id: snowflake(), name };
  guild.members.set(user.id, { user, nick: null });
  return user;
}

export function addChannel(world: World, of: Partial<Channel> & Pick<Channel, 'type' | 'name'>): Channel {
  const channel: Channel = {
    id: snowflake(),
    guild: null,
    parent: null,
    members: new Set(),
    archived: false,
    locked: false,
    owner: null,
    hiddenFrom: new Set(),
    ...of,
  };
  world.channels.set(channel.id, channel);
  return channel;
}
