import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { type Bucket, bucketOf, type Pace } from '../../node/pace.ts';

/** How long (ms) a call waits for its turn, well within the time that discord.js gives it. */
const atMostMs = 5000;

/** Discord takes 50 calls a second of a bot, in all its servers together (discord.com/developers/docs/topics/rate-limits). */
export const everything: Bucket = bucketOf('discord everything', 50, 1000);

/** Five messages in five seconds to a channel, as Discord's answers name it; other routes have room to spare. */
export function bucketFor(url: string, method: string | undefined): Bucket | null {
  const channel = /\/channels\/(\d+)\/messages$/.exec(new URL(url).pathname)?.[1];
  return method === 'POST' && channel !== undefined ? bucketOf(`discord post ${channel}`, 5, 5000) : null;
}

/**
 * Makes calls in turn with those of other processes. discord.js keeps to what Discord says of each route, but in its own process
 * alone. First the channel, then the turn that all share: whoever waits for a channel holds up nobody else.
 */
export const pacedRequests =
  (pace: Pace): RESTOptions['makeRequest'] =>
  async (url, init) => {
    for (const bucket of [bucketFor(url, init.method), everything]) {
      if (bucket === null) continue;
      const waitMs = await pace.reserve(bucket, atMostMs);
      if (waitMs === null) return tooMany();
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    return DefaultRestOptions.makeRequest(url, init);
  };

/** What Discord would answer, without asking it. */
const tooMany = (): Response =>
  new Response('{}', { status: 429, headers: { 'retry-after': String(atMostMs / 1000) } });
