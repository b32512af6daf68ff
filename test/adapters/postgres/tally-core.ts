import { z } from 'zod';
import { randomIds } from '../../../adapters/node/ids.ts';
import {
  type ChatPlatform,
  type Clock,
  type Core,
  kind,
  type Lexicon,
  type Log,
  type Store,
  type Vault,
} from '../../../src/index.ts';
import { createCore } from '../../../src/runtime/core.ts';
import { decided, put, show } from '../../../src/runtime/decision.ts';
import { due } from '../../../src/runtime/jobs.ts';
import { undeliveredName } from '../../../src/runtime/outbox/undelivered.ts';
import { command, query, type Route } from '../../../src/runtime/route.ts';
import type { Runtime } from '../../../src/runtime/runtime.ts';
import { always } from '../../../src/time/durations.ts';

const about = { what: 'for tests', readBy: 'tests', keptFor: 'a test' };

/** How many commands were counted, and which job ran how often. */
export const Tally = kind('tally', z.object({ id: z.string(), n: z.number() }), { indexes: {}, sealed: 'no', about });

const answer = { is: 'card' as const, summary: { key: 'word.cancel' as const }, blocks: [] };

/** Counts one more, sends its number to the place, and has a job count as well. */
const add = command({
  name: 'tally.add',
  who: 'anyone',
  ack: 'private',
  input: z.object({ place: z.string(), id: z.string() }),
  async decide({ place, id }, ctx) {
    const before = (await ctx.read.get(Tally, place))?.n ?? 0;
    const post = { ...answer, blocks: [{ is: 'quote' as const, label: null, text: String(before + 1) }] };
    return decided(show('tally.show'), {
      changes: [put(Tally, { id: place, n: before + 1 })],
      sends: [
        { post: post as never, id: ctx.ids.next(), to: { is: 'group', group: place }, subject: id, notBefore: ctx.now },
      ],
      due: [{ schedule: due('tally.job', id, 'once', ctx.now, always, { id, place }) }],
    });
  },
});

const job = command({
  name: 'tally.job',
  who: 'timer',
  ack: 'silent',
  input: z.object({ place: z.string(), id: z.string() }),
  async decide({ id, place }, ctx) {
    const [mine, all] = await ctx.read.getMany(Tally, [`job ${id}`, `jobs ${place}`]);
    return decided(show('tally.show'), {
      changes: [
        put(Tally, { id: `job ${id}`, n: (mine?.n ?? 0) + 1 }),
        put(Tally, { id: `jobs ${place}`, n: (all?.n ?? 0) + 1 }),
      ],
    });
  },
});

const shown = query({
  name: 'tally.show',
  who: 'anyone',
  ack: 'private',
  input: z.object({}),
  show: async () => answer as never,
});

/** Does nothing: a community's clean-up job. */
const rest = command({
  name: 'tally.rest',
  who: 'timer',
  ack: 'silent',
  input: z.object({}),
  decide: async () => decided(show('tally.show')),
});

/** What happens when a message may not have arrived: nobody is to be told here. */
const undelivered = command({
  name: undeliveredName,
  who: 'timer',
  ack: 'silent',
  input: z.object({ row: z.string() }),
  decide: async () => decided(show('tally.show')),
});

/**
 * The real loop (idempotency, transactions, jobs, outbox) around the smallest commands that would show a lost update, a job
 * that ran twice, and a message that was sent twice or out of turn.
 */
export function tallyCore(store: Store, vault: Vault, clock: Clock, log: Log, platform: ChatPlatform): Core {
  const routes = [add, job, shown, rest, undelivered] as unknown as readonly Route[];
  const parts = {
    store,
    vault,
    clock,
    log,
    ids: randomIds,
    drafts: { put: async () => {}, get: async () => null, drop: async () => {} },
    lexicon: {} as Lexicon,
    scanner: { scan: async () => ({}), close: async () => {} },
    checkins: {},
    packs: [],
    platforms: [platform],
    routes: new Map(routes.map((route) => [route.name, route])),
    hooks: [],
    membership: {
      channelOf: async (_read: unknown, group: string) => group,
      localeOf: async () => 'en',
      localesOf: async () => ['en'],
      people: async () => [],
      inUse: async () => true,
      circles: async () => [],
    },
    access: async (_runtime: Runtime, _route: Route, _incoming: unknown, read: unknown) => ({ now: clock.now(), read }),
    groupLocale: async () => 'en',
    firstJob: (now: number) => due('tally.rest', 'all', 'daily', now + 24 * 3600_000, always, {}),
  };
  return createCore(parts as unknown as Parameters<typeof createCore>[0]);
}
