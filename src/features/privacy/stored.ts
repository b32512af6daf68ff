import type { Asked } from '../../runtime/context.ts';
import { allOf } from '../../storage/find-all.ts';
import { myCheckins } from '../checkin/own.ts';
import { Consultations, Drafts, Replies } from '../consultation/model.ts';
import { Records } from '../consultation/record/model.ts';
import { Members } from '../group/model.ts';

/** Everything of mine that is stored in this community under my reference. Records stand newest first. */
export async function mineStored(ctx: Asked) {
  const mine = { equal: ctx.me };
  const records = await allOf(ctx.read, Records, 'owner', mine);
  return {
    memberships: await allOf(ctx.read, Members, 'person', mine),
    drafts: await allOf(ctx.read, Drafts, 'owner', mine),
    questions: await allOf(ctx.read, Consultations, 'person', mine),
    replies: await allOf(ctx.read, Replies, 'person', mine),
    records: records.sort((a, b) => b.on.date.localeCompare(a.on.date) || b.writtenAt - a.writtenAt),
    checkins: await myCheckins(ctx),
  };
}
