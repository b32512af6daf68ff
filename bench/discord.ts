import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import { createDiscord, type DiscordSettings } from '../adapters/discord/chat-platform.ts';
import { render } from '../adapters/discord/components/render.ts';
import { openVault } from '../adapters/lowdb/vault.ts';
import { type Answer, type Card, defaultLocale, type Log, type Route, routes } from '../src/index.ts';

/**
 * What the Discord adapter adds to discord.js: time from a command to its private answer, one at a time, and from a press
 * to its acknowledgement at 1,000 a second, each beside a bare discord.js client that sends the same answer. The core
 * answers at once, so only the adapter is measured. Prints JSON; milliseconds.
 *
 *     npx tsx bench/discord.ts
 */
const rounds = 3;
const oneByOne = 200;
const perSecond = 1000;
const seconds = 3;

const quiet: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const line = { key: 'home.nothing' } as const;
const card: Card = {
  is: 'card',
  summary: line,
  blocks: [{ is: 'text', style: 'body', spans: [{ is: 'msg', msg: line }] }],
};
const silent = { name: 'bench.silent', kind: 'command', ack: 'silent', who: 'anyone', slash: null } as unknown as Route;

interface Running {
  stop(): Promise<void>;
}

async function bare({ token, apiUrl }: DiscordSettings): Promise<Running> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: apiUrl ?? '' } });
  const { components } = render(card, { locale: defaultLocale, people: () => ({ name: '', userId: null }) });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isButton()) await interaction.deferUpdate();
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({ components, flags: MessageFlags.IsComponentsV2 });
  });
  const ready = once(client, Events.ClientReady);
  await client.login(token);
  await ready;
  return { stop: () => client.destroy() };
}

async function curbside(settings: DiscordSettings): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-bench-'));
  const vault = await openVault({ folder, key: Buffer.alloc(32, 7) });
  const discord = createDiscord({ settings, routes: [...routes, silent], vault, clock: { now: Date.now }, log: quiet });
  const answer: Answer = { is: 'view', note: null, view: card };
  await discord.start({
    handle: async () => answer,
    happened: async () => {},
    communities: async () => [],
    circles: async () => [],
  });
  return {
    stop: async () => {
      await discord.stop();
      await vault.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function measure(start: (settings: DiscordSettings) => Promise<Running>) {
  const load = fork(fileURLToPath(new URL('./discord-load.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });
  const [settings] = (await once(load, 'message')) as [DiscordSettings];
  const run = async (job: object): Promise<number[]> => {
    load.send(job);
    const [{ times }] = (await once(load, 'message')) as [{ times: number[] }];
    return times;
  };
  const running = await start(settings);
  await run({ run: 'answers', count: 50 });
  const answers = await run({ run: 'answers', count: oneByOne });
  const acks = await run({ run: 'acknowledgements', count: perSecond, seconds });
  await running.stop();
  load.send({ run: 'close' });
  await once(load, 'exit');
  return { answer: summary(answers), acknowledgement: summary(acks) };
}

function summary(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2));
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

const results = [];
for (let round = 0; round < rounds; round++) {
  const client = await measure(bare);
  const ours = await measure(curbside);
  results.push({
    discordjs: client,
    curbside: ours,
    addedToAnswer: Number((ours.answer.p50 - client.answer.p50).toFixed(2)),
    answerTimesDiscordjs: Number((ours.answer.p50 / client.answer.p50).toFixed(2)),
  });
}
console.log(
  JSON.stringify({ bench: 'discord', node: process.version, oneByOne, perSecond, seconds, rounds: results }, null, 2),
);
