import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { madeBy, onceFor } from '../../../runtime/form-token.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { addDays, dateOf } from '../../../time/time.ts';
import { action } from '../../../view/build.ts';
import { agendaOf, GroupMeetings, SeriesOf } from '../../meetings/model.ts';
import { limits } from '../model.ts';
import { followUpDays } from './closing-choices.ts';
import { recordForm } from './forms.ts';
import { type ConsultationRecord, Records } from './model.ts';
import { editForm } from './open.ts';
import { wasDeleted } from './own-records.ts';
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
    const { once, made } = await onceOf(ctx, m.id, input.slot);
    if (made?.status === 'draft') return editForm(made, ctx);
    if (made !== null)
      return refusal('recordFinal', [action(say('word.open'), 'record.show', { group: m.group, record: made.id })]);
    const series = await ctx.read.get(SeriesOf, m.series);
    const date = dateOf(m.at, zoneOf(ctx));
    const kept = {
      ...{ date, mode: modeAt[series?.place ?? ''] ?? 'other', draft: 'yes' },
      minutes: String(agendaOf(m.minutes, m.slots.length).each),
    };
    return recordForm(
      'presented',
      { group: m.group, once, ...kept },
      {
        question: slot.theme.length >= limits.question.min ? slot.theme : '',
        followUp: addDays(date, followUpDays),
      },
    );
  },
});

/** The one record of what I presented: what was made of it, and the form that makes it. Deleted, it makes room for another. */
async function onceOf(
  ctx: Asked,
  meeting: string,
  slot: number,
): Promise<{ once: string; made: ConsultationRecord | null }> {
  for (let n = 0; ; n += 1) {
    const once = await onceFor(ctx, 'record', `${meeting} ${slot} ${n}`);
    const id = (await madeBy(ctx, 'record', once)) ?? '';
    if (!(await wasDeleted(ctx, id))) return { once, made: await ctx.read.get(Records, id) };
  }
}
