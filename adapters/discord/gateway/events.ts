import {
  type Client,
  type GatewayChannelDeleteDispatchData,
  GatewayDispatchEvents,
  type GatewayGuildCreateDispatchData,
  type GatewayGuildDeleteDispatchData,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayReadyDispatchData,
  type GatewayThreadDeleteDispatchData,
  ShardClientUtil,
} from 'discord.js';
import type { Ref, Scope } from '../../../src/index.ts';
import type { DiscordContext } from '../context.ts';
import { platform } from '../name.ts';
import { type PlatformEvent, platformEvents } from '../platform-events.ts';
import { failureCode } from '../rest/failures.ts';
import { messageRef, threadRef } from '../rest/refs.ts';

export interface GatewayEvents {
  /** Passes on what is deleted, as one connection hears of it. */
  listen(client: Client): void;
  /** Somebody left, or sees a channel no more, says whoever noticed; resolves when the core has taken it in. */
  memberLeft(guild: string, user: string, channel?: string | null): Promise<void>;
  /** What a failed call says that no event did. */
  inferred(scope: Scope, event: PlatformEvent): void;
  /** Resolves when the core has taken in all that was heard until now. */
  settled(): Promise<void>;
}

/**
 * Tells the core what happened on Discord. Straight from the gateway: discord.js tells of deleted threads, channels and messages
 * only when it has them in its cache. `own` says of a message that the bot itself is removing it; `botId` who the bot is.
 */
export function createGatewayEvents(
  discord: DiscordContext,
  botId: () => string,
  own: (ref: Ref) => boolean,
): GatewayEvents {
  const failed = (error: unknown): void =>
    discord.log.warn('discord.gateway_event_failed', { code: failureCode(error) });
  const busy = new Set<Promise<void>>();
  const track = (hearing: Promise<void>): Promise<void> => {
    const work = hearing.catch(failed).finally(() => busy.delete(work));
    busy.add(work);
    return work;
  };
  /**
   * `id`: the same when it is delivered again; a server that the bot leaves twice is two things, so that has the time.
   * `user`: whose doing it was as far as the core needs to know; the bot's own, but for people who left.
   */
  async function tell(
    guild: string,
    command: string,
    id: string,
    channel: string | null,
    input: Readonly<Record<string, string>>,
    user = botId(),
  ): Promise<void> {
    const [scope, who] = await Promise.all([discord.members.scopeFor(guild), discord.members.refFor(guild, user)]);
    await discord.core.happened({
      eventId: `${command} ${id}`,
      scope,
      who,
      command,
      input,
      channel,
      manages: false,
      zone: null,
      locale: null,
    });
  }

  async function messageGone(guild: string | undefined, channel: string, message: string): Promise<void> {
    const ref = messageRef({ channel, message, direct: guild === undefined });
    if (guild === undefined || own(ref)) return;
    await tell(guild, platformEvents.messageGone, message, null, { ref });
  }

  /**
   * Discord tells nobody afterwards that the bot was removed while it was away: at every new session it lists the servers
   * that the bot is in, those of an outage too, and what is not among them is gone.
   */
  async function absent({ guilds, user, shard = [0, 1] }: GatewayReadyDispatchData): Promise<void> {
    const here = new Set(guilds.map(({ id }) => id));
    const [mine, count] = shard;
    for (const scope of await discord.core.communities(platform)) {
      const guild = (await discord.vault.reveal(scope))?.id;
      // A session lists the servers of its own shard.
      const isMine = guild !== undefined && ShardClientUtil.shardIdForGuildId(guild, count) === mine;
      if (isMine && !here.has(guild)) await removed(guild, user.id);
    }
  }

  const removed = (guild: string, bot = botId()): Promise<void> =>
    tell(guild, platformEvents.uninstalled, `${guild} ${discord.clock.now()}`, null, { why: 'uninstalled' }, bot);

  function listen(client: Client): void {
    const on = <T>(event: GatewayDispatchEvents, hear: (data: T) => Promise<void>): void => {
      client.ws.on(event as never, (data: T) => void track(hear(data)));
    };

    on<GatewayReadyDispatchData>(GatewayDispatchEvents.Ready, absent);
    on<GatewayGuildCreateDispatchData>(GatewayDispatchEvents.GuildCreate, async (guild) => {
      const since = 'joined_at' in guild ? Date.parse(guild.joined_at) : Number.NaN;
      if (Number.isNaN(since)) return;
      await tell(guild.id, platformEvents.installed, `${guild.id} ${since}`, null, { since: String(since) });
    });
    on<GatewayThreadDeleteDispatchData>(GatewayDispatchEvents.ThreadDelete, async ({ id, guild_id, parent_id }) => {
      const under = threadRef(id, parent_id ?? null, client.channels.cache.get(parent_id ?? '')?.type);
      await tell(guild_id, platformEvents.threadGone, id, parent_id ?? null, { under });
    });
    on<GatewayChannelDeleteDispatchData>(GatewayDispatchEvents.ChannelDelete, async (channel) => {
      if ('guild_id' in channel && channel.guild_id)
        await tell(channel.guild_id, platformEvents.channelGone, channel.id, channel.id, { why: 'deleted' });
    });
    on<GatewayMessageDeleteDispatchData>(GatewayDispatchEvents.MessageDelete, (gone) =>
      messageGone(gone.guild_id, gone.channel_id, gone.id),
    );
    on<GatewayMessageDeleteBulkDispatchData>(GatewayDispatchEvents.MessageDeleteBulk, async (gone) => {
      await Promise.all(gone.ids.map((id) => messageGone(gone.guild_id, gone.channel_id, id)));
    });
    on<GatewayGuildDeleteDispatchData>(GatewayDispatchEvents.GuildDelete, async ({ id, unavailable }) => {
      // `unavailable` is an outage of Discord's; without it the bot was removed.
      if (!unavailable) await removed(id);
    });
  }

  return {
    listen,
    memberLeft: (guild, user, channel = null) =>
      track(tell(guild, platformEvents.personLeft, `${guild} ${user} ${discord.clock.now()}`, channel, {}, user)),
    inferred: (scope, { command, channel, input }) =>
      void track(
        (async () => {
          const guild = (await discord.vault.reveal(scope))?.id;
          const id = `${channel ?? Object.values(input).join()} ${discord.clock.now()}`;
          if (guild !== undefined) await tell(guild, command, id, channel, input);
        })(),
      ),
    async settled() {
      await Promise.all(busy);
    },
  };
}
