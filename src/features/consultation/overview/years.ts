import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import type { GroupExportPart } from '../../../runtime/contributions.ts';
import { type Change, decided, put, show } from '../../../runtime/decision.ts';
import { command, query } from '../../../runtime/route.ts';
import { allOf } from '../../../storage/find-all.ts';
import { dateOf, instantOf } from '../../../time/time.ts';
import { action, actions, body, card, facts, quiet, title } from '../../../view/build.ts';
import { words } from '../../../view/build-document.ts';
import { Consultations } from '../model.ts';
import { common, OfGroup } from '../templates/preferred.ts';
import { GroupYears, leastShown } from './years-model.ts';

/** Years that are shown. */
const most = 10;

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Whole years of the group that are over, in its zone. */
function closedYears({ now, group }: Pick<Asked, 'now' | 'group'>): number[] {
  if (group === null) return [];
  const last = yearOf(dateOf(now, group.zone)) - 1;
  const first = Math.max(yearOf(dateOf(group.since, group.zone)), last - most + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

const stored = async (ctx: Asked) =>
  (await allOf(ctx.read, GroupYears, 'group', { equal: groupOf(ctx).id })).sort((a, b) => b.year - a.year);

/** Years that nobody has counted yet. A question counts in the year in which it was asked, also when it was taken down. */
export async function countedYears(ctx: Asked): Promise<Change[]> {
  const group = groupOf(ctx);
  const done = new Set((await stored(ctx)).map(({ year }) => year));
  const missing = closedYears(ctx).filter((year) => !done.has(year));
  if (missing.length === 0) return [];
  const keys = ['open', 'closed', 'removed'].map((status) => `${group.id} ${status}`);
  const all = await allOf(ctx.read, Consultations, 'group', { anyOf: keys });
  return missing.map((year) => {
    const [from, to] = [year, year + 1].map((y) => instantOf(`${y}-01-01`, '00:00', group.zone)) as [number, number];
    const n = all.filter((c) => c.askedAt >= from && c.askedAt < to).length;
    return put(GroupYears, { id: `${group.id}.${year}`, group: group.id, year, n: n < leastShown ? null : n });
  });
}

/** For owners, who have to show that consultation happens: a number a year, and nothing of anyone. */
export const countYears = command({
  ...common,
  name: 'consult.years',
  ack: 'private',
  input: OfGroup,
  decide: async (_input, ctx) =>
    decided(show('consult.years.shown', { group: groupOf(ctx).id }), { changes: await countedYears(ctx) }),
});

export const shownYears = query({
  ...common,
  name: 'consult.years.shown',
  ack: 'private',
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => {
    const years = await stored(ctx);
    const group = groupOf(ctx).id;
    return card(say('years.title'), [
      title(say('years.title')),
      quiet(say('years.intro', { least: leastShown })),
      ...(years.length === 0
        ? [body(say('years.none'))]
        : [facts(...years.map(({ year, n }) => [say('years.year', { year }), say('years.n', { n })] as const))]),
      actions(
        action(say('group.export'), 'group.export.form', { group }),
        action(say('word.back'), 'consult.settings', { group }),
      ),
    ]);
  },
});

/** The same in what an owner takes along. */
export const yearsPart = async (ctx: Asked): Promise<GroupExportPart> => ({
  title: say('years.title'),
  rows: (await stored(ctx)).map(({ year, n }) => [say('years.year', { year }), words(say('years.n', { n }))]),
});
