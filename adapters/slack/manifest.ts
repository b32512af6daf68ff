import { defaultLocale, type Msg, plain, type Route, type Spoken, slashTable, wordsOf } from '../../src/index.ts';
import { shortcutsFor } from './listeners/shortcuts.ts';
import { eventsPath, redirectPath } from './settings.ts';
import { say } from './words/index.ts';

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

/**
 * What works without: `files:write` sends somebody a document that they asked for, in their own direct message. Whoever installs
 * the app can leave it out. Slack wants optional scopes in both lists.
 */
export const optionalBotScopes = ['files:write'] as const;

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

/** What an app of many workspaces hears as well: an organization that installed it took it away from some of its own. */
const organizationEvents = ['app_uninstalled_team', 'team_access_revoked'] as const;

/**
 * The app manifest for Slack, from the table of routes. Without `url` the app uses Socket Mode; with it Slack sends to
 * that https address, the path `/slack/events` included. `many`: any workspace or organization can install it, with tokens
 * that are replaced twice a day.
 */
export function slackManifest(routes: readonly Route[], url: string | null = null, many = false) {
  const words = (msg: Msg): string => wordsOf(defaultLocale, msg);
  const to = url === null ? {} : { url };
  const requests = url === null ? {} : { request_url: url };
  return {
    _metadata: { major_version: 2, minor_version: 0 },
    display_information: {
      name: words(say('slack.app')),
      description: words(say('slack.about')),
      long_description: words(say('slack.aboutLong')),
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: words(say('slack.app')), always_online: false },
      shortcuts: shortcutsFor(routes).map((shortcut) => ({
        name: words(shortcut.name),
        type: shortcut.type,
        callback_id: shortcut.route,
        description: words(shortcut.about),
      })),
      slash_commands: [...slashTable(routes)].map(([command, spoken]) => ({
        command: `/${command}`,
        description: words(aboutCommand(spoken)),
        usage_hint: spoken.map(({ slash }) => slash.word).join(' | '),
        should_escape: false,
        ...to,
      })),
    },
    oauth_config: {
      ...(many && url !== null ? { redirect_urls: [url.replace(eventsPath, redirectPath)] } : {}),
      scopes: { bot: [...botScopes, ...optionalBotScopes], bot_optional: [...optionalBotScopes] },
    },
    settings: {
      event_subscriptions: { bot_events: [...botEvents, ...(many ? organizationEvents : [])], ...requests },
      interactivity: { is_enabled: true, ...requests, ...(url === null ? {} : { message_menu_options_url: url }) },
      org_deploy_enabled: many,
      socket_mode_enabled: url === null,
      token_rotation_enabled: many,
    },
  };
}

const aboutCommand = ([first]: readonly Spoken[]): Msg =>
  first === undefined ? say('slack.about') : plain(`command.${first.slash.command}`);
