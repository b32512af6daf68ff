import type { Leases } from '../../platform.ts';

interface Known {
  /** The lease that holds the count, and how those of instances begin. */
  readonly names: { readonly agreed: string; readonly instances: string };
  readonly leaseMs: number;
  /** The count that this process's own shards have. */
  readonly mine: number | undefined;
  /** What Discord recommends to this process. */
  readonly wanted: number;
}

/**
 * Of how many shards all processes go out. It changes only when none of them runs: with two counts at a time some servers
 * would be heard by nobody and others twice. So whoever's lease holds the count may leave: each instance's own says it too.
 * `isFirst`: nobody had one yet.
 */
export async function agreedCount(
  leases: Leases,
  { names, leaseMs, mine, wanted }: Known,
): Promise<{ readonly count: number; readonly isFirst: boolean }> {
  const before = (await leases.all(names.agreed)).find(({ name }) => name === names.agreed)?.state;
  const said = (await leases.all(names.instances)).find(({ state }) => /^\d+$/.test(state))?.state;
  const known = before ?? said ?? mine?.toString();
  await leases.take(names.agreed, leaseMs, known ?? String(wanted));
  const now = (await leases.all(names.agreed)).find(({ name }) => name === names.agreed)?.state;
  return { count: Number(now ?? known ?? wanted), isFirst: known === undefined };
}
