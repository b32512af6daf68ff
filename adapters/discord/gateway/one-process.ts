import { type APIGatewayBotInfo, type REST, Routes } from 'discord.js';
import { refusedBy } from '../rest/refused.ts';
import type { Session, SharedShards } from './shards.ts';

/** The same as `shareShards` where there are no other processes: one client with every shard. */
export function oneProcess(open: () => Promise<Session>): SharedShards {
  let session: Session | null = null;
  return {
    async start() {
      session = await open();
    },
    handOver: async () => {},
    stop: async () => session?.stop(),
  };
}

/** What Discord recommends for the servers that the bot is in. Rejects with `DiscordRefused`. */
export async function recommendedShards(rest: REST): Promise<{ readonly shards: number; readonly atOnce: number }> {
  try {
    const found = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
    return { shards: found.shards, atOnce: found.session_start_limit.max_concurrency };
  } catch (error) {
    throw refusedBy(error);
  }
}
