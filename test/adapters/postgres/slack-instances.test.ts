import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabaseParts } from '../../../adapters/cli/open-database.ts';
import { loadCheckins } from '../../../adapters/node/checkin-settings.ts';
import { createSlack } from '../../../adapters/slack/chat-platform.ts';
import { routes } from '../../../src/index.ts';
import { asking, databaseUrl, freshSchema } from '../../fixtures/database/schema.ts';
import { daytime } from '../../fixtures/daytime.ts';
import { type Line, listLog, practice } from '../../wire/slack-kit.ts';
import { personAt, wordsIn } from '../../wire/slack-person.ts';
import { type SlackServer, startSlackServer } from '../../wire/slack-server.ts';
import { question, slackSteps } from '../../wire/slack-steps.ts';

type Json = Record<string, unknown>;

const key = { key: randomBytes(32), file: null, made: false };
/** A database of their own: an instance names its schemas itself. */
let database: string;
let server: SlackServer;
let lines: Line[];
let instances: Awaited<ReturnType<typeof start>>[];

beforeEach(async () => {
  database = freshSchema();
  await asking((client) => client.query(`CREATE DATABASE ${database}`));
  server = await startSlackServer([practice]);
  lines = [];
  instances = [await start(), await start()];
});
afterEach(async () => {
  for (const { slack } of instances) await slack.stop();
  await server.close();
  for (const { parts } of instances) await parts.close();
  await asking((client) => client.query(`DROP DATABASE ${database} WITH (FORCE)`));
});

/** One instance of several on the shared database, with a line to Slack of its own. */
async function start() {
  const url = databaseUrl().replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${database}`);
  const log = listLog(lines);
  const parts = await openDatabaseParts({ url, vaultUrl: undefined }, key, log, loadCheckins());
  const { vault, pace } = parts;
  const clock = { now: () => daytime(parts.clock.now()) };
  const settings = { botToken: practice.token, appToken: 'xapp-test', apiUrl: server.apiUrl };
  const rates = pace === undefined ? {} : { pace };
  const slack = createSlack({ settings, routes, vault, clock, log, ...rates, patienceMs: 60_000, silenceMs: 60_000 });
  const core = parts.core([slack], clock);
  let asked = 0;
  await slack.start({
    ...core,
    handle: (incoming) => {
      asked += 1;
      return core.handle(incoming);
    },
  });
  return { parts, slack, core, asked: () => asked };
}

/** A Slack that sends each delivery down the other line than the one before. */
function alternating(): SlackServer {
  let turn = 0;
  return {
    ...server,
    send: (...delivery) => {
      turn += 1;
      server.over(turn % server.standing());
      return server.send(...delivery);
    },
  };
}

/** The same delivery down both lines at once, as when Slack does not see the first acknowledgement in time. */
async function twice(deliver: () => Promise<Json>): Promise<void> {
  await Promise.all(
    [0, 1].map((line) => {
      server.over(line);
      return deliver();
    }),
  );
}

const app = () => ({
  server,
  sit: (user: string, channel: string = practice.channel) =>
    personAt(alternating(), { team: practice.team, user, channel }),
});
const { setUp, viewOf } = slackSteps(app);

/** Both send what is due, at once. */
const pump = () => Promise.all(instances.map(({ core }) => core.pump()));
const posted = () => server.calls.filter((c) => c.method === 'chat.postMessage').map((c) => c.body);

it('instances with a line each take turns in one story, and what comes down both lines counts once', async () => {
  expect(server.standing()).toBe(2);
  await setUp('U0ROWAN', 'U0MARE');
  const rowan = app().sit('U0ROWAN');
  await rowan.command('/consult');
  const { view } = await rowan.submit(await viewOf('views.open'), { question });
  await server.next('views.update answered');
  await rowan.choose({ view: view as Json }, ['yes']);
  const shown = await viewOf('views.update');
  const trigger_id = server.trigger();
  const direct = personAt(server, { team: practice.team, user: 'U0ROWAN', channel: practice.channel });
  await twice(() => direct.press({ view: shown }, 'Post as me', { trigger_id }));
  const first = await viewOf('views.update');
  expect(wordsIn((await viewOf('views.update')).blocks)).toBe(wordsIn(first.blocks));
  await pump();
  expect(posted()).toHaveLength(2);

  const inThread = posted()[1] ?? {};
  const mare = app().sit('U0MARE');
  await mare.press({ posted: inThread }, 'Reply');
  await mare.submit(await viewOf('views.open'), { text: 'Name the ending ten minutes before.' });
  await pump();
  expect(posted().slice(2).map(wordsIn)).toEqual([expect.stringContaining('Name the ending ten minutes before.')]);

  const archived = { type: 'channel_archive', channel: practice.channel };
  const event = { type: 'event_callback', event_id: 'Ev1', team_id: practice.team, event: archived };
  await twice(() => server.send('events_api', event));
  await pump();
  expect(
    posted()
      .slice(3)
      .map((m) => m.channel),
  ).toEqual(['DU0ROWAN']);
  expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
});

it('one that stops leaves nothing undone, and what Slack sends from then on is for the other', async () => {
  await setUp('U0ROWAN', 'U0MARE');
  const rowan = app().sit('U0ROWAN');
  await rowan.command('/consult');
  const form = await viewOf('views.open');
  server.over(0);
  const direct = personAt(server, { team: practice.team, user: 'U0ROWAN', channel: practice.channel });
  const [one, two] = instances;
  const before = one?.asked() ?? 0;
  const submitted = direct.submit(form, { question });
  await expect.poll(() => one?.asked()).toBe(before + 1);
  await one?.slack.stop();
  const { view } = await submitted;
  await server.next('views.update answered');
  await expect.poll(() => server.standing()).toBe(1);
  await rowan.choose({ view: view as Json }, ['yes']);
  await rowan.press({ view: await viewOf('views.update') }, 'Post as me');
  await viewOf('views.update');
  await two?.core.pump();
  expect(posted()).toHaveLength(2);
});
