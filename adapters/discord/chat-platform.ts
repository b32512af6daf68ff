import { type Client, Events } from 'discord.js';
import type { ChatPlatform, Clock, Core, Log, Ref, Route, Vault } from '../../src/index.ts';
import type { Documents } from '../documents/index.ts';
import { namesWithin } from '../node/names-within.ts';
import type { DiscordContext } from './context.ts';
import { checkConnection } from './doctor.ts';
import { createKeptForms } from './forms/kept-forms.ts';
import { findAbsent } from './gateway/absent-members.ts';
import { createClient } from './gateway/client.ts';
import { connect } from './gateway/connection.ts';
import { answerDirectMessages, type HelpLines } from './gateway/direct-messages.ts';
import { type GatewayEvents, listenToGateway } from './gateway/events.ts';
import { receive } from './interactions/receive.ts';
import { platform } from './name.ts';
import { createChannels } from './rest/channels.ts';
import { createRest } from './rest/client.ts';
import { failureCode } from './rest/failures.ts';
import { createInferredEvents } from './rest/inferred-events.ts';
import { createMembers } from './rest/members.ts';
import { createOutbound } from './rest/outbound.ts';
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
}

export interface Discord extends ChatPlatform {
  /**
   * Registers the commands when they have changed, connects, and hands every event to the core. Resolves when Discord
   * says ready; rejects with `DiscordRefused`, which says what to do, when Discord cannot be reached or will not have this
   * token, this application or these intents.
   */
  start(core: Pick<Core, 'handle' | 'happened' | 'communities' | 'circles'>): Promise<void>;
  /** Ends what is under way, then leaves. */
  stop(): Promise<void>;
}

/** Curbside on Discord, by discord.js. */
export function createDiscord({ settings, routes, vault, clock, log, help, documents }: DiscordOptions): Discord {
  const client = createClient(settings);
  client.rest.setToken(settings.token);
  const once = createRest(settings, { retries: 0, rejectOnRateLimit: () => true });
  let events: GatewayEvents | null = null;
  let started = false;
  const members = createMembers(vault, client.rest, clock, async (guild, user) => events?.memberLeft(guild, user));
  const own = createOwnRemovals();
  const busy = new Set<Promise<void>>();
  const outbound = createOutbound({
    rest: client.rest,
    once,
    clock,
    members,
    vault,
    channels: createChannels(client),
    removing: own.begin,
    inferred: createInferredEvents((scope, event) => events?.inferred(scope, event)),
    reached: async (scope) => {
      const guild = (await vault.reveal(scope))?.id;
      return started && client.guilds.cache.get(guild ?? '')?.available !== false;
    },
    botId: () => client.user?.id ?? settings.appId,
  });

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
        documents: documents ?? null,
        clock,
        log,
      };
      client.on(Events.InteractionCreate, (interaction) => {
        const work = receive(interaction, discord).finally(() => busy.delete(work));
        busy.add(work);
      });
      events = listenToGateway(client, discord, own.isOwn);
      answerDirectMessages(client, help ?? { lines: {}, supportLine: null }, clock, log);
      await register(client, settings, routes, log);
      await connect(client, settings.token, log);
      if (client.application?.id !== settings.appId) throw otherApp();
      await events.settled();
      started = true;
      const absent = core.circles(platform).then((circles) =>
        findAbsent(circles, {
          client,
          vault,
          log,
          left: async (guild, user, channel) => events?.memberLeft(guild, user, channel),
        }),
      );
      const work = absent.catch((error) => log.warn('discord.members_unknown', { code: failureCode(error) }));
      busy.add(work);
      void work.finally(() => busy.delete(work));
    },
    async stop() {
      // What is still to be sent waits for the next start: without its token, the client could not say that nothing went.
      started = false;
      await Promise.allSettled(busy);
      await events?.settled();
      await client.destroy();
    },
  };
}

/** Commands that could not be registered are no reason to stay away: those of before still work. */
async function register(client: Client, settings: DiscordSettings, routes: readonly Route[], log: Log): Promise<void> {
  try {
    const { changed } = await registerCommands(settings, routes, client.rest);
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
