import { type Client, DiscordAPIError, PermissionFlagsBits } from 'discord.js';
import type { Circle, Log, Vault } from '../../../src/index.ts';
import { failureCode } from '../rest/failures.ts';
import { guildAndUser } from '../rest/members.ts';

export interface AbsenceParts {
  readonly client: Client;
  readonly vault: Vault;
  readonly log: Log;
  /** Hears of somebody who is not in the server any more, or may not see the channel. */
  readonly left: (guild: string, user: string, channel: string | null) => Promise<void>;
}

/** Discord's word for somebody who is not in the server (any more). */
const unknownMember = 10007;

/**
 * Who left while Curbside was not running, or may not see a group's channel any more: Discord's events for both are
 * privileged or not sent afterwards, so at each start every member of a group is asked for by id, and nobody else.
 * Somebody whom Discord does not tell of now stays.
 */
export async function findAbsent(circles: readonly Circle[], parts: AbsenceParts): Promise<void> {
  const { client, vault, log, left } = parts;
  for (const { channel, people } of circles) {
    const place = client.channels.cache.get(channel);
    if (place === undefined || place.isDMBased()) continue;
    for (const person of people) {
      const who = guildAndUser((await vault.reveal(person))?.id ?? '');
      if (who === null || who.guild !== place.guildId) continue;
      try {
        const member = await place.guild.members.fetch({ user: who.user, cache: false, force: true });
        const sees = place.permissionsFor(member)?.has(PermissionFlagsBits.ViewChannel) ?? true;
        if (!sees) await left(who.guild, who.user, channel);
      } catch (error) {
        if (error instanceof DiscordAPIError && error.code === unknownMember) await left(who.guild, who.user, null);
        else log.warn('discord.members_unknown', { code: failureCode(error) });
      }
    }
  }
}
