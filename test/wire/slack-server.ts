import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { ownTime } from './own-time.ts';
import { problemsOfView } from './slack-block-kit.ts';
import { bodyOf, read } from './slack-body.ts';
import { usualMethods, type Workspace } from './slack-methods.ts';
import type { SlackOauthServer } from './slack-oauth.ts';

type Json = Record<string, unknown>;

/** One call of the Web API, or of a `response_url` (method `response_url`), as it arrived. */
export interface Call {
  readonly method: string;
  readonly token: string;
  readonly body: Json;
}

/** What a method answers instead of its usual reply: a platform error, a status, or nothing at all. */
export type Reply =
  | { readonly ok: true; readonly [key: string]: unknown }
  | { readonly error: string }
  | { readonly status: number; readonly headers?: Record<string, string> }
  | 'hang up'
  | 'usual';

export interface SlackServer {
  readonly apiUrl: string;
  readonly calls: Call[];
  /**
   * The first call of a method from now on, or one that came already and was not asked for before. `views.open answered`
   * is the reply to it.
   */
  next(method: string): Promise<Call>;
  /** How the next calls of a method (or of `link`, the WebSocket) go, one after another; then as usual again. */
  script(method: string, ...replies: Reply[]): void;
  /** Holds the replies to a method (or to `link`, the WebSocket) back until the returned function is called. */
  hold(method: string): () => void;
  /** How long (ms) every call takes: half of it on its way here, where what it asks for is done, half on the way back. */
  slow(ms: number): void;
  /** How long (ms) each event waited for its acknowledgement. */
  readonly acknowledged: readonly number[];
  /** A trigger id that opens one window. */
  trigger(): string;
  expire(trigger: string): void;
  readonly views: Map<string, Json>;
  /** Puts a window in place that came with an acknowledgement; returns its id. */
  keep(view: Json, id?: string): string;
  responseUrl(): string;
  /** Sends over the open WebSocket and resolves with the payload of its acknowledgement. */
  send(type: string, payload: Json, more?: Json): Promise<Json>;
  /** Resolves when a WebSocket is open and greeted. */
  connected(): Promise<void>;
  /** Asks the bot to reconnect, as Slack does when it recycles a server. */
  recycle(): void;
  /** Cuts the line without a word. */
  cut(): void;
  readonly connections: () => number;
  /** The token's scopes, as Slack names them with every answer. */
  readonly scopes: Set<string>;
  /** How far (ms) this Slack's clock is ahead of the machine's. */
  setClock(aheadMs: number): void;
  close(): Promise<void>;
}

