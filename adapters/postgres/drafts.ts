import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock, DraftCache, Log } from '../../src/index.ts';
import { decrypt, derive, encrypt } from '../node/encryption.ts';
import { connections, type Database } from './connections.ts';
import { codeOf } from './errors.ts';

/** How long raw text stays (ms), how many pieces of one person at most, and how often (ms) what is older goes. */
const keepMs = 30 * 60 * 1000;
const mostOfOne = 20;
const sweepMs = 60_000;
/** How many keys this process remembers at most. */
const mostKeys = 5000;

/**
 * Raw text that may be read by another process than the one it was typed in. It lies in the database under a random key
 * that the form carries and nobody stores: whoever has the database, its log and the installation's key cannot read it.
 */
export interface HoppingDrafts extends DraftCache {
  /** The key of a piece that this process knows, for the form that leads back to it. */
  keyOf(owner: string, id: string): string | null;
  /** A form came back with the key of a piece. */
  learn(owner: string, id: string, key: string): void;
  close(): Promise<void>;
}

export interface DraftOptions {
  readonly url: string;
  readonly schema: string;
  /** The installation's key, under which owner and id are hashed. */
  readonly key: Buffer;
  readonly clock: Clock;
  readonly log?: Log;
}

/** The schema's tables must be there: open the store first. */
export function openDrafts({ url, schema, key, clock, log }: DraftOptions): HoppingDrafts {
  const database = connections({ url, schema, most: 3, log });
  const hashing = derive(key, 'curbside postgres drafts 1');
  const keys = new LRUCache<string, string>({ max: mostKeys, ttl: keepMs });
  const hash = (...parts: string[]): Buffer => createHmac('sha256', hashing).update(JSON.stringify(parts)).digest();
  const name = (owner: string, id: string): string => JSON.stringify([owner, id]);
  const sweep = setInterval(() => {
    void forget(database, clock.now()).catch((error) =>
      log?.warn('database.drafts_kept', { code: codeOf(error) || 'none' }),
    );
  }, sweepMs).unref();

  return {
    async put(owner, id, value) {
      const known = keys.get(name(owner, id)) ?? randomBytes(16).toString('base64url');
      keys.set(name(owner, id), known);
      const box = encrypt(keyFrom(known), name(owner, id), Buffer.from(JSON.stringify(value)));
      const until = clock.now() + keepMs;
      await database.use(async (client) => {
        const mine = hash(owner);
        await Promise.all([
          client.query(
            `INSERT INTO ${database.schema}.drafts VALUES ($1, $2, $3, $4)
             ON CONFLICT (owner, id) DO UPDATE SET box = excluded.box, until = excluded.until`,
            [mine, hash(owner, id), box, until],
          ),
          client.query(
            `DELETE FROM ${database.schema}.drafts WHERE owner = $1 AND id IN (
               SELECT id FROM ${database.schema}.drafts WHERE owner = $1 ORDER BY until DESC OFFSET $2)`,
            [mine, mostOfOne],
          ),
        ]);
      });
    },
    async get(owner, id) {
      const known = keys.get(name(owner, id));
      if (known === undefined) return null;
      const { rows } = await database.use((client) =>
        client.query<{ box: Buffer }>(
          `SELECT box FROM ${database.schema}.drafts WHERE owner = $1 AND id = $2 AND until > $3`,
          [hash(owner), hash(owner, id), clock.now()],
        ),
      );
      const box = rows[0]?.box;
      return box === undefined ? null : opened(known, name(owner, id), box);
    },
    async drop(owner, id) {
      keys.delete(name(owner, id));
      await database.use((client) =>
        client.query(`DELETE FROM ${database.schema}.drafts WHERE owner = $1 AND id = $2`, [
          hash(owner),
          hash(owner, id),
        ]),
      );
    },
    keyOf: (owner, id) => keys.get(name(owner, id)) ?? null,
    learn: (owner, id, key) => void keys.set(name(owner, id), key),
    async close() {
      clearInterval(sweep);
      await database.close();
    },
  };
}

const keyFrom = (carried: string): Buffer => derive(Buffer.from(carried, 'base64url'), 'curbside draft 1');

/** Null where another key wrote it since: whoever carries that one has the newer form. */
function opened(carried: string, context: string, box: Buffer): unknown {
  try {
    return JSON.parse(decrypt(keyFrom(carried), context, box).toString('utf8'));
  } catch {
    return null;
  }
}

async function forget(database: Database, now: number): Promise<void> {
  await database.use((client) => client.query(`DELETE FROM ${database.schema}.drafts WHERE until <= $1`, [now]));
}
