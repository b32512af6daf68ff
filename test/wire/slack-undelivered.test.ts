import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSlackApp, type SlackApp } from './slack-app.ts';
import { canary, practice } from './slack-kit.ts';
import { wordsIn } from './slack-person.ts';
import type { Reply } from './slack-server.ts';
import { question, slackSteps } from './slack-steps.ts';

type Json = Record<string, unknown>;

let app: SlackApp;
beforeEach(async () => {
  app = await openSlackApp();
});
afterEach(async () => app.close());

const { setUp, ask } = slackSteps(() => app);
const posted = (): Json[] => app.server.calls.filter((c) => c.method === 'chat.postMessage').map((c) => c.body);
/** What Slack was asked to post to one person. */
const toldTo = (user: string): Json[] => posted().filter((body) => body.channel === `D${user}`);
const inChannel = (): Json[] => posted().filter((body) => body.channel === practice.channel);

/** Each of these once meant that the author read "Posted" and nobody ever saw the question. */
const doubtful: [string, Reply][] = [
  ['HTTP 500', { status: 500 }],
  ['a line that breaks', 'hang up'],
  ['fatal_error', { error: 'fatal_error' }],
];
test.each(doubtful)('%s on the line of a question: its author is asked at once', async (_what, reply) => {
  await setUp('U0ROWAN', 'U0MARE');
  expect(wordsIn(await ask('U0MARE', 'Post as me'))).toContain('Your question was posted under your name in');
  app.server.script('chat.postMessage', reply);
  await app.pass(0);
  const [asked] = toldTo('U0MARE');
  expect(asked?.text).toBe('Was your question posted?');
  expect(wordsIn(asked)).not.toContain(question);
  expect(inChannel()).toHaveLength(1);
  await app.sit('U0MARE').press({ posted: asked ?? {} }, 'Post again');
  await app.server.next('response_url');
  await app.pass(0);
  expect(inChannel()).toHaveLength(3);
  await app.pass(60_000);
  expect(inChannel()).toHaveLength(3);
});

const final: [string, string][] = [
  ['msg_too_long', 'The text is too long for this platform'],
  ['restricted_action', 'Curbside isn’t allowed to post in the channel'],
  ['is_archived', 'The channel is archived'],
];
test.each(final)(
  '%s: its author is told at once, in words, and the channel is asked for nothing',
  async (error, said) => {
    await setUp('U0ROWAN', 'U0MARE');
    await ask('U0MARE', 'Post as me');
    app.server.script('chat.postMessage', { error });
    await app.pass(0);
    expect(wordsIn(toldTo('U0MARE'))).toContain(said);
    for (let i = 0; i < 26; i++) {
      app.server.script('chat.postMessage', { error });
      await app.pass(60 * 60_000);
    }
    expect(wordsIn(posted())).not.toContain('A question needs an answer');
  },
);

test('an archived channel is told to the owners once; what waits goes out after it is unarchived', async () => {
  await setUp('U0ROWAN', 'U0MARE');
  await ask('U0MARE', 'Post as me');
  app.server.script('chat.postMessage', { error: 'is_archived' });
  await app.pass(0);
  await app.happened('platform.channelGone');
  await app.pass(0);
  expect(toldTo('U0ROWAN').map((body) => body.text)).toEqual(['About your group’s channel']);
  const event = { type: 'channel_unarchive', channel: practice.channel, user: 'U0ROWAN' };
  await app.server.send('events_api', { type: 'event_callback', event_id: 'Ev1', team_id: practice.team, event });
  await app.happened('platform.channelBack');
  await app.pass(0);
  expect(inChannel().filter((body) => wordsIn(body).includes(question))).toHaveLength(1);
});

test('to an anonymous author nothing is sent; the Home tab asks', async () => {
  await setUp('U0ROWAN', canary.user);
  await ask(canary.user, 'Post anonymously');
  app.server.script('chat.postMessage', { status: 500 });
  await app.pass(21 * 60_000);
  expect(posted()).toHaveLength(1);
  const event = { type: 'app_home_opened', user: canary.user, tab: 'home', channel: 'D1' };
  await app.server.send('events_api', { type: 'event_callback', event_id: 'Ev2', team_id: practice.team, event });
  const { body } = await app.server.next('views.publish');
  expect(wordsIn(body)).toContain('Not confirmed');
  expect(toldTo(canary.user)).toEqual([]);
});
