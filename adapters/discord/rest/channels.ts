import { type APIChannel, type Client, type REST, Routes } from 'discord.js';
import { isForum } from './refs.ts';

/** Which channels are forums, where a message needs a title. */
export interface Channels {
  /** The server of a forum (or media) channel; null for any other channel. */
  forum(channel: string): Promise<{ readonly guild: string } | null>;
}

/** Asks the caches of open connections, which Discord keeps up to date; only for a channel that is in none, Discord. */
export function createChannels(open: ReadonlySet<Client>, rest: REST): Channels {
  return {
    async forum(channel) {
      const known = [...open].map((client) => client.channels.cache.get(channel)).find((one) => one !== undefined);
      if (known !== undefined) return isForum(known.type) && 'guildId' in known ? { guild: known.guildId } : null;
      const found = (await rest.get(Routes.channel(channel))) as APIChannel;
      return isForum(found.type) && 'guild_id' in found && found.guild_id ? { guild: found.guild_id } : null;
    },
  };
}
