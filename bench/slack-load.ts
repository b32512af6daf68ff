import { type Call, startSlackServer } from '../test/wire/slack-server.ts';

/** The other end of the bench, a process of its own: a Slack on loopback that sends commands and times what comes back. */
const team = 'T0BENCH';
const users = { U0BENCH: { real_name: 'Rowan Ellery', tz: 'America/Chicago', locale: 'en-US' } };
const server = await startSlackServer([{ team, bot: 'U0BOT', token: 'xoxb-bench', users }]);

const command = (): Record<string, unknown> => ({
  command: '/curbside',
  text: 'help',
  team_id: team,
  channel_id: 'C1',
  user_id: 'U0BENCH',
  user_name: 'someone',
  response_url: server.responseUrl(),
  trigger_id: server.trigger(),
});

/** One after another: milliseconds from the command to its private answer. */
async function answers(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    const answered: Promise<Call> = server.next('response_url');
    await server.send('slash_commands', command());
    await answered;
    times.push(performance.now() - start);
  }
  return times;
}

/** Until no call has come for a second: what is still on its way must not run into the next measurement. */
async function quiet(): Promise<void> {
  for (let seen = -1; seen !== server.calls.length; ) {
    seen = server.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/**
 * At a steady rate: milliseconds from each command to its acknowledgement, however many are under way. Every command is
 * answered as well.
 */
async function acknowledgements(perSecond: number, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const sent: Promise<void>[] = [];
  const begin = performance.now();
  const total = perSecond * seconds;
  while (sent.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - begin) / 1000) * perSecond) + 1);
    while (sent.length < due) {
      const start = performance.now();
      sent.push(server.send('slash_commands', command()).then(() => void times.push(performance.now() - start)));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(sent);
  await quiet();
  return times;
}

process.on(
  'message',
  async (job: { run: 'answers' | 'acknowledgements' | 'close'; count: number; seconds: number }) => {
    if (job.run === 'close') {
      await server.close();
      process.disconnect();
      return;
    }
    await server.connected();
    const times = job.run === 'answers' ? await answers(job.count) : await acknowledgements(job.count, job.seconds);
    process.send?.({ times });
  },
);
process.send?.({ apiUrl: server.apiUrl });
