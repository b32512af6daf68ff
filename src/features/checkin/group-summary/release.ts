import { z } from 'zod';
import type { Context } from '../../../runtime/context.ts';
import { type Change, decided, drop, put, show } from '../../../runtime/decision.ts';
import { due } from '../../../runtime/jobs.ts';
import { command } from '../../../runtime/route.ts';
import { allOf } from '../../../storage/find-all.ts';
import { always, dayMs } from '../../../time/durations.ts';
import { type Group, Groups, Members, memberSince } from '../../group/model.ts';
import { Pulses } from '../model.ts';
import { releaseAt } from '../schedule.ts';
import { type Circle, Circles, type Picture, Pictures, pictureId, respondent } from './model.ts';
import { comparedPeriods, countOf, levelOf, mayShow, median, type Released, trendOf } from './summary.ts';

/** Pictures older than this many periods are not kept: a year. */
const keptPeriods = 13;

/**
 * Makes the group pictures of a closed period: the only place that reads answers of more than one person. What it keeps
 * is the rounded figure, or that it was withheld, and keyed hashes of who stood behind it.
 */
export const release = command({
  name: 'checkin.release',
  who: 'timer',
  ack: 'silent',
  reads: 'answers',
  input: z.object({ period: z.coerce.number().int() }),
  decide: async ({ period }, ctx) => {
    const groups = await groupsWith(ctx);
    const answers = await answersOf(ctx, period, groups);
    const circles = await allOf(ctx.read, Circles, 'group', { all: true });
    const old = circles.filter((c) => period - c.period >= comparedPeriods);
    const shown = circles.filter((c) => !old.includes(c));
    const changes: Change[] = old.map((c) => drop(Circles, c.id));
    const released: Released[] = shown.map((c) => ({ ...c, people: new Set(c.people) }));
    for (const [group, values] of [...answers].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))) {
      const candidate = { group, period, people: new Set(values.keys()) };
      const may = mayShow(candidate, released, ctx.checkins.least);
      const made = { id: pictureId(group, period), group, period };
      if (!may) {
        changes.push(put(Pictures, { ...made, shown: null }));
        continue;
      }
      const level = levelOf([...values.values()]);
      const before = released.filter((r) => r.group === group).sort((a, b) => b.period - a.period)[0];
      const picture: Picture = {
        ...made,
        shown: { level, count: countOf(values.size), trend: trendOf(level, before?.level ?? null) },
      };
      const circle: Circle = { ...made, level, people: [...candidate.people].sort() };
      released.push({ ...candidate, level });
      changes.push(put(Pictures, picture), put(Circles, circle));
    }
    const pictures = await allOf(ctx.read, Pictures, 'group', { all: true });
    changes.push(...pictures.filter((p) => period - p.period >= keptPeriods).map((p) => drop(Pictures, p.id)));
    const next = period + 1;
    return decided(show('curbside.home'), {
      changes,
      due: [
        {
          schedule: due('checkin.release', 'all', String(next), releaseAt(next), always, { period: String(next) }),
        },
      ],
    });
  },
});

const groupsWith = async (ctx: Context): Promise<Group[]> =>
  (await allOf(ctx.read, Groups, 'channel', { all: true })).filter((g) => g.features.includes('checkin'));

/**
 * Answers count from this long (ms) after somebody became a member: whoever adds accounts of their own to learn a
 * colleague's answer has to keep them for that long first.
 */
const countsAfterMs = 28 * dayMs;

/**
 * For each group: hash of a person to the median of that person's answers in the period that count. They were given as a
 * full account of the platform, and after four weeks of membership.
 */
async function answersOf(
  ctx: Context,
  period: number,
  groups: readonly Group[],
): Promise<Map<string, Map<string, number>>> {
  const members = new Map<string, ReadonlyMap<string, number>>();
  for (const g of groups) members.set(g.id, await membersOf(ctx, g.id));
  const given = new Map<string, Map<string, number[]>>(groups.map((g) => [g.id, new Map()]));
  let after: string | undefined;
  do {
    const page = await ctx.openAll(
      Pulses,
      'period',
      { equal: String(period) },
      { limit: 1000, ...(after ? { after } : {}) },
    );
    for (const pulse of page.docs) {
      for (const group of pulse.groups) {
        const since = members.get(group)?.get(pulse.owner);
        if (since === undefined || pulse.guest || pulse.at < since + countsAfterMs) continue;
        const of = given.get(group);
        of?.set(pulse.owner, [...(of.get(pulse.owner) ?? []), pulse.value]);
      }
    }
    after = page.next;
  } while (after);
  const hashed = new Map<string, Map<string, number>>();
  for (const [group, people] of given) {
    const values = new Map<string, number>();
    for (const [who, all] of people) values.set(await ctx.digest(respondent(ctx.scope, who)), median(all));
    hashed.set(group, values);
  }
  return hashed;
}

/** Since when (ms) each is a member. */
async function membersOf(ctx: Context, group: string): Promise<ReadonlyMap<string, number>> {
  return new Map((await allOf(ctx.read, Members, 'group', { equal: group })).map((m) => [m.person, memberSince(m)]));
}
