import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { QueryResultRow } from 'pg';
import type { Clock, DraftCache, Log } from '../../src/index.ts';
import { decrypt, derive, encrypt } from '../node/encryption.ts';
import { connections, type Database } from './connections.ts';
import { codeOf } from './errors.ts';

/** How long raw text can be read (ms), and how often (ms) what is older goes. */
const keepMs = 30 * 60 * 1000;
const sweepMs = 60_000;
/** Rows say only in which quarter of an hour they go, so that none of them tells when somebody typed. */
const quarterMs = 15 * 60 * 1000;
/** How many keys this process remembers, of one person and of all: nobody crowds out what others are writing. */
const mostOfOne = 20;
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
  /** The installation's key, under which owner, id and the piece's own key are hashed. */
  readonly key: Buffer;
  readonly clock: Clock;
  readonly log?: Log;
}

/** The schema's tables must be there: open the store first. */
export function openDrafts({ url, schema, key, clock, log }: DraftOptions): HoppingDrafts {
  const database = connections({ url, schema, most: 3, log });
  const hashing = derive(key, 'curbside postgres drafts 1');
  const keys = openKeys();
  const hash = (...parts: string[]): Buffer => createHmac('sha256', hashing).update(JSON.stringify(parts)).digest();
  /** Of one piece alone: an id may come back, as that of a search does, but never with the key that it had. */
  const rowOf = (owner: string, id: string, known: string): Buffer => hash(owner, id, known);
  const ask = <R extends QueryResultRow>(sql: string, values: unknown[]) =>
    database.use((client) => client.query<R>(sql, values));
  const sweep = setInterval(() => {
    void forget(database, clock.now()).catch((error) =>
      log?.warn('database.drafts_kept', { code: codeOf(error) || 'none' }),
    );
  }, sweepMs).unref();

  return {
    async put(owner, id, value) {
      const known = keys.get(owner, id) ?? randomBytes(16).toString('base64url');
      keys.set(owner, id, known);
      const until = clock.now() + keepMs;
      const box = encrypt(keyFrom(known), context(owner, id), Buffer.from(JSON.stringify({ until, value })));
      await ask(
        `INSERT INTO ${database.schema}.typed VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET box = excluded.box, until = excluded.until`,
        [rowOf(owner, id, known), box, Math.ceil(until / quarterMs) * quarterMs],
      );
    },
    async get(owner, id) {
      const known = keys.get(owner, id);
      if (known === undefined) return null;
      const { rows } = await ask<{ box: Buffer }>(`SELECT box FROM ${database.schema}.typed WHERE id = $1`, [
        rowOf(owner, id, known),
      ]);
      const piece = rows[0] && opened(known, context(owner, id), rows[0].box);
      return piece && piece.until > clock.now() ? piece.value : null;
    },
    async drop(owner, id) {
      const known = keys.get(owner, id);
      keys.drop(owner, id);
      if (known !== undefined)
        await ask(`DELETE FROM ${database.schema}.typed WHERE id = $1`, [rowOf(owner, id, known)]);
    },
    keyOf: (owner, id) => keys.get(owner, id) ?? null,
    learn: keys.set,
    async close() {
      clearInterval(sweep);
      await database.close();
    },
  };
}

/** The keys that this process knows, by owner and piece. A row whose key is forgotten stays until its time, with all others. */
function openKeys() {
  const owners = new LRUCache<string, LRUCache<string, string>>({ max: mostKeys, maxSize: mostKeys, ttl: keepMs });
  return {
    get: (owner: string, id: string): string | undefined => owners.get(owner)?.get(id),
    set(owner: string, id: string, key: string): void {
      const own = owners.get(owner) ?? new LRUCache<string, string>({ max: mostOfOne, ttl: keepMs });
      own.set(id, key);
      owners.set(owner, own, { size: own.size });
    },
    drop: (owner: string, id: string): void => void owners.get(owner)?.delete(id),
  };
}

const context = (owner: string, id: string): string => JSON.stringify([owner, id]);

const keyFrom = (carried: string): Buffer => derive(Buffer.from(carried, 'base64url'), 'curbside draft 1');

interface Piece {
  readonly value: unknown;
  readonly until: number;
}

/** Null where it does not open with this key. */
function opened(carried: string, about: string, box: Buffer): Piece | null {
  try {
    return JSON.parse(decrypt(keyFrom(carried), about, box).toString('utf8')) as Piece;
  } catch {
    return null;
  }
}

async function forget(database: Database, now: number): Promise<void> {
  await database.use((client) => client.query(`DELETE FROM ${database.schema}.typed WHERE until <= $1`, [now]));
}
