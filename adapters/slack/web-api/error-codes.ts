import type { Problem } from '../../../src/index.ts';

/** What an error code of the Web API means for the message that was to be sent. */
export type Meaning =
  | { readonly why: 'rate' | 'later' }
  | { readonly why: 'locked out' }
  | { readonly why: 'unknown' }
  | { readonly why: 'gone' | 'forbidden' | 'rejected'; readonly problem: Problem };

/**
 * Every error that Slack's reference lists for the calls that Curbside makes (docs.slack.dev/reference/methods, the tables
 * "Errors" of chat.postMessage, chat.postEphemeral, chat.update, chat.delete, conversations.open, conversations.members,
 * views.open, views.push, views.update and views.publish, August 2026), by what it means. `thread_not_found`,
 * `users_not_found`, `message_limit_exceeded` and `compliance_exports_prevent_deletion` come from older issues of it.
 */
const classes: readonly (readonly [Meaning, ...(readonly string[])])[] = [
  [{ why: 'rate' }, 'ratelimited', 'rate_limited', 'message_limit_exceeded'],
  // Nothing was done: the call arrived cut short, or the workspace is being moved.
  [{ why: 'later' }, 'request_timeout', 'org_login_required', 'team_added_to_org', 'external_channel_migrating'],
  [{ why: 'later' }, 'streaming_state_conflict', 'unknown_method'],
  // The app was uninstalled, or its token replaced; nothing is wrong with the message.
  [{ why: 'locked out' }, 'invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'],
  [{ why: 'locked out' }, 'accesslimited', 'two_factor_setup_required'],
  // "It's possible some aspect of the operation succeeded before the error was raised."
  [{ why: 'unknown' }, 'fatal_error', 'internal_error', 'service_unavailable', 'update_failed', 'fetch_members_failed'],
  [{ why: 'gone', problem: 'archived' }, 'is_archived', 'is_inactive'],
  // A channel that a bot cannot see was deleted, or is a private one that it was taken out of: both look the same.
  [{ why: 'gone', problem: 'removed' }, 'channel_not_found'],
  [{ why: 'gone', problem: 'messageGone' }, 'message_not_found'],
  [{ why: 'gone', problem: 'threadGone' }, 'thread_not_found', 'cannot_reply_to_message'],
  [{ why: 'gone', problem: 'personGone' }, 'user_not_found', 'users_not_found', 'user_disabled', 'user_not_in_channel'],
  [{ why: 'gone', problem: 'setup' }, 'team_not_found'],
  [{ why: 'forbidden', problem: 'removed' }, 'not_in_channel', 'no_permission'],
  [{ why: 'forbidden', problem: 'readOnly' }, 'restricted_action', 'restricted_action_read_only_channel'],
  [{ why: 'forbidden', problem: 'readOnly' }, 'restricted_action_thread_only_channel', 'posting_to_channel_denied'],
  [{ why: 'forbidden', problem: 'readOnly' }, 'restricted_action_non_threadable_channel', 'ekm_access_denied'],
  [{ why: 'forbidden', problem: 'threadLocked' }, 'restricted_action_thread_locked'],
  [{ why: 'forbidden', problem: 'noDirect' }, 'user_not_visible', 'invalid_user_combination'],
  [{ why: 'forbidden', problem: 'noDirect' }, 'messages_tab_disabled', 'app_access_restricted'],
  [{ why: 'forbidden', problem: 'setup' }, 'missing_scope', 'not_allowed_token_type', 'access_denied', 'is_bot'],
  [{ why: 'forbidden', problem: 'setup' }, 'team_access_not_granted', 'enterprise_is_restricted', 'not_enabled'],
  [{ why: 'forbidden', problem: 'setup' }, 'deprecated_endpoint', 'method_deprecated', 'not_implemented'],
  [{ why: 'forbidden', problem: 'cannotChange' }, 'cant_update_message', 'cant_delete_message', 'edit_window_closed'],
  [{ why: 'forbidden', problem: 'cannotChange' }, 'compliance_exports_prevent_deletion', 'block_mismatch'],
  [{ why: 'rejected', problem: 'tooLong' }, 'msg_too_long', 'msg_blocks_too_long', 'metadata_too_large'],
  [{ why: 'rejected', problem: 'tooLong' }, 'attachment_payload_limit_exceeded', 'view_too_large'],
  [{ why: 'rejected', problem: 'tooLong' }, 'too_many_attachments', 'too_many_contact_cards'],
  ...unfit([
    'no_text invalid_blocks invalid_blocks_format invalid_attachments markdown_text_conflict as_user_not_supported',
    'invalid_arguments invalid_arg_name invalid_array_arg invalid_charset invalid_form_data invalid_post_type',
    'missing_post_type invalid_metadata_format invalid_metadata_schema metadata_must_be_sent_from_app',
    'send_on_behalf_not_allowed cant_broadcast_message no_dual_broadcast_content_update',
    'method_not_supported_for_channel_type not_enough_users too_many_users users_list_not_supplied',
    'duplicate_channel_not_found duplicate_message_not_found draft_already_deleted draft_already_sent',
    'draft_has_conflict draft_not_found missing_file_data file_deleted file_is_deleted file_not_found',
    'file_share_limit_reached max_file_sharing_exceeded unable_to_share_files blocked_file_type',
    'slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked slack_connect_clip_sharing_blocked',
    'slack_connect_file_link_sharing_blocked slack_connect_file_upload_sharing_blocked',
    'slack_connect_lists_sharing_blocked invalid_cursor invalid_limit',
    // Windows: the trigger ran out or was used, or the window is not there any more.
    'duplicate_external_id exchanged_trigger_id expired_trigger_id trigger_expired trigger_exchanged',
    'invalid_trigger_id hash_conflict not_found push_limit_reached missing_profile_id',
  ]),
];

function unfit(lines: readonly string[]): [Meaning, ...string[]][] {
  return lines.map((line) => [{ why: 'rejected', problem: 'unfit' }, ...line.split(' ')]);
}

export const errorCodes: ReadonlyMap<string, Meaning> = new Map(
  classes.flatMap(([meaning, ...codes]) => codes.map((code) => [code, meaning] as const)),
);
