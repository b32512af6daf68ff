import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asking, databaseUrl, freshSchema } from '../../fixtures/database/schema.ts';
import { type DiscordServer, startDiscord } from '../../wire/discord.ts';
import { person } from '../../wire/discord-person.ts';
import { addChannel, addGuild, addMember, types } from '../../wire/discord-world.ts';

const program = resolve(import.meta.dirname, '../../../dist/adapters/cli/main.js');
const key = randomBytes(32).toString('base64');
/** A database of their own: the program names its schemas itself. */
let database: string;
let folder: string;
let discord: DiscordServer;
const running = new Set<ChildProcess>();

beforeEach(async () => {
  database = freshSchema();
  await asking((client) => client.query(`CREATE DATABASE ${database}`));
  folder = await mkdtemp(join(tmpdir(), 'curbside-instances-'));
  discord = await startDiscord();
});
afterEach(async () => {
  for (const child of running) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await discord.stop();
  await asking((client) => client.query(`DROP DATABASE ${database} WITH (FORCE)`));
  await rm(folder, { recursive: true, force: true });
});

/** One process of the built program on the shared database. Resolves once it is connected, or stands by. */
async function start() {
  const lines: string[] = [];
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      DATABASE_URL: databaseUrl().replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`),
      CURBSIDE_KEY: key,
      DISCORD_TOKEN: discord.token,
      DISCORD_APP_ID: discord.world.appId,
      DISCORD_API_URL: discord.url,
      CURBSIDE_STATUS_PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = once(child, 'exit').finally(() => running.delete(child));
  await new Promise<void>((done, failed) => {
    child.once('exit', (code) => failed(new Error(`ended with ${code}: ${lines.join('')}`)));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        lines.push(String(chunk));
        if (lines.join('').includes('Connected to Discord')) done();
      });
  });
  return {
    said: () => lines.join(''),
    async ready() {
      const port = /"port":(\d+),"msg":"status.listening"/.exec(lines.join(''))?.[1];
      const response = await fetch(`http://127.0.0.1:${port}/ready`);
      return { code: response.status, platforms: ((await response.json()) as { platforms: object }).platforms };
    },
    async end(how: 'SIGTERM' | 'SIGKILL') {
      child.kill(how);
      await ended;
    },
  };
}

/** Somebody in a server whose events go to this shard of so many. */
function somebody(shard = 0, of = 1) {
  for (;;) {
    const guild = addGuild(discord.world, 'Peer group');
    if (Number((BigInt(guild.id) >> 22n) % BigInt(of)) !== shard) {
      discord.world.guilds.delete(guild.id);
      continue;
    }
    const channel = addChannel(discord.world, { type: types.text, name: 'cases', guild: guild.id });
    return person(discord, addMember(guild, 'Mare Oakes'), guild, channel);
  }
}

it('one process has the gateway; a restart loses nothing that somebody does, and a death is made up for', async () => {
  // More than one, since what one person may ask in a minute is limited.
  const people = Array.from({ length: 10 }, () => somebody());
  const mare = people[0] as (typeof people)[number];
  const first = await start();
  const second = await start();
  expect(first.said()).toContain('discord.connection_ready');
  expect(second.said()).toContain('discord.connection_standby');
  expect(discord.gateway.identified).toHaveLength(1);
  // A balancer takes both for ready.
  expect(await first.ready()).toEqual({ code: 200, platforms: { discord: 'connected' } });
  expect(await second.ready()).toEqual({ code: 200, platforms: { discord: 'standby' } });

  let restarting = true;
  const answers: string[] = [];
  const typing = (async () => {
    for (let n = 0; restarting || n === 0; n += 1) {
      const one = people[n % people.length] ?? mare;
      answers.push((await one.type('curbside', 'help')).text);
    }
  })();
  await first.end('SIGTERM');
  restarting = false;
  await typing;
  // Whoever did not get an answer would have ended the test.
  expect(new Set(answers)).toEqual(new Set([expect.stringContaining('Ask colleagues')]));
  expect(discord.gateway.open()).toEqual(['0/1']);
  expect(second.said()).toContain('discord.connection_ready');

  const third = await start();
  expect(third.said()).toContain('discord.connection_standby');
  await second.end('SIGKILL');
  await expect.poll(() => discord.gateway.open()).toEqual(['0/1']);
  await expect.poll(() => third.said()).toContain('discord.connection_ready');
  expect((await mare.type('curbside', 'help')).text).toContain('Ask colleagues');
  expect(discord.faults).toEqual([]);
});

it('shards are shared among processes, and those of one that dies are taken over', async () => {
  discord.gateway.shards = 2;
  const [mare, rowan] = [somebody(0, 2), somebody(1, 2)];
  const first = await start();
  expect(discord.gateway.open()).toEqual(['0/2', '1/2']);
  const second = await start();
  await expect.poll(() => second.said()).toContain('discord.shard_taken');
  await expect.poll(() => first.said()).toContain('discord.shard_left');
  await expect.poll(() => discord.gateway.open()).toEqual(['0/2', '1/2']);
  for (const one of [mare, rowan]) expect((await one.type('curbside', 'help')).text).toContain('Ask colleagues');
  await first.end('SIGKILL');
  await expect.poll(() => second.said().split('discord.shard_taken').length).toBe(3);
  await expect.poll(() => discord.gateway.open()).toEqual(['0/2', '1/2']);
  for (const one of [mare, rowan]) expect((await one.type('curbside', 'help')).text).toContain('Ask colleagues');
});
