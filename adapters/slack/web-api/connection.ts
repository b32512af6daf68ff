import type { ServerResponse } from 'node:http';
import { App, HTTPReceiver, SocketModeReceiver, type webApi } from '@slack/bolt';
import { type Log, traceOf } from '../../../src/index.ts';
import { installing, type Oauth } from '../oauth/installing.ts';
import type { Authorize } from '../oauth/workspaces.ts';
import { eventsPath, type SlackSettings } from '../settings.ts';
import { clientOptions } from './client.ts';
import { codeOf, lineBroke } from './failures.ts';
import { libraryLog } from './library-log.ts';
import { notConnected, notListening, SlackRefused } from './refused.ts';

/** See `NotInstalled`. */
const notInstalled = 'not_installed';

export interface Identity {
  readonly team: string;
  readonly bot: string;
  readonly botId: string | undefined;
}

/** A way in for events: over a WebSocket that the bot opens, or over HTTP that Slack calls. */
export interface Connection {
  readonly app: App;
  /** Finds the token of a workspace, where many can install the app. */
  readonly authorize: Authorize | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * `whose`: the one workspace of a bot token, or what many install the app with, which takes HTTP. `silenceMs`: how long Slack may
 * leave a ping without an answer before the line counts as broken, instead of Bolt's five seconds.
 */
export function openConnection(
  settings: SlackSettings,
  whose: Identity | Oauth,
  log: Log,
  silenceMs?: number,
): Connection {
  if (settings.appToken !== undefined && 'team' in whose)
    return socketMode(settings, settings.appToken, whose, log, silenceMs);
  if (settings.signingSecret !== undefined) return http(settings, settings.signingSecret, whose, log);
  throw new SlackRefused('Set SLACK_APP_TOKEN, or SLACK_SIGNING_SECRET and PORT, to connect Slack (docs/slack.md).');
}

function newApp(
  settings: SlackSettings,
  receiver: SocketModeReceiver | HTTPReceiver,
  whose: Identity | Oauth,
  log: Log,
): App {
  const app = new App({
    receiver,
    ...('team' in whose ? { authorize: authorizeOne(settings, whose) } : {}),
    clientOptions: clientOptions(settings, log),
    logger: libraryLog(log),
    convoStore: false,
  });
  app.error(async (error) => {
    // A workspace that has just removed the app may still be heard of.
    if (error.code === notInstalled) log.warn('slack.event_refused', traceOf(error));
    else if (lineBroke(error)) log.warn('slack.acknowledgement_lost', { why: codeOf(error) });
    else log.error('slack.listener_failed', traceOf(error));
    // The receiver answers for it then.
    throw error;
  });
  answerEventsLast(app);
  return app;
}

/** The token's workspace is known from the start; without this, Bolt asks Slack again at the first event. */
const authorizeOne = (settings: SlackSettings, identity: Identity) => async () => ({
  ...(settings.botToken === undefined ? {} : { botToken: settings.botToken }),
  botUserId: identity.bot,
  teamId: identity.team,
  ...(identity.botId === undefined ? {} : { botId: identity.botId }),
});

function http(settings: SlackSettings, signingSecret: string, whose: Identity | Oauth, log: Log): Connection {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [eventsPath],
    logger: libraryLog(log),
    processEventErrorHandler: async ({ response }) => answeredWithError(response),
    ...('store' in whose ? installing(settings, whose, clientOptions(settings, log)) : {}),
  });
  refuseAhead(receiver, log);
  const { installer } = receiver;
  const authorize = installer?.authorize;
  // Bolt answers with an empty 200 where it finds no token, and a form closes as if it had been sent. Nothing here needs one:
  // whoever calls Slack asks for it then.
  if (installer !== undefined) installer.authorize = async () => ({});
  const app = newApp(settings, receiver, whose, log);
  return {
    app,
    authorize,
    start: async () => {
      const at = { port: settings.port ?? 3000, host: settings.host ?? '127.0.0.1' };
      await receiver.start(at).catch((error: unknown) => Promise.reject(notListening(error, at)));
      log.info('slack.listening_started');
    },
    stop: async () => receiver.stop(),
  };
}

