import type { FindingType, Suspect } from '../types.ts';
import { labels, labelTypes, outside } from './labels.ts';
import { type Pieces, sign } from './pieces.ts';

const size = labels.length;
/** A run is cut where certainty crosses one of these, so that a doubtful neighbour neither rides along nor drags down. */
const steps = [0.2, 0.5];

/** The labels of each kind: first word and later word, or the one label of the kind. */
const kinds = [...new Set(labelTypes)].flatMap((type) =>
  type ? [{ type, members: labelTypes.flatMap((other, label) => (other === type ? [label] : [])) }] : [],
);

const stepOf = (probability: number): number => steps.filter((step) => probability >= step).length;

/**
 * Joins neighbouring pieces of one kind whose probability of identifying is at least `atLeast`. A suspect's type is the
 * likeliest kind (`ID` for every structured kind), its probability that of its least certain piece. Suspects come in text
 * order and never overlap.
 */
export const suspectsOf = (pieces: Pieces, chances: Float64Array, atLeast: number): Suspect[] => {
  const found: Suspect[] = [];
  let open: { first: number; last: number; type: FindingType; probability: number } | undefined;
  const close = (): void => {
    if (!open) return;
    let { first, last } = open;
    // Signs at the edges (a full stop, a bracket) are never part of a name.
    while (first < last && pieces.kind[first] === sign) first += 1;
    while (last > first && pieces.kind[last] === sign) last -= 1;
    if (pieces.kind[first] !== sign) {
      found.push({
        start: pieces.start[first] ?? 0,
        end: pieces.end[last] ?? 0,
        type: open.type,
        probability: open.probability,
      });
    }
    open = undefined;
  };
  for (let i = 0; i < pieces.count; i += 1) {
    const probability = 1 - (chances[i * size + outside] ?? 1);
    if (probability < atLeast) {
      close();
      continue;
    }
    const { type, begins } = likeliest(chances, i);
    if (open && open.type === type && !begins && stepOf(open.probability) === stepOf(probability)) {
      open = { ...open, last: i, probability: Math.min(open.probability, probability) };
      continue;
    }
    close();
    open = { first: i, last: i, type, probability };
  }
  close();
  return found;
};

/** The likeliest kind at a piece, and whether a new one begins there. */
const likeliest = (chances: Float64Array, i: number): { type: FindingType; begins: boolean } => {
  let best: FindingType = 'NAME';
  let most = -1;
  let begins = false;
  for (const { type, members } of kinds) {
    let sum = 0;
    for (const label of members) sum += chances[i * size + label] ?? 0;
    if (sum <= most) continue;
    const [begin, later] = members;
    begins = later !== undefined && (chances[i * size + (begin ?? 0)] ?? 0) > (chances[i * size + later] ?? 0);
    best = type;
    most = sum;
  }
  return { type: best, begins };
};
