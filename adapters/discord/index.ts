import { type Client, Events } from 'discord.js';
import type { ChatPlatform, Clock, Core, Log, Ref, Route, Vault } from '../../src/index.ts';
import { findAbsent } from './absence.ts';
import { channelsOf } from './channels.ts';
import { newClient, restFor } from './client.ts';
import { connect } from './connect.ts';
import { answerDirectMessages, type HelpLines } from './direct-messages.ts';
import { checkRunning } from './doctor.ts';
import { failureCode } from './failures.ts';
import { keptForms } from './forms.ts';
import { type Watch, watch } from './happenings.ts';
import { receive } from './inbound.ts';
import { learning } from './learn.ts';
import { outbound } from './outbound.ts';
import type { Parts } from './parts.ts';
import { directory, platform } from './people.ts';
import { otherApp } from './refused.ts';
import { registerCommands } from './register.ts';
import type { DiscordSettings } from './settings.ts';

export { checkDiscord } from './doctor.ts';
export type { DiscordSettings } from './settings.ts';

export interface DiscordOptions {
  readonly settings: DiscordSettings;
  readonly routes: readonly Route[];
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  /** Named to whoever writes to the bot; without it, the emergency number and the directory of lines are. */
  readonly help?: HelpLines;
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
export function createDiscord({ settings, routes, vault, clock, log, help }: DiscordOptions): Discord {
  const client = newClient(settings);
  client.rest.setToken(settings.token);
  const once = restFor(settings, { retries: 0, rejectOnRateLimit: () => true });
  let heard: Watch | null = null;
  let started = false;
  const people = directory(vault, client.rest, clock, async (guild, user) => heard?.left(guild, user));
  const own = ownRemovals();
  const busy = new Set<Promise<void>>();
  const out = outbound({
    rest: client.rest,
    once,
    clock,
    people,
    vault,
    channels: channelsOf(client),
    removing: own.begin,
    learn: learning((scope, happening) => heard?.missed(scope, happening)),
    reached: async (scope) => {
      const guild = (await vault.reveal(scope))?.id;
      return started && client.guilds.cache.get(guild ?? '')?.available !== false;
    },
    botId: () => client.user?.id ?? settings.appId,
  });

  return {
    ...out,
    check: (_scope, channel) => checkRunning(settings, channel, clock.now),
    async start(core) {
      const parts: Parts = {
        core,
        routes: new Map(routes.map((r) => [r.name, r])),
        people,
        vault,
        forms: keptForms(clock),
        clock,
        log,
      };
      client.on(Events.InteractionCreate, (interaction) => {
        const work = receive(interaction, parts).finally(() => busy.delete(work));
        busy.add(work);
      });
      heard = watch(client, parts, own.isOwn);
      answerDirectMessages(client, help ?? { lines: {}, supportLine: null }, clock, log);
      await register(client, settings, routes, log);
      await connect(client, settings.token, log);
      if (client.application?.id !== settings.appId) throw otherApp();
      await heard.settled();
      started = true;
      const absent = core.circles(platform).then((circles) =>
        findAbsent(circles, {
          client,
          vault,
          log,
          left: async (guild, user, channel) => heard?.left(guild, user, channel),
        }),
      );
      const work = absent.catch((error) => log.warn('discord.membersUnknown', { code: failureCode(error) }));
      busy.add(work);
      void work.finally(() => busy.delete(work));
    },
    async stop() {
      // What is still to be sent waits for the next start: without its token, the client could not say that nothing went.
      started = false;
      await Promise.allSettled(busy);
      await heard?.settled();
      await client.destroy();
    },
  };
}

/** Commands that could not be registered are no reason to stay away: those of before still work. */
async function register(client: Client, settings: DiscordSettings, routes: readonly Route[], log: Log): Promise<void> {
  try {
    const { changed } = await registerCommands(settings, routes, client.rest);
    log.info('discord.commands', { changed });
  } catch (error) {
    log.warn('discord.commandsNotRegistered', { code: failureCode(error) });
  }
}

/** Messages that the bot is removing itself, until Discord has told of it; a few hundred at most. */
function ownRemovals() {
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
