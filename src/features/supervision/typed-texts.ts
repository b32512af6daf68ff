import { type FindingType, redact, scanned } from '../../deidentify/index.ts';
import { type Msg, say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import type { FieldProblem } from '../../runtime/field-errors.ts';

/** A text of a form: what was typed, how long it may be, and what its field is called in a message. */
export interface TypedText {
  readonly typed: string;
  readonly max: number;
  readonly field:
    | 'topics'
    | 'feedback'
    | 'directives'
    | 'actions'
    | 'reflection'
    | 'comment'
    | 'goals'
    | 'statement'
    | 'concerns'
    | 'frequency'
    | 'credential'
    | 'emergency'
    | 'fee'
    | 'outside';
  /** What the field asks for, which stays: the phone number of whom to reach. */
  readonly expected?: readonly FindingType[];
}

/**
 * Identifiers in the texts of one form, read as one: what would be left of each is put into its field, to be looked at. Their
 * second reading finds placeholders only.
 */
export function identifierProblems(
  texts: Readonly<Record<string, TypedText>>,
  ctx: Pick<Asked, 'lexicon'>,
): Record<string, FieldProblem> {
  const some = Object.entries(texts).filter(([, { typed }]) => typed !== '');
  if (some.length === 0) return {};
  const findings = scanned(Object.fromEntries(some.map(([name, { typed }]) => [name, typed])), ctx.lexicon);
  return Object.fromEntries(
    some.flatMap(([name, { typed, max, field, expected = [] }]) => {
      const left = (findings[name] ?? []).filter(({ type }) => !expected.includes(type));
      const { text, marks } = redact(typed, left);
      if (marks.length === 0) return [];
      const msg: Msg = say('supervision.identifiers.in', { field, n: marks.length });
      return [[name, { msg, offer: text.slice(0, max) }] as const];
    }),
  );
}
