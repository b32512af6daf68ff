import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startDiscord } from './discord.ts';
import { person } from './discord-person.ts';
import { addChannel, addGuild, addMember, types } from './discord-world.ts';
import { practice } from './slack-kit.ts';
import { personAt, wordsIn } from './slack-person.ts';
import { startSlackServer } from './slack-server.ts';

const program = resolve(import.meta.dirname, '../../dist/adapters/cli/main.js');
let folder: string;
let child: ChildProcess | undefined;
let slack: Awaited<ReturnType<typeof startSlackServer>>;
let discord: Awaited<ReturnType<typeof startDiscord>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curbside-start-'));
  slack = await startSlackServer([practice]);
  discord = await startDiscord();
});
afterEach(async () => {
  if (child?.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await slack.close();
  await discord.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Starts the built program as an operator does, with nothing but settings. Resolves once both platforms are connected. */
async function start(): Promise<string[]> {
  const lines: string[] = [];
  child = spawn(process.execPath, [program], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      SLACK_BOT_TOKEN: practice.token,
      SLACK_APP_TOKEN: 'xapp-test',
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: discord.token,
      DISCORD_APP_ID: discord.world.appId,
      DISCORD_API_URL: discord.url,
      CURBSIDE_STATUS_PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((done, failed) => {
    child?.once('exit', (code) => failed(new Error(`ended with ${code}: ${lines.join('')}`)));
    for (const stream of [child?.stdout, child?.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        lines.push(String(chunk));
        // Of all of it: a word may come in two pieces.
        if (lines.join('').split('platform.adapter_started').length > 2) done();
      });
    }
  });
  return lines;
}

/** What the running program says on its own port. */
async function said(lines: readonly string[], path: string): Promise<{ readonly code: number; readonly body: string }> {
  const port = /"port":(\d+),"msg":"status.listening"/.exec(lines.join(''))?.[1];
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { code: response.status, body: await response.text() };
}

/**
 * The form of `/curbside setup`. A program that has just started may open a window first that says to wait; on a busy machine it may
 * miss Slack's three seconds, and whoever typed the command is asked to type it again.
 */
async function setupForm(who: ReturnType<typeof personAt>): Promise<Record<string, unknown>> {
  await who.command('/curbside', 'setup');
  const { body } = await slack.next('views.open answered');
  if (body.view === undefined) return setupForm(who);
  const opened = body.view as Record<string, unknown>;
  const isForm = String(opened.private_metadata).includes('setup.save');
  return isForm ? opened : ((await slack.next('views.update answered')).body.view as Record<string, unknown>);
}

it('one process serves both platforms, from nothing but tokens, each community by itself, and ends cleanly', async () => {
  const guild = addGuild(discord.world, 'Peer group');
  const channel = addChannel(discord.world, { type: types.text, name: 'case-consultation', guild: guild.id });
  const owner = addMember(guild, 'Mare Oakes');
  const lines = await start();

  const rowan = personAt(slack, { team: practice.team, user: 'U0ROWAN', channel: practice.channel });
  const done = await rowan.submit(await setupForm(rowan), {});
  expect(wordsIn(done)).toContain('The group is ready.');

  const onDiscord = await person(discord, owner, guild, channel).type('curbside', 'status');
  expect(onDiscord.text).toContain('There is no consultation group here yet');

  const ready = await said(lines, '/ready');
  expect(ready.code).toBe(200);
  expect(JSON.parse(ready.body)).toMatchObject({
    storeWrites: true,
    platforms: { slack: 'connected', discord: 'connected' },
    waitingMessages: 0,
  });
  expect((await said(lines, '/health')).code).toBe(200);
  expect((await said(lines, '/else')).code).toBe(404);
  const { body: metrics } = await said(lines, '/metrics');
  expect(metrics).toMatch(/curbside_command_seconds_count\{answer="view"\} [1-9]/);
  expect(metrics).toMatch(/curbside_sync_seconds_count [1-9]/);
  expect(metrics).toMatch(/curbside_outbox_waiting 0/);
  // Every value of every label is a word of the code, or of Node's own figures.
  const numbers = ['le', 'quantile', 'version', 'major', 'minor', 'patch'];
  const labels = [...metrics.matchAll(/(\w+)="([^"]*)"/g)].filter(([, name]) => !numbers.includes(name ?? ''));
  expect(labels.length).toBeGreaterThan(10);
  for (const [, , value] of labels) expect(value).toMatch(/^[A-Za-z]+([._][A-Za-z]+)*$/);

  child?.kill('SIGTERM');
  const [code] = await once(child as ChildProcess, 'exit');
  expect(code).toBe(0);
  expect(lines.join('')).toContain('Connected to Slack and Discord. Press Ctrl+C to stop');
  expect(lines.join('')).not.toMatch(/Rowan|Mare|U0ROWAN|T0PRACTICE/);
});

it('ends when it is asked to while Discord cannot be reached', async () => {
  const lines = await start();
  await discord.stop();
  await expect.poll(() => lines.join('')).toContain('discord.connection_lost');
  // On a busy machine Slack's line may miss a ping meanwhile, and is made anew.
  await expect
    .poll(async () => {
      const { code, body } = await said(lines, '/ready');
      return { code, platforms: JSON.parse(body).platforms };
    })
    .toEqual({ code: 503, platforms: { slack: 'connected', discord: 'reconnecting' } });
  expect((await said(lines, '/health')).code).toBe(200);
  child?.kill('SIGTERM');
  const [code] = await once(child as ChildProcess, 'exit');
  expect(code).toBe(0);
  expect(lines.join('').split('discord.connection_lost')).toHaveLength(2);
});

it.each(['apps.connections.open', 'link'])(
  'ends when it is asked to while Slack has not answered %s of a new connection',
  async (call) => {
    addChannel(discord.world, { type: types.text, name: 'cases', guild: addGuild(discord.world, 'Peer group').id });
    await start();
    await slack.next(call);
    const release = slack.hold(call);
    slack.recycle();
    await slack.next(call);
    child?.kill('SIGTERM');
    const [code] = await once(child as ChildProcess, 'exit');
    release();
    expect(code).toBe(0);
  },
);
