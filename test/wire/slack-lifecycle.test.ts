import { afterEach, expect, test } from 'vitest';
import { createSlack } from '../../adapters/slack/chat-platform.ts';
import { routes } from '../../src/index.ts';
import { body, card } from '../adapters/slack/views.ts';
import { diskVault } from './disk-vault.ts';
import { askedCore, canary, type Line, listLog, practice, startKit } from './slack-kit.ts';
import { startSlackServer } from './slack-server.ts';

type Kit = Awaited<ReturnType<typeof startKit>>;
let kit: Kit;
afterEach(async () => kit.stop());

async function hears(...events: Record<string, unknown>[]): Promise<Kit> {
  kit = await startKit({ routes, answer: () => ({ is: 'view', note: null, view: card() }) });
  for (const [i, event] of events.entries()) {
    await kit.server.send('events_api', { type: 'event_callback', event_id: `Ev${i}`, team_id: practice.team, event });
  }
  // Events are acknowledged before they are handled; a command behind them has been handled when they have.
  await kit.person.command('/curbside', 'help');
  await kit.server.next('response_url');
  await kit.slack.stop();
  return kit;
}

test.each([
  ['channel_archive', 'archived'],
  ['group_archive', 'archived'],
  ['channel_deleted', 'deleted'],
  ['group_deleted', 'deleted'],
  ['channel_left', 'removed'],
  ['group_left', 'removed'],
])('%s: the channel is gone, because it was %s', async (type, why) => {
  const { core } = await hears({ type, channel: practice.channel });
  expect(core.told).toContainEqual(
    expect.objectContaining({ command: 'platform.channelGone', channel: practice.channel, input: { why } }),
  );
});

test('a channel that comes back is told', async () => {
  const { core } = await hears({ type: 'channel_unarchive', channel: practice.channel });
  expect(core.told).toContainEqual(
    expect.objectContaining({ command: 'platform.channelBack', channel: practice.channel }),
  );
});

test('an app that was taken out of the workspace is told', async () => {
  const { core, lines } = await hears({ type: 'app_uninstalled' });
  expect(core.told).toContainEqual(expect.objectContaining({ command: 'platform.uninstalled', channel: null }));
  expect(lines.map((l) => l.facts.what)).toContain('platform.uninstalled');
});

test('a revoked bot token is logged, and nothing is undone for it', async () => {
  const { core, lines } = await hears({ type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } });
  expect(core.told).toEqual([]);
  expect(lines.map((l) => l.event)).toContain('slack.token_revoked');
});

test('the bot invited again is told; anybody else’s joining is nothing', async () => {
  const joined = (user: string) => ({
    type: 'member_joined_channel',
    user,
    channel: practice.channel,
    team: practice.team,
  });
  const { core } = await hears(joined(practice.bot), joined('U0ROWAN'));
  expect(core.told.map((a) => a.command)).toEqual(['platform.channelBack']);
});

test('a member who leaves a channel is told; the bot, and people who never used it, are not', async () => {
  kit = await startKit({ routes, answer: () => ({ is: 'view', note: null, view: card() }) });
  const { server, vault, core } = kit;
  const mare = { platform: 'slack', id: `${practice.team}/U0MARE` };
  const who = await vault.refFor(mare);
  for (const user of [practice.bot, 'U0STRANGER', 'U0MARE']) {
    const event = { type: 'member_left_channel', user, channel: practice.channel, team: practice.team };
    await server.send('events_api', { type: 'event_callback', event_id: `Ev${user}`, team_id: practice.team, event });
  }
  await expect.poll(() => core.told.length).toBe(1);
  expect(core.told.map((a) => [a.command, a.who, a.channel])).toEqual([['platform.personLeft', who, practice.channel]]);
  expect(await vault.known({ ...mare, id: `${practice.team}/U0STRANGER` })).toBeNull();
  await kit.slack.stop();
});

test.each([
  ['is_archived', 'archived'],
  ['not_in_channel', 'removed'],
  ['channel_not_found', 'removed'],
])('a post that fails with %s says that the channel is gone', async (error, why) => {
  kit = await startKit({ routes, answer: () => ({ is: 'view', note: null, view: card() }) });
  const { slack, server, scope, core } = kit;
  server.script('chat.postMessage', { error });
  await slack.post({ is: 'channel', scope, channel: practice.channel }, card(), 'row');
  await slack.stop();
  expect(core.told).toEqual([
    expect.objectContaining({ command: 'platform.channelGone', channel: practice.channel, input: { why } }),
  ]);
});

