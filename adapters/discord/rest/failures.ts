import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Sent } from '../../../src/index.ts';
import { neverSent } from '../../node/never-sent.ts';
import { errorCodes, type Meaning } from './error-codes.ts';

/** Refusals that the adapter answers itself. */
const codes = { archived: 50083, threadExists: 160004 } as const;

export const isArchived = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === codes.archived;
export const threadIsThere = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === codes.threadExists;
export const isUnknownChannel = (error: unknown): boolean => error instanceof DiscordAPIError && error.code === 10003;

export type Failure = Extract<Sent, { ok: false }>;

/**
 * How a call failed, in the core's words. What Discord answers with an error of its own did not happen, but for an error
 * on its side; `detail` holds a code, never what was sent or said.
 */
export function failed(error: unknown): Failure {
  if (error instanceof RateLimitError)
    return { ok: false, why: 'rate', retryAfterMs: Math.max(1, Math.ceil(error.retryAfter)) };
  if (error instanceof DiscordAPIError) return refused(error);
  const code = failureCode(error);
  if (neverSent.has(code) || hasNoToken(error)) return { ok: false, why: 'later', retryAfterMs: pauseMs };
  return { ok: false, why: 'unknown', detail: `discord ${code}` };
}

function refused(error: DiscordAPIError): Failure {
  const detail = `discord ${error.code}`;
  const meaning = errorCodes.get(error.code) ?? byStatus(error.status);
  switch (meaning.why) {
    case 'rate':
      return { ok: false, why: 'rate', retryAfterMs: slowModeMs(error) };
    case 'later':
      return { ok: false, why: 'later', retryAfterMs: pauseMs };
    case 'locked out':
      return { ok: false, why: 'later', retryAfterMs: lockedOutMs };
    case 'unknown':
      return { ok: false, why: 'unknown', detail };
    default:
      return { ok: false, ...meaning, detail };
  }
}

/** For a code that says nothing about messages, 0 above all: the status of the response does. */
function byStatus(status: number): Meaning | { readonly why: 'unknown' } {
  if (status >= 500) return { why: 'unknown' };
  if (status === 429) return { why: 'rate' };
  if (status === 401) return { why: 'locked out' };
  if (status === 403) return { why: 'forbidden', problem: 'readOnly' };
  if (status === 404) return { why: 'gone', problem: 'deleted' };
  return { why: 'rejected', problem: status === 413 ? 'tooLong' : 'unfit' };
}

/** The client forgot a token that Discord refused (401), and throws this, by no other mark, before it makes a call. */
const hasNoToken = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Expected token to be set');

/** How long (ms) to leave Discord alone when it was not reached, and when it does not take the token. */
const pauseMs = 30_000;
const lockedOutMs = 60 * 60 * 1000;

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
