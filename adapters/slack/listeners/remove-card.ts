import type { Log } from '../../../src/index.ts';
import { codeOf } from '../web-api/failures.ts';

/** As long as Slack's client waits for an answer (ms). */
const patienceMs = 15_000;

/**
 * Takes a private card away whose button opened a window, once that was sent: what it says is out of date. A submission brings no
 * `response_url` of its own, and an ephemeral message can be changed in no other way (docs.slack.dev/messaging/modifying-messages).
 * The address is good for half an hour and five answers; after that the card stays until Slack is reloaded.
 */
export async function removeCard(responseUrl: string, log: Log): Promise<void> {
  try {
    const { ok, status } = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ delete_original: true }),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!ok) log.debug('slack.card_stays', { why: `http ${status}` });
  } catch (error) {
    log.debug('slack.card_stays', { why: codeOf(error) });
  }
}
