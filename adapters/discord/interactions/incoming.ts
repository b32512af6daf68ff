import { GuildMember, PermissionFlagsBits } from 'discord.js';
import type { Incoming } from '../../../src/index.ts';
import { soon } from '../../node/soon.ts';
import type { DiscordContext } from '../context.ts';
import { platform } from '../name.ts';
import { type Members, openWithinMs } from '../rest/members.ts';
import type { Community } from '../rest/refs.ts';
import { readInput } from './input.ts';
import type { AnswerableInteraction, CommandRequest } from './types.ts';

/** Where an interaction belongs, or null. `named`: the community that a button in direct messages names. */
export async function communityOf(
  { guildId }: AnswerableInteraction,
  named: string | null,
  { vault, members }: DiscordContext,
): Promise<Community | null> {
  if (guildId !== null) return { guild: guildId, scope: await members.scopeFor(guildId), carried: null };
  // A community of another platform, or what is none, leads nowhere.
  if (named === null || !named.startsWith(`${platform}.`)) return null;
  const found = await vault.reveal(named);
  return found?.platform === platform ? { guild: found.id, scope: named, carried: named } : null;
}

/**
 * The interaction in the core's words. `opensFirst`: a form may be its first response. Null for somebody who names, in a direct
 * message, a server that they are not in and never used Curbside in.
 */
export async function incomingOf(
  interaction: AnswerableInteraction,
  request: CommandRequest,
  community: Community,
  discord: DiscordContext,
  opensFirst: boolean,
): Promise<Incoming | null> {
  const { members } = discord;
  const { id, user, memberPermissions, locale } = interaction;
  const channel = channelOf(interaction);
  rememberName(interaction, community.guild, members);
  // A direct message stays with its reader, who may have left the server since: then nothing in it belongs to a member. A
  // form does not wait for the answer, as sending it asks again.
  if (interaction.guildId === null) {
    const here = members.isIn(community.guild, user.id);
    const isKnown = await members.isKnown(community.guild, user.id);
    if (isKnown) await (opensFirst ? soon(here, openWithinMs) : here);
    else if (!(await here)) return null;
  }
  const input = await readInput(interaction, request, community.guild, discord);
  return {
    eventId: id,
    scope: community.scope,
    who: await members.refFor(community.guild, user.id),
    command: request.command,
    input,
    channel,
    manages: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    zone: null,
    locale,
  };
}

/** In a thread or forum post: the channel above it. In direct messages: none. */
function channelOf(interaction: AnswerableInteraction): string | null {
  if (interaction.guildId === null) return null;
  return interaction.channel?.isThread() ? interaction.channel.parentId : interaction.channelId;
}

function rememberName(interaction: AnswerableInteraction, guild: string, members: Members): void {
  const { member, user } = interaction;
  const nick = member instanceof GuildMember ? member.nickname : member?.nick;
  if (member !== null) members.saw(guild, user.id, nick ?? user.globalName ?? user.username);
}
