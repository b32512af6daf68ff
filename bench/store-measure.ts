export interface Measured {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Runs `work` `count` times with so many writers at once, each waiting for its own command to be done. */
export async function measure(
  writers: number,
  count: number,
  work: (n: number) => Promise<unknown>,
): Promise<Measured> {
  const times: number[] = [];
  let next = 0;
  const writer = async (): Promise<void> => {
    while (next < count) {
      const n = next;
      next += 1;
      const began = performance.now();
      await work(n);
      times.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: writers }, writer));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(3));
  return { perSecond: Number((count / seconds).toFixed(1)), p50Ms: at(0.5), p99Ms: at(0.99) };
}
