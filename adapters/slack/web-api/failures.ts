import { webApi } from '@slack/bolt';
import type { Sent } from '../../../src/index.ts';
import { neverSent } from '../../node/never-sent.ts';
import { errorCodes } from './error-codes.ts';

export type Failure = Exclude<Sent, { ok: true }>;

/** Our own code for a workspace without a token. */
const noToken = 'not_installed';

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
    return neverSent.has(code) || code === noToken ? later(pauseMs) : { ok: false, why: 'unknown', detail: code };
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

/** Codes of `@slack/socket-mode` for an acknowledgement that found the line closed. */
const lineCodes = new Set([
  'slack_socket_mode_send_while_disconnected_error',
  'slack_socket_mode_send_while_not_ready_error',
]);

/** Whether something was not told because the line broke meanwhile; another line is being opened then. */
export const lineBroke = (error: unknown): boolean => lineCodes.has(ownCode(error));

const ownCode = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Slack's error code, or the kind of failure, for logs and `doctor`. */
export function codeOf(error: unknown): string {
  if (lineBroke(error)) return ownCode(error);
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  if (error instanceof webApi.WebAPIRequestError) return causeCode(error.original);
  const failure = failureOf(error);
  return 'detail' in failure ? failure.detail : failure.why;
}

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