test('a message or thread that is not there any more is told by the call that misses it', async () => {
  kit = await startKit({ routes, answer: () => ({ is: 'view', note: null, view: card() }) });
  const { slack, server, scope, core } = kit;
  const ref = `${practice.channel}/1.2`;
  server.script('chat.update', { error: 'message_not_found' });
  server.script('chat.postMessage', { error: 'thread_not_found' });
  expect(await slack.edit(scope, ref, card())).toMatchObject({ ok: false, why: 'gone' });
  expect(await slack.post({ is: 'thread', scope, under: ref }, card(), 'row')).toMatchObject({
    ok: false,
    why: 'gone',
  });
  await slack.stop();
  expect(core.told.map((a) => [a.command, a.input])).toEqual([
    ['platform.messageGone', { ref }],
    ['platform.threadGone', { under: ref }],
  ]);
});

test('a new name of the workspace or a channel changes nothing', async () => {
  const { core } = await hears(
    { type: 'team_rename', name: 'New name' },
    { type: 'channel_rename', channel: { id: practice.channel, name: 'new' } },
  );
  expect(core.told).toEqual([]);
});

test('an account that turns out to be deactivated is told, once', async () => {
  kit = await startKit({ routes, answer: () => ({ is: 'view', note: null, view: card() }) });
  const { slack, vault, scope, core } = kit;
  const who = await vault.refFor({ platform: 'slack', id: 'T0PRACTICE/U0GONE' });
  for (const row of ['row1', 'row2']) {
    await slack.post(
      { is: 'channel', scope, channel: practice.channel },
      card(body({ is: 'person', who, credential: null })),
      row,
    );
  }
  await slack.stop();
  const left = core.told.filter((a) => a.command === 'platform.personLeft');
  expect(left.map((a) => a.who)).toEqual([who]);
});

test('the first post that reaches a channel, and the first after one that failed, says that it is open', async () => {
  kit = await startKit({ routes, answer: () => ({ is: 'view', note: null, view: card() }) });
  const { slack, server, scope, core } = kit;
  const post = () => slack.post({ is: 'channel', scope, channel: practice.channel }, card(), 'row');
  await post();
  await post();
  server.script('chat.postMessage', { error: 'restricted_action' });
  await post();
  await post();
  await slack.stop();
  expect(core.told.map((a) => [a.command, a.input])).toEqual([
    ['platform.channelBack', {}],
    ['platform.channelGone', { why: 'readOnly' }],
    ['platform.channelBack', {}],
  ]);
});

test('who left the channel while Curbside was away is told at the next start, however many are in it', async () => {
  const vault = await diskVault();
  const scope = await vault.scopeFor({ platform: 'slack', id: practice.team });
  const ref = (user: string) => vault.refFor({ platform: 'slack', id: `${practice.team}/${user}` });
  const people = [await ref('U0MARE'), await ref('U0ROWAN'), await ref(canary.user)];
  const crowd = Array.from({ length: 450 }, (_, i) => `U1${i}`);
  const members = [...crowd, 'U0ROWAN'];
  const server = await startSlackServer([{ ...practice, members }]);
  const lines: Line[] = [];
  const core = askedCore(
    () => ({ is: 'view', note: null, view: card() }),
    [
      { scope, channel: practice.channel, people },
      { scope, channel: 'C0OTHER', people },
    ],
  );
  // Of the second channel Slack says nothing now: nobody is taken out of its group.
  server.script('conversations.members', 'usual', 'usual', 'usual', { error: 'fetch_members_failed' });
  const settings = { botToken: practice.token, appToken: 'xapp-test', apiUrl: server.apiUrl };
  const slack = createSlack({ settings, routes, vault, clock: { now: () => 0 }, log: listLog(lines) });
  await slack.start(core);
  await expect.poll(() => lines.some((l) => l.event === 'slack.members_unknown')).toBe(true);
  await slack.stop();
  expect(server.calls.filter((c) => c.method === 'conversations.members')).toHaveLength(4);
  expect(core.told.map((a) => [a.command, a.who, a.channel])).toEqual([
    ['platform.personLeft', people[0], practice.channel],
    ['platform.personLeft', people[2], practice.channel],
  ]);
  await server.close();
  await vault.close();
});
