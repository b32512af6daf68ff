import { type Core, onItsWay, type Store } from '../../../src/index.ts';
import type { Away } from './standing.ts';

/** A store in which nothing waits, and nothing is looked for, in communities that are on their way. */
export function withoutThose(store: Store, away: Away): Store {
  if (away.size === 0) return store;
  return {
    ...store,
    scopes: async () => (await store.scopes()).filter((scope) => !away.has(scope)),
    async scopesWithWork(upTo, limit) {
      const found = await store.scopesWithWork(upTo, limit === undefined ? undefined : limit + away.size);
      return found.filter(({ scope }) => !away.has(scope)).slice(0, limit);
    },
    onWork: (wake) => store.onWork((scope, elsewhere) => void (away.has(scope) || wake(scope, elsewhere))),
  };
}

/** A core that tells whoever is in such a community so, and takes in nothing that happens there. */
export function notServing(core: Core, away: Away): Core {
  if (away.size === 0) return core;
  return {
    ...core,
    handle: async (incoming) =>
      away.has(incoming.scope) ? { is: 'refused', view: onItsWay() } : core.handle(incoming),
    happened: async (incoming) => (away.has(incoming.scope) ? undefined : core.happened(incoming)),
  };
}
