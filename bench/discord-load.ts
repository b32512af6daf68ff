import { startDiscord } from '../test/wire/discord.ts';
import type { Done } from '../test/wire/discord-interactions.ts';
import { addChannel, addGuild, addMember, snowflake, types } from '../test/wire/discord-world.ts';

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

/** At a steady rate: milliseconds from each press to its acknowledgement, however many are under way. */
async function acknowledgements(perSecond: number, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const sent: Promise<void>[] = [];
  const begin = performance.now();
  const total = perSecond * seconds;
  while (sent.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - begin) / 1000) * perSecond) + 1);
    while (sent.length < due) {
      const start = performance.now();
      sent.push(pressed().acknowledged.then(() => void times.push(performance.now() - start)));
    }
    await pause(1);
  }
  await Promise.all(sent);
  return times;
}

process.on(
  'message',
  async (job: { run: 'answers' | 'acknowledgements' | 'close'; count: number; seconds: number }) => {
    if (job.run === 'close') {
      await server.stop();
      process.disconnect();
      return;
    }
    const times = job.run === 'answers' ? await answers(job.count) : await acknowledgements(job.count, job.seconds);
    process.send?.({ times });
  },
);
process.send?.({ apiUrl: server.url, token: server.token, appId: world.appId });
