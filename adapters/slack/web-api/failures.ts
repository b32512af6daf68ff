import { webApi } from '@slack/bolt';
import type { Sent } from '../../../src/index.ts';
import { errorCodes } from './error-codes.ts';

export type Failure = Exclude<Sent, { ok: true }>;

/** How long (ms) to wait for an app to be installed again, or for its token to be taken. */
const lockedOutMs = 60 * 60 * 1000;

/** How long (ms) to leave Slack alone when it was not reached, or says "slower" without a number. */
export const pauseMs = 30_000;

/**
 * What became of a call that failed. Errors of the connection before anything was sent count as "later", since nothing
 * can have happened; a call that broke off on the way counts as unknown, like an error that Slack does not document: its
 * reference says that others may come "where the service is down". `detail` is Slack's code, never a text.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof webApi.WebAPIRateLimitedError) return rate(error.retryAfter * 1000);
  if (error instanceof webApi.WebAPIPlatformError) return meaningOf(error.data.error);
  if (error instanceof webApi.WebAPIHTTPError) return { ok: false, why: 'unknown', detail: `http ${error.statusCode}` };
  if (error instanceof webApi.WebAPIRequestError) {
    const code = causeCode(error.original);
    return neverSent.has(code) ? later(pauseMs) : { ok: false, why: 'unknown', detail: code };
  }
  return { ok: false, why: 'unknown', detail: 'unexpected' };
}

function meaningOf(code: string): Failure {
  const meaning = errorCodes.get(code) ?? { why: 'unknown' };
  switch (meaning.why) {
    case 'rate':
      return rate(pauseMs);
    case 'later':
      return later(pauseMs);
    case 'locked out':
      return later(lockedOutMs);
    case 'unknown':
      return { ok: false, why: 'unknown', detail: code };
    default:
      return { ok: false, ...meaning, detail: code };
  }
}

/** Slack's error code, or the kind of failure, for logs and `doctor`. */
export function codeOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  if (error instanceof webApi.WebAPIRequestError) return causeCode(error.original);
  const failure = failureOf(error);
  return 'detail' in failure ? failure.detail : failure.why;
}

/** Codes of node:net and node:dns for a connection that never stood, and our own for a workspace without a token. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'not_installed',
]);

/** fetch hides the reason one or two causes down. */
function causeCode(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === 'string' && code !== '') return code;
  }
  return 'connection';
}

const rate = (retryAfterMs: number): Failure => ({ ok: false, why: 'rate', retryAfterMs });
const later = (retryAfterMs: number): Failure => ({ ok: false, why: 'later', retryAfterMs });
