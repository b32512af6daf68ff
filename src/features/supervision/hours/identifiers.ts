import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import type { FieldProblem } from '../../../runtime/field-errors.ts';
import { withoutIdentifiers } from '../../../runtime/identifiers.ts';
import { entryLimits } from '../model.ts';

const { topics, feedback, directives, note } = entryLimits;
const most = { topics, feedback, directives, note } as const;

/**
 * Identifiers in what somebody typed are taken out before anything is kept: what would be left is put into the field, to be
 * looked at. Its second reading finds placeholders only.
 */
export function identifierProblem(typed: string, field: keyof typeof most, ctx: Asked): FieldProblem | null {
  const { text, n } = withoutIdentifiers(typed, ctx);
  return n === 0 ? null : { msg: say('supervision.identifiers', { field, n }), offer: text.slice(0, most[field]) };
}
