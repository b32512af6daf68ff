import { type APIChannel, type Client, Routes } from 'discord.js';
import { isForum } from './refs.ts';

/** Which channels are forums, where a message needs a title. */
export interface Channels {
  /** The server of a forum (or media) channel; null for any other channel. */
  forum(channel: string): Promise<{ readonly guild: string } | null>;
}

/** Asks the client's cache, which Discord keeps up to date; only for a channel that is not in it, Discord. */
export function createChannels(client: Client): Channels {
  return {
    async forum(channel) {
      const known = client.channels.cache.get(channel);
      if (known !== undefined) return isForum(known.type) && 'guildId' in known ? { guild: known.guildId } : null;
      const found = (await client.rest.get(Routes.channel(channel))) as APIChannel;
      return isForum(found.type) && 'guild_id' in found && found.guild_id ? { guild: found.guild_id } : null;
    },
  };
}
