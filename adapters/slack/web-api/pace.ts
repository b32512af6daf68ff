import { type Bucket, bucketOf, type Pace } from '../../node/pace.ts';

/** How long (ms) a call waits for its turn, well within the time that a call may take. */
const atMostMs = 5000;

const minuteMs = 60_000;

/**
 * What Slack publishes for the calls of the outbox (docs.slack.dev/apis/web-api/rate-limits): one message a second and channel,
 * with short bursts; 50 calls a minute of a Tier 3 method. All of them count a workspace by itself.
 */
export function bucketFor(team: string, method: string, body: URLSearchParams): Bucket | null {
  switch (method) {
    case 'chat.postMessage':
      return bucketOf(`slack ${team} post ${body.get('channel')}`, 60, minuteMs, 2);
    case 'chat.update':
    case 'chat.delete':
    case 'conversations.open':
      return bucketOf(`slack ${team} ${method}`, 50, minuteMs, 2);
    default:
      return null;
  }
}

/**
 * Waits until a call may be made, of whichever process the last one was. Where that is too long, resolves with the answer that
 * Slack would give, without asking it.
 */
export async function paced(pace: Pace, team: string, url: string, body: unknown): Promise<Response | null> {
  const method = new URL(url).pathname.split('/').at(-1) ?? '';
  const bucket = bucketFor(team, method, new URLSearchParams(typeof body === 'string' ? body : ''));
  if (bucket === null) return null;
  const waitMs = await pace.reserve(bucket, atMostMs);
  if (waitMs === null) return new Response(null, { status: 429, headers: { 'retry-after': String(atMostMs / 1000) } });
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  return null;
}
