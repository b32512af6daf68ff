import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { type Change, decided, drop, isRefusal, put, show } from '../../../runtime/decision.ts';
import { eventHour, SeenEvents } from '../../../runtime/idempotency.ts';
import { waitsUntil } from '../../../runtime/outbox/waits-until.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { action, actions, body, card, person } from '../../../view/build.ts';
import { agreementOf, common } from '../agreement/find.ts';
import { otherIn } from '../agreement/model.ts';
import { keptMeeting, linkOf } from '../sign-off/kept.ts';
import { isOver, meetingOf, meetingsIn, openMeetingOf } from './find.ts';
import { AgendaItems, type Meeting, Meetings, mayDelete, shownNote } from './model.ts';
import { pageOf } from './views.ts';

const OfMeeting = z.object({ group: z.string(), meeting: z.string() });

/** Which of the actions are done: all that are chosen, and no other. */
export const markDone = command({
  ...common,
  name: 'supervision.meeting.done',
  ack: 'private',
  input: OfMeeting.extend({ chosen: z.string().default('') }),
  decide: async ({ meeting: id, chosen }, ctx) => {
    const of = await openMeetingOf(ctx, id);
    if (isRefusal(of)) return of;
    const done = new Set(chosen.split(','));
    const meeting: Meeting = {
      ...of.meeting,
      actions: of.meeting.actions.map((one) => ({ ...one, doneAt: done.has(one.id) ? (one.doneAt ?? ctx.now) : null })),
    };
    return decided(show('supervision.meeting', { group: of.agreement.group, meeting: id }), {
      changes: [put(Meetings, meeting)],
    });
  },
});

/** I have nothing to add. Once both say so, or where there is nobody else here, the note is locked. */
export const finishMeeting = command({
  ...common,
  name: 'supervision.meeting.finish',
  ack: 'private',
  input: OfMeeting.extend({ shown: z.string().default('') }),
  decide: async ({ meeting: id, shown }, ctx) => {
    const of = await meetingOf(ctx, id);
    if (isRefusal(of)) return of;
    const { meeting, agreement: a, role } = of;
    const to = show('supervision.meeting', { group: a.group, meeting: id }, say('meeting.finished'));
    if (meeting.lockedAt !== null || meeting.finished[role] !== null) return decided(to);
    // A note that locks is what both have read, and no word that one of them wrote since.
    if (shown !== (await shownNote(ctx, meeting)))
      return decided(show('supervision.meeting', { group: a.group, meeting: id }, say('meeting.changed')));
    const finished = { ...meeting.finished, [role]: ctx.now };
    const other = otherIn(a, ctx.me);
    const both = (finished.supervisee !== null && finished.supervisor !== null) || other === null;
    const locked = { ...meeting, finished, lockedAt: both ? ctx.now : null };
    const post = card(say('supervision.letter.summary'), [
      body(person(ctx.me), say('meeting.letter')),
      actions(action(say('word.open'), 'supervision.meeting', { group: a.group, meeting: id }, { tone: 'main' })),
    ]);
    return decided(to, {
      changes: [put(Meetings, locked), ...(both ? linkOf(ctx, a, keptMeeting(locked)) : [])],
      sends:
        both || other === null
          ? []
          : [
              {
                post,
                id: ctx.ids.next(),
                to: { is: 'direct', person: other },
                subject: a.id,
                notBefore: ctx.now,
                quiet: { group: a.group, zone: a.zone },
                orNextAnswer: true,
              },
            ],
    });
  },
});

/** A note in which nobody else wrote. */
export const deleteMeeting = command({
  ...common,
  name: 'supervision.meeting.delete',
  ack: 'private',
  input: OfMeeting,
  decide: async ({ meeting: id }, ctx) => {
    const of = await openMeetingOf(ctx, id);
    if (isRefusal(of)) return of;
    if (!mayDelete(of.meeting, of.role)) return refusal('meetingShared');
    const { agreement: a, meeting } = of;
    const all = await meetingsIn(ctx, a);
    const to = { group: a.group, agreement: a.id, page: String(pageOf(all, id)) };
    return decided(show('supervision.meetings', to, say('meeting.deleted')), {
      changes: [drop(Meetings, id), ...unbegun(ctx, meeting, all)],
    });
  },
});

/** What had moved into a note is open again where it came from, and its agenda waits for the next one. */
function unbegun(ctx: Pick<Context, 'ids' | 'now'>, gone: Meeting, all: readonly Meeting[]): Change[] {
  const back = new Set(gone.actions.filter((one) => one.carried && one.doneAt === null).map(({ id }) => id));
  const holding = all.filter((m) => m.id !== gone.id && m.actions.some((one) => back.has(one.id)));
  return [
    ...holding.map((m) =>
      put(Meetings, { ...m, actions: m.actions.map((one) => (back.has(one.id) ? { ...one, moved: false } : one)) }),
    ),
    ...gone.agenda.map((topic) =>
      put(AgendaItems, { id: ctx.ids.next(), agreement: gone.agreement, supervisee: gone.supervisee, topic }),
    ),
  ];
}

/** What was taken to supervision comes off the agenda again. */
export const removeFromAgenda = command({
  ...common,
  name: 'supervision.agenda.remove',
  ack: 'private',
  input: z.object({ group: z.string(), item: z.string() }),
  decide: async ({ item }, ctx) => {
    const found = await ctx.read.get(AgendaItems, item);
    const a = found === null ? refusal('noAgreement') : await agreementOf(ctx, found.agreement, 'supervisee');
    if (isRefusal(a)) return a;
    return decided(show('supervision.meetings', { group: a.group, agreement: a.id }, say('meeting.agenda.removed')), {
      changes: [drop(AgendaItems, item)],
    });
  },
});

/**
 * The supervisor thinks that colleagues could help. It is a private message and nothing else: neither the note nor anything
 * that comes of it says that it was suggested.
 */
export const suggestAsking = command({
  ...common,
  name: 'supervision.meeting.suggest',
  ack: 'private',
  input: OfMeeting,
  decide: async ({ meeting: id }, ctx) => {
    const of = await meetingOf(ctx, id, 'supervisor');
    if (isRefusal(of)) return of;
    const { agreement: a } = of;
    const person = otherIn(a, ctx.me);
    if (person === null || isOver(ctx, a)) return refusal('meetingLocked');
    if (!ctx.group?.features.includes('consultation')) return refusal('featureOff');
    const sent = show(
      'supervision.meeting',
      { group: a.group, meeting: id },
      say('bridge.suggest.sent', { waits: waitsUntil(ctx, a.zone) }),
    );
    // Remembered for a day like a delivery: pressed twice, it is one message, and no note says that there was one.
    const once = `suggested ${id}`;
    if ((await ctx.read.get(SeenEvents, once)) !== null) return decided(sent);
    const post = card(say('supervision.letter.summary'), [
      body(say('bridge.suggested')),
      actions(action(say('home.ask'), 'consult.ask', { group: a.group }, { tone: 'main' })),
    ]);
    return decided(sent, {
      changes: [put(SeenEvents, { id: once, at: eventHour(ctx.now), box: null })],
      sends: [
        {
          post,
          id: ctx.ids.next(),
          to: { is: 'direct', person },
          subject: a.id,
          notBefore: ctx.now,
          quiet: { group: a.group, zone: a.zone },
          orNextAnswer: true,
        },
      ],
    });
  },
});
