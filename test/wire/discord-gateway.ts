import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { guildJson, userJson } from './discord-json.ts';
import type { World } from './discord-world.ts';

/** Gateway close codes of the docs that tests send. */
export const close = { unknown: 4000, authentication: 4004, invalidSeq: 4007, disallowedIntents: 4014 } as const;

interface Session {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly events: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | null;
}

export interface Gateway {
  readonly path: string;
  /** What the client asked for when it identified, newest last. */
  readonly identified: {
    readonly intents: number;
    readonly token: string;
    readonly shard: readonly [number, number];
  }[];
  /** Shards that somebody is connected for, `0/1`, in order. */
  open(): string[];
  /** How many shards are recommended. */
  shards: number;
  readonly resumed: { readonly seq: number }[];
  /** Sends an event to the clients of its shard, or keeps it for one that resumes. */
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
  const sessions: Session[] = [];
  let refusal: number | null = null;
  let count = 0;

  const send = (socket: WebSocket, op: number, d: unknown, s: number | null = null, t: string | null = null): void =>
    socket.send(JSON.stringify({ op, d, s, t }));

  /** The newest; tests of one connection mean this one. */
  const newest = (): Session | undefined => sessions.at(-1);

  function push(session: Session, t: string, d: unknown): void {
    const event = { s: session.events.length + 1, t, d };
    session.events.push(event);
    if (session.socket !== null) send(session.socket, 0, d, event.s, t);
  }

  const shardOf = (guild: string, count: number): number => Number((BigInt(guild) >> 22n) % BigInt(count));

  /** Everybody hears of a server who is connected for its shard; of what is in none, whoever has the first. */
  function dispatch(t: string, d: unknown): void {
    if (sessions.length === 0) throw new Error('nobody is connected');
    const guild = (d as { guild_id?: string }).guild_id;
    for (const session of sessions) {
      const [id, count] = session.shard;
      if ((guild === undefined ? 0 : shardOf(guild, count)) === id) push(session, t, d);
    }
  }

  function identify(
    socket: WebSocket,
    { token, intents, shard = [0, 1] }: { token: string; intents: number; shard?: [number, number] },
  ): void {
    if (refusal !== null) {
      socket.close(refusal);
      refusal = null;
      return;
    }
    identified.push({ intents, token, shard });
    const session: Session = { id: `session${++count}`, shard, events: [], socket };
    sessions.push(session);
    const { port } = server.address() as { port: number };
    const guilds = [...world.guilds.values()].filter((guild) => shardOf(guild.id, shard[1]) === shard[0]);
    push(session, 'READY', {
      v: 10,
      user: userJson(world.bot),
      session_id: session.id,
      resume_gateway_url: `ws://127.0.0.1:${port}/gateway`,
      application: { id: world.appId, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      shard,
    });
    for (const guild of guilds.filter((g) => !g.late)) push(session, 'GUILD_CREATE', guildJson(world, guild));
  }

  function resume(socket: WebSocket, d: { session_id: string; seq: number }): void {
    const session = sessions.find(({ id }) => id === d.session_id);
    if (session === undefined) {
      send(socket, 9, false);
      return;
    }
    resumed.push({ seq: d.seq });
    session.socket = socket;
    for (const event of session.events.filter((e) => e.s > d.seq)) send(socket, 0, event.d, event.s, event.t);
    push(session, 'RESUMED', {});
  }

  sockets.on('connection', (socket) => {
    socket.on('message', (raw) => {
      const { op, d } = JSON.parse(String(raw)) as { op: number; d: never };
      if (op === 1) send(socket, 11, null);
      if (op === 2) identify(socket, d);
      if (op === 6) resume(socket, d);
    });
    socket.on('close', () => {
      for (const session of sessions) if (session.socket === socket) session.socket = null;
    });
    send(socket, 10, { heartbeat_interval: 45_000 });
  });

  return {
    path: '/gateway',
    identified,
    resumed,
    open: () => sessions.flatMap(({ shard, socket }) => (socket === null ? [] : shard.join('/'))).sort(),
    shards: 1,
    dispatch,
    redeliver() {
      const last = newest()?.events.at(-1);
      if (last !== undefined) dispatch(last.t, last.d);
    },
    drop: (code) => newest()?.socket?.close(code),
    invalidSession(resumable) {
      const socket = newest()?.socket;
      if (socket) send(socket, 9, resumable);
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
