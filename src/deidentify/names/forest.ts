/**
 * Trees of the same fixed depth, one after the other in each list: node k of a tree asks whether a value reaches a limit; its
 * children are 2k + 1 (no) and 2k + 2 (yes).
 */
interface Forest {
  readonly nodes: number;
  /** Numbers of the values that the nodes ask. */
  readonly asked: Uint8Array;
  readonly limits: Float64Array;
  /** Log-odds, from left to right: one more than nodes. */
  readonly leaves: Float64Array;
}

/** Reads trees from lines: for each node "value:limit" with the value's number, behind a bar the leaves. */
export const readForest = (lines: readonly string[]): Forest => {
  const trees = lines.map((line) => {
    const [nodes = '', leaves = ''] = line.split('|');
    return { nodes: nodes.split(' ').map((node) => node.split(':')), leaves: leaves.split(' ').map(Number) };
  });
  const pairs = trees.flatMap((tree) => tree.nodes);
  return {
    nodes: trees[0]?.nodes.length ?? 0,
    asked: Uint8Array.from(pairs, ([value]) => Number(value)),
    // A node without a question has no limit and sends everything to the left.
    limits: Float64Array.from(pairs, ([, limit]) => (limit ? Number(limit) : Number.POSITIVE_INFINITY)),
    leaves: Float64Array.from(trees.flatMap((tree) => tree.leaves)),
  };
};

/** The sum of the leaves that the values lead to: log-odds. */
export function scoreOf({ nodes, asked, limits, leaves }: Forest, values: Float64Array): number {
  let sum = 0;
  for (let root = 0, leaf = 0; root < asked.length; root += nodes, leaf += nodes + 1) {
    let at = 0;
    while (at < nodes) {
      const node = root + at;
      at = 2 * at + ((values[asked[node] as number] as number) >= (limits[node] as number) ? 2 : 1);
    }
    sum += leaves[leaf + at - nodes] as number;
  }
  return sum;
}
