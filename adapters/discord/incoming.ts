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
import type { Incoming, Values, Vault } from '../../src/index.ts';
import { type Directory, platform } from './people.ts';

/** Pressing and choosing. */
export type Chooser = ButtonInteraction | StringSelectMenuInteraction | UserSelectMenuInteraction;

/** What a person did that can be answered. */
export type Deed =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | Chooser
  | ModalSubmitInteraction;

/** A deed that may open a form: everything but the sending of one. */
export type Opener = Exclude<Deed, ModalSubmitInteraction>;

/** A command, and its values as soon as it is known where it belongs: people picked in a form are named by server. */
export interface Wish {
  readonly command: string;
  input(where: Where): Values | Promise<Values>;
  /** A time zone that was chosen beside the command, for the form that it opens. */
  readonly zone?: string | null;
}

/** Where a deed belongs: Discord tells the server, or in direct messages the button does. */
export interface Where {
  readonly guild: string;
  readonly scope: string;
  /** The person's language as Discord tells it; once the core has answered, the one to word things in. */
  readonly locale: string;
}

export async function whereOf(deed: Deed, told: string | null, vault: Vault, people: Directory): Promise<Where | null> {
  if (deed.guildId !== null)
    return { guild: deed.guildId, scope: await people.scopeFor(deed.guildId), locale: deed.locale };
  // A community of another platform, or what is none, leads nowhere.
  if (told === null || !told.startsWith(`${platform}.`)) return null;
  const community = await vault.reveal(told);
  return community?.platform === platform ? { guild: community.id, scope: told, locale: deed.locale } : null;
}

/** The deed in the core's words. */
export async function incomingOf(
  deed: Deed,
  command: string,
  input: Values,
  where: Where,
  people: Directory,
): Promise<Incoming> {
  rememberName(deed, where.guild, people);
  return {
    eventId: deed.id,
    scope: where.scope,
    who: await people.refFor(where.guild, deed.user.id),
    command,
    input,
    channel: channelOf(deed),
    manages: deed.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    zone: null,
    locale: deed.locale,
  };
}

/** In a thread or forum post: the channel above it. In direct messages: none. */
function channelOf(deed: Deed): string | null {
  if (deed.guildId === null) return null;
  return deed.channel?.isThread() ? deed.channel.parentId : deed.channelId;
}

function rememberName(deed: Deed, guild: string, people: Directory): void {
  const { member, user } = deed;
  const nick = member instanceof GuildMember ? member.nickname : member?.nick;
  if (member !== null) people.saw(guild, user.id, nick ?? user.globalName ?? user.username);
}