/** Slack shows whoever sent a form that it was not taken, and delivers an event again. False where it was answered before. */
function answeredWithError(response: ServerResponse): boolean {
  if (response.headersSent) return false;
  response.writeHead(500).end();
  return true;
}

/** Bolt answers events before it calls a listener; so they are answered here, once they were taken in. */
function answerEventsLast(app: App): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    if (event.body.type !== 'event_callback') return processEvent(event);
    await processEvent({ ...event, ack: async () => {} }).catch((error) => {
      // No other delivery would find the app installed.
      if (codeOf(error) !== notInstalled) throw error;
    });
    await event.ack();
  };
}

/** Slack's own bound on how far a request's time may be off, in either direction (docs: verifying requests from Slack). */
const mostSkewMs = 5 * 60 * 1000;

/** Bolt refuses what is older than five minutes and takes any time ahead, with which a request could be kept for later. */
function refuseAhead(receiver: HTTPReceiver, log: Log): void {
  const listener = receiver.requestListener;
  receiver.requestListener = (req, res) => {
    const sent = Number(req.headers['x-slack-request-timestamp']) * 1000;
    if (!(sent > Date.now() + mostSkewMs)) return listener(req, res);
    log.warn('slack.request_refused', { why: 'ahead' });
    return res.writeHead(401).end();
  };
}

/** Waits (ms) before trying to connect again: at once at first, then longer. */
const pauses = [0, 1000, 2000, 5000, 10_000, 30_000] as const;

function socketMode(
  settings: SlackSettings,
  appToken: string,
  identity: Identity,
  log: Log,
  silenceMs: number | undefined,
): Connection {
  const ended = new AbortController();
  const receiver = new SocketModeReceiver({
    appToken,
    ...(silenceMs === undefined ? {} : { clientPingTimeout: silenceMs }),
    installerOptions: { clientOptions: { ...clientOptions(settings, log), fetch: fetchUntil(ended.signal) } },
    // Its own way of reconnecting waits for its ping time-out first, doubles it each time, and ends the whole process
    // with an unhandled rejection when Slack refuses the token.
    autoReconnectEnabled: false,
    // Slack delivers again what nobody acknowledged.
    processEventErrorHandler: async () => false,
    logger: libraryLog(log),
  });
  const app = newApp(settings, receiver, identity, log);
  const { client } = receiver;
  let opening: Promise<void> | null = null;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  function open(): Promise<void> {
    opening = client
      .start()
      .then(() => {
        failures = 0;
        log.info('slack.connection_ready');
      })
      .finally(() => {
        opening = null;
      });
    return opening;
  }

  /** A line that breaks while it is being opened is a failure of that opening, and is tried again once, not twice. */
  function again(): void {
    if (ended.signal.aborted || opening !== null) return;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        open().catch((error: unknown) => {
          failures += 1;
          if (!ended.signal.aborted) log.warn('slack.connection_failed', { why: codeOf(error), failures });
          again();
        });
      },
      pauses[Math.min(failures, pauses.length - 1)],
    );
  }

  client.on('disconnected', () => {
    log.info('slack.connection_lost');
    again();
  });

  return {
    app,
    authorize: undefined,
    start: () => open().catch((error: unknown) => Promise.reject(notConnected(error))),
    /**
     * A line that is still being opened would stand after the client was told to leave, and keep the process from
     * ending: the call for its address is broken off, and what was opened all the same is closed.
     */
    stop: async () => {
      clearTimeout(timer);
      const underWay = opening;
      ended.abort();
      await client.disconnect();
      if (underWay === null) return;
      await underWay.catch(() => {});
      await client.disconnect();
    },
  };
}

/** Breaks off a call that is under way when it ends. */
const fetchUntil =
  (ended: AbortSignal): webApi.FetchFunction =>
  async (url, init) => {
    const { signal, ...rest } = init as RequestInit;
    const either = signal ? AbortSignal.any([signal, ended]) : ended;
    const response = await fetch(url as string, { ...rest, signal: either });
    return response as unknown as Awaited<ReturnType<webApi.FetchFunction>>;
  };
