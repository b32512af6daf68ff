import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { botEvents, botScopes, slackManifest } from '../../../adapters/slack/manifest.ts';
import { routes } from '../../../src/index.ts';

const schemaPath = process.env.CURBSIDE_SLACK_SCHEMA;

test('asks for no permission to read messages', () => {
  expect(botScopes.filter((scope) => /history|:read\.all|^channels:join|^chat:write\./.test(scope))).toEqual([]);
  expect([...botScopes]).toEqual(['commands', 'chat:write', 'im:write', 'users:read', 'channels:read', 'groups:read']);
  expect(botEvents.filter((event) => /^message|mention|^user_/.test(event))).toEqual([]);
});

test('nobody can type to the bot, and the home tab is on', () => {
  expect(slackManifest(routes).features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: true,
  });
});

test('every slash command of the routes is there once, with its words', () => {
  const typed = routes.flatMap((route) => (route.slash ? [route.slash] : []));
  const commands = slackManifest(routes).features.slash_commands;
  expect(commands.map((c) => c.command)).toEqual([...new Set(typed.map((slash) => `/${slash.command}`))]);
  for (const { command, usage_hint } of commands) {
    const words = typed.filter((slash) => `/${slash.command}` === command).map((slash) => slash.word);
    expect(usage_hint.split(' | ')).toEqual(words);
  }
});

test('says what can be done with a command', () => {
  const commands = slackManifest(routes).features.slash_commands;
  const consult = commands.find((c) => c.command === '/consult');
  expect(consult?.usage_hint.split(' | ')).toEqual(expect.arrayContaining(['ask', 'find', 'log']));
  expect(consult?.description).toContain('log a consultation');
  expect(commands.find((c) => c.command === '/experts')?.usage_hint).toBe('find | me');
});

test('uses Socket Mode unless Slack is given an address', () => {
  expect(slackManifest(routes).settings.socket_mode_enabled).toBe(true);
  expect(JSON.stringify(slackManifest(routes))).not.toContain('http');
  const { settings, features } = slackManifest(routes, 'https://curbside.example.org/slack/events');
  expect(settings.socket_mode_enabled).toBe(false);
  expect(settings.interactivity.request_url).toBe('https://curbside.example.org/slack/events');
  expect(settings.event_subscriptions.request_url).toBe('https://curbside.example.org/slack/events');
  expect(features.slash_commands.every((c) => c.url === 'https://curbside.example.org/slack/events')).toBe(true);
});

test('an app of many workspaces says where Slack sends whoever installs, replaces its tokens, and asks for nothing more', () => {
  const url = 'https://curbside.example.org/slack/events';
  const one = slackManifest(routes, url);
  const many = slackManifest(routes, url, true);
  expect(one.oauth_config).not.toHaveProperty('redirect_urls');
  expect(many.oauth_config.redirect_urls).toEqual(['https://curbside.example.org/slack/oauth_redirect']);
  expect(many.oauth_config.scopes).toEqual(one.oauth_config.scopes);
  expect(many.settings).toMatchObject({ token_rotation_enabled: true, org_deploy_enabled: true });
  expect(many.settings.event_subscriptions.bot_events).toEqual(
    expect.arrayContaining([...botEvents, 'team_access_revoked', 'app_uninstalled_team']),
  );
});

test('stays within the lengths of Slack’s manifest', () => {
  const { display_information: info, features } = slackManifest(routes);
  expect(info.name.length).toBeLessThanOrEqual(35);
  expect(info.description.length).toBeLessThanOrEqual(140);
  expect(info.long_description.length).toBeGreaterThanOrEqual(175);
  expect(info.long_description.length).toBeLessThanOrEqual(4000);
  for (const shortcut of features.shortcuts) {
    expect(shortcut.name.length).toBeLessThanOrEqual(24);
    expect(shortcut.description.length).toBeLessThanOrEqual(150);
  }
  for (const command of features.slash_commands) {
    expect(command.command).toMatch(/^\/[a-z]{2,31}$/);
    expect(command.usage_hint.length).toBeLessThanOrEqual(1000);
  }
});

// Slack's schema is not part of this project; `.ci/run` says where a copy lies.
if (schemaPath !== undefined) {
  const url = 'https://curbside.example.org/slack/events';
  const each = [
    [null, false],
    [url, false],
    [url, true],
  ] as const;
  test.each(each)('is valid against Slack’s own schema (%s, many: %s)', (url, many) => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    const valid = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));
    valid(JSON.parse(JSON.stringify(slackManifest(routes, url, many))));
    expect(valid.errors ?? []).toEqual([]);
  });
}
