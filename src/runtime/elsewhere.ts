import type { Msg } from '../i18n/message.ts';
import type { Incoming } from '../ports/chat.ts';
import type { Account, Identity, Linked } from '../ports/vault.ts';
import { sealing } from '../storage/sealing.ts';
import type { AccountChange } from './decision.ts';
import type { Elsewhere, Route } from './route.ts';
import type { Runtime } from './runtime.ts';

/** Whose key does what for a route, and the accounts that they linked where it looks at those. */
export async function identified(
  { vault }: Pick<Runtime, 'vault'>,
  route: Route,
  incoming: Incoming,
): Promise<{ readonly me: Identity | null; readonly linked?: readonly Linked[] }> {
  const looks = route.kind === 'query' && route.elsewhere !== null;
  return looks ? vault.identityWithLinks(accountOf(incoming)) : { me: await vault.identity(incoming.who) };
}

/**
 * Reads in every community that somebody linked, one after another and outside of any transaction: scopes wait for each other
 * nowhere. Both accounts belong to the person who asks, so only what is theirs opens.
 */
export async function readElsewhere<T>(
  { store, clock }: Pick<Runtime, 'store' | 'clock'>,
  linked: readonly Linked[],
  work: (other: Elsewhere) => Promise<T>,
): Promise<T[]> {
  const found: T[] = [];
  for (const { identity, ...account } of linked)
    found.push(
      await store.read(account.scope, (inner) =>
        work({
          account,
          read: sealing(identity, inner, clock.now()),
          mine: async (subject) => identity.token(subject),
        }),
      ),
    );
  return found;
}

/** Carries out what was decided about links; the answer is what there is to say, where that is known only now. */
export async function changeAccount(
  { vault, clock }: Pick<Runtime, 'vault' | 'clock'>,
  incoming: Incoming,
  change: AccountChange,
): Promise<Msg | null> {
  const account = accountOf(incoming);
  if ('accept' in change) return change.says[await vault.acceptLink(account, change.accept, clock.now())];
  if ('offer' in change) await vault.offerLink(account, change.offer, change.until);
  else await vault.unlink(account, change.unlink);
  return null;
}

export const accountOf = ({ who, scope }: Incoming): Account => ({ ref: who, scope });
