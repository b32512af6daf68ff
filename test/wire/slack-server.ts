import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ownTime } from './own-time.ts';
import { problemsOfView } from './slack-block-kit.ts';
import { bodyOf, read } from './slack-body.ts';
import { type SlackLines, slackLines } from './slack-lines.ts';
import { usualMethods, type Workspace } from './slack-methods.ts';
import type { SlackOauthServer } from './slack-oauth.ts';

type Json = Record<string, unknown>;

/** One call of the Web API, or of a `response_url` (method `response_url`, or `response_url delete_original`), as it arrived. */
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

export interface SlackServer extends SlackLines {
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
  /** A trigger id that opens one window. */
  trigger(): string;
  expire(trigger: string): void;
  readonly views: Map<string, Json>;
  /** Puts a window in place that came with an acknowledgement; returns its id. */
  keep(view: Json, id?: string): string;
  responseUrl(): string;
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
  let ahead = 0;
  let delay = 0;
  let count = 0;
  const fresh = (prefix: string): string => `${prefix}${(++count).toString(36).toUpperCase().padStart(8, '0')}`;

  const server = createServer((req, res) => void answer(req, res));
  const lines = slackLines({
    server,
    newId: fresh,
    letIn: async () => {
      const scripted = scripts.get('link')?.shift();
      record({ method: 'link', token: '', body: {} });
      await holds.get('link');
      return scripted === undefined;
    },
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
    const gone = body.delete_original === true ? 'response_url delete_original' : 'response_url';
    const method = path.startsWith('/respond/') ? gone : path.replace('/api/', '');
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
    ...lines,
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
    slow: (ms) => {
      delay = ms;
    },
    scopes,
    setClock: (aheadMs) => {
      ahead = aheadMs;
    },
    close: async () => {
      lines.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
