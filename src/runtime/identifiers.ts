import { type Finding, redact, scanned } from '../deidentify/index.ts';
import { say } from '../i18n/message.ts';
import type { Asked } from './context.ts';
import type { FieldProblem } from './field-errors.ts';

/** Whether something that the filter doubts is what the field asks for. What is certain is never asked. */
export type Expected = (found: string, ctx: Pick<Asked, 'lexicon'>) => boolean;

/** A text without what may identify somebody, and how many places were replaced. A route that asks this `scans`. */
export function withoutIdentifiers(
  typed: string,
  ctx: Pick<Asked, 'lexicon'>,
  expected: Expected = () => false,
): { readonly text: string; readonly n: number } {
  if (typed === '') return { text: '', n: 0 };
  const isExpected = ({ tier, start, end }: Finding): boolean =>
    tier === 'check' && expected(typed.slice(start, end), ctx);
  const findings = (scanned({ text: typed }, ctx.lexicon).text ?? []).filter((one) => !isExpected(one));
  const { text, marks } = redact(typed, findings);
  return { text, n: marks.length };
}

/** A short field that others read, or that goes into files: what is left of it is put into the field, to be looked at. */
export function identifiersIn(typed: string, ctx: Pick<Asked, 'lexicon'>, expected?: Expected): FieldProblem | null {
  const { text, n } = withoutIdentifiers(typed, ctx, expected);
  return n === 0 ? null : { msg: say('field.identifiers', { n }), offer: text };
}

/** States, provinces and countries whose names people have too, so that lists of places leave them out. */
const alsoNames = new Set(
  'georgia virginia carolina dakota montana washington delaware tennessee victoria alberta jordan israel chad india china kenya ireland france britain wales cyprus malta'.split(
    ' ',
  ),
);

/** A state, a country: many are first names as well. */
export const placeExpected: Expected = (found, { lexicon }) =>
  found.split(/,| and | & /).every((typed) => {
    const one = typed.trim().toLowerCase();
    return alsoNames.has(one) || lexicon.place(one) > 0;
  });

/** One word alone: names of languages are names of people too ("Maya"). */
export const wordExpected: Expected = (found) => !/\s/.test(found.trim());

/** Degrees whose stops would make words of them that look like names ("M.Div."). */
const degrees = /\b(?:[DM]\.Phil|D\.Min|Ed\.[DS]|M\.Div|M\.Ed|M\.S\.W|Ph\.D|Psy\.D|Th\.[DM])\b\.?/gi;

/** A credential as it stands beside a name: one doubtful word is part of a title or a place of training, more than one is somebody. */
export function credentialProblem(typed: string, ctx: Pick<Asked, 'lexicon'>, max: number): FieldProblem | null {
  const problem = identifiersIn(typed.replace(degrees, 'PhD'), ctx, wordExpected);
  return problem !== null && 'offer' in problem ? { ...problem, offer: problem.offer.slice(0, max) } : problem;
}
