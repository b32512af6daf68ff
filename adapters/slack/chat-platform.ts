import type { webApi } from '@slack/bolt';
import {
  type ChatPlatform,
  type Clock,
  type Core,
  type Log,
  type Route,
  type Sent,
  traceOf,
  type Vault,
} from '../../src/index.ts';
import type { Documents } from '../documents/index.ts';
import { namesWithin } from '../node/names-within.ts';
import type { Pace } from '../node/pace.ts';
import { soon } from '../node/soon.ts';
import { checkRunning } from './doctor.ts';
import { watch } from './listeners/events.ts';
import { listen } from './listeners/register.ts';
import { createInstallationStore } from './oauth/installation-store.ts';
import { createInstallations } from './oauth/installations.ts';
import { findRemoved, watchOrganizations } from './oauth/removals.ts';
import { manyWorkspaces } from './oauth/workspaces.ts';
import type { SlackSettings } from './settings.ts';
import { findAbsent } from './web-api/absent-members.ts';
import { clientWith } from './web-api/client.ts';
import { type Connection, openConnection } from './web-api/connection.ts';
import { codeOf, lineBroke } from './web-api/failures.ts';
import { notKnown } from './web-api/refused.ts';
import { oneWorkspace, openWorkspace, type Workspace, type WorkspaceParts, type Workspaces } from './workspace.ts';

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
  /** How long (ms) a ping may stay unanswered before the line to Slack is taken for broken; as long as Bolt waits if not given. */
  readonly silenceMs?: number;
  /** Rates shared with other processes. */
  readonly pace?: Pace;
}

export interface Slack extends ChatPlatform {
  /**
   * Checks the token, connects, and passes on what people do. Rejects with `SlackRefused`, which says what to do, when
   * Slack cannot be reached or does not accept a token, or when the port is taken.
   */
  start(core: Pick<Core, 'handle' | 'happened' | 'circles'>): Promise<void>;
  /** Takes nothing more in and waits for what is under way. */
  stop(): Promise<void>;
  /** In how many workspaces, where any can install the app; null for the one of a token. */
  installedIn(): Promise<number | null>;
}

/**
 * Slack gives up after three seconds. The acknowledgement of a submission goes down a line that is open; a window is opened
 * by a call that may itself be slow, so nearly all of the time is left to that.
 */
const usual = { submittedMs: 1800, openWithinMs: 250, quietForMs: 1000 };

/** How long (ms) Slack's line stays open for what is under way when Curbside is told to stop. */
const lineMs = 1000;

