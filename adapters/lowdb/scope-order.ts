/** Runs pieces of work one after another for each scope, in the order of the calls; scopes do not wait for each other. */
export interface ScopeOrder {
  run<T>(scope: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when everything that was called for so far has run. */
  settled(): Promise<void>;
}

export function createScopeOrder(): ScopeOrder {
  const last = new Map<string, Promise<unknown>>();
  return {
    run<T>(scope: string, work: () => Promise<T>): Promise<T> {
      const before = last.get(scope);
      const mine = before === undefined ? Promise.resolve().then(work) : before.then(work, work);
      last.set(scope, mine);
      const done = (): void => {
        if (last.get(scope) === mine) last.delete(scope);
      };
      mine.then(done, done);
      return mine;
    },
    async settled() {
      await Promise.allSettled(last.values());
    },
  };
}
