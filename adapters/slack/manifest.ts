import { defaultLocale, type Msg, type PlainKey, type Route, wordsOf } from '../../src/index.ts';
import { slashTable } from './listeners/commands.ts';
import { shortcutsFor } from './listeners/shortcuts.ts';

/**
 * Every permission that Curbside asks Slack for, and what it is used for. None reads messages.
 *
 * - `commands`: slash commands and shortcuts
 * - `chat:write`: post, edit and remove its own messages, in channels it was invited to
 * - `im:write`: open the direct message in which it tells one person something
 * - `users:read`: names, time zone and language, who manages the workspace, and who is a guest or a bot
 * - `channels:read`, `groups:read`: notice that a group's channel was archived, deleted or left, by a member too
 */
export const botScopes = ['commands', 'chat:write', 'im:write', 'users:read', 'channels:read', 'groups:read'] as const;

/** Events without message text. Renames are left out: Curbside knows channels and workspaces by id alone. */
export const botEvents = [
  'app_home_opened',
  'app_uninstalled',
  'tokens_revoked',
  'channel_archive',
  'channel_unarchive',
  'channel_deleted',
  'channel_left',
  'group_archive',
  'group_unarchive',
  'group_deleted',
  'group_left',
  // Only to notice that the bot itself was invited again.
  'member_joined_channel',
  // Somebody who leaves a group's channel leaves the group. It needs no more than `channels:read` and `groups:read`.
  'member_left_channel',
] as const;

/**
 * The app manifest for Slack, from the table of routes. Without `url` the app uses Socket Mode; with it Slack sends to
 * that https address, the path `/slack/events` included.
 */
export function slackManifest(routes: readonly Route[], url: string | null = null) {
  const say = (key: PlainKey): string => wordsOf(defaultLocale, { key } as Msg);
  const to = url === null ? {} : { url };
  const requests = url === null ? {} : { request_url: url };
  return {
    _metadata: { major_version: 2, minor_version: 0 },
    display_information: {
      name: say('slack.app'),
      description: say('slack.about'),
      long_description: say('slack.aboutLong'),
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: say('slack.app'), always_online: false },
      shortcuts: shortcutsFor(routes).map((shortcut) => ({
        name: say(shortcut.name),
        type: shortcut.type,
        callback_id: shortcut.route,
        description: say(shortcut.about),
      })),
      slash_commands: [...slashTable(routes)].map(([command, spoken]) => ({
        command: `/${command}`,
        description: say(aboutCommand(command) ?? spoken[0]?.slash.help ?? 'slack.about'),
        usage_hint: spoken.map(({ slash }) => slash.word).join(' | '),
        should_escape: false,
        ...to,
      })),
    },
    oauth_config: { scopes: { bot: [...botScopes] } },
    settings: {
      event_subscriptions: { bot_events: [...botEvents], ...requests },
      interactivity: { is_enabled: true, ...requests, ...(url === null ? {} : { message_menu_options_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}

const commandWords: Readonly<Record<string, PlainKey>> = {
  consult: 'slack.command.consult',
  checkin: 'slack.command.checkin',
  supervision: 'slack.command.supervision',
  experts: 'slack.command.experts',
  curbside: 'slack.command.curbside',
};

const aboutCommand = (command: string): PlainKey | undefined => commandWords[command];
