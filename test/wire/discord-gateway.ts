import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { guildJson, userJson } from './discord-json.ts';
import type { World } from './discord-world.ts';

/** Gateway close codes of the docs that tests send. */
export const close = { unknown: 4000, authentication: 4004, invalidSeq: 4007, disallowedIntents: 4014 } as const;

interface Session {
  readonly id: string;
  readonly events: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | null;
}

export interface Gateway {
  readonly path: string;
  /** What the client asked for when it identified, newest last. */
  readonly identified: { readonly intents: number; readonly token: string }[];
  readonly resumed: { readonly seq: number }[];
  /** Sends an event to the connected client, or keeps it for one that resumes. */
  dispatch(t: string, d: unknown): void;
  /** Sends the last event once more under a new sequence number. */
  redeliver(): void;
  /** Ends the connection with this code. */
  drop(code: number): void;
  invalidSession(resumable: boolean): void;
  /** Refuses the next client that identifies with this code. */
  refuseWith(code: number): void;
  stop(): Promise<void>;
}

/** The half of Discord that pushes events: hello, identify, resume with replay, heartbeats, invalid session, closes. */
export function gateway(server: Server, world: World): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway' });
  const identified: Gateway['identified'] = [];
  const resumed: Gateway['resumed'] = [];
  let session: Session | null = null;
  let refusal: number | null = null;
  let count = 0;

  const send = (socket: WebSocket, op: number, d: unknown, s: number | null = null, t: string | null = null): void =>
    socket.send(JSON.stringify({ op, d, s, t }));

  function dispatch(t: string, d: unknown): void {
    if (session === null) throw new Error('nobody is connected');
    const event = { s: session.events.length + 1, t, d };
    session.events.push(event);
    if (session.socket !== null) send(session.socket, 0, d, event.s, t);
  }

  function identify(socket: WebSocket, d: { token: string; intents: number }): void {
    if (refusal !== null) {
      socket.close(refusal);
      refusal = null;
      return;
    }
    identified.push({ intents: d.intents, token: d.token });
    session = { id: `session${++count}`, events: [], socket };
    const { port } = server.address() as { port: number };
    dispatch('READY', {
      v: 10,
      user: userJson(world.bot),
      session_id: session.id,
      resume_gateway_url: `ws://127.0.0.1:${port}/gateway`,
      application: { id: world.appId, flags: 0 },
      guilds: [...world.guilds.keys()].map((id) => ({ id, unavailable: true })),
      shard: [0, 1],
    });
    for (const guild of [...world.guilds.values()].filter((g) => !g.late))
      dispatch('GUILD_CREATE', guildJson(world, guild));
  }

  function resume(socket: WebSocket, d: { session_id: string; seq: number }): void {
    if (session === null || session.id !== d.session_id) {
      send(socket, 9, false);
      return;
    }
    resumed.push({ seq: d.seq });
    session.socket = socket;
    for (const event of session.events.filter((e) => e.s > d.seq)) send(socket, 0, event.d, event.s, event.t);
    const event = { s: session.events.length + 1, t: 'RESUMED', d: {} };
    session.events.push(event);
    send(socket, 0, {}, event.s, event.t);
  }

  sockets.on('connection', (socket) => {
    socket.on('message', (raw) => {
      const { op, d } = JSON.parse(String(raw)) as { op: number; d: never };
      if (op === 1) send(socket, 11, null);
      if (op === 2) identify(socket, d);
      if (op === 6) resume(socket, d);
    });
    socket.on('close', () => {
      if (session?.socket === socket) session.socket = null;
    });
    send(socket, 10, { heartbeat_interval: 45_000 });
  });

  return {
    path: '/gateway',
    identified,
    resumed,
    dispatch,
    redeliver() {
      const last = session?.events.at(-1);
      if (last !== undefined) dispatch(last.t, last.d);
    },
    drop: (code) => session?.socket?.close(code),
    invalidSession(resumable) {
      if (session?.socket) send(session.socket, 9, resumable);
    },
    refuseWith(code) {
      refusal = code;
    },
    async stop() {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
}
