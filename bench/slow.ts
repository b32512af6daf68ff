import { setTimeout as wait } from 'node:timers/promises';
import { createSlack } from '../adapters/slack/index.ts';
import { routes } from '../src/index.ts';
import { openSlackHouse } from '../test/wire/slack-house.ts';
import { askedCore, practice } from '../test/wire/slack-kit.ts';
import { personAt } from '../test/wire/slack-person.ts';
import { startSlackServer } from '../test/wire/slack-server.ts';

/**
 * Measures when Slack has its acknowledgement where everything behind is slow: a core that takes 1 s for an answer (a
 * disk of 1 s) and a Slack that takes 2 s for each call. Slack gives up after 3 s. Prints JSON; times in ms.
 * Run with `npx tsx bench/slow.ts`.
 */
const fast = await openSlackHouse();
const rowan = fast.sit('U0ROWAN');
await rowan.command('/curbside', 'setup');
const setup = (await fast.server.next('views.open answered')).body.view as Record<string, unknown>;

const server = await startSlackServer([practice]);
const core = askedCore(async (incoming) => {
  await wait(1000);
  return fast.core.handle(incoming);
});
const slack = createSlack({
  settings: { botToken: practice.token, appToken: 'xapp-test', apiUrl: server.apiUrl },
  routes,
  vault: fast.vault,
  clock: { now: Date.now },
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
});
await slack.start(core);
const person = personAt(server, { team: practice.team, user: 'U0ROWAN', channel: practice.channel });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round(performance.now() - from);
}

async function slowly(method: string, work: () => Promise<unknown>): Promise<number> {
  const release = server.hold(method);
  const took = timed(work);
  await wait(2000);
  release();
  return took;
}

const result = {
  commandThatOpensAForm: await slowly('views.open', () => person.command('/curbside', 'setup')),
  commandWithAPrivateAnswer: await timed(() => person.command('/curbside', 'help')),
  formThatWrites: await slowly('views.update', () => person.submit(setup, {})),
};
console.log(JSON.stringify({ limitMs: 3000, acknowledgedAfterMs: result }, null, 2));
await slack.stop();
await server.close();
await fast.close();
process.exit(0);
