import type { Log } from '../../../src/index.ts';
import type { Leases } from '../../platform.ts';
import { agreedCount } from './shard-count.ts';

/** One part of a bot's servers, which has a connection of its own. */
export interface Shard {
  readonly id: number;
  /** Of how many. */
  readonly count: number;
}

/** An open connection of a shard. */
export interface Session {
  /** False while Discord can't be reached over it. */
  isConnected(): boolean;
  stop(): Promise<void>;
}

export interface ShardParts {
  readonly leases: Leases;
  /** How many shards Discord recommends, and how many connections may be begun in five seconds. */
  readonly recommended: () => Promise<{ readonly shards: number; readonly atOnce: number }>;
  /** Resolves once Discord says ready. */
  readonly open: (shard: Shard) => Promise<Session>;
  readonly log: Log;
}

export interface SharedShards {
  /** Resolves once this process has a connection, or others have all. Rejects where Discord refuses the first. */
  start(): Promise<void>;
  /** Offers what this process has to the others, and waits until they are connected in its place. */
  handOver(): Promise<void>;
  stop(): Promise<void>;
}

/** How often (ms) leases are renewed and others' looked at. */
const everyMs = 1000;
/** After so long (ms) without a word of its holder, a shard is taken over: with a look and a connection, within ten seconds. */
const leaseMs = 5000;
/** Discord takes so many new connections at once, and the next after this long (ms). */
const identifyMs = 5000;
/** How long (ms) whoever gives a shard away stays connected, should nobody go on with it. */
const longestOverlapMs = 8000;
/** How long (ms) a connection is kept while the database does not answer. */
const blindMs = 15_000;
/** After so long (ms) without Discord a shard is offered to others, and whoever lost it takes none for this long (ms). */
const downMs = 10_000;
const restMs = 60_000;

interface Held {
  readonly shard: Shard;
  readonly session: Promise<Session>;
  /** Discord said ready. */
  ready: boolean;
  /** Since when (ms) others may take it. */
  offeredAt: number | null;
  /** The connection, once it is open, and since when (ms) it does not reach Discord. */
  opened: Session | null;
  downSince: number | null;
}

const justBegun = { ready: false, offeredAt: null, opened: null, downSince: null } as const;

const prefix = 'discord ';
const nameOf = (shard: number): string => `${prefix}shard ${shard}`;
const instances = `${prefix}instance `;
const names = { agreed: `${prefix}shards`, instances };

/**
 * Shares the connections of a bot among processes: each shard is one lease, everybody has about as many, and what somebody had
 * who died or leaves is taken over. Whoever leaves stays connected until the other one is: in between both hear of everything,
 * and the core takes an event in once.
 */