/** A Slack that lives on the loopback interface: Web API and Socket Mode, with what the adapter needs of either. */
export async function startSlackServer(
  workspaces: readonly Workspace[],
  oauth?: SlackOauthServer,
): Promise<SlackServer> {
  const calls: Call[] = [];
  const waiting = new Map<string, ((call: Call) => void)[]>();
  const unread = new Map<string, Call[]>();
  const scripts = new Map<string, Reply[]>();
  const holds = new Map<string, Promise<void>>();
  const triggers = new Map<string, 'fresh' | 'used' | 'expired'>();
  const born = new Map<string, number>();
  const views = new Map<string, Json>();
  const acks = new Map<string, (payload: Json) => void>();
  let socket: WebSocket | null = null;
  let greeted: (() => void)[] = [];
  let connections = 0;
  let ahead = 0;
  let delay = 0;
  const acknowledged: number[] = [];
  let count = 0;
  const fresh = (prefix: string): string => `${prefix}${(++count).toString(36).toUpperCase().padStart(8, '0')}`;

  const server = createServer((req, res) => void answer(req, res));
  const sockets = new WebSocketServer({
    server,
    verifyClient: (_info, done) => {
      const scripted = scripts.get('link')?.shift();
      record({ method: 'link', token: '', body: {} });
      void (holds.get('link') ?? Promise.resolve()).then(() =>
        scripted === undefined ? done(true) : done(false, 503),
      );
    },
  });
  sockets.on('connection', (ws) => {
    connections += 1;
    socket = ws;
    ws.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: Json };
      acks.get(envelope_id)?.(payload);
      acks.delete(envelope_id);
    });
    ws.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
    for (const resolve of greeted.splice(0)) resolve();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  function record(call: Call): void {
    if (!call.method.endsWith(' answered')) calls.push(call);
    const first = waiting.get(call.method)?.shift();
    if (first) {
      first(call);
      return;
    }
    const kept = unread.get(call.method) ?? [];
    kept.push(call);
    unread.set(call.method, kept);
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const text = await read(req);
    const path = new URL(req.url ?? '/', 'http://127.0.0.1').pathname;
    if (path.startsWith('/upload/')) {
      // A file goes to an address of its own, without the token (docs.slack.dev, files.getUploadURLExternal).
      record({ method: 'upload', token: req.headers.authorization ?? '', body: { begins: text.slice(0, 5) } });
      return void res.writeHead(200).end('OK');
    }
    const body = bodyOf(req, text);
    const method = path.startsWith('/respond/') ? 'response_url' : path.replace('/api/', '');
    const token = (req.headers.authorization ?? '').replace('Bearer ', '');
    if (delay > 0) await pause(delay / 2);
    record({ method, token, body });
    await holds.get(method);
    const scripted = scripts.get(method)?.shift() ?? 'usual';
    if (scripted === 'hang up') return void req.socket.destroy();
    if (typeof scripted === 'object' && 'status' in scripted && !('ok' in scripted)) {
      return void res.writeHead(Number(scripted.status), scripted.headers).end('{}');
    }
    const reply =
      scripted === 'usual' ? usual(method, token, body) : 'ok' in scripted ? scripted : { ok: false, ...scripted };
    if (delay > 0) await pause(delay / 2);
    record({ method: `${method} answered`, token, body: reply });
    res
      .writeHead(200, {
        'content-type': 'application/json',
        'x-oauth-scopes': [...scopes].join(','),
        date: new Date(Date.now() + ahead).toUTCString(),
      })
      .end(JSON.stringify(reply));
  }

  const scopes = new Set(['commands', 'chat:write', 'im:write', 'users:read', 'channels:read', 'groups:read']);
  const usual = usualMethods({
    workspaces,
    socketUrl: `ws://127.0.0.1:${port}/link`,
    uploadUrl: `http://127.0.0.1:${port}/upload/`,
    scopes,
    triggers,
    ageOf: (trigger) => ownTime() - (born.get(trigger) ?? 0),
    views,
    ...(oauth ? { oauth } : {}),
    fresh: () => ++count,
    newId: fresh,
  });

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    calls,
    views,
    next: (method) => {
      const had = unread.get(method)?.shift();
      if (had) return Promise.resolve(had);
      return new Promise((resolve) => waiting.set(method, [...(waiting.get(method) ?? []), resolve]));
    },
    script: (method, ...replies) => void scripts.set(method, [...(scripts.get(method) ?? []), ...replies]),
    hold: (method) => {
      let release = (): void => {};
      holds.set(
        method,
        new Promise<void>((resolve) => {
          release = resolve;
        }),
      );
      return () => {
        holds.delete(method);
        release();
      };
    },
    trigger: () => {
      const id = `${fresh('1')}.${randomBytes(4).toString('hex')}`;
      triggers.set(id, 'fresh');
      born.set(id, ownTime());
      return id;
    },
    expire: (trigger) => void triggers.set(trigger, 'expired'),
    keep: (view, id = fresh('V')) => {
      const problems = problemsOfView(view);
      if (problems.length > 0) throw new Error(problems.join('; '));
      views.set(id, view);
      return id;
    },
    responseUrl: () => `http://127.0.0.1:${port}/respond/${fresh('R')}`,
    send: (type, payload, more = {}) => {
      const envelope_id = fresh('E');
      const from = ownTime();
      const acked = new Promise<Json>((resolve) =>
        acks.set(envelope_id, (payload) => {
          acknowledged.push(ownTime() - from);
          resolve(payload);
        }),
      );
      socket?.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: true, ...more }));
      return acked;
    },
    connected: () => (socket?.readyState === 1 ? Promise.resolve() : new Promise((resolve) => greeted.push(resolve))),
    recycle: () => {
      socket?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      socket = null;
    },
    cut: () => {
      socket?.terminate();
      socket = null;
    },
    slow: (ms) => {
      delay = ms;
    },
    acknowledged,
    connections: () => connections,
    scopes,
    setClock: (aheadMs) => {
      ahead = aheadMs;
    },
    close: async () => {
      greeted = [];
      for (const ws of sockets.clients) ws.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
