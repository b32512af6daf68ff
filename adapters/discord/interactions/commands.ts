import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import { defaultLocale, type Route, wordsOf } from '../../../src/index.ts';
import { messageRef, threadRef } from '../rest/refs.ts';
import { contextMenus } from './context-menus.ts';
import type { CommandInteraction, CommandRequest } from './types.ts';
import { asksForZone, zoneOption } from './zone-option.ts';

/** The route behind a typed command; undefined for words that the core does not know. */
export function routeOf(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
  routes: ReadonlyMap<string, Route>,
): Route | undefined {
  const { commandName, options } = interaction;
  const word = options.getSubcommand(false) ?? '';
  return [...routes.values()].find((r) => r.slash?.command === commandName && r.slash.word === word);
}

/** What was typed, or chosen in a message's menu, as a command. */
export function requestOf(interaction: CommandInteraction, routes: ReadonlyMap<string, Route>): CommandRequest {
  if (interaction.isMessageContextMenuCommand()) {
    const menu = contextMenus.find((m) => wordsOf(defaultLocale, m.label) === interaction.commandName);
    const values = { text: interaction.targetMessage.content, thread: threadOf(interaction) };
    return { command: menu?.route ?? '', values };
  }
  const route = routeOf(interaction, routes);
  const values = Object.fromEntries(
    (route?.slash?.options ?? []).flatMap(({ name }) => {
      const value = interaction.options.getString(name.toLowerCase());
      return value === null ? [] : [[name, value] as const];
    }),
  );
  const zone = asksForZone.has(route?.name ?? '') ? interaction.options.getString(zoneOption) : null;
  return { command: route?.name ?? '', values, zone };
}

/** The address of the thread a message is in, or of the message that one may hang from. */
function threadOf({ targetMessage, channel, channelId }: MessageContextMenuCommandInteraction): string {
  if (!channel?.isThread()) return messageRef({ channel: channelId, message: targetMessage.id, direct: false });
  return threadRef(channel.id, channel.parentId, channel.parent?.type);
}
