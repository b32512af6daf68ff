import { z } from 'zod';
import { groupOf } from '../../../runtime/context.ts';
import { onceFor } from '../../../runtime/form-token.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { addDays, dateOf } from '../../../time/time.ts';
import { agendaOf, GroupMeetings, SeriesOf } from '../../meetings/model.ts';
import { limits } from '../model.ts';
import { recordForm } from './forms.ts';
import type { ConsultationRecord } from './model.ts';
import { followUpDays } from './open.ts';
import { zoneOf } from './write.ts';

const modeAt: Readonly<Record<string, ConsultationRecord['mode']>> = { link: 'video' };

/**
 * What I take away from what I presented at a meeting without a posted question: it becomes a draft of my record, checked as every
 * record is, and nobody else reads it.
 */
export const presented = query({
  name: 'record.presented',
  who: 'member',
  feature: 'consultation',
  ack: 'form',
  input: z.object({ group: z.string(), meeting: Id, slot: z.coerce.number().int().min(0) }),
  show: async (input, ctx) => {
    const m = await ctx.read.get(GroupMeetings, input.meeting);
    const slot = m?.slots[input.slot];
    if (m === null || m.group !== groupOf(ctx).id || m.status !== 'opened' || slot === undefined)
      return refusal('gone');
    if (slot.presenter !== ctx.me || slot.consultation !== null) return refusal('notYours');
    const series = await ctx.read.get(SeriesOf, m.series);
    const date = dateOf(m.at, zoneOf(ctx));
    const kept = {
      ...{ date, mode: modeAt[series?.place ?? ''] ?? 'other', draft: 'yes' },
      minutes: String(agendaOf(m.minutes, m.slots.length).each),
    };
    return recordForm(
      'presented',
      { group: m.group, once: await onceFor(ctx, 'record'), ...kept },
      {
        question: slot.theme.length >= limits.question.min ? slot.theme : '',
        followUp: addDays(date, followUpDays),
      },
    );
  },
});
