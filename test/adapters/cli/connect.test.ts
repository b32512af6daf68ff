import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, it } from 'vitest';
import { programHost, runProgram } from '../../fixtures/program.ts';
import { bothPlatforms, discord, folder, slack } from '../../wire/both-platforms.ts';
import { refusal } from '../../wire/discord-http.ts';
import { practice } from '../../wire/slack-kit.ts';

const hosted = programHost();
bothPlatforms();

/** Runs the built program with a file of answers, as a person would in Curbside's folder. */
function connect(platform: string, answers: readonly string[], env: Record<string, string> = {}, run = hosted) {
  return run(['connect', platform], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_API_URL: discord.url,
      ...env,
    },
    cwd: folder,
    input: answers.map((answer) => `${answer}\n`).join(''),
  });
}

const file = () => join(folder, '.env');
const written = async () => parseEnv(await readFile(file(), 'utf8'));

it('Slack: every paste is checked at once, written when accepted, and never shown', async () => {
  const pastes = ['xoxb-your-token', 'xapp-1-A0-9', 'xoxb-refused', ` "${practice.token}" `];
  const { code, out, err } = await connect('slack', [...pastes, 'SLACK_APP_TOKEN=xapp-test']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('https://api.slack.com/apps?new_app=1&manifest_json=');
  const said = ['This is a placeholder', 'This is an app token', 'accept the bot token (invalid_auth)'];
  const order = [...said, 'Saved in .env: SLACK_BOT_TOKEN', 'Saved in .env: SLACK_APP_TOKEN', 'npm start'];
  expect(order.map((words) => out.indexOf(words))).toEqual(
    order.map((words) => out.indexOf(words)).sort((a, b) => a - b),
  );
  for (const words of order) expect(out).toContain(words);
  for (const secret of ['xoxb-refused', 'xapp-1-A0-9', practice.token, 'xapp-test']) expect(out).not.toContain(secret);
  expect(out.trim().split('\n').at(-1)).toMatch(/Try \/curbside setup in that channel\.$/);
  expect(await written()).toEqual({ SLACK_BOT_TOKEN: practice.token, SLACK_APP_TOKEN: 'xapp-test' });
  expect((await stat(file())).mode & 0o777).toBe(0o600);
});

it('where no browser can be opened, the way that needs no long link comes first', async () => {
  const { code, out } = await connect('slack', []);
  const byHand = out.indexOf('Open https://api.slack.com/apps and choose “Create New App”, then “From a manifest”.');
  expect(byHand).toBeGreaterThan(0);
  expect(out.indexOf('npm run -s curbside -- manifest slack')).toBeGreaterThan(byHand);
  expect(out.indexOf('https://api.slack.com/apps?')).toBeGreaterThan(byHand);
  expect(code).toBe(130);
  expect(out).toContain('Stopped. Nothing was saved yet. To continue, run: npm run curbside -- connect slack');
  expect(await readdir(folder)).toEqual([]);
});

it('the link makes the app from the manifest that is printed', async () => {
  const { out } = await connect('slack', []);
  const link = out.split('\n').find((line) => line.startsWith('https://'));
  const manifest = JSON.parse(new URL(link ?? '').searchParams.get('manifest_json') ?? '');
  expect(manifest.settings.socket_mode_enabled).toBe(true);
  expect(manifest.oauth_config.scopes.bot).toContain('chat:write');
  // Browsers and Slack's servers take addresses of 8,000 characters.
  expect(link?.length).toBeLessThan(8000);
  expect(link).not.toMatch(/[()'\s]/);
});

it('Discord: the token tells the application, the commands are registered, and the invite link follows', async () => {
  const { code, out } = await connect('discord', ['123456789012345678', 'f'.repeat(64), discord.token], {}, runProgram);
  expect(code).toBe(0);
  for (const words of ['This is an ID', 'This is the public key', 'Saved in .env: DISCORD_TOKEN, DISCORD_APP_ID'])
    expect(out).toContain(words);
  expect(out).toContain(`https://discord.com/oauth2/authorize?client_id=${discord.world.appId}`);
  expect(out).not.toContain(discord.token);
  expect(out.trim().split('\n').at(-1)).toMatch(/Try \/curbside setup in the channel/);
  expect(await written()).toEqual({ DISCORD_TOKEN: discord.token, DISCORD_APP_ID: discord.world.appId });
  expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

it('a value that is set already is kept or replaced as the person says; the rest of the file stays', async () => {
  const before = `# Ours\nLOG_LEVEL=warn\nSLACK_BOT_TOKEN=xoxb-older\nSLACK_APP_TOKEN=xapp-…\nOTHER="a # b"\n`;
  await writeFile(file(), before);
  await chmod(file(), 0o644);
  const { code, out } = await connect('slack', ['n', practice.token, 'xapp-test']);
  expect(code).toBe(0);
  expect(out).toContain('SLACK_BOT_TOKEN is set already. Keep it? [Y/n]');
  expect(out).toContain('SLACK_APP_TOKEN is set to the wrong kind of value. This is a placeholder');
  expect(await readFile(file(), 'utf8')).toBe(
    before.replace('xoxb-older', practice.token).replace('xapp-…', 'xapp-test'),
  );
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  const again = await connect('slack', ['', 'yes']);
  expect(again.code).toBe(0);
  expect(again.out).not.toMatch(/Create the app|Saved/);
});

it('an application id of another application is replaced only when the person agrees', async () => {
  await writeFile(file(), 'DISCORD_APP_ID=123456789012345678\n');
  const no = await connect('discord', [discord.token, 'n']);
  expect([no.code, await readFile(file(), 'utf8')]).toEqual([130, 'DISCORD_APP_ID=123456789012345678\n']);
  const yes = await connect('discord', [discord.token, 'y']);
  expect([yes.code, (await written()).DISCORD_APP_ID]).toEqual([0, discord.world.appId]);
});

it('when it stops midway, what was accepted is kept and the next run goes on from there', async () => {
  const stopped = await connect('slack', [practice.token], {}, runProgram);
  expect(stopped.code).toBe(130);
  expect(stopped.out).toContain(
    'Stopped. Accepted values are in .env. To continue, run: npm run curbside -- connect slack',
  );
  expect(await written()).toEqual({ SLACK_BOT_TOKEN: practice.token });
  expect((await connect('slack', ['y', 'xapp-test'])).code).toBe(0);
  expect(await written()).toEqual({ SLACK_BOT_TOKEN: practice.token, SLACK_APP_TOKEN: 'xapp-test' });
});

it('a token that lacks a permission is accepted, and what is to be done about it stays in sight', async () => {
  slack.scopes.delete('users:read');
  const { code, out } = await connect('slack', [practice.token, 'xapp-test']);
  expect(code).toBe(0);
  expect(out).toMatch(/LOOK {2}The bot is missing permissions: users:read/);
  expect(out).toContain('1. Fix the lines marked LOOK above, then check again: npm run curbside -- doctor');
});

it('where the platform cannot be reached, the value is asked about again without another paste', async () => {
  discord.next('GET', /^\/applications\/@me$/, refusal(400, 1));
  const { code, out } = await connect('discord', [discord.token, 'maybe', 'y']);
  expect(out).toMatch(/Discord returned an error \(code 1\)[\s\S]*Try again\? \[Y\/n\][\s\S]*Please answer y or n/);
  expect(code).toBe(0);
  const off = await connect('slack', [practice.token, 'n'], { SLACK_API_URL: 'http://127.0.0.1:9/api/' });
  expect(off.out).toContain('Can’t reach Slack');
  expect(off.code).toBe(130);
});

it('a new .env begins as the example, and nothing else is left in the folder', async () => {
  const example = await readFile(resolve(import.meta.dirname, '../../../.env.example'), 'utf8');
  await writeFile(join(folder, '.env.example'), example);
  await connect('discord', [discord.token]);
  const lines = (await readFile(file(), 'utf8')).split('\n');
  expect(lines.filter((line, at) => line !== example.split('\n')[at])).toEqual([
    `DISCORD_TOKEN=${discord.token}`,
    `DISCORD_APP_ID=${discord.world.appId}`,
  ]);
  expect((await readdir(folder)).sort()).toEqual(['.env', '.env.example']);
});

it('a token in the environment is named as such: it overrides .env', async () => {
  const { out } = await connect('slack', ['y', 'xapp-test'], { SLACK_BOT_TOKEN: practice.token });
  expect(out).toContain('SLACK_BOT_TOKEN is set in this shell’s environment, which overrides .env');
});

it('an unknown platform is answered with what to type', async () => {
  const { code, err } = await connect('square', []);
  expect([code, err]).toEqual([1, expect.stringContaining('Run: npm run curbside -- connect slack')]);
});
