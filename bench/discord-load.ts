import { startDiscord } from '../test/wire/discord.ts';
import type { Done } from '../test/wire/discord-interactions.ts';
import { addChannel, addGuild, addMember, snowflake, types } from '../test/wire/discord-world.ts';
import { atSteadyRate, takeJobs } from './load.ts';

/** The other end of the bench, a process of its own: a Discord on loopback where somebody types commands and presses buttons. */
const server = await startDiscord({ checks: false });
const { world } = server;
const guild = addGuild(world, 'Bench');
const channel = addChannel(world, { type: types.text, name: 'bench', guild: guild.id });
const user = addMember(guild, 'Rowan Ellery');
const help = { id: '1', name: 'curbside', type: 1, options: [{ type: 1, name: 'help', options: [] }] };
const line = {
  id: snowflake(),
  channel: channel.id,
  author: world.bot.id,
  components: [],
  content: '',
  flags: 0,
  body: null,
};
world.messages.set(line.id, line);

const typed = (): Done => server.interactions.begin(user, guild, channel.id, 2, help);
const pressed = (): Done =>
  server.interactions.begin(user, guild, channel.id, 3, { custom_id: 'dbench.silent', component_type: 2 }, line);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** discord.js keeps to 50 calls a second with edits of answers, so these are paced below it. */
const pacedMs = 25;

/** One after another: milliseconds from the command to its private answer. */
async function answers(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await typed().shown;
    times.push(performance.now() - start);
    await pause(pacedMs);
  }
  return times;
}

takeJobs(
  { apiUrl: server.url, token: server.token, appId: world.appId },
  {
    answers,
    acknowledgements: (perSecond, seconds) => atSteadyRate(perSecond, seconds, () => pressed().acknowledged),
    close: () => server.stop(),
  },
);
