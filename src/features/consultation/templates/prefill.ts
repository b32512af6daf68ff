import type { Asked } from '../../../runtime/context.ts';
import type { Consultation, Reply } from '../model.ts';
import { cut } from '../record/advice.ts';
import { textLimits } from '../record/model.ts';
import { templateOf } from './all.ts';
import type { RecordPart } from './template.ts';

/** What a question and the steps of its structure give its author's record, part by part. */
export function recordFrom(
  ctx: Pick<Asked, 'files'>,
  c: Consultation,
  mine: readonly Reply[],
): Partial<Record<RecordPart, string>> {
  const template = templateOf(ctx, c.structure?.id);
  const { fields = [], steps = [] } = template ?? {};
  const ofFields = fields.flatMap(({ id, record }): Piece[] => {
    const text = id === 'question' ? '' : (c.text?.[id] ?? '');
    return text === '' ? [] : [{ record, label: c.structure?.labels[id] ?? '', text }];
  });
  // In the order of the method, whenever each was written; what belongs to no step of it comes last.
  const placeOf = ({ step }: Reply): number => steps.findIndex(({ id }) => id === step?.id) + 1 || steps.length + 1;
  const inOrder = [...mine].sort((a, b) => placeOf(a) - placeOf(b));
  const ofSteps = inOrder.flatMap(({ step, text, hidden }): Piece[] =>
    step?.record && text !== null && !hidden ? [{ record: step.record, label: step.name, text }] : [],
  );
  const all = [...ofFields, ...ofSteps];
  return Object.fromEntries(
    limitsOf.flatMap(([part, limit]) => {
      const pieces = all.filter(({ record }) => record === part);
      return pieces.length === 0 ? [] : [[part, joined(pieces, limit)]];
    }),
  );
}

interface Piece {
  readonly record: string;
  readonly label: string;
  readonly text: string;
}

const { facts, codes, guidance, decision, rationale } = textLimits;
const limitsOf: readonly (readonly [RecordPart, number])[] = [
  ['facts', facts],
  ['codes', codes],
  ['guidance', guidance],
  ['decision', decision],
  ['rationale', rationale],
  ['actions', 1000],
];

/** Several pieces, each after what it is; one alone needs no label. */
function joined(pieces: readonly Piece[], limit: number): string {
  const [only, ...more] = pieces;
  const whole =
    more.length === 0 ? (only?.text ?? '') : pieces.map(({ label, text }) => `${label}: ${text}`).join('\n');
  return whole.length <= limit ? whole : `${whole.slice(0, limit - cut.length - 1).trimEnd()} ${cut}`;
}
