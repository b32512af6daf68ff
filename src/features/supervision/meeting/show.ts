import { z } from 'zod';
import type { Asked } from '../../../runtime/context.ts';
import { isRefusal } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query, slash } from '../../../runtime/route.ts';
import { activeAgreements, agreementOf, common } from '../agreement/find.ts';
import { type Agreement, roleIn } from '../agreement/model.ts';
import { chooseCard } from '../agreement/views.ts';
import { entryOf } from '../hours/entries.ts';
import { isAsKept, keptMeeting } from '../sign-off/kept.ts';
import { agendaIn, isOver, meetingOf, meetingsIn, myReflections } from './find.ts';
import { isLocked, shownNote } from './model.ts';
import { meetingCard, meetingsCard, pageOf } from './views.ts';

/** `/supervision meeting`: the notes of an agreement, and what waits for the next meeting. */
export const listMeetings = query({
  ...common,
  name: 'supervision.meetings',
  ack: 'private',
  slash: slash('supervision', 'meeting', 'meeting.help'),
  input: z.object({
    group: z.string().optional(),
    agreement: z.string().optional(),
    page: z.coerce.number().int().min(1).optional(),
    /** Without a page, the one that this note is on. */
    meeting: z.string().optional(),
  }),
  show: async ({ agreement, page, meeting = '' }, ctx) => {
    const a = agreement === undefined ? await meantOf(ctx) : await agreementOf(ctx, agreement);
    if (isRefusal(a) || 'is' in a) return a;
    const meetings = await meetingsIn(ctx, a);
    return meetingsCard(
      { agreement: a, role: roleIn(a, ctx.me) ?? 'supervisee', over: isOver(ctx, a) },
      { meetings, agenda: await agendaIn(ctx, a) },
      page ?? pageOf(meetings, meeting),
    );
  },
});

/** The only agreement of mine that is open, or which of them is meant. */
async function meantOf(ctx: Asked) {
  const all = [...(await activeAgreements(ctx, 'supervisee')), ...(await activeAgreements(ctx, 'supervisor'))];
  const open = all.filter((a: Agreement) => a.endsOn === null);
  const [first] = open.length > 0 ? open : all;
  if (first === undefined) return refusal('noSupervision');
  return open.length > 1 ? chooseCard(open, ctx.me, 'supervision.meetings') : first;
}

export const showMeeting = query({
  ...common,
  name: 'supervision.meeting',
  ack: 'private',
  input: z.object({ group: z.string(), meeting: z.string() }),
  show: async ({ meeting }, ctx) => {
    const of = await meetingOf(ctx, meeting);
    if (isRefusal(of)) return of;
    const mine = of.role === 'supervisee' ? await myReflections(ctx) : [];
    return meetingCard(of, {
      asKept: await isAsKept(ctx, of.agreement, keptMeeting(of.meeting)),
      open: !isLocked(of.meeting) && !isOver(ctx, of.agreement),
      shown: await shownNote(ctx, of.meeting),
      reflection: mine.find((r) => r.meeting === meeting) ?? null,
      canAsk: ctx.group?.features.includes('consultation') ?? false,
    });
  },
});

/** From a logged session to the note of its day: the one that is there, or the form of a new one. */
export const meetingOfEntry = query({
  ...common,
  name: 'supervision.meeting.entry',
  ack: 'form',
  input: z.object({ group: z.string(), entry: z.string() }),
  show: async ({ group, entry }, ctx) => {
    const of = await entryOf(ctx, entry);
    if (isRefusal(of)) return of;
    const { agreement } = of;
    const there = (await meetingsIn(ctx, agreement)).find((m) => m.date === of.entry.date);
    const [name, input] =
      there === undefined
        ? ['supervision.meeting.write', { group, agreement: agreement.id, date: of.entry.date }]
        : ['supervision.meeting', { group, meeting: there.id }];
    return (await ctx.lookUp(name, input)) ?? refusal('noMeeting');
  },
});
