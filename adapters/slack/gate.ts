/**
 * Lets at most `most` calls run at once; the others wait their turn. Without it, a burst of answers opens a connection
 * for each, which costs more than the answers and holds up acknowledgements.
 */
export function newGate(most: number): <T>(call: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (call) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await call();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