/** Slack: the workspace of a bot token, or every workspace that installed the app. */
export function createSlack(given: SlackParts): Slack {
  const { settings, routes, vault, clock, log, documents, patienceMs, silenceMs, pace } = given;
  const atWork = new Set<Promise<void>>();
  let connection: Connection | null = null;
  let workspaces: Workspaces | null = null;

  /** Errors end here, under their code alone: what failed may quote what somebody typed. */
  function track(work: Promise<unknown>): Promise<void> {
    return keep(
      work.then(
        () => {},
        (error: unknown) =>
          lineBroke(error)
            ? log.warn('slack.acknowledgement_lost', { why: codeOf(error) })
            : log.error('slack.event_failed', { ...traceOf(error), why: codeOf(error) }),
      ),
    );
  }

  /** Stopping waits for it. */
  function keep(work: Promise<void>): Promise<void> {
    const ended = work.catch(() => {}).finally(() => atWork.delete(ended));
    atWork.add(ended);
    return work;
  }

  async function workspaceOf(scope: string): Promise<Workspace | null> {
    const id = (await vault.reveal(scope))?.id;
    return id === undefined ? null : ((await workspaces?.byTeam(id)) ?? null);
  }

  /** One way out, of the workspace that it goes to; never rejects. */
  async function out(scope: string, call: (to: Workspace['outbound']) => Promise<Sent>): Promise<Sent> {
    try {
      if (workspaces === null) return notStarted;
      const to = await workspaceOf(scope);
      return to === null ? elsewhere : await call(to.outbound);
    } catch (error) {
      log.warn('slack.call_failed', { what: 'workspace', why: codeOf(error) });
      return notStarted;
    }
  }

  return {
    name: 'slack',
    limits: { repeatableForMs: 0, asksInGroup: false, filesStay: true },
    post: (place, ...rest) => out(place.scope, (to) => to.post(place, ...rest)),
    edit: (scope, ...rest) => out(scope, (to) => to.edit(scope, ...rest)),
    remove: (scope, ref) => out(scope, (to) => to.remove(scope, ref)),

    async check(scope, channel) {
      const here = await workspaceOf(scope);
      return here === null ? [] : checkRunning(settings, here.newClient, channel, clock.now);
    },

    async names(scope, refs) {
      const here = await workspaceOf(scope);
      return namesWithin(refs, async (ref) => here?.directory.nameOf(ref) ?? null);
    },

    async start(core) {
      const parts: WorkspaceParts = {
        ...{ core, vault, clock, log, track },
        documents: documents ?? null,
        openWithinMs: patienceMs ?? usual.openWithinMs,
        quietForMs: patienceMs ?? usual.quietForMs,
        pace,
      };
      const entered =
        settings.oauth === undefined ? await enterOne(settings, parts, silenceMs) : await enterMany(settings, parts);
      connection = entered.connection;
      workspaces = entered.workspaces;
      const { app } = connection;
      app.use(({ next }) => keep(next()));
      listen(app, { core, workspaces, routes, log, patienceMs: patienceMs ?? usual.submittedMs, track });
      watch(app, workspaces, vault);
      await connection.start();
      void track(
        entered.lookAround().then(() => findAbsent({ core, workspaces: entered.workspaces, vault, clock, log })),
      );
    },

    installedIn: async () => (settings.oauth === undefined ? null : createInstallations(vault).count()),

    async stop() {
      const open = connection;
      connection = null;
      // What a form is answered goes down the line that it came by, which closes for good then.
      await soon(Promise.allSettled([...atWork]), lineMs);
      await open?.stop();
      // Some of it starts more.
      while (atWork.size > 0) await Promise.allSettled(atWork);
      // Nothing begins any more, a refresh of a token least of all: nobody would wait until it is kept.
      workspaces = null;
    },
  };
}

const notStarted = { ok: false, why: 'later', retryAfterMs: 1000 } as const;
const elsewhere = { ok: false, why: 'forbidden', problem: 'setup', detail: 'another workspace' } as const;

/** How events come in, the workspaces that they come from, and what is to be looked at once they do. */
interface Entered {
  readonly connection: Connection;
  readonly workspaces: Workspaces;
  lookAround(): Promise<void>;
}

async function enterOne(settings: SlackSettings, parts: WorkspaceParts, silenceMs?: number): Promise<Entered> {
  const { log, pace } = parts;
  const of = { settings, log, token: async () => settings.botToken ?? '' };
  const me = await whoAmI(clientWith(of)());
  const newClient = clientWith({ ...of, inTurn: pace && { pace, team: me.team } });
  const workspaces = oneWorkspace(openWorkspace({ ...me, newClient }, parts), log);
  return { connection: openConnection(settings, me, log, silenceMs), workspaces, lookAround: async () => {} };
}

async function enterMany(settings: SlackSettings, parts: WorkspaceParts): Promise<Entered> {
  const { vault, clock, log } = parts;
  const installations = createInstallations(vault);
  const stateSecret = settings.oauth?.stateSecret ?? (await vault.digest('slack install state'));
  const connection = openConnection(
    settings,
    { store: createInstallationStore(installations, clock), stateSecret },
    log,
  );
  const { app, authorize } = connection;
  if (authorize === undefined) throw new Error('Bolt made no installer');
  const workspaces = manyWorkspaces({ ...parts, settings, installations, authorize });
  watchOrganizations(app, workspaces, installations);
  return { connection, workspaces, lookAround: () => findRemoved({ workspaces, installations, log }) };
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
