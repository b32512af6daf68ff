import type { ChatPlatform, Clock, Core, Log, PersonRef, Route, Scope, Store, Vault } from '../../../src/index.ts';
import type { Documents } from '../../documents/index.ts';
import { startTimer } from '../../node/timer.ts';
import { createTypedTexts, type TypedTexts } from '../pages/before-after.ts';
import type { Changes } from '../server/changes.ts';
import { type Actor, cast } from './cast.ts';
import { type Chat, openChat } from './chat.ts';
import { type MovableClock, openClock } from './clock.ts';
import { createOutbound, platformName } from './outbound.ts';
import { openPrivateCards, type PrivateCards } from './private-cards.ts';
import { readSettings } from './settings.ts';

/** What the composition root opens for the playground: real parts over the playground's own data folder. */
export interface Backing {
  readonly store: Store;
  readonly vault: Vault;
  readonly routes: readonly Route[];
  /** Makes the files that people ask for. */
  readonly documents: Documents;
  /** Builds the core on these parts, with the playground as its only platform and the movable clock as its clock. */
  readonly core: (outside: { readonly platform: ChatPlatform; readonly clock: Clock }) => Core;
  /** Closes store and vault. */
  close(): Promise<void>;
}

/** The playground with one set of data, from opening it until it is closed or started over. */
export interface World {
  readonly core: Core;
  readonly routes: readonly Route[];
  readonly store: Store;
  readonly chat: Chat;
  readonly clock: MovableClock;
  /** Has the core look at what is due now; it also does so by itself. */
  wake(): void;
  readonly cards: PrivateCards;
  readonly documents: Documents;
  readonly typed: TypedTexts;
  /** The position up to which each person has seen their direct messages; in memory, so a restart counts all as seen. */
  readonly seen: Map<PersonRef, number>;
  /** The position of the newest message when this was opened. */
  readonly seenAtStart: number;
  readonly changes: Changes;
  readonly scope: Scope;
  /** The reference of somebody of the cast: a new one after that person's data was erased. */
  refOf(actor: Actor): Promise<PersonRef>;
  /** Everybody of the cast by reference. */
  people(): Promise<ReadonlyMap<PersonRef, Actor>>;
  close(): Promise<void>;
}

export async function openWorld(backing: Backing, wall: Clock, changes: Changes, log: Log): Promise<World> {
  const { store, vault } = backing;
  const clock = await openClock(store, wall);
  const chat = openChat(store, clock, changes.announce);
  const typed = createTypedTexts();
  const refOf = (actor: Actor) => vault.refFor({ platform: platformName, id: actor.id });
  const people = async () =>
    new Map(await Promise.all(cast.map(async (actor) => [await refOf(actor), actor] as const)));
  const nameOf = async (who: PersonRef) => (await people()).get(who)?.name ?? null;
  const core = backing.core({ platform: createOutbound(chat, typed.posted, nameOf), clock });
  const timer = startTimer(core, clock.now, log);
  return {
    core,
    store,
    chat,
    clock,
    wake: timer.wake,
    seen: new Map(),
    seenAtStart: (await readSettings(store)).messages,
    typed,
    changes,
    refOf,
    documents: backing.documents,
    routes: backing.routes,
    cards: openPrivateCards(changes.announce),
    scope: await vault.scopeFor({ platform: platformName, id: platformName }),
    people,
    async close() {
      await timer.stop();
      await backing.close();
    },
  };
}
