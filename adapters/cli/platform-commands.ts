import { routes } from '../../src/index.ts';
import { eventsPath } from '../slack/settings.ts';
import { InputRefused, type Settings } from './settings.ts';

/** `curbside manifest slack`: the app manifest as JSON, generated from the routes; with `url`, for HTTP instead of Socket Mode. */
export async function printManifest(platform: string, url?: string): Promise<void> {
  if (platform !== 'slack') throw new InputRefused('There is a manifest for slack only. Run: curbside manifest slack');
  const address = url === undefined ? null : addressFor(url);
  const { slackManifest } = await import('../slack/manifest.ts');
  process.stdout.write(`${JSON.stringify(slackManifest(routes, address), null, 2)}\n`);
}

/** Slack calls https alone; Curbside listens under one path. */
function addressFor(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address?.protocol !== 'https:' || !['/', eventsPath].includes(address.pathname))
    throw new InputRefused(`--url: write the https address that Slack is to call, like https://your.host${eventsPath}`);
  return `${address.origin}${eventsPath}`;
}

/** `curbside register discord`: Discord's commands from the routes, and the invite link with exactly the permissions needed. */
export async function register(platform: string, { env }: Settings): Promise<void> {
  if (platform !== 'discord')
    throw new InputRefused('Commands are registered with discord only. Run: curbside register discord');
  const { DISCORD_TOKEN: token, DISCORD_APP_ID: appId, DISCORD_API_URL: apiUrl } = env;
  if (!token || !appId) throw new InputRefused('Set DISCORD_TOKEN and DISCORD_APP_ID first (docs/discord.md).');
  const { registerCommands } = await import('../discord/rest/register.ts');
  const { changed, invite } = await registerCommands({ token, appId, apiUrl }, routes);
  process.stdout.write(
    `${changed ? 'The commands are registered.' : 'The commands are up to date.'}\nInvite the bot with this link:\n${invite}\n`,
  );
}
