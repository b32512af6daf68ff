/** How long (ms) drawing goes on before others get a turn. */
const atOnceMs = 10;

/** Lets others have their turn once enough was done since they had one. */
type Turns = () => Promise<void>;

export function createTurns(): Turns {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < atOnceMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    last = performance.now();
  };
}
