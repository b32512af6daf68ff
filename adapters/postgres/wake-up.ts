import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Log, Scope } from '../../src/index.ts';
import type { Database } from './connections.ts';
import { codeOf } from './errors.ts';

/** Tells this process, and the others on the same database, where something waits for its time. */
export interface WakeUp {
  /** After a change is durable. */
  tell(scope: Scope): void;
  onWork(wake: (scope: Scope, elsewhere: boolean) => void): void;
  close(): Promise<void>;
}

/** How often (ms) to look all the same: a process may have ended between its change and its word, or the word got lost. */
const anywayMs = 5000;
/** How long (ms) words are gathered before they go out together: every notice is delivered one after another. */
const gatherMs = 20;
const againMs = 1000;
/** A notice holds 8,000 bytes. */
const mostScopes = 200;

/** Words travel by LISTEN and NOTIFY, outside every transaction: a notice in one would make all others wait at their commit. */
export function createWakeUp(database: Database, log: Log | undefined): WakeUp {
  const me = randomBytes(8).toString('hex');
  const channel = `curbside_${database.name}`.slice(0, 63);
  const listeners: ((scope: Scope, elsewhere: boolean) => void)[] = [];
  const untold = new Set<Scope>();
  let sending: NodeJS.Timeout | null = null;
  let sent: Promise<unknown> = Promise.resolve();
  let client: pg.Client | null = null;
  let anyway: NodeJS.Timeout | null = null;
  let closed = false;

  const wake = (scope: Scope, elsewhere: boolean): void => {
    for (const call of listeners) call(scope, elsewhere);
  };

  async function listen(): Promise<void> {
    while (!closed) {
      try {
        const own = await database.own();
        client = own;
        const ended = new Promise<void>((resolve) => own.once('end', () => resolve()));
        own.on('notification', ({ payload = '' }) => {
          const [from, ...scopes] = payload.split(' ');
          if (from !== me) for (const scope of scopes) wake(scope, true);
        });
        await own.query(`LISTEN "${channel}"`);
        // Whatever was said before is not heard.
        wake('', true);
        await ended;
      } catch (error) {
        log?.warn('database.listening_failed', { code: codeOf(error) || 'none' });
      }
      if (!closed) await new Promise((resolve) => setTimeout(resolve, againMs).unref());
    }
  }

  function send(): void {
    sending = null;
    const scopes = [...untold].slice(0, mostScopes);
    for (const scope of scopes) untold.delete(scope);
    if (untold.size > 0) later();
    sent = database
      .use((one) => one.query('SELECT pg_notify($1, $2)', [channel, [me, ...scopes].join(' ')]))
      .catch((error) => log?.warn('database.notice_lost', { code: codeOf(error) || 'none' }));
  }

  function later(): void {
    sending ??= setTimeout(send, gatherMs);
    sending.unref();
  }

  return {
    tell(scope) {
      wake(scope, false);
      if (closed) return;
      untold.add(scope);
      later();
    },
    onWork(call) {
      listeners.push(call);
      if (anyway !== null) return;
      anyway = setInterval(() => wake('', false), anywayMs).unref();
      void listen();
    },
    async close() {
      closed = true;
      if (sending) clearTimeout(sending);
      if (anyway) clearInterval(anyway);
      await sent;
      await client?.end().catch(() => {});
    },
  };
}
