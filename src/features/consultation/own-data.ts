import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import type { Contribution } from '../../runtime/hooks.ts';
import { allOf } from '../../storage/find-all.ts';
import { line, typedLine, when } from '../../view/build.ts';
import type { Line } from '../../view/view.ts';
import { Members } from '../group/model.ts';
import { myAnonymousReplies, myConsultations } from './authorship.ts';
import { Consultations, Drafts, Replies } from './model.ts';
import { namedIn } from './record/advisers.ts';
import { keptLines } from './record/kept-lines.ts';
import { allMyRecords } from './record/own-records.ts';
import { Delayed, mineAmong, textOf } from './thread/delayed.ts';
import { category, purposeOf } from './words.ts';

/** What consultation stores under my reference; what I wrote without my name is not among it. */
export async function mineOf(ctx: Asked) {
  const mine = { equal: ctx.me };
  return {
    drafts: await allOf(ctx.read, Drafts, 'owner', mine),
    questions: await allOf(ctx.read, Consultations, 'person', mine),
    replies: await allOf(ctx.read, Replies, 'person', mine),
    records: await allMyRecords(ctx),
  };
}

export const ownCounts: Contribution<'ownCounts'> = async (ctx) => {
  const { drafts, questions, replies, records } = await mineOf(ctx);
  return [
    { label: say('privacy.drafts'), n: drafts.length },
    { label: say('privacy.questions'), n: questions.length + replies.length },
    { label: say('privacy.records'), n: records.length },
  ];
};

/** For me alone: what I asked or answered without my name is in it. */
export const exportLines: Contribution<'exportLines'> = async (ctx) => {
  const { drafts, replies, records } = await mineOf(ctx);
  const named = await namedIn(ctx, records);
  return [
    ...(await myConsultations(ctx)).flatMap((c) => [
      line(say('own.asked'), when(c.askedAt), category(c)),
      ...typedLines(c.text ?? {}),
    ]),
    ...[...replies, ...(await myAnonymousReplies(ctx))].flatMap((r) =>
      r.text === null ? [] : [line(say('reply.summary'), when(r.at)), typedLine(null, r.text)],
    ),
    ...(await myWaiting(ctx)).flatMap((text) => [line(say('soon.title')), typedLine(null, text)]),
    ...drafts.flatMap((d) => [line(purposeOf(d), when(d.at)), ...typedLines(d.fields)]),
    ...records.flatMap((r) => [line(say('record.summary')), ...keptLines(r, named)]),
  ];
};

/** What I have on the way without my name, as text. */
async function myWaiting(ctx: Asked): Promise<string[]> {
  const groups = (await allOf(ctx.read, Members, 'person', { equal: ctx.me })).map((m) => m.group);
  const mine = await mineAmong(ctx, await allOf(ctx.read, Delayed, 'group', { anyOf: groups }));
  return mine.flatMap((d) => textOf(d) ?? []);
}

const typedLines = (fields: Readonly<Record<string, string>>): Line[] =>
  Object.values(fields)
    .filter(Boolean)
    .map((text) => typedLine(null, text));
