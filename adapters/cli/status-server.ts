import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Depth, Log } from '../../src/index.ts';
import { isOwnHost } from '../node/own-host.ts';
import { OperatorError } from '../platform.ts';

/** How it goes, as `/ready` says it. Nothing in it names anybody. */
export interface State {
  /** Takes commands: the store writes, and every platform was connected. */
  readonly ready: boolean;
  readonly since: string;
  readonly storeWrites: boolean;
  readonly platforms: Readonly<Record<string, 'starting' | 'connected' | 'standby' | 'reconnecting'>>;
  /** In how many communities a platform is installed, where any can install it. */
  readonly installedIn: Readonly<Record<string, number>>;
  readonly waitingMessages: number;
  readonly oldestWaitingSeconds: number;
}

export interface Watch {
  /** The same log, which tells what became of connections and of the store on the way. */
  readonly log: Log;
  state(): Promise<State>;
}

const lost = /^(\w+)\.connection_(?:lost|failed|ended)$/;
/** Other processes have the platform's connections; this one would take them over. */
const waits = /^(\w+)\.connection_standby$/;
const back = /^(\w+)\.(?:connection_(?:ready|resumed)|listening_started)$/;

export interface Watched {
  /** Of the platforms that are to be connected. */
  readonly names: readonly string[];
  /** Of the outbox. */
  readonly depth: () => Promise<Depth>;
  readonly installedIn: () => Promise<State['installedIn']>;
  readonly now: () => number;
}

/** Follows what a log is told. */
export function watch(log: Log, { names, depth, installedIn, now }: Watched): Watch {
  const platforms: Record<string, State['platforms'][string]> = {};
  for (const name of names) platforms[name] = 'starting';
  const since = new Date(now()).toISOString();
  let storeWrites = true;
  const noting =
    (level: keyof Log): Log['info'] =>
    (event, facts) => {
      const [gone, there, idle] = [lost, back, waits].map((one) => one.exec(event)?.[1] ?? '') as [
        string,
        string,
        string,
      ];
      if (gone in platforms) platforms[gone] = 'reconnecting';
      if (there in platforms) platforms[there] = 'connected';
      if (idle in platforms) platforms[idle] = 'standby';
      if (event === 'store.stopped') storeWrites = false;
      log[level](event, facts);
    };
  return {
    log: { debug: noting('debug'), info: noting('info'), warn: noting('warn'), error: noting('error') },
    async state() {
      const [{ waiting, since: first }, installed] = await Promise.all([depth(), installedIn()]);
      return {
        ready: storeWrites && Object.values(platforms).every((one) => one === 'connected' || one === 'standby'),
        since,
        storeWrites,
        platforms: { ...platforms },
        installedIn: installed,
        waitingMessages: waiting,
        oldestWaitingSeconds: first === null ? 0 : Math.max(0, Math.round((now() - first) / 1000)),
      };
    },
  };
}

/**
 * Answers `/health`, `/ready` and `/metrics` on this computer only, and to no page of a foreign name that leads here. `/health` is 200 while the store writes: where it is
 * not, a start anew is what helps. `/ready` is 200 once and as long as people can be answered.
 */
export async function serveStatus(
  port: number,
  state: () => Promise<State>,
  metrics: () => Promise<string>,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      if (!isOwnHost(request.headers.host)) return send(response, 403, 'text/plain', '');
      if (request.method !== 'GET') return send(response, 405, 'text/plain', '');
      if (request.url === '/metrics') return send(response, 200, 'text/plain; version=0.0.4', await metrics());
      if (request.url !== '/health' && request.url !== '/ready') return send(response, 404, 'text/plain', '');
      const now = await state();
      const fine = request.url === '/health' ? now.storeWrites : now.ready;
      return send(response, fine ? 200 : 503, 'application/json', `${JSON.stringify(now)}\n`);
    };
    answer().catch(() => send(response, 503, 'text/plain', ''));
  });
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', () =>
      reject(new OperatorError(`CURBSIDE_STATUS_PORT: port ${port} is in use. Choose another one.`)),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, code: number, type: string, body: string): void {
  response.writeHead(code, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
