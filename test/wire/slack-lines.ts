import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { ownTime } from './own-time.ts';

type Json = Record<string, unknown>;

/** The WebSockets of Socket Mode: an app may have several, and each delivery goes down one of them. */
export interface SlackLines {
  /** Sends down one of the open WebSockets and resolves with the payload of its acknowledgement. */
  send(type: string, payload: Json, more?: Json): Promise<Json>;
  /** Which of the open WebSockets deliveries go down from now on, the oldest first; the newest unless told. */
  over(line: number): void;
  /** Resolves when a WebSocket is open and greeted. */
  connected(): Promise<void>;
  /** Asks the bot to reconnect, as Slack does when it recycles a server. */
  recycle(): void;
  /** Cuts the line without a word. */
  cut(): void;
  /** How many were opened so far. */
  readonly connections: () => number;
  /** How many stand now. */
  readonly standing: () => number;
  /** How long (ms) each event waited for its acknowledgement. */
  readonly acknowledged: readonly number[];
}

export interface LinesParts {
  readonly server: Server;
  newId(prefix: string): string;
  /** Whether Slack lets the next one in, once it answers. */
  letIn(): Promise<boolean>;
}

export function slackLines({ server, newId, letIn }: LinesParts): SlackLines & { close(): void } {
  const acks = new Map<string, (payload: Json) => void>();
  const acknowledged: number[] = [];
  const lines: WebSocket[] = [];
  let greeted: (() => void)[] = [];
  let connections = 0;
  let chosen = -1;

  const sockets = new WebSocketServer({
    server,
    verifyClient: (_info, done) => void letIn().then((isIn) => (isIn ? done(true) : done(false, 503))),
  });
  sockets.on('connection', (ws) => {
    connections += 1;
    lines.push(ws);
    ws.on('close', () => drop(ws));
    ws.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: Json };
      acks.get(envelope_id)?.(payload);
      acks.delete(envelope_id);
    });
    ws.send(JSON.stringify({ type: 'hello', num_connections: lines.length, connection_info: { app_id: 'A1' } }));
    for (const resolve of greeted.splice(0)) resolve();
  });

  function drop(ws: WebSocket | undefined): void {
    const at = ws === undefined ? -1 : lines.indexOf(ws);
    if (at >= 0) lines.splice(at, 1);
  }

  return {
    acknowledged,
    connections: () => connections,
    standing: () => lines.length,
    over: (line) => {
      chosen = line;
    },
    send: (type, payload, more = {}) => {
      const envelope_id = newId('E');
      const from = ownTime();
      const acked = new Promise<Json>((resolve) =>
        acks.set(envelope_id, (answer) => {
          acknowledged.push(ownTime() - from);
          resolve(answer);
        }),
      );
      const text = JSON.stringify({ envelope_id, type, payload, accepts_response_payload: true, ...more });
      lines.at(chosen)?.send(text);
      return acked;
    },
    connected: () => (lines.length > 0 ? Promise.resolve() : new Promise((resolve) => greeted.push(resolve))),
    recycle: () => {
      const line = lines.at(chosen);
      line?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      drop(line);
    },
    cut: () => {
      const line = lines.at(chosen);
      line?.terminate();
      drop(line);
    },
    close: () => {
      greeted = [];
      for (const ws of sockets.clients) ws.terminate();
      sockets.close();
    },
  };
}
