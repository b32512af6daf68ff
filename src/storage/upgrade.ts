import { z } from 'zod';
import type { Log } from '../ports/log.ts';
import type { Scope, Store } from '../ports/store.ts';
import type { Vault } from '../ports/vault.ts';
import { kind } from './kind.ts';

/** Where an upgrade works: the store as it is, before anything is parsed, and the vault. */
export interface Upgrading {
  readonly store: Store;
  readonly vault: Vault;
}

/**
 * One change of what is stored that touches an index or an owner's token, so that reading alone cannot make it. Done once
 * for each store, community by community; may be done again after a crash.
 */
export interface Migration {
  /** They are done in order; numbers are never used twice. */
  readonly number: number;
  /** What it does, for the log. */
  readonly name: string;
  run(scope: Scope, on: Upgrading): Promise<void>;
}

/** The store is of a newer version than this one: nothing was changed. */
export class NewerStore extends Error {
  override readonly name = 'NewerStore';
}

/** Where a store says what it holds; no community has this name. */
export const ownScope = 'curbside';
export const Version = kind('storeVersion', z.object({ id: z.literal('version'), migration: z.number().int() }), {
  indexes: {},
  sealed: 'no',
  about: { what: 'Which migration was the last', readBy: 'every start', keptFor: 'as long as the store' },
});

/**
 * Brings a store up to date before its first command: what a migration has not done yet is done for every community, with
 * a line in the log for each. `keepCopy` is called first; afterwards the old bytes are dropped.
 *
 * @throws NewerStore
 */
export async function upgraded(
  on: Upgrading,
  migrations: readonly Migration[],
  how: { readonly log: Log; keepCopy(): Promise<void> },
): Promise<void> {
  const { store } = on;
  const newest = Math.max(0, ...migrations.map((m) => m.number));
  const scopes = (await store.scopes()).filter((scope) => scope !== ownScope);
  const done = (await store.read(ownScope, (read) => read.get(Version, 'version')))?.migration ?? 0;
  if (done > newest) throw new NewerStore();
  if (done === newest) return;
  if (scopes.length > 0) {
    await how.keepCopy();
    for (const { number, name, run } of migrations.filter((m) => m.number > done)) {
      for (const [i, scope] of scopes.entries()) {
        await run(scope, on);
        how.log.info('store.upgrade_running', { migration: number, name, community: i + 1, of: scopes.length });
      }
    }
    await store.compact();
  }
  await store.transact(ownScope, (tx) => tx.put(Version, { id: 'version', migration: newest }));
}
