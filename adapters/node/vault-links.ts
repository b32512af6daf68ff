import type { Account, Doc, Kind, LinkedAccount, Read, Store, Tx, Vault } from '../../src/index.ts';
import { randomIds } from './ids.ts';
import { AccountLink, Offer, vaultScope } from './vault-kinds.ts';

/** Accounts that one can be linked with: a clinician is in a few communities. */
const mostLinks = 5;

/** So long (ms) a code that nobody used stays after its time. */
const unusedMs = 24 * 60 * 60 * 1000;

const isSame = (a: Account, b: Account): boolean => a.ref === b.ref && a.scope === b.scope;

/** Which accounts belong to one person, by their own word: both had to be used for it. */
export const accountLinks = (store: Store): Pick<Vault, 'offerLink' | 'acceptLink' | 'linksOf' | 'unlink'> => ({
  offerLink: (account, code, until) =>
    store.transact(vaultScope, async (tx) => {
      for (const offer of await everyOne(tx, Offer, 'ref', account.ref))
        if (isSame(offer.of, account)) await tx.remove(Offer, offer.id);
      for (const offer of await everyOne(tx, Offer, 'ref', null))
        if (offer.until <= until - unusedMs) await tx.remove(Offer, offer.id);
      await tx.put(Offer, { id: code, of: plain(account), until });
    }),
  acceptLink: (account, code, now) =>
    store.transact(vaultScope, async (tx) => {
      const offer = await tx.get(Offer, code);
      if (offer === null || offer.until <= now) return 'unknown';
      if (isSame(offer.of, account)) return 'own';
      if (offer.of.scope === account.scope) return 'colleague';
      const mine = await linksIn(tx, account);
      if (mine.some((link) => isSame(link, offer.of))) {
        await tx.remove(Offer, code);
        return 'linked';
      }
      if (mine.length >= mostLinks || (await linksIn(tx, offer.of)).length >= mostLinks) return 'tooMany';
      await tx.remove(Offer, code);
      await tx.put(AccountLink, { id: randomIds.next(), one: offer.of, other: plain(account), since: now });
      return 'linked';
    }),
  linksOf: (account) => store.read(vaultScope, (read) => linksIn(read, account)),
  async unlink(account, id) {
    const was = await store.transact(vaultScope, async (tx) => {
      const own = (await linksIn(tx, account)).some((link) => link.id === id);
      if (own) await tx.remove(AccountLink, id);
      return own;
    });
    if (was) await store.compact();
  },
});

/** Those of somebody who is forgotten, or of a community that is. */
export async function dropLinksOf(tx: Tx, ref: string): Promise<void> {
  for (const index of ['ref', 'scope'] as const)
    for (const { id } of await everyOne(tx, Offer, index, ref)) await tx.remove(Offer, id);
  for (const index of ['one', 'other', 'oneScope', 'otherScope'] as const)
    for (const { id } of await everyOne(tx, AccountLink, index, ref)) await tx.remove(AccountLink, id);
}

/** The links of an account, the oldest first. */
export async function linksIn(read: Read, account: Account): Promise<LinkedAccount[]> {
  const all = [
    ...(await everyOne(read, AccountLink, 'one', account.ref)),
    ...(await everyOne(read, AccountLink, 'other', account.ref)),
  ];
  const mine = all.flatMap(({ id, one, other, since }) => {
    const far = isSame(one, account) ? other : isSame(other, account) ? one : null;
    return far === null ? [] : [{ ...far, id, since }];
  });
  return mine
    .filter(({ id }, i) => mine.findIndex((link) => link.id === id) === i)
    .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
}

/** Null: whatever the key. */
export async function everyOne<T extends Doc>(
  read: Read,
  of: Kind<T>,
  index: string,
  key: string | null,
): Promise<readonly T[]> {
  const range = key === null ? { all: true as const } : { equal: key };
  const found: T[] = [];
  let after: string | undefined;
  do {
    const page = await read.find(of, index, range, after === undefined ? {} : { after });
    found.push(...page.docs);
    after = page.next;
  } while (after !== undefined);
  return found;
}

const plain = ({ ref, scope }: Account): Account => ({ ref, scope });