export function shareShards({ leases, recommended, open, log }: ShardParts): SharedShards {
  const held = new Map<number, Held>();
  const closing = new Set<Promise<void>>();
  /** When this process last had its turn to connect. */
  const turns = new Map<string, number>();
  /** Until when (ms) this process leaves all to others, since it lost the way to Discord. */
  let restsUntil = 0;
  let limits = { shards: 1, atOnce: 1 };
  let answered = Date.now();
  let leaving = false;
  let told = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();

  function close(one: Held): void {
    held.delete(one.shard.id);
    const ended = one.session
      .then((session) => session.stop())
      .catch(() => {})
      .then(() => {
        closing.delete(ended);
        log.info('discord.shard_left', { shard: one.shard.id });
        if (held.size === 0 && !stopped) log.info('discord.connection_standby');
      });
    closing.add(ended);
  }

  /** Discord is asked for so many connections in five seconds, by all processes together. */
  async function openInTurn(shard: Shard): Promise<Session> {
    const turn = `${prefix}turn ${shard.id % limits.atOnce}`;
    const isMine = (): boolean => Date.now() - (turns.get(turn) ?? 0) < identifyMs;
    while (isMine() || !(await leases.take(turn, identifyMs, 'taken'))) {
      if (stopped) throw new Error('stopped');
      await new Promise((resolve) => setTimeout(resolve, everyMs / 4));
    }
    turns.set(turn, Date.now());
    return open(shard);
  }

  function begin(shard: Shard): Promise<void> {
    const one: Held = { shard, session: openInTurn(shard), ...justBegun };
    held.set(shard.id, one);
    /** The lease may have been lost meanwhile, and taken anew: then it is that of another connection. */
    const isStill = (): boolean => held.get(shard.id) === one;
    log.info('discord.shard_taken', { shard: shard.id, of: shard.count });
    return one.session.then(
      async (session) => {
        one.ready = true;
        one.opened = session;
        if (isStill()) await leases.mark(nameOf(shard.id), 'ready').catch(() => {});
      },
      async (error: unknown) => {
        log.warn('discord.shard_not_opened', { shard: shard.id });
        if (isStill()) {
          held.delete(shard.id);
          await leases.release(nameOf(shard.id)).catch(() => {});
        }
        throw error;
      },
    );
  }

  /** Renews what this process has; ends what another one has by now. */
  async function renew(now: number): Promise<void> {
    for (const one of [...held.values()]) {
      const name = nameOf(one.shard.id);
      if (await leases.take(name, leaseMs, one.ready ? 'ready' : 'taken')) {
        // Nobody wanted it.
        if (one.offeredAt !== null && !leaving && now - one.offeredAt > longestOverlapMs) {
          one.offeredAt = null;
          await leases.mark(name, 'ready');
        }
        continue;
      }
      const theirs = (await leases.all(name)).find((lease) => lease.name === name);
      const waits = one.offeredAt !== null && theirs?.state === 'taken' && now - one.offeredAt < longestOverlapMs;
      if (!waits) close(one);
    }
  }

  /** Others may reach Discord where this process can't. */
  async function offerWhatIsDown(now: number): Promise<void> {
    for (const one of held.values()) {
      if (one.opened?.isConnected() ?? true) one.downSince = null;
      else one.downSince ??= now;
      if (one.offeredAt !== null || one.downSince === null || now - one.downSince < downMs) continue;
      restsUntil = now + restMs;
      // Not counted among those that share, so that the others take more.
      await leases.release(`${instances}${leases.me}`);
      await offer(one);
    }
  }

  async function offer(one: Held): Promise<void> {
    one.offeredAt = Date.now();
    await leases.mark(nameOf(one.shard.id), 'offered');
  }

  /** Resolves to the connections that were begun. */
  async function look(): Promise<readonly Promise<void>[]> {
    const now = Date.now();
    const mineNow = [...held.values()][0]?.shard.count;
    const { count, isFirst } = await agreedCount(leases, { names, leaseMs, mine: mineNow, wanted: limits.shards });
    const shares = !leaving && now >= restsUntil;
    if (shares) await leases.take(`${instances}${leases.me}`, leaseMs, String(count));
    const all = await leases.all(prefix);
    answered = now;
    if (!isFirst && !told && count < limits.shards) {
      told = true;
      log.warn('discord.more_shards_recommended', { has: count, wants: limits.shards });
    }
    await renew(now);
    const others = all.some(({ name, holder }) => name.startsWith(instances) && holder !== leases.me);
    if (!leaving && others) await offerWhatIsDown(now);
    const alive = all.filter(({ name }) => name.startsWith(instances)).length;
    const share = Math.ceil(count / Math.max(1, alive));
    const mine = [...held.values()].filter(({ offeredAt }) => offeredAt === null);
    const spare = mine.find(({ ready }) => ready);
    if (!leaving && mine.length > share && spare !== undefined) await offer(spare);
    const taken = new Set(all.filter(({ state }) => state !== 'offered').map(({ name }) => name));
    const begun: Promise<void>[] = [];
    for (let id = 0; id < count && shares && mine.length + begun.length < share; id += 1) {
      const mayTake = !held.has(id) && !taken.has(nameOf(id));
      if (mayTake && (await leases.take(nameOf(id), leaseMs, 'taken'))) begun.push(begin({ id, count }));
    }
    return begun;
  }

  async function lookAgain(): Promise<void> {
    try {
      for (const opening of await look()) opening.catch(() => {});
    } catch {
      // Somebody else may have taken over by now, who can save what people do.
      if (Date.now() - answered > blindMs) for (const one of [...held.values()]) close(one);
    }
    if (!stopped) timer = setTimeout(repeat, everyMs);
  }

  function repeat(): void {
    looking = lookAgain();
  }

  return {
    async start() {
      limits = await recommended();
      const begun = await look();
      // Connecting may take longer than a lease lasts.
      timer = setTimeout(repeat, everyMs);
      await Promise.all(begun);
      if (held.size === 0) log.info('discord.connection_standby');
    },
    async handOver() {
      leaving = true;
      await looking;
      await leases.release(`${instances}${leases.me}`);
      const others = (await leases.all(instances)).length;
      if (others === 0) return;
      for (const one of held.values()) await offer(one);
      const until = Date.now() + longestOverlapMs;
      while (held.size > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, everyMs / 4));
    },
    async stop() {
      stopped = true;
      leaving = true;
      clearTimeout(timer);
      await looking;
      const shards = [...held.keys()].map(nameOf);
      for (const one of [...held.values()]) close(one);
      await Promise.all(closing);
      for (const name of [...shards, names.agreed, `${instances}${leases.me}`])
        await leases.release(name).catch(() => {});
    },
  };
}
