import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSlackApp, type SlackApp } from './slack-app.ts';
import { practice } from './slack-kit.ts';
import { wordsIn } from './slack-person.ts';
import { slackSteps } from './slack-steps.ts';

type Json = Record<string, unknown>;

const minute = 60_000;
let app: SlackApp;

beforeEach(async () => {
  app = await openSlackApp();
});
afterEach(async () => app.close());

const { setUp, ask } = slackSteps(() => app);

const posted = (): Json[] => app.server.calls.filter((c) => c.method === 'chat.postMessage').map((c) => c.body);

const event = (id: string, what: Json) =>
  app.server.send('events_api', { type: 'event_callback', event_id: id, team_id: practice.team, event: what });

test('a channel that was archived: its owner is told in a direct message, once', async () => {
  await setUp('U0ROWAN', 'U0MARE');
  for (const id of ['Ev1', 'Ev1', 'Ev2']) await event(id, { type: 'channel_archive', channel: practice.channel });
  for (let i = 0; i < 3; i++) await app.happened('platform.channelGone');
  await app.pass(0);
  expect(posted().map((m) => m.channel)).toEqual(['DU0ROWAN']);
  expect(wordsIn(posted())).toContain('archived');
});

test('an app that is uninstalled sends nothing more, whatever was waiting', async () => {
  await setUp('U0ROWAN', 'U0MARE');
  await ask('U0ROWAN', 'Post anonymously');
  await event('Ev1', { type: 'app_uninstalled' });
  await app.happened('platform.uninstalled');
  await app.pass(60 * minute);
  expect(posted()).toEqual([]);
});
