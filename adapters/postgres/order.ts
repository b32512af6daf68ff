/**
 * The order of calls inside this process: what is written in a scope comes one after another, and a read comes after what
 * was to be written before it. Between processes the database keeps the order.
 */
export interface Order {
  write<T>(scope: string, work: () => Promise<T>): Promise<T>;
  read<T>(scope: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when everything that was called for so far is done. */
  settled(): Promise<void>;
}

export function createOrder(): Order {
  const last = new Map<string, Promise<unknown>>();
  const reads = new Set<Promise<unknown>>();

  const after = <T>(before: Promise<unknown> | undefined, work: () => Promise<T>): Promise<T> =>
    before === undefined ? Promise.resolve().then(work) : before.then(work, work);

  return {
    write(scope, work) {
      const mine = after(last.get(scope), work);
      last.set(scope, mine);
      const done = (): void => {
        if (last.get(scope) === mine) last.delete(scope);
      };
      mine.then(done, done);
      return mine;
    },
    read(scope, work) {
      const mine = after(last.get(scope), work);
      reads.add(mine);
      const done = (): void => void reads.delete(mine);
      mine.then(done, done);
      return mine;
    },
    async settled() {
      await Promise.allSettled([...last.values(), ...reads]);
    },
  };
}
