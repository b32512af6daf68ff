import { type Client, Events, type REST } from 'discord.js';
import type { ChatPlatform, Clock, Core, Log, Ref, Route, Vault } from '../../src/index.ts';
import type { Documents } from '../documents/index.ts';
import { namesWithin } from '../node/names-within.ts';
import type { Pace } from '../node/pace.ts';
import type { Leases } from '../platform.ts';
import type { DiscordContext } from './context.ts';
import { checkConnection } from './doctor.ts';
import { createKeptForms } from './forms/kept-forms.ts';
import { findAbsent } from './gateway/absent-members.ts';
import { createClient } from './gateway/client.ts';
import { connect } from './gateway/connection.ts';
import { answerDirectMessages, type HelpLines } from './gateway/direct-messages.ts';
import { createGatewayEvents, type GatewayEvents } from './gateway/events.ts';
import { oneProcess, recommendedShards } from './gateway/one-process.ts';
import { type Session, type Shard, type SharedShards, shareShards } from './gateway/shards.ts';
import { receive } from './interactions/receive.ts';
import { platform } from './name.ts';
import { createChannels } from './rest/channels.ts';
import { createRest } from './rest/client.ts';
import { failureCode } from './rest/failures.ts';
import { createInferredEvents } from './rest/inferred-events.ts';
import { createMembers } from './rest/members.ts';
import { createOutbound } from './rest/outbound.ts';
import { pacedRequests } from './rest/pace.ts';
import { otherApp } from './rest/refused.ts';
import { registerCommands } from './rest/register.ts';
import type { DiscordSettings } from './settings.ts';

export type { DiscordSettings } from './settings.ts';

export interface DiscordOptions {
  readonly settings: DiscordSettings;
  readonly routes: readonly Route[];
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  /** Named to whoever writes to the bot; without it, the emergency number and the directory of lines are. */
  readonly help?: HelpLines;
  /** Makes the files that people ask for; without it, they are told that there are none. */
  readonly documents?: Documents;
  /** Shares the connections with other processes; without it, this one has them all. */
  readonly leases?: Leases;
  /** Rates shared with other processes. */
  readonly pace?: Pace;
  /** How long (ms) a file may take before the person reads that it is being made; a second unless said otherwise. */
  readonly quietForMs?: number;
}

export interface Discord extends ChatPlatform {
  /**
   * Registers the commands when they have changed, connects, and hands every event to the core. Resolves when Discord
   * says ready; rejects with `DiscordRefused`, which says what to do, when Discord cannot be reached or will not have this
   * token, this application or these intents.
   */
  start(core: Pick<Core, 'handle' | 'happened' | 'communities' | 'circles'>): Promise<void>;
  /** Where processes share the connections: has others go on with those of this one. */
  handOver(): Promise<void>;
  /** Ends what is under way, then leaves. */
  stop(): Promise<void>;
}

