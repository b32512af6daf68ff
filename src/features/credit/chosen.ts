import { addDays, daysBetween } from '../../time/time.ts';

/** What a statement is of, as its controls carry it; local dates, both included. */
export interface Choice {
  readonly pack: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly anonymous: 'yes' | 'no';
}

const begin = '1970-01-01';
/** Days since 1970 in three signs, and from late in 2097 on in four. */
const coded = (date: string): string => daysBetween(begin, date).toString(36).padStart(3, '0');
const decoded = (text: string): string => addDays(begin, Number.parseInt(text, 36));

/**
 * A choice in one short value: with a name for each part, a button would not fit into the hundred characters that Discord has for
 * what it says (`adapters/discord/components/custom-id.ts`).
 */
export function folded({ pack, from, to, anonymous }: Choice): string {
  const days = from === undefined || to === undefined || from < begin ? '' : coded(from) + coded(to);
  return `${pack}.${days}${anonymous === 'yes' ? '!' : ''}`;
}

/** Reads what `folded` wrote, over what else was given: buttons of older messages name each part. */
export function unfolded<I extends { readonly s?: string | undefined }>(input: I): I & Partial<Choice> {
  const [, pack, days = '', anonymous] = /^([a-z0-9-]+)\.([0-9a-z]{6,8})?(!)?$/.exec(input.s ?? '') ?? [];
  if (pack === undefined) return input;
  // What begins earlier is no later, so of seven signs the first three are the earlier one.
  const at = days.length === 8 ? 4 : 3;
  const dates = days === '' ? {} : { from: decoded(days.slice(0, at)), to: decoded(days.slice(at)) };
  return { pack, anonymous: anonymous === undefined ? 'no' : 'yes', ...dates, ...given(input) };
}

/** A part that is named counts, and one that is not leaves what was folded. */
const given = <I extends object>(input: I): I =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as I;
