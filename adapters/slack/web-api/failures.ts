import { webApi } from '@slack/bolt';
import type { Sent } from '../../../src/index.ts';

type Failure = Exclude<Sent, { ok: true }>;

/** Codes of chat.postMessage, chat.update, chat.delete and conversations.open (docs.slack.dev/reference/methods). */
const gone = new Set([
  'channel_not_found',
  'is_archived',
  'message_not_found',
  'thread_not_found',
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'team_not_found',
]);

/** Slack took the call and then failed inside: the message may be there. */
const unsure = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);

/**
 * The app was uninstalled or its token revoked. Nothing was sent and nothing is wrong with the message, so it waits for the
 * app to be installed again.
 */
const lockedOut = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired']);
const lockedOutMs = 60 * 60 * 1000;

const limited = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/** How long (ms) to leave Slack alone when it was not reached, or says "slower" without a number. */
export const pauseMs = 30_000;

/**
 * What became of a call that failed. Errors of the connection before anything was sent count as "later", since nothing
 * can have happened; a call that broke off on the way counts as unknown. `detail` is Slack's code, never a text.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof webApi.WebAPIRateLimitedError) return later(error.retryAfter * 1000);
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = error.data.error;
    if (limited.has(code)) return later(pauseMs);
    if (lockedOut.has(code)) return later(lockedOutMs);
    return { ok: false, why: gone.has(code) ? 'gone' : unsure.has(code) ? 'unknown' : 'forbidden', detail: code };
  }
  if (error instanceof webApi.WebAPIHTTPError) return { ok: false, why: 'unknown', detail: `http ${error.statusCode}` };
  if (error instanceof webApi.WebAPIRequestError) {
    const code = causeCode(error.original);
    return neverSent.has(code) ? later(pauseMs) : { ok: false, why: 'unknown', detail: code };
  }
  return { ok: false, why: 'unknown', detail: 'unexpected' };
}

/** Slack's error code, or the kind of failure, for logs and `doctor`. */
export function codeOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  if (error instanceof webApi.WebAPIRequestError) return causeCode(error.original);
  const failure = failureOf(error);
  return failure.why === 'rate' ? 'rate' : failure.detail;
}

/** Codes of node:net and node:dns for a connection that never stood. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** fetch hides the reason one or two causes down. */
function causeCode(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === 'string' && code !== '') return code;
  }
  return 'connection';
}

const later = (retryAfterMs: number): Failure => ({ ok: false, why: 'rate', retryAfterMs });
