import { say } from '../../../i18n/message.ts';
import type { PackFile } from '../../../ports/packs.ts';
import type { Redeem, Redemption } from '../../../ports/redemption.ts';
import type { Store } from '../../../ports/store.ts';
import type { Document } from '../../../view/document.ts';
import { redeemCode, useCode } from './redeem.ts';

interface Given {
  readonly store: Store;
  readonly packs: readonly PackFile[];
  readonly fingerprint: string;
  /** A keyed hash, for who claimed a code. */
  readonly digest: (text: string) => Promise<string>;
}

/** For how long (ms) what a code gave is held in memory, and how many of them. */
const heldMs = 5 * 60_000;
const mostHeld = 50;

/**
 * Export codes that are redeemed in another community of this installation than the one in which they were made. The code is
 * the right to it: nothing else leads from one community to another. What it gives names nobody, since a community knows only
 * its own people. It is looked for outside of any transaction, each community in one of its own.
 */
export function redeeming({ store, packs, fingerprint, digest }: Given): Redeem {
  const held = new Map<string, { readonly at: number; found: Redemption }>();

  async function look(hash: string, who: string, now: number): Promise<Redemption> {
    const by = await digest(`export code ${who}`);
    for (const scope of await store.scopes()) {
      const found = await store.transact(scope, async (tx) => {
        const given = await redeemCode(tx, hash, { now, packs, fingerprint, by });
        if (typeof given !== 'string') await useCode(tx, hash, now, by);
        return given;
      });
      if (typeof found !== 'string') return { documents: found.map(withoutNames) };
      if (found !== 'unknown') return { unredeemed: found };
    }
    return { unredeemed: 'unknown' };
  }

  return ({ hash, who, now }) => {
    const key = `${who} ${hash}`;
    const before = held.get(key);
    if (before !== undefined && now - before.at < heldMs) return before.found;
    for (const [old, { at }] of held) if (now - at >= heldMs || held.size >= mostHeld) held.delete(old);
    const entry: { readonly at: number; found: Redemption } = { at: now, found: { unredeemed: 'unknown' } };
    const reading = look(hash, who, now).then(
      (found) => {
        entry.found = found;
      },
      // It failed: the next question looks again.
      () => {
        held.delete(key);
      },
    );
    entry.found = { reading };
    held.set(key, entry);
    return entry.found;
  };
}

/** A document in which nobody is named: references of one community mean nothing in another. */
function withoutNames(document: Document): Document {
  const someone = { is: 'msg', msg: say('word.someone') };
  return JSON.parse(
    JSON.stringify(document, (_, value: unknown) =>
      typeof value === 'object' && value !== null && 'is' in value && value.is === 'person' ? someone : value,
    ),
  ) as Document;
}
