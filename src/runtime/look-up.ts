import type { View } from '../view/view.ts';
import type { Asked } from './context.ts';
import { isLater, type Later, type Refusal } from './decision.ts';
import type { Route } from './route.ts';

/** Platforms differ in whether an empty field is sent as nothing or left out: here it is always left out. */
export const present = (input: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== ''));

/** Answers a query by its name, for the same person and group; null when there is none or the input does not fit it. */
export async function lookUp(
  routes: ReadonlyMap<string, Route>,
  name: string,
  input: Readonly<Record<string, string>>,
  ctx: Asked,
): Promise<View | Refusal | null> {
  const route = routes.get(name);
  if (route?.kind !== 'query') return null;
  const parsed = route.input.safeParse(present(input));
  if (!parsed.success) return null;
  const shown = await route.show(parsed.data, ctx, []);
  return isLater(shown) ? shown.meanwhile : shown;
}

/** What is still being read in memory is waited for once, outside of any transaction. */
export async function inTime(shown: () => Promise<View | Refusal | Later>): Promise<View | Refusal> {
  const first = await shown();
  if (!isLater(first)) return first;
  await first.until;
  const second = await shown();
  return isLater(second) ? second.meanwhile : second;
}
