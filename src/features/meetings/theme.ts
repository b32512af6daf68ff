import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { decided, put, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { identifiersIn } from '../../runtime/identifiers.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { form, quiet, refilled, textField } from '../../view/build.ts';
import { oneLine } from '../../view/one-line.ts';
import type { Form } from '../../view/view.ts';
import { emptySlot, GroupMeetings, isTaken, lengths, type Meeting } from './model.ts';
import { meetingIn } from './planning.ts';
import { common } from './series.ts';

const OfMeeting = z.object({ group: z.string(), meeting: Id });

/** The slot that I can put a theme into: my own turn, else one that is nobody's; -1 where there is none. */
export const themeSlotFor = (me: string, { slots }: Pick<Meeting, 'slots'>): number => {
  const free = slots.map((slot) => !isTaken(slot) || (slot.presenter === me && slot.consultation === null));
  const own = slots.findIndex((slot, i) => free[i] && slot.presenter === me);
  return own >= 0 ? own : slots.findIndex((slot, i) => free[i] && slot.presenter === null);
};

const planned = async (ctx: Asked, id: string | undefined): Promise<Meeting | null> => {
  const m = id === undefined ? null : await meetingIn(ctx, id);
  return m?.status === 'planned' ? m : null;
};

/** A theme in place of a case: a reading, a question of practice, an ethics corner. */
export const theme = query({
  ...common,
  name: 'meeting.theme',
  ack: 'form',
  input: OfMeeting,
  show: async (input, ctx) => {
    const m = await planned(ctx, input.meeting);
    if (m === null) return refusal('gone');
    const at = themeSlotFor(ctx.me, m);
    return at < 0 ? refusal('noThemeSlot') : themeForm(m, m.slots[at]?.theme ?? '');
  },
});

const themeForm = (m: Meeting, value: string): Form =>
  form({
    title: say('meet.theme'),
    intro: [quiet(say('meet.theme.intro'))],
    fields: [textField('theme', say('meet.theme.text'), { min: 1, max: lengths.theme }, { required: true, value })],
    submit: say('word.save'),
    do: 'meeting.theme.save',
    with: { group: m.group, meeting: m.id },
  });

export const saveTheme = command({
  ...common,
  name: 'meeting.theme.save',
  opensWith: 'meeting.theme',
  scans: true,
  ack: 'private',
  input: OfMeeting.extend({ theme: z.string().transform(oneLine).pipe(z.string().min(1).max(lengths.theme)) }),
  refill: async (values, errors, ctx) => {
    const m = await planned(ctx, values.meeting);
    return m === null ? refusal('gone') : refilled(themeForm(m, ''), values, errors);
  },
  check: async (input, ctx) => found({ theme: identifiersIn(input.theme ?? '', ctx) }),
  decide: async (input, ctx) => {
    const m = await planned(ctx, input.meeting);
    if (m === null) return refusal('gone');
    const at = themeSlotFor(ctx.me, m);
    if (at < 0) return refusal('noThemeSlot');
    const slots = m.slots.map((slot, i) => (i === at ? { ...slot, theme: input.theme } : slot));
    return decided(show('meeting.next', { group: m.group, meeting: m.id }), {
      changes: [put(GroupMeetings, { ...m, slots })],
    });
  },
});

/** Whoever leads a theme, or holds a turn, takes it off; a theme that nobody leads, anybody. */
export const dropTheme = command({
  ...common,
  name: 'meeting.theme.drop',
  ack: 'private',
  input: OfMeeting.extend({ slot: z.coerce.number().int().min(0) }),
  decide: async (input, ctx) => {
    const m = await planned(ctx, input.meeting);
    const slot = m?.slots[input.slot];
    if (m === null || slot === undefined) return refusal('gone');
    if (slot.presenter !== null && slot.presenter !== ctx.me) return refusal('notYours');
    const slots = m.slots.map((one, i) => (i === input.slot ? { ...emptySlot, presenter: one.presenter } : one));
    return decided(show('meeting.next', { group: m.group, meeting: m.id }), {
      changes: [put(GroupMeetings, { ...m, slots })],
    });
  },
});

/** Whoever has a turn says that they have something to present: no question takes their slot then. */
export const holdTurn = command({
  ...common,
  name: 'meeting.hold',
  ack: 'private',
  input: OfMeeting,
  decide: async (input, ctx) => {
    const m = await planned(ctx, input.meeting);
    if (m === null || !m.slots.some(({ presenter }) => presenter === ctx.me)) return refusal('notPresenting');
    const slots = m.slots.map((slot) => (slot.presenter === ctx.me ? { ...slot, held: true } : slot));
    return decided(show('meeting.next', { group: m.group, meeting: m.id }, say('meet.held')), {
      changes: [put(GroupMeetings, { ...m, slots })],
    });
  },
});
