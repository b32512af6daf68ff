import type { PlatformModule } from '../platform.ts';
import { platform } from './name.ts';
import { type DiscordSettings, settings } from './settings.ts';

/** Discord, as the command line knows it. discord.js is loaded only where Discord is in use. */
export const discord: PlatformModule<DiscordSettings> = {
  name: platform,
  title: 'Discord',
  settings,
  connecting: async () => (await import('./connecting.ts')).connecting,
  async create(own, given) {
    const { createDiscord } = await import('./chat-platform.ts');
    return createDiscord({ ...given, settings: own });
  },
  async doctor(own, channels, now) {
    const { runChecks } = await import('./doctor.ts');
    return runChecks(own, channels, now);
  },
  async register(own, routes) {
    const { registerCommands } = await import('./rest/register.ts');
    const { changed, invite } = await registerCommands(own, routes);
    const done = changed ? 'The commands are registered.' : 'The commands are up to date.';
    return `${done}\nInvite the bot with this link:\n${invite}`;
  },
};
