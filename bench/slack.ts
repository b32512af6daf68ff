import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { loadLexicon } from '../adapters/node/lexicon.ts';
import { createScanner } from '../adapters/node/scanner.ts';
import { renderMessage } from '../adapters/slack/block-kit/render.ts';
import { createSlack } from '../adapters/slack/chat-platform.ts';
import { defaultLocale, routes } from '../src/index.ts';
import { card, quiet, type Running, round, startLoad, summary, temporaryVault } from './platform.ts';
import { load } from './rounds.ts';

/**
 * What the Slack adapter adds to Bolt: time from a command to its private answer, one at a time, and from a command to
 * its acknowledgement at 1,000 commands a second (and the processor time each takes), each beside a bare Bolt app that sends the same answer. The core
 * answers at once, so only the adapter is measured; `drafts` is the same while every twentieth command has a long text scanned. Prints JSON;
 * milliseconds.
 *
 *     npx tsx bench/slack.ts [commands a second]
 */
const rounds = 3;
const oneByOne = 500;
const perSecond = Number(process.argv[2] ?? 1000);
const seconds = 3;

async function bare(apiUrl: string): Promise<Running> {
  const clientOptions = { slackApiUrl: apiUrl };
  const receiver = new SocketModeReceiver({
    appToken: 'xapp-bench',
    installerOptions: { clientOptions },
    logLevel: LogLevel.ERROR,
  });
  const authorize = async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'U0BOT', teamId: 'T0BENCH' });
  const app = new App({ receiver, authorize, clientOptions, logLevel: LogLevel.ERROR });
  const answer = renderMessage(card, { locale: defaultLocale, people: () => null });
  app.command(/.*/, async ({ ack, respond }) => {
    await ack();
    await respond({ response_type: 'ephemeral', replace_original: false, ...answer });
  });
  await app.start();
  return { stop: async () => void (await app.stop()) };
}

const line =
  'She told Dana Whitcombe (34) about it in Marfa on March 3rd, and we agreed to look at the plan again next week. ';
const longText = line.repeat(27);

/** Scans every twentieth time it is called, as when somebody sends a long draft. */
function scansOfDrafts(): { scan(): Promise<unknown>; close(): Promise<void> } {
  const scanner = createScanner(loadLexicon(), quiet);
  let n = 0;
  return {
    scan: async () => (n++ % 20 === 0 ? scanner.scan({ text: `${n} ${longText}` }, new Set()) : null),
    close: () => scanner.close(),
  };
}

const withDrafts = async (apiUrl: string): Promise<Running> => {
  const { scan, close } = scansOfDrafts();
  await scan();
  const { stop } = await curbside(apiUrl, scan);
  return {
    async stop() {
      await stop();
      await close();
    },
  };
};

async function curbside(apiUrl: string, first: () => Promise<unknown> = async () => null): Promise<Running> {
  const { vault, remove } = await temporaryVault();
  const settings = { botToken: 'xoxb-bench', appToken: 'xapp-bench', apiUrl };
  const slack = createSlack({ settings, routes, vault, clock: { now: Date.now }, log: quiet });
  await slack.start({
    async handle() {
      await first();
      return { is: 'view', note: null, view: card };
    },
    happened: async () => {},
    circles: async () => [],
  });
  return {
    stop: async () => {
      await slack.stop();
      await remove();
    },
  };
}

async function measure(start: (apiUrl: string) => Promise<Running>) {
  const { settings, run, close } = await startLoad<{ apiUrl: string }>('./slack-load.ts');
  const running = await start(settings.apiUrl);
  await run({ run: 'answers', count: 100 });
  const answers = await run({ run: 'answers', count: oneByOne });
  const before = process.cpuUsage();
  const acks = await run({ run: 'acknowledgements', count: perSecond, seconds });
  const { user, system } = process.cpuUsage(before);
  await running.stop();
  await close();
  return {
    answer: summary(answers),
    acknowledgement: summary(acks),
    cpuPerCommand: round((user + system) / 1000 / acks.length),
  };
}

const results = [];
for (let i = 0; i < rounds; i++) {
  const bolt = await measure(bare);
  const ours = await measure((url) => curbside(url));
  const drafts = await measure(withDrafts);
  results.push({
    bolt,
    curbside: ours,
    drafts,
    addedToAnswer: round(ours.answer.p50 - bolt.answer.p50),
    answerTimesBolt: round(ours.answer.p50 / bolt.answer.p50),
  });
}
console.log(
  JSON.stringify(
    { bench: 'slack', node: process.version, load: load(), oneByOne, perSecond, seconds, rounds: results },
    null,
    2,
  ),
);
