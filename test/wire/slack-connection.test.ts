import { afterEach, expect, test } from 'vitest';
import { createSlack } from '../../adapters/slack/chat-platform.ts';
import { type Incoming, routes } from '../../src/index.ts';
import { card, everyForm } from '../adapters/slack/views.ts';
import { diskVault } from './disk-vault.ts';
import { submission } from './slack-instances.ts';
import { askedCore, canary, type Line, listLog, practice, startKit } from './slack-kit.ts';
import { personAt } from './slack-person.ts';
import { startSlackServer } from './slack-server.ts';

type Kit = Awaited<ReturnType<typeof startKit>>;
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function start(): Promise<Kit> {
  const kit = await startKit({ routes, answer: () => ({ is: 'view', note: null, view: card() }) });
  stops.push(kit.stop);
  return kit;
}

test('asked to reconnect, it is back by itself and hears what comes then', async () => {
  const { server, person, core } = await start();
  server.recycle();
  await server.connected();
  await person.command('/curbside', 'help');
  await server.next('response_url');
  expect(core.asked).toHaveLength(1);
  expect(server.connections()).toBe(2);
});

test('a line that is cut is opened again', async () => {
  const { server, person, core } = await start();
  server.cut();
  await server.connected();
  await person.command('/curbside', 'help');
  await server.next('response_url');
  expect(core.asked).toHaveLength(1);
});

test('a Slack that refuses the connection for a while does not end the process; it tries again', async () => {
  const { server, person } = await start();
  server.script('apps.connections.open', { error: 'internal_error' }, { status: 500 });
  server.recycle();
  await server.connected();
  await person.command('/curbside', 'help');
  await server.next('response_url');
  expect(server.calls.filter((c) => c.method === 'apps.connections.open')).toHaveLength(4);
});

test('a line that breaks while it is being opened is opened once more, not twice', async () => {
  const { server, person } = await start();
  server.script('link', { status: 503 }, { status: 503 });
  server.recycle();
  await server.connected();
  await person.command('/curbside', 'help');
  await server.next('response_url');
  expect(server.calls.filter((c) => c.method === 'apps.connections.open')).toHaveLength(4);
  expect(server.connections()).toBe(2);
});

test('an event delivered again after a gap reaches the core under the same id', async () => {
  const { server, person, core } = await start();
  const trigger = server.trigger();
  await person.command('/curbside', 'help', { trigger_id: trigger });
  server.recycle();
  await server.connected();
  await person.command('/curbside', 'help', { trigger_id: trigger });
  await server.next('response_url');
  await server.next('response_url');
  expect(core.asked.map((a) => a.eventId)).toEqual([trigger, trigger]);
});

test('a form that was opened is not opened again, nor complained about, when its command comes again', async () => {
  const kit = await startKit({ routes, answer: () => ({ is: 'view', note: null, view: everyForm }) });
  stops.push(kit.stop);
  const trigger_id = kit.server.trigger();
  await kit.person.command('/consult', '', { trigger_id });
  await kit.person.command('/consult', '', { trigger_id });
  expect((await kit.server.next('views.open answered')).body.ok).toBe(true);
  expect((await kit.server.next('views.open answered')).body.error).toBe('exchanged_trigger_id');
  await kit.slack.stop();
  expect(kit.server.calls.some((c) => c.method === 'response_url')).toBe(false);
});

test('an event of the Events API delivered again with retry marks has the id of the first', async () => {
  const { server, core } = await start();
  const event = {
    type: 'event_callback',
    event_id: 'Ev7',
    team_id: practice.team,
    event: { type: 'app_home_opened', user: canary.user, channel: 'D1', tab: 'home' },
  };
  await server.send('events_api', event);
  await server.send('events_api', event, { retry_attempt: 1, retry_reason: 'timeout' });
  await server.next('views.publish');
  await server.next('views.publish');
  expect(core.asked.map((a) => a.eventId)).toEqual(['Ev7', 'Ev7']);
});

test('each press of a button is an event of its own', async () => {
  const { server, person, core } = await start();
  for (let i = 0; i < 2; i++) {
    await person.command('/curbside', 'help');
    await server.next('response_url');
  }
  expect(new Set(core.asked.map((a) => a.eventId)).size).toBe(2);
});

test('the acknowledgement goes out before anything is asked of Slack, the vault or the core', async () => {
  const { server, person, core } = await start();
  const release = server.hold('users.info');
  expect(await person.command('/curbside', 'help')).toEqual({});
  expect(await person.shortcut('consult.ask')).toEqual({});
  expect(core.asked).toEqual([]);
  release();
  await server.next('response_url');
});

test('a wrong bot token is said at the start, without the token', async () => {
  const server = await startSlackServer([practice]);
  const vault = await diskVault();
  stops.push(server.close, vault.close);
  const settings = { botToken: 'xoxb-wrong', appToken: 'xapp-test', apiUrl: server.apiUrl };
  const slack = createSlack({ settings, routes, vault, clock: { now: () => 0 }, log: listLog([]) });
  const failed = await slack.start(askedCore(() => ({ is: 'refused', view: card() }))).catch((e: Error) => e.message);
  expect(failed).toContain('invalid_auth');
  expect(failed).not.toContain('xoxb');
});

