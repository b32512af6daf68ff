import { type Client, Events, GatewayCloseCodes } from 'discord.js';
import type { Log } from '../../src/index.ts';

/** Discord will not let the bot in. The message tells the operator what to do. */
export class DiscordRefused extends Error {
  override readonly name = 'DiscordRefused';
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Close codes after which discord.js does not come back, while the process would go on, offline and silent. */
const refusals: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord does not accept the token. Copy it again under Bot, Reset Token in the developer portal, into DISCORD_TOKEN.',
  [GatewayCloseCodes.InvalidShard]: 'Discord refused the shard. Update Curbside.',
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in more servers than one connection may serve. Run a second installation.',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer speaks this version. Update Curbside.',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know these intents. Update Curbside.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not allow these intents. Curbside asks for no privileged one: check that DISCORD_TOKEN belongs to the application you set up for it.',
};

const refused = (code: number): DiscordRefused =>
  new DiscordRefused(code, refusals[code] ?? `Discord closed the connection with ${code}.`);

/**
 * Logs in and waits until Discord says ready. After that, discord.js reconnects and resumes by itself; a close that it
 * does not come back from is logged as an error, so that it is not taken for quiet.
 */
export async function connect(client: Client, token: string, log: Log): Promise<void> {
  client.on(Events.ShardReconnecting, () => log.info('discord.reconnecting'));
  client.on(Events.ShardResume, () => log.info('discord.resumed'));
  client.on(Events.ShardError, (error) => log.warn('discord.connectionError', { error: error.name }));
  client.on(Events.Error, (error) => log.warn('discord.clientError', { error: error.name }));
  client.on(Events.ShardDisconnect, ({ code }) => log.error('discord.offline', { code }));
  const ready = new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    client.once(Events.ShardDisconnect, ({ code }) => reject(refused(code)));
  });
  try {
    await Promise.race([ready, client.login(token).then(() => ready)]);
    log.info('discord.ready', { servers: client.guilds.cache.size });
  } catch (error) {
    await client.destroy();
    if (error instanceof DiscordRefused) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'TokenInvalid')
      throw refused(GatewayCloseCodes.AuthenticationFailed);
    throw error;
  }
}
