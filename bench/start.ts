import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDiscord } from '../test/wire/discord.ts';
import { practice } from '../test/wire/slack-kit.ts';
import { startSlackServer } from '../test/wire/slack-server.ts';

/**
 * Measures the built program with Slack only, Discord only and both, on loopback servers: from starting the process to
 * being connected (ms), and the memory it holds ten seconds later with all name lists loaded (resident, MB). Prints JSON.
 * Run with `npx tsx bench/start.ts` after `npm run build`.
 */
const slack = await startSlackServer([practice]);
const discord = await startDiscord();
const settings = {
  slack: { SLACK_BOT_TOKEN: practice.token, SLACK_APP_TOKEN: 'xapp-test', SLACK_API_URL: slack.apiUrl },
  discord: { DISCORD_TOKEN: discord.token, DISCORD_APP_ID: discord.world.appId, DISCORD_API_URL: discord.url },
};

async function measure(env: Readonly<Record<string, string>>, adapters: number) {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-bench-'));
  const began = performance.now();
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, '../dist/adapters/cli/main.js')], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let started = 0;
  await new Promise<void>((done) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      started += String(chunk).split('adapter.started').length - 1;
      if (started >= adapters) done();
    });
  });
  const connectedMs = Math.round(performance.now() - began);
  await new Promise((done) => setTimeout(done, 10_000));
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  child.kill('SIGTERM');
  await once(child, 'exit');
  await rm(folder, { recursive: true, force: true });
  return { connectedMs, idleMb: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024) };
}

const result = {
  node: process.version,
  slack: await measure(settings.slack, 1),
  discord: await measure(settings.discord, 1),
  both: await measure({ ...settings.slack, ...settings.discord }, 2),
};
console.log(JSON.stringify(result, null, 2));
await slack.close();
await discord.stop();
