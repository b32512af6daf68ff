import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileFaults, readBody } from './discord-files.ts';
import { type Gateway, gateway as openGateway } from './discord-gateway.ts';
import type { Reply, Request } from './discord-http.ts';
import { type Interactions, interactions as openInteractions } from './discord-interactions.ts';
import { resources } from './discord-rest.ts';
import { faults } from './discord-schema.ts';
import { newWorld, type World } from './discord-world.ts';

/** What the next matching requests get instead, or how long they wait. */
interface Script {
  readonly method: string;
  readonly path: RegExp;
  readonly reply: Reply | ((request: Request) => Reply | null);
  /** True: it is carried out all the same, and only the answer is lost. */
  readonly after: boolean;
  left: number;
}

export interface DiscordServer {
  /** For DISCORD_API_URL. */
  readonly url: string;
  readonly token: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly requests: readonly (Request & { readonly at: number; readonly status: number })[];
  /** Everything Discord would have refused, from the start. A test ends with none. */
  readonly faults: readonly string[];
  /** Answers the next `times` matching requests with this. `after`: once they are carried out, so that only the answer is lost. */
  next(method: string, path: RegExp, reply: Script['reply'], how?: { times?: number; after?: boolean }): void;
  /** Delays every answer by so many milliseconds. */
  slow(ms: number): void;
  stop(): Promise<void>;
}

/** A Discord on 127.0.0.1 that the real client talks to: REST and gateway on one port. `checks`: hold bodies to the schema, and first responses to three seconds. */
export async function startDiscord({ checks = true } = {}): Promise<DiscordServer> {
  const world = newWorld();
  const token = `${Buffer.from(world.appId).toString('base64url')}.loop.back`;
  const requests: (Request & { at: number; status: number })[] = [];
  const found: string[] = [];
  const scripts: Script[] = [];
  let delay = 0;

  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const request = await readRequest(incoming, token);
      const reply = answer(request);
      requests.push({ ...request, at: Date.now(), status: reply.status });
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      outgoing.writeHead(reply.status, {
        ...(reply.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...reply.headers,
      });
      outgoing.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gateway = openGateway(server, world);
  const interactions = openInteractions(world, gateway, { patient: !checks });
  const resource = resources(world, gateway, () => `ws://127.0.0.1:${port}${gateway.path}`);

  function answer(request: Request): Reply {
    const wrong = checks
      ? [
          ...faults(request.method, request.path, request.method === 'GET' ? undefined : request.body),
          ...fileFaults(request),
        ]
      : [];
    found.push(...wrong.map((fault) => `${request.method} ${request.path.replace(/\d{6,}/g, '…')}: ${fault}`));
    const script = scripts.find((s) => s.left > 0 && s.method === request.method && s.path.test(request.path));
    const scripted =
      script === undefined ? null : typeof script.reply === 'function' ? script.reply(request) : script.reply;
    if (script !== undefined && scripted !== null) {
      script.left -= 1;
      if (script.after) carryOut(request);
      return scripted;
    }
    if (wrong.length > 0) return { status: 400, body: { code: 50035, message: 'Invalid Form Body', errors: wrong } };
    return carryOut(request);
  }

  const carryOut = (request: Request): Reply =>
    interactions.handle(request) ?? resource(request) ?? { status: 404, body: { code: 0, message: 'no such route' } };

  return {
    url: `http://127.0.0.1:${port}/api`,
    token,
    world,
    gateway,
    interactions,
    requests,
    faults: found,
    next: (method, path, reply, { times = 1, after = false } = {}) =>
      void scripts.push({ method, path, reply, left: times, after }),
    slow: (ms) => {
      delay = ms;
    },
    async stop() {
      await gateway.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function readRequest(incoming: IncomingMessage, token: string): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(url.pathname).replace(/^\/api\/v\d+/, ''),
    query: url.searchParams,
    ...(await readBody(incoming.headers['content-type'] ?? '', Buffer.concat(chunks))),
    bot: incoming.headers.authorization === `Bot ${token}`,
  };
}