test('messages of its own, or of anybody, are no events for the core', async () => {
  const { server, person, core } = await start();
  for (const user of [practice.bot, canary.user]) {
    const event = {
      type: 'message',
      user,
      text: canary.phrase,
      channel: practice.channel,
      ts: '1.2',
      ...(user === practice.bot ? { bot_id: 'B1' } : {}),
    };
    await server.send('events_api', { type: 'event_callback', event_id: `Ev${user}`, team_id: practice.team, event });
  }
  await person.command('/curbside', 'help');
  await server.next('response_url');
  expect(core.asked.map((a) => a.command)).toEqual(['curbside.help']);
});

test('a direct message with the bot is no channel of a group', async () => {
  const { server, core } = await start();
  for (const channel of ['D0MARE', practice.channel]) {
    await personAt(server, { team: practice.team, user: canary.user, channel }).command('/curbside', 'help');
    await server.next('response_url');
  }
  expect(core.asked.map((a) => a.channel)).toEqual([null, practice.channel]);
});

test('stopping waits for what is under way', async () => {
  let finish = (): void => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const kit = await startKit({ routes, answer: () => held.then(() => ({ is: 'view', note: null, view: card() })) });
  stops.push(kit.server.close);
  await kit.person.command('/curbside', 'help');
  const stopped = kit.slack.stop();
  finish();
  await stopped;
  expect(kit.server.calls.some((c) => c.method === 'response_url')).toBe(true);
});

test('a form that is sent while Curbside stops is still answered', async () => {
  let finish = (): void => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const kit = await startKit({ routes, answer: () => held.then(() => ({ is: 'view', note: null, view: card() })) });
  stops.push(kit.server.close);
  const answered = kit.server.send('interactive', submission(practice.team, kit.server.trigger()));
  await expect.poll(() => kit.core.asked.length).toBe(1);
  const stopped = kit.slack.stop();
  finish();
  await stopped;
  expect(await answered).toMatchObject({ response_action: 'update' });
});

test('an event that the core could not take in is not acknowledged, so that Slack delivers it again', async () => {
  const { server, core, lines } = await start();
  const { happened } = core;
  core.happened = async () => Promise.reject(new Error('no database'));
  const gone = { type: 'channel_archive', channel: practice.channel };
  const event = { type: 'event_callback', event_id: 'Ev8', team_id: practice.team, event: gone };
  let isAcknowledged = false;
  void server.send('events_api', event).then(() => {
    isAcknowledged = true;
  });
  await expect.poll(() => lines.some(({ event }) => event === 'slack.listener_failed')).toBe(true);
  // An acknowledgement would have come ahead of this one.
  await server.send('events_api', { ...event, event_id: 'Ev9', event: { type: 'app_home_opened', tab: 'none' } });
  expect(isAcknowledged).toBe(false);
  core.happened = happened;
  await server.send('events_api', event, { retry_attempt: 1, retry_reason: 'timeout' });
  expect(core.told.map((t) => t.command)).toEqual(['platform.channelGone']);
});

test('two workspaces in one process do not hear or reach one another', async () => {
  const other = { ...practice, team: 'T0OTHER', token: 'xoxb-other', bot: 'U0BOT2' };
  const vault = await diskVault();
  const asked: [string, Incoming][] = [];
  const sides = await Promise.all(
    [practice, other].map(async (workspace) => {
      const server = await startSlackServer([workspace]);
      const lines: Line[] = [];
      const settings = { botToken: workspace.token, appToken: 'xapp-test', apiUrl: server.apiUrl };
      const slack = createSlack({ settings, routes, vault, clock: { now: () => 0 }, log: listLog(lines) });
      await slack.start({
        happened: async () => {},
        circles: async () => [],
        handle: async (e) => {
          asked.push([workspace.team, e]);
          return { is: 'view', note: null, view: card() };
        },
      });
      stops.push(slack.stop, server.close);
      return {
        server,
        slack,
        person: personAt(server, { team: workspace.team, user: canary.user, channel: practice.channel }),
      };
    }),
  );
  for (const { person, server } of sides) {
    await person.command('/curbside', 'help');
    await server.next('response_url');
  }
  stops.push(vault.close);
  const [a, b] = asked.map(([, e]) => e);
  if (a === undefined || b === undefined) throw new Error('both ask');
  expect(a.scope).not.toBe(b.scope);
  expect(a.who).not.toBe(b.who);
  expect(await sides[1]?.slack.post({ is: 'direct', scope: a.scope, to: a.who }, card(), 'row')).toMatchObject({
    ok: false,
    why: 'forbidden',
  });
  expect(await sides[1]?.slack.post({ is: 'direct', scope: b.scope, to: a.who }, card(), 'row')).toMatchObject({
    ok: false,
    why: 'gone',
  });
});
