import { type Call, startSlackServer } from '../test/wire/slack-server.ts';
import { atSteadyRate, takeJobs } from './load.ts';

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

takeJobs(
  { apiUrl: server.apiUrl },
  {
    async answers(count) {
      await server.connected();
      return answers(count);
    },
    /** Every command is answered as well: that has to end before the next job. */
    async acknowledgements(perSecond, seconds) {
      await server.connected();
      const times = await atSteadyRate(perSecond, seconds, () => server.send('slash_commands', command()));
      await quiet();
      return times;
    },
    close: () => server.close(),
  },
);
