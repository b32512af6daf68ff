import { describe, expect, it } from 'vitest';
import { programHost, runProgram } from '../fixtures/program.ts';
import { bothPlatforms, discord, folder, slack } from './both-platforms.ts';
import { close } from './discord-gateway.ts';
import { refusal } from './discord-http.ts';
import { freePort } from './free-port.ts';
import { practice } from './slack-kit.ts';

const hosted = programHost();
bothPlatforms();

const onSlack = (more: Record<string, string> = {}) => ({
  SLACK_BOT_TOKEN: practice.token,
  SLACK_APP_TOKEN: 'xapp-test',
  SLACK_API_URL: slack.apiUrl,
  ...more,
});
const onDiscord = (more: Record<string, string> = {}) => ({
  DISCORD_TOKEN: discord.token,
  DISCORD_APP_ID: discord.world.appId,
  DISCORD_API_URL: discord.url,
  ...more,
});

/**
 * Runs the built program as an operator does. Resolves with what it said besides its log: plain sentences, with no trace of
 * the program and no token in them. A few have a process to themselves, `runProgram`, and end it.
 */
async function ended(command: string, env: Record<string, string>, run: typeof runProgram = hosted): Promise<string> {
  const { code, out, err } = await run(command.split(' '), {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', HOME: folder, LOG_LEVEL: 'silent', ...env },
  });
  const text = out + err;
  expect(code).toBe(1);
  expect(text).not.toMatch(/^ +at |Error:/m);
  expect(text).not.toMatch(/xoxb-|xapp-|loop\.back/);
  return text;
}

const nobody = async (): Promise<string> => `http://127.0.0.1:${await freePort()}/api`;

describe('start says in plain words what to do when', () => {
  it('Slack cannot be reached', async () => {
    expect(await ended('start', onSlack({ SLACK_API_URL: await nobody() }))).toMatch(
      /Can’t reach Slack \(ECONNREFUSED\)\. Check the network/,
    );
  });

  it('something else answers where Slack should be', async () => {
    slack.script('auth.test', { status: 404 });
    expect(await ended('start', onSlack())).toMatch(/Can’t reach Slack \(http 404\).*SLACK_API_URL/);
  });

  it('Slack does not know the bot token', async () => {
    expect(await ended('start', onSlack({ SLACK_BOT_TOKEN: 'xoxb-other' }))).toMatch(
      /bot token \(invalid_auth\).*into SLACK_BOT_TOKEN/,
    );
  });

  it('the app was taken out of the workspace while it was stopped', async () => {
    slack.script('auth.test', { error: 'account_inactive' });
    expect(await ended('start', onSlack())).toContain(
      'If the app was removed from the workspace, install it again first.',
    );
  });

  it('Slack does not accept the app token', async () => {
    slack.script('apps.connections.open', { error: 'not_allowed_token_type' });
    expect(await ended('start', onSlack())).toMatch(/app token \(not_allowed_token_type\).*connections:write/);
  });

  it('Slack breaks off between the two', async () => {
    slack.script('apps.connections.open', 'hang up');
    expect(await ended('start', onSlack(), runProgram)).toContain('Can’t reach Slack');
  });

  it('the port for Slack’s calls is taken', async () => {
    const { port } = new URL(slack.apiUrl);
    const http = onSlack({ SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 's', PORT: port });
    expect(await ended('start', http)).toMatch(/Port \d+ on 127\.0\.0\.1 is in use.*set PORT to another/);
  });

  it('the address for Slack’s calls is not of this machine', async () => {
    const http = onSlack({ SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 's', PORT: '0', HOST: '192.0.2.7' });
    expect(await ended('start', http)).toMatch(/HOST: this machine has no address 192\.0\.2\.7/);
  });

  it('Discord cannot be reached', async () => {
    expect(await ended('start', onDiscord({ DISCORD_API_URL: await nobody() }))).toMatch(
      /Can’t reach Discord \(ECONNREFUSED\)\. Check the network/,
    );
  });

  it('Discord does not know the token', async () => {
    expect(await ended('start', onDiscord({ DISCORD_TOKEN: 'bm9ib2R5.loop.back' }))).toContain('into DISCORD_TOKEN');
  });

  it('the token is that of another application', async () => {
    expect(await ended('start', onDiscord({ DISCORD_APP_ID: '123456789012345678' }))).toContain(
      'DISCORD_APP_ID and the token belong to different applications',
    );
  });

  it('Discord closes the connection for good', async () => {
    discord.gateway.refuseWith(close.disallowedIntents);
    expect(await ended('start', onDiscord(), runProgram)).toContain('Curbside doesn’t use privileged intents');
  });
});

describe('register says in plain words what to do when', () => {
  it('Discord cannot be reached', async () => {
    expect(await ended('register discord', onDiscord({ DISCORD_API_URL: await nobody() }))).toContain(
      'Can’t reach Discord (ECONNREFUSED)',
    );
  });

  it('Discord does not know the token', async () => {
    expect(await ended('register discord', onDiscord({ DISCORD_TOKEN: 'bm9ib2R5.loop.back' }))).toContain(
      'into DISCORD_TOKEN',
    );
  });

  it('the token is that of another application', async () => {
    discord.next('GET', /commands$/, refusal(403, 20012));
    expect(await ended('register discord', onDiscord())).toContain(
      'DISCORD_APP_ID and the token belong to different applications',
    );
  });

  it('Discord refuses the commands', async () => {
    discord.next('PUT', /commands$/, refusal(400, 30034));
    expect(await ended('register discord', onDiscord(), runProgram)).toContain('(code 30034)');
  });

  it('nothing is set', async () => {
    expect(await ended('register discord', {})).toContain('Set DISCORD_TOKEN and DISCORD_APP_ID first');
  });
});
