import {
  type ChatInputCommandInteraction,
  ComponentType,
  type MessageContextMenuCommandInteraction,
  type ModalData,
  type ModalSubmitInteraction,
} from 'discord.js';
import { defaultLocale, type Route, type Values, wordsOf } from '../../src/index.ts';
import type { Chooser, Wish } from './incoming.ts';
import { menus } from './menus.ts';
import type { Parts } from './parts.ts';
import { messageRef, threadRef } from './refs.ts';
import { asksForZone, zoneOption } from './zones.ts';

/** What was typed, or chosen in a message's menu, as a command. Unknown words become a command the core does not know. */
export function typedWish(
  deed: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  routes: ReadonlyMap<string, Route>,
): Wish {
  if (deed.isMessageContextMenuCommand()) {
    const menu = menus.find((m) => wordsOf(defaultLocale, m.label) === deed.commandName);
    return { command: menu?.route ?? '', input: () => ({ text: deed.targetMessage.content, thread: threadOf(deed) }) };
  }
  const word = deed.options.getSubcommand(false) ?? '';
  const route = [...routes.values()].find((r) => r.slash?.command === deed.commandName && r.slash.word === word);
  const options = route?.slash?.options ?? [];
  const input = Object.fromEntries(
    options.flatMap((option) => {
      const value = deed.options.getString(option.name.toLowerCase());
      return value === null ? [] : [[option.name, value] as const];
    }),
  );
  const zone = asksForZone.has(route?.name ?? '') ? deed.options.getString(zoneOption) : null;
  return { command: route?.name ?? '', input: () => input, zone };
}

/** The address of the thread a message is in, or of the message that one may hang from. */
function threadOf({ targetMessage, channel, channelId }: MessageContextMenuCommandInteraction): string {
  if (!channel?.isThread()) return messageRef({ channel: channelId, message: targetMessage.id, direct: false });
  return threadRef(channel.id, channel.parentId, channel.parent?.type);
}

/** The fields of a modal as text, one value each: options joined by commas, people by reference, `yes` or `no`. */
export async function fieldValues(
  deed: ModalSubmitInteraction,
  guild: string,
  parts: Pick<Parts, 'people'>,
): Promise<Values> {
  const out: Record<string, string> = {};
  for (const field of fieldsOf(deed)) out[field.customId] = await fieldValue(field, guild, parts);
  return out;
}

/** What was chosen in a select: options joined by commas, people by reference. */
export async function chosenValue(deed: Chooser, guild: string, { people }: Pick<Parts, 'people'>): Promise<string> {
  if (deed.isStringSelectMenu()) return deed.values.join(',');
  if (!deed.isUserSelectMenu()) return '';
  const humans = deed.values.filter((id) => !deed.users.get(id)?.bot);
  return (await Promise.all(humans.map((id) => people.refFor(guild, id)))).join(',');
}

function fieldsOf(deed: ModalSubmitInteraction): ModalData[] {
  return deed.components.flatMap((part): readonly ModalData[] =>
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
