import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCodes } from '../../adapters/slack/web-api/error-codes.ts';
import { type Place, routes, type Sent } from '../../src/index.ts';
import { card } from '../adapters/slack/views.ts';
import documented from '../fixtures/slack-documented-errors.json' with { type: 'json' };
import { practice, startKit } from './slack-kit.ts';

let kit: Awaited<ReturnType<typeof startKit>>;
beforeAll(async () => {
  kit = await startKit({ routes, answer: () => ({ is: 'refused', view: card() }) });
});
afterAll(async () => kit.stop());

const channel = (): Place => ({ is: 'channel', scope: kit.scope, channel: practice.channel });
const ref = `${practice.channel}/1.2`;

/** One code that Slack documents for each class, with what becomes of a post that it answers. */
const classes: [string, Partial<Sent>][] = [
  ['ratelimited', { why: 'rate' }],
  ['message_limit_exceeded', { why: 'rate' }],
  ['request_timeout', { why: 'later' }],
  ['team_added_to_org', { why: 'later' }],
  ['token_revoked', { why: 'later', retryAfterMs: 3_600_000 }],
  ['accesslimited', { why: 'later', retryAfterMs: 3_600_000 }],
  ['fatal_error', { why: 'unknown' }],
  ['internal_error', { why: 'unknown' }],
  ['is_archived', { why: 'gone', problem: 'archived' }],
  ['channel_not_found', { why: 'gone', problem: 'removed' }],
  ['thread_not_found', { why: 'gone', problem: 'threadGone' }],
  ['not_in_channel', { why: 'forbidden', problem: 'removed' }],
  ['restricted_action', { why: 'forbidden', problem: 'readOnly' }],
  ['restricted_action_thread_locked', { why: 'forbidden', problem: 'threadLocked' }],
  ['ekm_access_denied', { why: 'forbidden', problem: 'readOnly' }],
  ['missing_scope', { why: 'forbidden', problem: 'setup' }],
  ['msg_too_long', { why: 'rejected', problem: 'tooLong' }],
  ['msg_blocks_too_long', { why: 'rejected', problem: 'tooLong' }],
  ['invalid_blocks', { why: 'rejected', problem: 'unfit' }],
];

describe('the errors that Slack documents', () => {
  it('all have a meaning', () => {
    const all = new Set(Object.values(documented).flat());
    expect(all.size).toBeGreaterThan(100);
    expect([...all].filter((code) => !errorCodes.has(code))).toEqual([]);
  });

  it.each(classes)('%s, answered to a post, is %o', async (error, expected) => {
    kit.server.script('chat.postMessage', { error });
    expect(await kit.slack.post(channel(), card(), 'row')).toMatchObject({ ok: false, ...expected });
  });

  it.each([
    ['is_inactive', { why: 'gone', problem: 'archived' }],
    ['message_not_found', { why: 'gone', problem: 'messageGone' }],
    ['cant_update_message', { why: 'forbidden', problem: 'cannotChange' }],
    ['edit_window_closed', { why: 'forbidden', problem: 'cannotChange' }],
    ['update_failed', { why: 'unknown' }],
  ])('%s, answered to an edit, is %o', async (error, expected) => {
    kit.server.script('chat.update', { error });
    expect(await kit.slack.edit(kit.scope, ref, card())).toMatchObject({ ok: false, ...expected });
  });

  it.each([
    ['cant_delete_message', { why: 'forbidden', problem: 'cannotChange' }],
    ['message_not_found', { why: 'gone', problem: 'messageGone' }],
  ])('%s, answered to a removal, is %o', async (error, expected) => {
    kit.server.script('chat.delete', { error });
    expect(await kit.slack.remove(kit.scope, ref)).toMatchObject({ ok: false, ...expected });
  });

  it.each([
    ['user_disabled', { why: 'gone', problem: 'personGone' }],
    ['channel_not_found', { why: 'gone', problem: 'noDirect' }],
    ['user_not_visible', { why: 'forbidden', problem: 'noDirect' }],
    ['internal_error', { why: 'later' }],
  ])('%s, answered when a direct message is opened, is %o: nothing was posted', async (error, expected) => {
    const to = await kit.vault.refFor({ platform: 'slack', id: `${practice.team}/U0ROWAN` });
    kit.server.script('conversations.open', { error });
    expect(await kit.slack.post({ is: 'direct', scope: kit.scope, to }, card(), 'row')).toMatchObject({
      ok: false,
      ...expected,
    });
  });

  it('come through Slack’s client as what they are, every one', async () => {
    for (const code of new Set([...documented['any method'], ...documented['chat.postMessage']])) {
      kit.server.script('chat.postMessage', { error: code });
      const sent = await kit.slack.post(channel(), card(), 'row');
      const meaning = errorCodes.get(code);
      const why = meaning?.why === 'locked out' ? 'later' : meaning?.why;
      expect([code, sent.ok || sent.why]).toEqual([code, why]);
      if (!sent.ok && 'detail' in sent) expect(sent.detail).toBe(code);
    }
  });
});
