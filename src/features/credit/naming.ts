import { z } from 'zod';
import type { Read } from '../../ports/store.ts';
import type { Asked } from '../../runtime/context.ts';
import { decided, drop, put, show } from '../../runtime/decision.ts';
import { command } from '../../runtime/route.ts';
import { kind } from '../../storage/kind.ts';
import { colleague, person } from '../../view/build.ts';
import type { Span } from '../../view/view.ts';
import { Residents } from '../group/model.ts';
import { Page } from './pages.ts';

/** Somebody who agreed to be named in the statements of colleagues, by id. Nobody else is. */
export const Nameable = kind('creditNameable', z.object({ id: z.string() }), {
  indexes: {},
  sealed: 'no',
  about: {
    what: 'Who agreed to be named in colleagues’ statements',
    readBy: 'colleagues who make a statement of a consultation with them',
    keptFor: 'until they take it back or erase their data',
  },
});

/** Those of some people who agreed to be named, and are not shown by their credential alone. */
export async function nameableOf(read: Read, people: readonly string[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(people)];
  const [agreed, residents] = [await read.getMany(Nameable, ids), await read.getMany(Residents, ids)];
  return new Set(ids.filter((_, i) => (agreed[i] ?? null) !== null && residents[i]?.byCredential !== true));
}

export const mayNameMe = async (ctx: Asked): Promise<boolean> => (await nameableOf(ctx.read, [ctx.me])).has(ctx.me);

/** A colleague by name where they agreed to that, else by credential. */
export const shownColleague = (who: string, credential: string, named: ReadonlySet<string>): Span =>
  named.has(who) ? person(who, credential || null) : colleague(credential);

/** "Colleagues may name me", on or off; it counts for files that are made from now on. */
export const setNaming = command({
  name: 'credit.naming',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({ group: z.string(), on: z.enum(['yes', 'no']), page: Page }),
  decide: async ({ group, on, page }, ctx) =>
    decided(show('credit.confirmations', { group, page: String(page) }), {
      changes: [on === 'yes' ? put(Nameable, { id: ctx.me }) : drop(Nameable, ctx.me)],
    }),
});
