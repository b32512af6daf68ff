import { REST, type RESTOptions } from 'discord.js';
import type { DiscordSettings } from '../settings.ts';

/** Where Discord's API is, for discord.js: without the version at its end. */
export const restOptions = (settings: Pick<DiscordSettings, 'apiUrl'>) =>
  settings.apiUrl === undefined ? {} : { api: settings.apiUrl.replace(/\/(v\d+)?\/?$/, '') };

/** A client for single calls, without a connection. */
export const createRest = (settings: DiscordSettings, options: Partial<RESTOptions> = {}): REST =>
  new REST({ ...restOptions(settings), ...options }).setToken(settings.token);
