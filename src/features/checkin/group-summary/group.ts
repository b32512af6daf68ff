import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { groupOf } from '../../../runtime/context.ts';
import { type DueChange, decided, drop, put, show } from '../../../runtime/decision.ts';
import type { Hook } from '../../../runtime/hooks.ts';
import { due } from '../../../runtime/jobs.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { always } from '../../../time/durations.ts';
import { afterQuiet, dateOf, isoWeek } from '../../../time/time.ts';
import { type Group, Groups } from '../../group/model.ts';
import { common, OfGroup } from '../enrollment/start.ts';
import { Invites, usualTime } from '../model.ts';
import { inviteCard } from '../prompt-view.ts';
import { graceMs, nextAsking, periodOf, releaseAt, weeklyWindowMs } from '../schedule.ts';
import { limitOf } from '../send-limit.ts';
import { Pictures, pictureId } from './model.ts';
import { groupCard } from './views.ts';

/** How many closed periods are shown. */
const shownPeriods = 3;

/** `/checkin group`: the picture of the last closed weeks. Where none was made, it reads as withheld. */
export const groupPicture = query({
  ...common,
  name: 'checkin.group',
  ack: 'private',
  slash: slash('checkin', 'group', 'checkin.help.group'),
  input: OfGroup,
  show: async (_input, ctx) => {
    const group = groupOf(ctx);
    const current = periodOf(dateOf(ctx.now, 'UTC'));
    const closed = Array.from({ length: shownPeriods + 1 }, (_, i) => current - i - 1)
      .filter((period) => releaseAt(period) <= ctx.now && releaseAt(period) >= group.since)
      .slice(0, shownPeriods);
    const pictures = await Promise.all(
      closed.map(async (period) => ({
        period,
        shown: (await ctx.read.get(Pictures, pictureId(group.id, period)))?.shown ?? null,
      })),
    );
    const invite = group.owners.includes(ctx.me) ? { on: await ctx.read.get(Invites, group.id) } : null;
    return groupCard(group.id, pictures, invite);
  },
});

/** Owners switch the weekly post in the channel on or off. It is about nobody in particular. */
export const invite = command({
  name: 'checkin.invite.set',
  who: 'owner',
  feature: 'checkin',
  ack: 'private',
  input: z.object({ group: z.string(), on: z.enum(['yes', 'no']) }),
  decide: async (input, ctx) => {
    const group = groupOf(ctx);
    const on = input.on === 'yes';
    return decided(
      show('checkin.group', { group: group.id }, say(on ? 'checkin.group.asked' : 'checkin.group.askedNot')),
      {
        changes: [on ? put(Invites, { id: group.id, ...usualTime }) : drop(Invites, group.id)],
        due: on ? nextInvite(ctx.now, group) : [{ cancel: 'checkin.invite', subject: group.id }],
      },
    );
  },
});

/** The weekly post of a group, on its own clock. */
export function nextInvite(now: number, group: Group, afterWeek: string | null = null): DueChange[] {
  const next = nextAsking(now, { ...usualTime, zone: group.zone, away: null }, group.quiet, afterWeek);
  if (next === null) return [];
  const { week, at } = next;
  const input = { group: group.id, week, at: String(at) };
  return [
    { cancel: 'checkin.invite', subject: group.id },
    { schedule: due('checkin.invite', group.id, week, at, always, input) },
  ];
}

/** What switching check-ins on means for the channel: on platforms that do not take many private messages, it is asked. */
export const invitesAtSetup: Hook<'onGroupSetup'> = async (ctx, { before, group }) => {
  const news = group.features.includes('checkin') && !(before?.features.includes('checkin') ?? false);
  if (!news || !ctx.asksInGroup) return {};
  return { changes: [put(Invites, { id: group.id, ...usualTime })], due: nextInvite(ctx.now, group) };
};

export const postInvite = command({
  name: 'checkin.invite',
  who: 'timer',
  ack: 'silent',
  input: z.object({ group: z.string(), week: z.string(), at: z.coerce.number() }),
  decide: async (input, ctx) => {
    const nothing = show('curbside.home');
    const group = await ctx.read.get(Groups, input.group);
    if (group === null || (await ctx.read.get(Invites, input.group)) === null) return decided(nothing);
    const again = nextInvite(ctx.now, group, input.week);
    const on = group.features.includes('checkin') && group.gone === null;
    if (!on || ctx.now - input.at > graceMs) return decided(nothing, { due: again });
    const open = afterQuiet(ctx.now, group.quiet, group.zone);
    if (isoWeek(dateOf(open, group.zone)).week !== input.week) return decided(nothing, { due: again });
    if (open > ctx.now) {
      const moved = { ...input, at: String(open) };
      return decided(nothing, {
        due: [{ schedule: due('checkin.invite', group.id, input.week, open, always, moved) }],
      });
    }
    const to = { is: 'group', group: group.id } as const;
    const notAfter = limitOf({ zone: group.zone, away: null }, group.quiet, ctx.now);
    const row = ctx.ids.next();
    const subject = `checkin.${group.id}`;
    return decided(nothing, {
      sends: [{ post: inviteCard(group.id), id: row, to, subject, notBefore: ctx.now, notAfter }],
      due: [
        ...again,
        {
          schedule: due('checkin.tidy', subject, input.week, ctx.now + weeklyWindowMs, always, { row, step: 'remove' }),
        },
      ],
    });
  },
});
