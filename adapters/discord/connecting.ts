import type { Connecting, Verdict } from '../platform.ts';
import type { DiscordSettings } from './settings.ts';
import { say } from './words/index.ts';

/** How an operator connects Discord. The token tells which application it belongs to, so its id need not be copied. */
export const connecting: Connecting<DiscordSettings> = {
  prepare: async () => ({
    link: 'https://discord.com/developers/applications',
    otherwise: null,
    steps: [say('discord.connect.create')],
  }),
  values: [
    {
      name: 'DISCORD_TOKEN',
      where: say('discord.connect.token'),
      misfit(text) {
        if (/^\d{17,20}$/.test(text)) return say('discord.connect.isId');
        if (/^[0-9a-f]{64}$/.test(text) || /^[\w-]{32}$/.test(text)) return say('discord.connect.isSecret');
        return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text) ? null : say('discord.connect.notToken');
      },
      check: ({ DISCORD_TOKEN: token = '', DISCORD_API_URL: apiUrl }) => checkToken(token, apiUrl),
    },
  ],
  async finish(settings, routes) {
    const { registerCommands } = await import('./rest/register.ts');
    const { invite } = await registerCommands(settings, routes);
    return {
      steps: [say('discord.connect.invite', { link: invite }), say('discord.connect.channel')],
      setUp: say('discord.connect.setUp'),
    };
  },
};

async function checkToken(token: string, apiUrl: string | undefined): Promise<Verdict> {
  const { applicationOf, runChecks } = await import('./doctor.ts');
  const found = await applicationOf({ token, apiUrl });
  if ('says' in found)
    return {
      accepted: found.says.key === 'discord.doctor.tokenRefused' ? 'no' : 'unknown',
      checks: [{ ok: false, says: found.says }],
    };
  const checks = await runChecks({ token, appId: found.id, apiUrl }, [], Date.now);
  return { accepted: 'yes', checks, also: { DISCORD_APP_ID: found.id } };
}
