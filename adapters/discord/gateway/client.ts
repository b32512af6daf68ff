import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import { restOptions } from '../rest/client.ts';
import type { DiscordSettings } from '../settings.ts';
import type { Shard } from './shards.ts';

/**
 * None of these is privileged: Discord leaves the text of messages out of what it sends for them.
 * Guilds: channels, threads and forums, and when they are deleted. GuildMessages: when a message is deleted.
 * DirectMessages: to tell somebody who writes to the bot that it reads nothing.
 */
export const intents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
] as const;

/**
 * discord.js, keeping nothing of people or messages in memory: channels and roles are all that is needed. `shard`: the one to
 * connect, instead of as many as Discord recommends.
 */
export function createClient(settings: DiscordSettings, shard?: Shard): Client {
  return new Client({
    ...(shard === undefined ? { shards: 'auto' } : { shards: [shard.id], shardCount: shard.count }),
    intents: [...intents],
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      DMMessageManager: 0,
      GuildMessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
      GuildBanManager: 0,
      GuildInviteManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    // Until every server has been told of, or for so long after the last, discord.js holds back all that people do. One
    // server that Discord cannot bring would keep the others waiting for longer than Discord waits for an answer.
    waitGuildTimeout: 1000,
    rest: restOptions(settings),
  });
}
