import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import {
  defaultLocale,
  type PlainKey,
  plain,
  type Route,
  type Slash,
  type SlashOption,
  wordsOf,
} from '../../src/index.ts';
import { contextMenus } from './interactions/context-menus.ts';
import { asksForZone, zoneOption } from './interactions/zone-option.ts';
import { clamp, limits } from './limits.ts';

const help = (key: PlainKey): string => clamp(wordsOf(defaultLocale, plain(key)), limits.commandDescription);

/** One command that Discord knows: its words and their options. */
type Command = Extract<RESTPostAPIApplicationCommandsJSONBody, { type?: ApplicationCommandType.ChatInput | undefined }>;
type Subcommand = Extract<NonNullable<Command['options']>[number], { type: ApplicationCommandOptionType.Subcommand }>;
type TextOption = Extract<NonNullable<Subcommand['options']>[number], { type: ApplicationCommandOptionType.String }>;

/**
 * Discord's command JSON: one command for each first word, with one subcommand for each route under it (a Discord
 * command with subcommands cannot be run by itself), and the entries in a message's menu. For servers only.
 */
export function discordCommands(routes: readonly Route[]): RESTPostAPIApplicationCommandsJSONBody[] {
  const typed = routes.flatMap((route) =>
    route.slash && route.slash.word !== '' ? [{ ...route.slash, route: route.name }] : [],
  );
  const typedCommands = [...new Set(typed.map((slash) => slash.command))].map(
    (name): Command => ({
      ...common(name),
      type: ApplicationCommandType.ChatInput,
      description: help(`command.${name}`),
      options: typed.filter((slash) => slash.command === name).map(subcommand),
    }),
  );
  const names = new Set(routes.map((route) => route.name));
  const inMenus = contextMenus
    .filter((menu) => names.has(menu.route))
    .map(
      (menu): RESTPostAPIApplicationCommandsJSONBody => ({
        ...common(wordsOf(defaultLocale, menu.label)),
        type: ApplicationCommandType.Message,
      }),
    );
  return [...typedCommands, ...inMenus];
}

const common = (name: string) => ({
  name,
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
});

function subcommand(slash: Slash & { readonly route: string }): Subcommand {
  const zone = asksForZone.has(slash.route) ? [completed(zoneOption, help('setup.zone'))] : [];
  const options = [...slash.options.map(option), ...zone].slice(0, limits.commandOptions);
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: slash.word,
    description: help(slash.help),
    ...(options.length > 0 ? { options } : {}),
  };
}

const completed = (name: string, description: string): TextOption => ({
  type: ApplicationCommandOptionType.String,
  name,
  description,
  autocomplete: true,
});

/** Discord lists 25 choices by itself; more are suggested while somebody types. */
function option(of: SlashOption): TextOption {
  const base = {
    type: ApplicationCommandOptionType.String,
    name: of.name.toLowerCase(),
    description: help(of.help),
  } as const;
  if (of.is !== 'choice') return { ...base, max_length: limits.textInput };
  if (of.choices.length > limits.choices) return completed(base.name, base.description);
  return {
    ...base,
    choices: of.choices.map((c) => ({
      name: clamp(wordsOf(defaultLocale, plain(c.label)), limits.choiceName),
      value: c.value,
    })),
  };
}
