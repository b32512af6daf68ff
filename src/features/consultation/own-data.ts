import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { type Change, drop, put } from '../../runtime/decision.ts';
import type { Contribution, Hook } from '../../runtime/hooks.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { allOf } from '../../storage/find-all.ts';
import { line, typedLine, when } from '../../view/build.ts';
import type { Line } from '../../view/view.ts';
import { Members } from '../group/model.ts';
import { myAnonymousReplies, myConsultations } from './authorship.ts';
import { type Author, Consultations, Drafts, Replies } from './model.ts';
import { namedIn } from './record/advisers.ts';
import { noFollowUp } from './record/follow-up.ts';
import { keptLines } from './record/kept-lines.ts';
import { Records } from './record/model.ts';
import { allMyRecords } from './record/own-records.ts';
import { channelCard, replyCard } from './thread/views.ts';
import { category, purposeOf } from './words.ts';

/** What consultation stores under my reference; what I wrote without my name is not among it. */
async function mineOf(ctx: Asked) {
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
    ...drafts.flatMap((d) => [line(purposeOf(d), when(d.at)), ...typedLines(d.fields)]),
    ...records.flatMap((r) => [line(say('record.summary')), ...keptLines(r, named)]),
  ];
};

const typedLines = (fields: Readonly<Record<string, string>>): Line[] =>
  Object.values(fields)
    .filter(Boolean)
    .map((text) => typedLine(null, text));

/** Without the name, with the credential: nobody reads as one who chose to be anonymous. */
const former = (author: Author, now: string | undefined): Author => ({
  as: 'former',
  credential: (author.as === 'me' && author.credential) || now || '',
});

const unnamed = ({ author }: { readonly author: Author }) => ({ author, credential: null });

/** Drafts and records go; what was posted by name stays under "a former member", in the channel too. */
export const erased: Hook<'onErased'> = async (ctx) => {
  const mine = await mineOf(ctx);
  const memberships = await allOf(ctx.read, Members, 'person', { equal: ctx.me });
  const credentialIn = (group: string) => memberships.find((m) => m.group === group)?.credential;
  const questions = mine.questions.map((c) => ({ ...c, author: former(c.author, credentialIn(c.group)) }));
  const replies = mine.replies.map((r) => ({ ...r, author: former(r.author, credentialIn(r.group)) }));
  const changes: Change[] = [
    ...mine.drafts.map((d) => drop(Drafts, d.id)),
    ...mine.records.map((r) => drop(Records, r.id)),
    ...questions.map((c) => put(Consultations, c)),
    ...replies.map((r) => put(Replies, r)),
  ];
  const sends: Send[] = [
    ...questions.map((c) => ({ edit: c.rows.card, view: channelCard(c, unnamed(c)), subject: c.id })),
    // A reply without text was taken back: its message is leaving the thread.
    ...replies.flatMap((r) =>
      r.text === null ? [] : [{ edit: r.row, view: replyCard(r, unnamed(r)), subject: r.consultation }],
    ),
  ];
  return {
    changes,
    sends,
    due: await Promise.all(mine.records.map((r) => noFollowUp(ctx, r.id))),
    drafts: [...mine.drafts, ...mine.records].map((d) => ({ forget: d.id })),
  };
};
