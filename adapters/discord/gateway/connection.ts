import { type Client, Events } from 'discord.js';
import type { Log } from '../../../src/index.ts';
import { closedWith, refusedBy } from '../rest/refused.ts';

/**
 * Logs in and waits until Discord says ready; rejects with `DiscordRefused` when that cannot be. After that, discord.js
 * reconnects and resumes by itself; a close that it does not come back from is logged as an error, so that it is not taken
 * for quiet. What it resolves to says whether Discord is there now.
 */
export async function connect(
  client: Client,
  token: string,
  log: Log,
): Promise<{ readonly isConnected: () => boolean }> {
  // It tries twice a second while Discord is away: one line says so.
  let away = false;
  let ended = false;
  client.on(Events.ShardReconnecting, () => {
    if (!away) log.info('discord.connection_lost');
    away = true;
  });
  const back = (): void => {
    away = false;
  };
  client.on(Events.ShardReady, back);
  client.on(Events.ShardResume, back);
  client.on(Events.ShardResume, () => log.info('discord.connection_resumed'));
  client.on(Events.ShardError, (error) => log.warn('discord.connection_failed', { error: error.name }));
  client.on(Events.Error, (error) => log.warn('discord.client_failed', { error: error.name }));
  client.on(Events.ShardDisconnect, ({ code }) => {
    ended = true;
    log.error('discord.connection_ended', { code });
  });
  const ready = new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    client.once(Events.ShardDisconnect, ({ code }) => reject(closedWith(code)));
  });
  try {
    await Promise.race([ready, client.login(token).then(() => ready)]);
    log.info('discord.connection_ready', { servers: client.guilds.cache.size });
    return { isConnected: () => !away && !ended };
  } catch (error) {
    await client.destroy();
    throw refusedBy(error);
  }
}
