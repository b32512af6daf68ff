import {
  type APIApplicationCommand,
  OAuth2Scopes,
  PermissionFlagsBits,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Route } from '../../../src/index.ts';
import { discordCommands } from '../manifest.ts';
import type { DiscordSettings } from '../settings.ts';
import { createRest } from './client.ts';
import { refusedBy } from './refused.ts';

/**
 * What the bot may do in a server, and no more. Starting a thread from a message and finding its own forum post again
 * both need the history of the channel to be visible.
 */
export const permissions = [
  'ViewChannel',
  'SendMessages',
  'CreatePublicThreads',
  'SendMessagesInThreads',
  'ReadMessageHistory',
] as const satisfies readonly (keyof typeof PermissionFlagsBits)[];

export const permissionBits = permissions.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);

/** The link by which somebody who manages a server adds the bot, with exactly these permissions. */
export function inviteLink(appId: string): string {
  const query = new URLSearchParams({
    client_id: appId,
    permissions: String(permissionBits),
    integration_type: '0',
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/**
 * Makes Discord's commands those of the routes, all servers at once, if they are not yet. Rejects with `DiscordRefused`
 * when Discord does not answer or does not accept the token.
 */
export async function registerCommands(
  settings: DiscordSettings,
  routes: readonly Route[],
  rest: REST = createRest(settings),
): Promise<{ changed: boolean; invite: string }> {
  const wanted = discordCommands(routes);
  try {
    const there = (await rest.get(Routes.applicationCommands(settings.appId))) as APIApplicationCommand[];
    const changed = fingerprint(there) !== fingerprint(wanted);
    if (changed) await rest.put(Routes.applicationCommands(settings.appId), { body: wanted });
    return { changed, invite: inviteLink(settings.appId) };
  } catch (error) {
    throw refusedBy(error);
  }
}

/** What we set of a command, in one order: Discord adds ids, versions and defaults of its own. */
function fingerprint(commands: readonly (APIApplicationCommand | RESTPostAPIApplicationCommandsJSONBody)[]): string {
  return JSON.stringify(commands.map(essence).sort((a, b) => a.key.localeCompare(b.key)));
}

function essence(command: APIApplicationCommand | RESTPostAPIApplicationCommandsJSONBody) {
  const type = command.type ?? 1;
  return {
    key: `${type} ${command.name}`,
    description: 'description' in command ? command.description : '',
    contexts: command.contexts ?? [],
    options: ('options' in command ? (command.options ?? []) : []).map(optionEssence),
  };
}

function optionEssence(option: object): unknown {
  const { type, name, description, options, choices, autocomplete, required, max_length } = option as Record<
    string,
    unknown
  >;
  return {
    type,
    name,
    description,
    max_length,
    required: required ?? false,
    autocomplete: autocomplete ?? false,
    choices: Array.isArray(choices) ? choices.map(({ name: label, value }) => ({ label, value })) : [],
    options: Array.isArray(options) ? options.map(optionEssence) : [],
  };
}
