import { myCheckins } from '../checkin/own.ts';
import { Consultations, Drafts, Replies } from '../consultation/model.ts';
import { Records } from '../consultation/record/model.ts';
import { Members } from '../group/model.ts';
import type { Asked } from '../kernel/context.ts';
import type { Doc, Kind } from '../kernel/kind.ts';
import type { Range } from '../ports/store.ts';

/** Every document of a kind under an index, page by page: erasure and export must not stop at a thousand. */
export async function allOf<T extends Doc>(ctx: Asked, kind: Kind<T>, index: string, range: Range): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const page = await ctx.read.find(kind, index, range, { limit: 1000, ...(after ? { after } : {}) });
    all.push(...page.docs);
    after = page.next;
  } while (after);
  return all;
}

/** Everything of mine that is stored in this community under my reference. Records stand newest first. */
export async function mineStored(ctx: Asked) {
  const mine = { equal: ctx.me };
  const records = await allOf(ctx, Records, 'owner', mine);
  return {
    memberships: await allOf(ctx, Members, 'person', mine),
    drafts: await allOf(ctx, Drafts, 'owner', mine),
    questions: await allOf(ctx, Consultations, 'person', mine),
    replies: await allOf(ctx, Replies, 'person', mine),
    records: records.sort((a, b) => b.on.date.localeCompare(a.on.date) || b.writtenAt - a.writtenAt),
    checkins: await myCheckins(ctx),
  };
}
