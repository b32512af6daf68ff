/** One observation: values of each feature, whether it came true, and how much it counts. */
export interface Observation {
  readonly values: ArrayLike<number>;
  readonly truth: boolean;
  readonly weight: number;
}

/**
 * A tree of fixed depth: `features[k]` and `limits[k]` of node k, whose children are 2k + 1 (value below the limit) and 2k + 2;
 * `leaves` from left to right. A node that was not split sends everything to the left.
 */
export interface Tree {
  readonly features: readonly number[];
  readonly limits: readonly number[];
  readonly leaves: readonly number[];
}

export interface Plan {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Pull of a leaf towards zero, and the least curvature that a leaf must hold. */
  readonly ridge: number;
  readonly least: number;
}
/** Two questions a tree: more of them together say too much of texts that are few. */
const plan: Plan = { trees: 200, depth: 2, rate: 0.1, ridge: 4, least: 6 };

/** The most limits that are tried for a feature. */
const mostLimits = 24;

/** Places between the values of a feature where a split is tried: between every two values, or at quantiles of many. */
const limitsOf = (values: readonly number[]): number[] => {
  const sorted = [...values].sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  const marks =
    distinct.length <= mostLimits + 1
      ? distinct
      : [
          ...new Set(
            Array.from(
              { length: mostLimits + 1 },
              (_, k) => sorted[Math.floor((k * (sorted.length - 1)) / mostLimits)] ?? 0,
            ),
          ),
        ];
  return marks.slice(1).map((value, k) => Math.round(500 * (value + (marks[k] ?? 0))) / 1000);
};

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

/** Gradient boosting of the logistic loss (Friedman 2001) with second-order leaves. */
export const boost = (
  data: readonly Observation[],
  size: number,
  { trees, depth, rate, ridge, least }: Plan = plan,
): Tree[] => {
  const limits = Array.from({ length: size }, (_, f) => limitsOf(data.map(({ values }) => values[f] ?? 0)));
  const bins = Array.from({ length: size }, (_, f) =>
    Uint8Array.from(data, ({ values }) => (limits[f] ?? []).filter((limit) => (values[f] ?? 0) >= limit).length),
  );
  const nodes = 2 ** depth - 1;
  const scores = new Float64Array(data.length);
  const slope = new Float64Array(data.length);
  const curve = new Float64Array(data.length);
  const node = new Uint16Array(data.length);
  const made: Tree[] = [];
  for (let round = 0; round < trees; round += 1) {
    data.forEach(({ truth, weight }, i) => {
      const p = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
      slope[i] = weight * ((truth ? 1 : 0) - p);
      curve[i] = weight * p * (1 - p);
    });
    node.fill(0);
    const features = new Array<number>(nodes).fill(0);
    const cuts = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
    for (let level = 0; level < depth; level += 1) {
      const best = splitsAt(level);
      best.forEach((split, k) => {
        if (!split) return;
        const at = 2 ** level - 1 + k;
        features[at] = split.feature;
        cuts[at] = limits[split.feature]?.[split.bin] ?? Number.POSITIVE_INFINITY;
      });
      for (let i = 0; i < data.length; i += 1) {
        const at = node[i] ?? 0;
        const split = best[at - (2 ** level - 1)];
        const right = split !== undefined && (bins[split.feature]?.[i] ?? 0) > split.bin;
        node[i] = 2 * at + (right ? 2 : 1);
      }
    }
    const slopes = new Float64Array(nodes + 1);
    const curves = new Float64Array(nodes + 1);
    for (let i = 0; i < data.length; i += 1) {
      const leaf = (node[i] ?? 0) - nodes;
      slopes[leaf] = (slopes[leaf] ?? 0) + (slope[i] ?? 0);
      curves[leaf] = (curves[leaf] ?? 0) + (curve[i] ?? 0);
    }
    const leaves = Array.from(
      slopes,
      (sum, leaf) => Math.round((1000 * rate * sum) / ((curves[leaf] ?? 0) + ridge)) / 1000,
    );
    for (let i = 0; i < data.length; i += 1) scores[i] = (scores[i] ?? 0) + (leaves[(node[i] ?? 0) - nodes] ?? 0);
    made.push({ features, limits: cuts, leaves });
  }
  return made;

  function splitsAt(level: number): (Split | undefined)[] {
    const count = 2 ** level;
    const first = count - 1;
    const best = new Array<Split | undefined>(count).fill(undefined);
    for (let feature = 0; feature < size; feature += 1) {
      const width = (limits[feature]?.length ?? 0) + 1;
      if (width < 2) continue;
      const own = bins[feature] as Uint8Array;
      const slopes = new Float64Array(count * width);
      const curves = new Float64Array(count * width);
      for (let i = 0; i < data.length; i += 1) {
        const cell = ((node[i] ?? 0) - first) * width + (own[i] ?? 0);
        slopes[cell] = (slopes[cell] ?? 0) + (slope[i] ?? 0);
        curves[cell] = (curves[cell] ?? 0) + (curve[i] ?? 0);
      }
      for (let k = 0; k < count; k += 1) {
        const found = bestOf(
          slopes.subarray(k * width, (k + 1) * width),
          curves.subarray(k * width, (k + 1) * width),
          feature,
        );
        if (found && found.gain > (best[k]?.gain ?? 1e-3)) best[k] = found;
      }
    }
    return best;
  }

  function bestOf(slopes: Float64Array, curves: Float64Array, feature: number): Split | undefined {
    const worth = (g: number, h: number): number => (g * g) / (h + ridge);
    const [allSlope, allCurve] = [slopes.reduce((a, b) => a + b, 0), curves.reduce((a, b) => a + b, 0)];
    let best: Split | undefined;
    let [g, h] = [0, 0];
    for (let bin = 0; bin + 1 < slopes.length; bin += 1) {
      g += slopes[bin] ?? 0;
      h += curves[bin] ?? 0;
      if (h < least || allCurve - h < least) continue;
      const gain = worth(g, h) + worth(allSlope - g, allCurve - h) - worth(allSlope, allCurve);
      if (gain > (best?.gain ?? 0)) best = { gain, feature, bin };
    }
    return best;
  }
};

export const scoreOf = (trees: readonly Tree[], values: ArrayLike<number>): number => {
  let sum = 0;
  for (const { features, limits, leaves } of trees) {
    let at = 0;
    while (at < features.length) at = 2 * at + ((values[features[at] ?? 0] ?? 0) >= (limits[at] ?? 0) ? 2 : 1);
    sum += leaves[at - features.length] ?? 0;
  }
  return sum;
};

/** Trees as lines of a source file, as forest.ts reads them. */
export const linesOf = (trees: readonly Tree[]): string =>
  trees
    .map(({ features, limits, leaves }) => {
      const nodes = features.map(
        (feature, k) => `${feature}:${limits[k] === Number.POSITIVE_INFINITY ? '' : limits[k]}`,
      );
      return `  '${nodes.join(' ')}|${leaves.join(' ')}',`;
    })
    .join('\n');
