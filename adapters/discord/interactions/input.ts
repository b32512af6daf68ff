import {
  type ChatInputCommandInteraction,
  ComponentType,
  type MessageContextMenuCommandInteraction,
  type ModalData,
  type ModalSubmitInteraction,
} from 'discord.js';
import { type Route, type Values, wordsOf } from '../../../src/index.ts';
import type { Parts } from '../context.ts';
import { messageRef, threadRef } from '../rest/refs.ts';
import { menus } from './context-menus.ts';
import type { CommandRequest, ComponentInteraction } from './incoming.ts';
import { asksForZone, zoneOption } from './zone-option.ts';

/** What was typed, or chosen in a message's menu, as a command. Unknown words become a command the core does not know. */
export function typedWish(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  routes: ReadonlyMap<string, Route>,
): CommandRequest {
  if (interaction.isMessageContextMenuCommand()) {
    const menu = menus.find((m) => wordsOf('en', m.label) === interaction.commandName);
    return {
      command: menu?.route ?? '',
      input: () => ({ text: interaction.targetMessage.content, thread: threadOf(interaction) }),
    };
  }
  const word = interaction.options.getSubcommand(false) ?? '';
  const route = [...routes.values()].find((r) => r.slash?.command === interaction.commandName && r.slash.word === word);
  const options = route?.slash?.options ?? [];
  const input = Object.fromEntries(
    options.flatMap((option) => {
      const value = interaction.options.getString(option.name.toLowerCase());
      return value === null ? [] : [[option.name, value] as const];
    }),
  );
  const zone = asksForZone.has(route?.name ?? '') ? interaction.options.getString(zoneOption) : null;
  return { command: route?.name ?? '', input: () => input, zone };
}

/** The address of the thread a message is in, or of the message that one may hang from. */
function threadOf({ targetMessage, channel, channelId }: MessageContextMenuCommandInteraction): string {
  if (!channel?.isThread()) return messageRef({ channel: channelId, message: targetMessage.id, direct: false });
  return threadRef(channel.id, channel.parentId, channel.parent?.type);
}

/** The fields of a modal as text, one value each: options joined by commas, people by reference, `yes` or `no`. */
export async function fieldValues(
  interaction: ModalSubmitInteraction,
  guild: string,
  parts: Pick<Parts, 'people'>,
): Promise<Values> {
  const out: Record<string, string> = {};
  for (const field of fieldsOf(interaction)) out[field.customId] = await fieldValue(field, guild, parts);
  return out;
}

/** What was chosen in a select: options joined by commas, people by reference. */
export async function chosenValue(
  interaction: ComponentInteraction,
  guild: string,
  { people }: Pick<Parts, 'people'>,
): Promise<string> {
  if (interaction.isStringSelectMenu()) return interaction.values.join(',');
  if (!interaction.isUserSelectMenu()) return '';
  const humans = interaction.values.filter((id) => !interaction.users.get(id)?.bot);
  return (await Promise.all(humans.map((id) => people.refFor(guild, id)))).join(',');
}

function fieldsOf(interaction: ModalSubmitInteraction): ModalData[] {
  return interaction.components.flatMap((part): readonly ModalData[] =>
    'component' in part ? [part.component] : 'components' in part ? part.components : [],
  );
}

async function fieldValue(field: ModalData, guild: string, { people }: Pick<Parts, 'people'>): Promise<string> {
  switch (field.type) {
    case ComponentType.UserSelect: {
      const humans = field.values.filter((id) => !field.users?.get(id)?.bot);
      return (await Promise.all(humans.map((id) => people.refFor(guild, id)))).join(',');
    }
    case ComponentType.Checkbox:
      return field.value ? 'yes' : 'no';
    case ComponentType.TextInput:
    case ComponentType.RadioGroup:
      return field.value ?? '';
    default:
      return 'values' in field ? field.values.join(',') : '';
  }
}
