import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Sent } from '../../../src/index.ts';

/**
 * Discord's JSON error codes (discord.com/developers/docs/topics/opcodes-and-status-codes).
 * Gone: unknown channel, guild, message or user. Forbidden: no access, no permission, this person takes no direct
 * messages, shares no server, the thread is locked or archived, the automatic moderation of the server said no.
 */
const goneCodes = new Set<unknown>([10003, 10004, 10008, 10013]);
const codes = { archived: 50083, threadExists: 160004 } as const;

export const isArchived = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === codes.archived;
export const threadIsThere = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === codes.threadExists;
export const isUnknownChannel = (error: unknown): boolean => error instanceof DiscordAPIError && error.code === 10003;

/** How a call failed, in the core's words. `detail` holds a code, never what was sent or said. */
export function failed(error: unknown): Extract<Sent, { ok: false }> {
  if (error instanceof RateLimitError)
    return { ok: false, why: 'rate', retryAfterMs: Math.max(1, Math.ceil(error.retryAfter)) };
  if (error instanceof DiscordAPIError) {
    const detail = `discord ${error.code}`;
    // Slow mode (20016 and its like) is a 429 without being a rate limit of the route.
    if (error.status === 429) return { ok: false, why: 'rate', retryAfterMs: slowModeMs(error) };
    if (goneCodes.has(error.code) || error.status === 404) return { ok: false, why: 'gone', detail };
    // Whatever else Discord refuses did not happen, and repeating it would not help.
    return { ok: false, why: 'forbidden', detail };
  }
  const code = failureCode(error);
  if (neverSent.has(code)) return { ok: false, why: 'rate', retryAfterMs: pauseMs };
  return { ok: false, why: 'unknown', detail: `discord ${code}` };
}

/** Codes of node:net, node:dns and undici for a connection that never stood: nothing can have happened. */
const neverSent: ReadonlySet<string | number> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** How long (ms) to leave Discord alone when it was not reached. */
const pauseMs = 30_000;

function slowModeMs(error: DiscordAPIError): number {
  const raw = error.rawError as { retry_after?: unknown };
  return typeof raw.retry_after === 'number' ? Math.ceil(raw.retry_after * 1000) : 5000;
}

/** A code for the log. Messages of errors may quote what was sent, so they never go there. */
export function failureCode(error: unknown): string | number {
  if (error instanceof DiscordAPIError) return error.code;
  if (error instanceof HTTPError) return error.status;
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' || typeof code === 'number' ? code : error.name;
}
