import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  GuildMember,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type StringSelectMenuInteraction,
  type UserSelectMenuInteraction,
} from 'discord.js';
import type { Incoming, Values, Vault } from '../../../src/index.ts';
import { type Members, platform } from '../rest/members.ts';

/** Pressing and choosing. */
export type ComponentInteraction = ButtonInteraction | StringSelectMenuInteraction | UserSelectMenuInteraction;

/** What a person did that can be answered. */
export type AnswerableInteraction =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ComponentInteraction
  | ModalSubmitInteraction;

/** A interaction that may open a form: everything but the sending of one. */
export type ModalOpener = Exclude<AnswerableInteraction, ModalSubmitInteraction>;

/** A command, and its values as soon as it is known where it belongs: people picked in a form are named by server. */
export interface CommandRequest {
  readonly command: string;
  input(where: Where): Values | Promise<Values>;
  /** A time zone that was chosen beside the command, for the form that it opens. */
  readonly zone?: string | null;
}

/** Where a interaction belongs: Discord tells the server, or in direct messages the button does. */
export interface Where {
  readonly guild: string;
  readonly scope: string;
}

export async function whereOf(
  interaction: AnswerableInteraction,
  told: string | null,
  vault: Vault,
  people: Members,
): Promise<Where | null> {
  if (interaction.guildId !== null)
    return { guild: interaction.guildId, scope: await people.scopeFor(interaction.guildId) };
  // A community of another platform, or what is none, leads nowhere.
  if (told === null || !told.startsWith(`${platform}.`)) return null;
  const community = await vault.reveal(told);
  return community?.platform === platform ? { guild: community.id, scope: told } : null;
}

/** The interaction in the core's words. */
export async function incomingOf(
  interaction: AnswerableInteraction,
  command: string,
  input: Values,
  where: Where,
  people: Members,
): Promise<Incoming> {
  rememberName(interaction, where.guild, people);
  return {
    eventId: interaction.id,
    scope: where.scope,
    who: await people.refFor(where.guild, interaction.user.id),
    command,
    input,
    channel: channelOf(interaction),
    manages: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    zone: null,
    locale: interaction.locale,
  };
}

/** In a thread or forum post: the channel above it. In direct messages: none. */
function channelOf(interaction: AnswerableInteraction): string | null {
  if (interaction.guildId === null) return null;
  return interaction.channel?.isThread() ? interaction.channel.parentId : interaction.channelId;
}

function rememberName(interaction: AnswerableInteraction, guild: string, people: Members): void {
  const { member, user } = interaction;
  const nick = member instanceof GuildMember ? member.nickname : member?.nick;
  if (member !== null) people.saw(guild, user.id, nick ?? user.globalName ?? user.username);
}
