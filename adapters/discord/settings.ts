import { z } from 'zod';
import type { PlatformSettings } from '../platform.ts';

/** What the Discord side needs from the operator. */
export interface DiscordSettings {
  /** DISCORD_TOKEN: the bot's token. */
  readonly token: string;
  /** DISCORD_APP_ID: the application's id, a number of 17 to 20 digits. */
  readonly appId: string;
  /** DISCORD_API_URL: another address of the API, for tests and proxies. */
  readonly apiUrl?: string | undefined;
}

const text = z.string().trim().min(1).optional();

const Environment = z.object({
  DISCORD_TOKEN: text,
  DISCORD_APP_ID: text.refine(
    (t) => t === undefined || /^\d{17,20}$/.test(t),
    'the application ID is a number of 17 to 20 digits, under General Information',
  ),
  DISCORD_API_URL: z.url('write a whole address, for example https://discord.com/api').optional(),
});

export const settings: PlatformSettings<DiscordSettings> = {
  needs: 'DISCORD_TOKEN and DISCORD_APP_ID (docs/discord.md)',
  variables: [
    { name: 'DISCORD_TOKEN', about: "The bot's token, from Bot." },
    { name: 'DISCORD_APP_ID', about: 'The application ID, from General Information.' },
    { name: 'DISCORD_API_URL', about: "Another address of Discord's API; only for tests and proxies." },
  ],
  read(environment) {
    const parsed = Environment.safeParse(environment);
    const { DISCORD_TOKEN: token, DISCORD_APP_ID: appId, DISCORD_API_URL: apiUrl } = parsed.data ?? {};
    const problems = parsed.error?.issues.map((i) => `${String(i.path[0])}: ${i.message}`) ?? [];
    if (environment.DISCORD_TOKEN && !environment.DISCORD_APP_ID)
      problems.push('DISCORD_APP_ID: needed beside DISCORD_TOKEN');
    if (environment.DISCORD_APP_ID && !environment.DISCORD_TOKEN)
      problems.push('DISCORD_TOKEN: needed beside DISCORD_APP_ID');
    return { settings: token && appId ? { token, appId, apiUrl } : null, problems };
  },
};