/** Curbside on Discord, by discord.js. */
export function createDiscord(options: DiscordOptions): Discord {
  const { settings, routes, vault, clock, log, help, documents, leases, pace, quietForMs = 1000 } = options;
  // The outbox waits for a busy channel itself, so that what it sends elsewhere is not held up.
  const inTurn = pace === undefined ? {} : { makeRequest: pacedRequests(pace) };
  const rest = createRest(settings, {
    ...inTurn,
    rejectOnRateLimit: ({ route }) => route.startsWith('/channels') || route.startsWith('/users/@me/channels'),
  });
  const once = createRest(settings, { ...inTurn, retries: 0, rejectOnRateLimit: () => true });
  const open = new Set<Client>();
  let events: GatewayEvents | null = null;
  let shards: SharedShards | null = null;
  let started = false;
  const members = createMembers(vault, rest, clock, async (guild, user) => events?.memberLeft(guild, user));
  const own = createOwnRemovals();
  const busy = new Set<Promise<void>>();
  const botId = (): string => [...open].find(({ user }) => user !== null)?.user?.id ?? settings.appId;
  const outbound = createOutbound({
    rest,
    once,
    clock,
    members,
    vault,
    channels: createChannels(open, rest),
    removing: own.begin,
    inferred: createInferredEvents((scope, event) => events?.inferred(scope, event)),
    reached: async (scope) => {
      const guild = (await vault.reveal(scope))?.id ?? '';
      return started && [...open].every((client) => client.guilds.cache.get(guild)?.available !== false);
    },
    botId,
  });

  function track(work: Promise<void>): void {
    busy.add(work);
    void work.finally(() => busy.delete(work));
  }

  /** One connection: of a shard, or of as many as Discord recommends. */
  async function openSession(discord: DiscordContext, circles: Core['circles'], shard?: Shard): Promise<Session> {
    const client = createClient(settings, shard);
    client.rest.setToken(settings.token);
    client.on(Events.InteractionCreate, (interaction) => track(receive(interaction, discord)));
    events?.listen(client);
    answerDirectMessages(client, help ?? { lines: {}, supportLine: null }, clock, log);
    open.add(client);
    const { isConnected } = await connect(client, settings.token, log).catch((error: unknown) => {
      open.delete(client);
      throw error;
    });
    const stop = async (): Promise<void> => {
      // What is still to be sent waits for the next start: without its token, the client could not say that nothing went.
      await Promise.allSettled([...busy]);
      await events?.settled();
      open.delete(client);
      // Leaving on purpose is no lost connection.
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    };
    if (client.application?.id !== settings.appId) {
      await stop();
      throw otherApp();
    }
    await events?.settled();
    const left = async (guild: string, user: string, channel: string | null) =>
      events?.memberLeft(guild, user, channel);
    const absent = circles(platform).then((all) => findAbsent(all, { client, vault, log, left }));
    track(absent.catch((error) => log.warn('discord.members_unknown', { code: failureCode(error) })));
    return { isConnected, stop };
  }

  return {
    ...outbound,
    names: (_scope, people) => namesWithin(people, members.nameOf),
    check: (_scope, channel) => checkConnection(settings, channel, clock.now),
    async start(core) {
      const discord: DiscordContext = {
        core,
        routes: new Map(routes.map((r) => [r.name, r])),
        members,
        vault,
        keptForms: createKeptForms(clock),
        quietForMs,
        documents: documents ?? null,
        clock,
        log,
      };
      events = createGatewayEvents(discord, botId, own.isOwn);
      await register(rest, settings, routes, log);
      shards =
        leases === undefined
          ? oneProcess(() => openSession(discord, core.circles))
          : shareShards({
              leases,
              recommended: () => recommendedShards(rest),
              open: (shard) => openSession(discord, core.circles, shard),
              log,
            });
      await shards.start();
      started = true;
    },
    handOver: async () => shards?.handOver(),
    async stop() {
      started = false;
      await shards?.stop();
      await Promise.allSettled([...busy]);
    },
  };
}

/** Commands that could not be registered are no reason to stay away: those of before still work. */
async function register(rest: REST, settings: DiscordSettings, routes: readonly Route[], log: Log): Promise<void> {
  try {
    const { changed } = await registerCommands(settings, routes, rest);
    log.info('discord.commands_registered', { changed });
  } catch (error) {
    log.warn('discord.commands_not_registered', { code: failureCode(error) });
  }
}

/** Messages that the bot is removing itself, until Discord has told of it; a few hundred at most. */
function createOwnRemovals() {
  const refs = new Set<Ref>();
  return {
    begin(ref: Ref): () => void {
      refs.add(ref);
      const [oldest] = refs;
      if (refs.size > 500 && oldest !== undefined) refs.delete(oldest);
      return () => void refs.delete(ref);
    },
    isOwn: (ref: Ref): boolean => refs.delete(ref),
  };
}
