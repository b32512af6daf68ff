import { webApi } from '@slack/bolt';
import {
  type ChatPlatform,
  type Clock,
  type Core,
  type Log,
  type Route,
  traceOf,
  type Vault,
} from '../../src/index.ts';
import type { Documents } from '../documents/index.ts';
import { namesWithin } from '../node/names-within.ts';
import { checkRunning } from './doctor.ts';
import { createEventReporter, happened, type ReportEvent, watch } from './listeners/events.ts';
import { createIncomingFactory } from './listeners/incoming.ts';
import { listen } from './listeners/register.ts';
import { createResponder } from './listeners/respond.ts';
import type { SlackSettings } from './settings.ts';
import { findAbsent } from './web-api/absent-members.ts';
import { type Connection, clientOptions, connect } from './web-api/connection.ts';
import { createDirectory, type Directory } from './web-api/directory.ts';
import { codeOf } from './web-api/failures.ts';
import { createOutbound } from './web-api/messages.ts';
import { personId } from './web-api/refs.ts';
import { notKnown } from './web-api/refused.ts';

export interface SlackParts {
  readonly settings: SlackSettings;
  readonly routes: readonly Route[];
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  /** Makes the files that people ask for; without it, they are told that there are none. */
  readonly documents?: Documents;
  /** How long (ms) an answer may take before a waiting window is shown in its place, instead of the usual times. */
  readonly patienceMs?: number;
}

export interface Slack extends ChatPlatform {
  /**
   * Checks the token, connects, and passes on what people do. Rejects with `SlackRefused`, which says what to do, when
   * Slack cannot be reached or does not accept a token, or when the port is taken.
   */
  start(core: Pick<Core, 'handle' | 'happened' | 'circles'>): Promise<void>;
  /** Takes nothing more in and waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Slack gives up after three seconds. The acknowledgement of a submission goes down a line that is open; a window is opened
 * by a call that may itself be slow, so nearly all of the time is left to that.
 */
const usual = { submittedMs: 1800, openWithinMs: 250, quietForMs: 1000 };

/** One Slack workspace: the one that the bot token belongs to. */
export function createSlack({ settings, routes, vault, clock, log, documents, patienceMs }: SlackParts): Slack {
  const client = new webApi.WebClient(settings.botToken, clientOptions(settings, log));
  const atWork = new Set<Promise<void>>();
  let connection: Connection | null = null;
  let outbound: ReturnType<typeof createOutbound> | null = null;
  let team: string | null = null;
  let people: Directory | null = null;

  /** Errors end here, under their code alone: what failed may quote what somebody typed. */
  function track(work: Promise<unknown>): Promise<void> {
    const ended = work.then(
      () => {},
      (error: unknown) => log.error('slack.event_failed', { ...traceOf(error), why: codeOf(error) }),
    );
    atWork.add(ended);
    return ended.finally(() => atWork.delete(ended));
  }

  const notStarted = { ok: false, why: 'later', retryAfterMs: 1000 } as const;

  return {
    name: 'slack',
    limits: { repeatableForMs: 0, asksInGroup: false, filesStay: true },
    post: async (...sent) => outbound?.post(...sent) ?? notStarted,
    edit: async (...changed) => outbound?.edit(...changed) ?? notStarted,
    remove: async (scope, ref) => outbound?.remove(scope, ref) ?? notStarted,

    async check(scope, channel) {
      const ours = team !== null && (await vault.reveal(scope))?.id === team;
      return ours ? checkRunning(settings, channel, clock.now) : [];
    },

    names: async (_scope, refs) => namesWithin(refs, async (ref) => people?.nameOf(ref) ?? null),

    async start(core) {
      const me = await whoAmI(client);
      team = me.team;
      const left = (user: string): void =>
        tell({ eventId: `left ${user} ${clock.now()}`, command: happened.personLeft, user });
      const directory = createDirectory({ client, team: me.team, vault, clock, log, left });
      people = directory;
      const desk = createIncomingFactory(me.team, vault, directory);
      const tell: ReportEvent = createEventReporter({ core, desk, bot: me.bot, log, track });
      const answers = createResponder({
        ...{ client, directory, clock, log },
        documents: documents ?? null,
        openWithinMs: patienceMs ?? usual.openWithinMs,
        quietForMs: patienceMs ?? usual.quietForMs,
      });
      connection = connect(settings, me, log);
      listen(connection.app, {
        core,
        desk,
        answers,
        routes,
        client,
        log,
        patienceMs: patienceMs ?? usual.submittedMs,
        track,
      });
      const isKnown = async (user: string) =>
        (await vault.known({ platform: 'slack', id: personId(me.team, user) })) !== null;
      watch(connection.app, me.bot, tell, isKnown, log);
      outbound = createOutbound({ client, team: me.team, vault, directory, log, clock, tell });
      await connection.start();
      void track(findAbsent({ client, core, team: me.team, vault, clock, log, tell }));
    },

    async stop() {
      const open = connection;
      connection = null;
      await open?.stop();
      await Promise.allSettled(atWork);
    },
  };
}

async function whoAmI(client: webApi.WebClient) {
  try {
    const me = await client.auth.test();
    if (me.team_id === undefined || me.user_id === undefined) throw new Error('no workspace');
    return { team: me.team_id, bot: me.user_id, botId: me.bot_id };
  } catch (error) {
    throw notKnown(error);
  }
}
