import { afterEach, expect, it } from 'vitest';
import { bucketOf, createPace, type Pace } from '../../adapters/node/pace.ts';
import { createSlack } from '../../adapters/slack/chat-platform.ts';
import { routes } from '../../src/index.ts';
import { mondayOnDiscord, mondayOnSlack } from '../fixtures/monday.ts';
import { startKit } from '../wire/discord-kit.ts';
import { diskVault } from '../wire/disk-vault.ts';
import { askedCore, listLog, practice } from '../wire/slack-kit.ts';
import { startSlackServer } from '../wire/slack-server.ts';
import { card } from './slack/views.ts';

const monday = { communities: 8, people: 60, instances: 3 };
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

it('a bucket gives out its burst at once, then one turn after another, and counts nothing that would wait too long', async () => {
  let now = 0;
  const { reserve } = createPace(() => now);
  const bucket = { ...bucketOf('a', 60, 60_000, 2), everyMs: 1000 };
  expect([await reserve(bucket, 5000), await reserve(bucket, 5000), await reserve(bucket, 5000)]).toEqual([0, 0, 1000]);
  expect(await reserve(bucket, 1500)).toBeNull();
  expect(await reserve({ ...bucket, name: 'b' }, 0)).toBe(0);
  now = 1500;
  expect(await reserve(bucket, 1500)).toBe(500);
  now = 60_000;
  expect([await reserve(bucket, 0), await reserve(bucket, 0), await reserve(bucket, 0)]).toEqual([0, 0, null]);
});

it.each([
  ['Slack', mondayOnSlack],
  ['Discord', mondayOnDiscord],
])('on a Monday at nine, %s is used nearly as much as it allows, and refuses nobody', async (_name, simulate) => {
  const shared = await simulate(monday);
  expect(shared.tooMany).toBe(0);
  expect(shared.ofPublishedLimit).toBeGreaterThanOrEqual(0.95);
  // However much more one of them has to say.
  expect(shared.fairness).toBeGreaterThan(0.75);
});

it('instances that know nothing of each other would be refused', async () => {
  expect((await mondayOnDiscord({ ...monday, shared: false })).tooMany).toBeGreaterThan(0);
});

/** Refuses everything, and notes what it was asked. */
function full() {
  const asked: string[] = [];
  const pace: Pace = {
    reserve: async ({ name }) => {
      asked.push(name);
      return null;
    },
  };
  return { asked, pace };
}

it('a message to Slack whose turn is far off is not sent, and waits in the outbox', async () => {
  const server = await startSlackServer([practice]);
  const vault = await diskVault();
  const { asked, pace } = full();
  const settings = { botToken: practice.token, appToken: 'xapp-test', apiUrl: server.apiUrl };
  const slack = createSlack({ settings, routes, vault, clock: { now: Date.now }, log: listLog([]), pace });
  open.push(server.close, vault.close, slack.stop);
  await slack.start(askedCore(() => ({ is: 'view', note: null, view: card() })));
  const scope = await vault.scopeFor({ platform: 'slack', id: practice.team });
  const place = { is: 'channel', scope, channel: practice.channel } as const;
  expect(await slack.post(place, card(), 'row')).toEqual({ ok: false, why: 'rate', retryAfterMs: 5000 });
  expect(asked).toEqual([`slack ${practice.team} post ${practice.channel}`]);
  expect(server.calls.map(({ method }) => method)).not.toContain('chat.postMessage');
});

it('a message to Discord whose turn is far off is not sent, and waits in the outbox', async () => {
  const { asked, pace } = full();
  const kit = await startKit({ connect: false, pace });
  open.push(kit.stop);
  const { reserve } = pace;
  // Connecting takes calls as well.
  pace.reserve = async () => 0;
  await kit.discord.start(kit.core);
  pace.reserve = reserve;
  const place = { is: 'channel', scope: kit.scope, channel: kit.channel.id } as const;
  expect(await kit.discord.post(place, card() as never, 'row')).toMatchObject({ ok: false, why: 'rate' });
  expect(asked).toEqual([`discord post ${kit.channel.id}`]);
  expect(kit.server.requests.filter(({ method, path }) => method === 'POST' && /messages$/.test(path))).toEqual([]);
});
