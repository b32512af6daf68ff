import { once } from 'node:events';
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import { createDiscord, type DiscordSettings } from '../adapters/discord/chat-platform.ts';
import { render } from '../adapters/discord/components/render.ts';
import { type Answer, defaultLocale, type Route, routes } from '../src/index.ts';
import { card, quiet, type Running, round, startLoad, summary, temporaryVault } from './platform.ts';

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

const silent = { name: 'bench.silent', kind: 'command', ack: 'silent', who: 'anyone', slash: null } as unknown as Route;

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
  const { vault, remove } = await temporaryVault();
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
      await remove();
    },
  };
}

async function measure(start: (settings: DiscordSettings) => Promise<Running>) {
  const { settings, run, close } = await startLoad<DiscordSettings>('./discord-load.ts');
  const running = await start(settings);
  await run({ run: 'answers', count: 50 });
  const answers = await run({ run: 'answers', count: oneByOne });
  const acks = await run({ run: 'acknowledgements', count: perSecond, seconds });
  await running.stop();
  await close();
  return { answer: summary(answers), acknowledgement: summary(acks) };
}

const results = [];
for (let i = 0; i < rounds; i++) {
  const client = await measure(bare);
  const ours = await measure(curbside);
  results.push({
    discordjs: client,
    curbside: ours,
    addedToAnswer: round(ours.answer.p50 - client.answer.p50),
    answerTimesDiscordjs: round(ours.answer.p50 / client.answer.p50),
  });
}
console.log(
  JSON.stringify({ bench: 'discord', node: process.version, oneByOne, perSecond, seconds, rounds: results }, null, 2),
);
