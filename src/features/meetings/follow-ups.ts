import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { decided, drop, put, show } from '../../runtime/decision.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { Id } from '../../storage/kind.ts';
import { addDays, dateOf } from '../../time/time.ts';
import { action, actions, body, card, day, item, list, quiet, title } from '../../view/build.ts';
import { Consultations } from '../consultation/model.ts';
import { type ConsultationRecord, Records } from '../consultation/record/model.ts';
import { FollowUps, mostFollowUps } from './follow-up-model.ts';
import { common, OfGroup } from './series.ts';

/** Follow-up dates this long past are not offered any more. */
const shownDays = 60;

/** Under what a record may be asked about: its owner's key makes it, so that it joins nobody to a record. */
const askableId = async (ctx: Asked, record: string): Promise<string> =>
  (await ctx.mine(`ask about ${record}`)).slice(0, 16);

/** My records of this group with a follow-up date that was asked for under my name. Of anonymous questions nothing is offered. */
async function askable(ctx: Asked): Promise<ConsultationRecord[]> {
  const group = groupOf(ctx).id;
  const since = addDays(dateOf(ctx.now, ctx.zone ?? groupOf(ctx).zone), -shownDays);
  const mine = (await allOf(ctx.read, Records, 'owner', { equal: ctx.me })).filter(
    (r) => r.group === group && r.followUpOn !== null && r.followUpOn >= since,
  );
  const about = await ctx.read.getMany(
    Consultations,
    mine.map((r) => r.consultation ?? ''),
  );
  return mine
    .filter((r, i) => r.consultation === null || about[i]?.author.as === 'me')
    .sort((a, b) => ((a.followUpOn ?? '') < (b.followUpOn ?? '') ? -1 : 1))
    .slice(0, mostFollowUps);
}

/** My follow-up dates, and which of them the group may ask about at a meeting. */
export const followUps = query({
  ...common,
  name: 'meeting.followUps',
  ack: 'private',
  input: OfGroup,
  show: async (_input, ctx) => {
    const group = groupOf(ctx).id;
    const records = await askable(ctx);
    const ids = await Promise.all(records.map((r) => askableId(ctx, r.id)));
    const ticked = await ctx.read.getMany(FollowUps, ids);
    return card(say('meet.followUps'), [
      title(say('meet.followUps')),
      body(say('meet.followUps.intro')),
      list(
        records.map((r, i) => {
          const on = (ticked[i] ?? null) !== null;
          const values = { group, record: r.id, on: on ? 'no' : 'yes' };
          return item([day(r.followUpOn ?? ''), say('word.dot'), say('topic.name', { topic: r.topic })], {
            detail: [say(on ? 'meet.followUps.on' : 'meet.followUps.off')],
            quote: r.question,
            actions: [
              action(say(on ? 'meet.followUps.untick' : 'meet.followUps.tick'), 'meeting.followUps.set', values),
            ],
          });
        }),
        say('meet.followUps.none'),
      ),
      quiet(say('meet.followUps.private')),
      actions(action(say('meet.next'), 'meeting.next', { group })),
    ]);
  },
});

/** The group may ask about it, or not any more. */
export const setFollowUp = command({
  ...common,
  name: 'meeting.followUps.set',
  ack: 'private',
  input: z.object({ group: z.string(), record: Id, on: z.enum(['yes', 'no']) }),
  decide: async (input, ctx) => {
    const r = (await askable(ctx)).find(({ id }) => id === input.record);
    if (r === undefined || r.followUpOn === null) return refusal('gone');
    const id = await askableId(ctx, r.id);
    const shown = show('meeting.followUps', { group: r.group });
    if (input.on === 'no') return decided(shown, { changes: [drop(FollowUps, id)] });
    const made = { id, group: r.group, person: ctx.me, consultation: r.consultation, on: r.followUpOn, meeting: null };
    return decided(shown, { changes: [put(FollowUps, made)] });
  },
});
