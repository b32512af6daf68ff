import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDiscord } from '../test/wire/discord.ts';
import { practice } from '../test/wire/slack-kit.ts';
import { startSlackServer } from '../test/wire/slack-server.ts';

/**
 * Measures the built program: commands from their start to their end, Slack and Discord on loopback servers until they are
 * connected and their memory ten seconds later, the playground until it answers, and beside them the SDKs' own import and the
 * SDKs alone, connected. Processor time in ms and resident memory in MB, medians of five rounds, one of each a round. Prints JSON.
 * Run with `npx tsx bench/start.ts [rounds]` after `npm run build`.
 */
const rounds = Number(process.argv[2] ?? 5);
const main = join(import.meta.dirname, '../dist/adapters/cli/main.js');
const slack = await startSlackServer([practice]);
const discord = await startDiscord();
const slackEnv = { SLACK_BOT_TOKEN: practice.token, SLACK_APP_TOKEN: 'xapp-test', SLACK_API_URL: slack.apiUrl };
const discordEnv = {
  DISCORD_TOKEN: discord.token,
  DISCORD_APP_ID: discord.world.appId,
  DISCORD_API_URL: discord.url,
};

interface Case {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What it says once it is there; without it, its end counts. */
  readonly says?: string;
  readonly rests?: boolean;
}

/** The SDK alone, connected as its documentation shows. */
const bare = (program: string): readonly string[] => ['--input-type=module', '-e', program];
const bareSlack = `import { App } from '@slack/bolt';
const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slackApiUrl } = process.env;
const clientOptions = { slackApiUrl };
const app = new App({ token, appToken, socketMode: true, clientOptions, installerOptions: { clientOptions }, logLevel: 'error' });
await app.start();
console.log('Connected to');`;
const bareDiscord = `import { Client, Events } from 'discord.js';
const client = new Client({ intents: ['Guilds', 'GuildMessages', 'DirectMessages'], rest: { api: process.env.DISCORD_API_URL } });
client.once(Events.ClientReady, () => console.log('Connected to'));
await client.login(process.env.DISCORD_TOKEN);`;

const imports = (name: string): readonly string[] => ['--input-type=module', '-e', `await import('${name}')`];
const cases: Readonly<Record<string, Case>> = {
  'bare node': { args: ['-e', '0'] },
  help: { args: [main, '--help'] },
  doctor: { args: [main, 'doctor'] },
  'import @slack/bolt': { args: imports('@slack/bolt') },
  'bare @slack/bolt': { args: bare(bareSlack), env: slackEnv, says: 'Connected to', rests: true },
  slack: { args: [main], env: slackEnv, says: 'Connected to', rests: true },
  'import discord.js': { args: imports('discord.js') },
  'bare discord.js': { args: bare(bareDiscord), env: discordEnv, says: 'Connected to', rests: true },
  discord: { args: [main], env: discordEnv, says: 'Connected to', rests: true },
  playground: { args: [main, 'playground', '--port', '0', '--no-open'], says: 'is open at' },
};

/** Processor time of a process so far (ms) and its resident memory (MB), from /proc. */
async function usage(pid: number): Promise<{ cpu: number; mb: number }> {
  const stat = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return {
    cpu: (Number(stat[11]) + Number(stat[12])) * 10,
    mb: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024),
  };
}

async function measure({ args, env = {}, says, rests }: Case): Promise<{ cpu: number; mb: number | null }> {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-bench-'));
  const isImport = args[0] === '--input-type=module';
  const child = spawn(process.execPath, args, {
    cwd: isImport ? join(import.meta.dirname, '..') : folder,
    env: { PATH: process.env.PATH, HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  let result: { cpu: number; mb: number | null } = { cpu: 0, mb: null };
  if (says === undefined) {
    child.stdout.resume();
    // The last look before the end is short of it by one tick at most.
    for (let going = true; going; ) {
      const now = await usage(child.pid ?? 0).catch(() => null);
      if (now !== null && now.cpu > 0) result = { cpu: now.cpu, mb: null };
      going = await Promise.race([ended.then(() => false), new Promise<boolean>((r) => setTimeout(() => r(true), 5))]);
    }
  } else {
    for await (const chunk of child.stdout) if (String(chunk).includes(says)) break;
    const { cpu, mb } = await usage(child.pid ?? 0);
    result = { cpu, mb };
    if (rests) {
      await new Promise((done) => setTimeout(done, 10_000));
      result = { cpu, mb: (await usage(child.pid ?? 0)).mb };
    }
    child.kill('SIGTERM');
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
  return result;
}

const found: Record<string, { cpu: number; mb: number | null }[]> = {};
for (let round = 0; round < rounds; round += 1)
  for (const [name, one] of Object.entries(cases)) {
    found[name] ??= [];
    found[name].push(await measure(one));
  }
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const medians = Object.fromEntries(
  Object.entries(found).map(([name, all]) => [
    name,
    {
      cpuMs: median(all.map(({ cpu }) => cpu)),
      ...(all[0]?.mb === null ? {} : { mb: median(all.map(({ mb }) => mb ?? 0)) }),
    },
  ]),
);
console.log(JSON.stringify({ node: process.version, rounds, ...medians }, null, 2));
await slack.close();
await discord.stop();
