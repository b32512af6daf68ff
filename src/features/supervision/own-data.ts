import { say } from '../../i18n/message.ts';
import type { Asked, Context } from '../../runtime/context.ts';
import { communityData } from '../../runtime/contributions.ts';
import { type Change, drop, put } from '../../runtime/decision.ts';
import type { Contribution, Hook } from '../../runtime/hooks.ts';
import { DueJobs } from '../../runtime/jobs.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { allOf } from '../../storage/find-all.ts';
import { outlineOf } from '../../storage/sealing.ts';
import { dateOf } from '../../time/time.ts';
import { day, line, typedLine } from '../../view/build.ts';
import type { Line } from '../../view/view.ts';
import { detailsWithout } from './agreement/details-model.ts';
import { detailRows, typedRows } from './agreement/details-views.ts';
import { forgetJob } from './agreement/end.ts';
import { myAgreements } from './agreement/find.ts';
import { letter } from './agreement/letters.ts';
import { type Agreement, Agreements, otherIn, roleIn } from './agreement/model.ts';
import { withLink } from './agreement/terms.ts';
import { unsignedBlocks } from './agreement/unsigned.ts';
import { partyIn } from './agreement/views.ts';
import { RuleChecks } from './board/model.ts';
import { Evaluations, RatingDrafts } from './evaluation/model.ts';
import { evaluationLines, evaluationsErased, myEvaluations } from './evaluation/own-data.ts';
import { myEntries } from './hours/entries.ts';
import { ImportMaps } from './imports/model.ts';
import { codeOffer, finalSignatures } from './leaving/letters.ts';
import { ExportCodes } from './leaving/model.ts';
import { AgendaItems, Meetings, Reflections } from './meeting/model.ts';
import { meetingCounts, meetingLines, meetingsErased } from './meeting/own-data.ts';
import { Entries, type SupervisionEntry } from './model.ts';
import { activityName, packOf } from './packs.ts';
import { Links } from './sign-off/chain.ts';

const bothParts = async (ctx: Asked): Promise<Agreement[]> => [
  ...(await myAgreements(ctx, 'supervisee')),
  ...(await myAgreements(ctx, 'supervisor')),
];

export const ownCounts: Contribution<'ownCounts'> = async (ctx) => [
  { label: say('supervision.status.agreements'), n: (await bothParts(ctx)).length },
  { label: say('supervision.own', { what: 'entries' }), n: (await myEntries(ctx)).length },
  ...(await meetingCounts(ctx)),
  { label: say('supervision.own', { what: 'evaluations' }), n: (await myEvaluations(ctx)).length },
];

/** My agreements, and what I logged in them. */
export const exportLines: Contribution<'exportLines'> = async (ctx) => {
  const all = await bothParts(ctx);
  const entries = await myEntries(ctx);
  return [
    ...all.flatMap((a) => [
      line(say('supervision.agreement.summary'), day(a.startsOn), ...(a.endsOn === null ? [] : [day(a.endsOn)])),
      line(say('supervision.party', { role: 'supervisee' }), partyIn(a, 'supervisee')),
      line(say('supervision.party', { role: 'supervisor' }), partyIn(a, 'supervisor')),
      ...[a.outside, ...a.sites, a.frequency].filter((typed) => typed !== '').map((typed) => typedLine(null, typed)),
      ...detailRows(a).map(([label, ...value]) => line(label, ...value)),
      ...typedRows(a.details).map(({ label, typed }) => typedLine(label, typed)),
      ...a.leave.map(({ from, to }) => line(say('supervision.leave'), day(from), day(to))),
    ]),
    ...entries.flatMap((e) => entryLines(e, all, ctx)),
    ...(await allOf(ctx.read, ImportMaps, 'owner', { equal: ctx.me })).flatMap(({ names }) =>
      names.map(({ about, name }) => typedLine(say('supervision.import.name', { about, n: 0 }), name)),
    ),
    ...(await meetingLines(ctx)),
    ...(await evaluationLines(ctx)),
  ];
};

function entryLines(e: SupervisionEntry, all: readonly Agreement[], ctx: Asked): Line[] {
  const pack = packOf(ctx, all.find(({ id }) => id === e.agreement)?.pack ?? null);
  return [
    line(
      say('supervision.entry.summary'),
      day(e.date),
      say('supervision.length', { minutes: e.minutes }),
      activityName(e.activity, pack),
      say('supervision.entry.status', { status: e.attestation === 'paper' ? 'paper' : e.status }),
    ),
    typedLine(say('supervision.site'), e.site),
    ...(e.topics === '' ? [] : [typedLine(say('supervision.topics'), e.topics)]),
  ];
}

interface Endings {
  readonly changes: Change[];
  readonly sends: Send[];
  readonly due: ReturnType<typeof forgetJob>[];
}

/**
 * Ended today, where it was not already: what waits can still be signed while both are known, and the other one is told, also of
 * what is left unsigned where it had ended before. A supervisor whose supervisee left is asked to sign in a message of its own.
 */
async function endings(ctx: Context, all: readonly Agreement[], by: 'left' | 'erased'): Promise<Endings> {
  const running = all.filter((a) => a.status === 'active' && a.endsOn === null);
  const ended = running.map(
    (a): Agreement => ({ ...a, endsOn: dateOf(ctx.now, a.zone), endReason: roleIn(a, ctx.me) }),
  );
  const sends = all.map(async (a) => {
    const unsigned = roleIn(a, ctx.me) === 'supervisor' ? await unsignedBlocks(ctx, a, 'supervisee', by) : [];
    if (running.includes(a)) return letter(ctx, a, otherIn(a, ctx.me), 'left', null, unsigned);
    const before = a.status === 'active' && unsigned.length > 0;
    return before ? letter(ctx, a, otherIn(a, ctx.me), 'gone', null, unsigned) : [];
  });
  return {
    changes: ended.flatMap((a) => withLink(ctx, a, 'ended', roleIn(a, ctx.me) ?? 'supervisee')),
    sends: (await Promise.all(sends)).flat(),
    due: ended.map((a) => forgetJob(a, a.endsOn ?? a.startsOn)),
  };
}

const proposals = (all: readonly Agreement[]): Change[] =>
  all.filter((a) => a.status === 'proposed').map((a) => drop(Agreements, a.id));

/** No weekly batch for somebody who is not there. */
const batches = async (ctx: Asked): Promise<Change[]> =>
  (await allOf(ctx.read, DueJobs, 'subject', { equal: `supervision.batch ${ctx.me}` })).map((job) =>
    drop(DueJobs, job.id),
  );

/** Codes of somebody who is erased open nothing any more. */
const codes = async (ctx: Asked): Promise<Change[]> =>
  (await allOf(ctx.read, ExportCodes, 'person', { equal: ctx.me })).map((code) => drop(ExportCodes, code.id));

/** Somebody left the group, or all of them: their agreements there end. What was signed stays readable to the other one. */
export const left: Hook<'onPersonLeft'> = async (ctx, { group, gone }) => {
  const all = (await bothParts(ctx)).filter((a) => group === null || a.group === group.id);
  if (all.length === 0) return {};
  const { changes, sends, due } = await endings(ctx, all, 'left');
  const confirmed = all.filter((a) => a.status === 'active');
  return {
    changes: [...changes, ...proposals(all), ...(group === null ? await batches(ctx) : [])],
    sends: [
      ...sends,
      ...(await finalSignatures(ctx, confirmed)),
      ...(gone || confirmed.length === 0 ? [] : [await codeOffer(ctx, confirmed)]),
    ],
    due,
  };
};

/**
 * What nobody signed goes with its supervisee. What was signed is also the other one's proof: it stays, without a name. Once
 * neither of the two is here any more, all of it goes.
 */
export const erased: Hook<'onErased'> = async (ctx) => {
  const all = await bothParts(ctx);
  const maps = (await allOf(ctx.read, ImportMaps, 'owner', { equal: ctx.me })).map((map) => drop(ImportMaps, map.id));
  if (all.length === 0) return { changes: [...maps, ...(await notesErased(ctx, new Set())), ...(await codes(ctx))] };
  const confirmed = all.filter((a) => a.status === 'active');
  const nobody = confirmed.filter((a) => otherIn(a, ctx.me) === null);
  const kept = confirmed.filter((a) => !nobody.includes(a));
  const { changes, sends, due } = await endings(ctx, kept, 'erased');
  const endedNow = new Map(
    changes.flatMap((c) => ('put' in c && c.put.name === Agreements.name ? [[c.doc.id, c.doc as Agreement]] : [])),
  );
  const links = changes.filter((c) => 'put' in c && c.put.name === Links.name);
  const unnamed = kept.map((a): Agreement => {
    const now = endedNow.get(a.id) ?? a;
    const role = roleIn(a, ctx.me) ?? 'supervisee';
    return { ...now, [role]: '', details: detailsWithout(now.details, role) };
  });
  const entries = (
    await Promise.all(confirmed.map((a) => allOf(ctx.read, Entries, 'agreement', { equal: a.id })))
  ).flat();
  const chains = (await Promise.all(nobody.map((a) => allOf(ctx.read, Links, 'agreement', { equal: a.id })))).flat();
  return {
    changes: [
      ...maps,
      ...proposals(all),
      ...nobody.map((a) => drop(Agreements, a.id)),
      ...chains.map((l) => drop(Links, l.id)),
      ...unnamed.map((a) => put(Agreements, a)),
      ...links,
      ...entries.map((e) => entryAfter(e, nobody, ctx.me)),
      ...(await notesErased(ctx, new Set(nobody.map(({ id }) => id)))),
      ...(await batches(ctx)),
      ...(await codes(ctx)),
    ],
    sends,
    due,
  };
};

const notesErased = async (ctx: Asked, gone: ReadonlySet<string>): Promise<Change[]> => [
  ...(await meetingsErased(ctx, gone)),
  ...(await evaluationsErased(ctx, gone)),
];

function entryAfter(e: SupervisionEntry, nobody: readonly Agreement[], me: string): Change {
  const gone = nobody.some(({ id }) => id === e.agreement);
  if (gone || (e.supervisee === me && e.signedAt === null)) return drop(Entries, e.id);
  return put(Entries, {
    ...e,
    supervisee: e.supervisee === me ? '' : e.supervisee,
    supervisor: e.supervisor === me ? '' : e.supervisor,
  });
}

/** Everything of supervision in a community. The one who was only asked may have accepted nothing here. */
export const ofCommunity: Contribution<'communityData'> = () => [
  communityData(Agreements, 'id', {
    person: (a) => (a.proposedBy === 'supervisee' ? a.supervisor : a.supervisee),
    group: (a) => a.group,
  }),
  communityData(Entries, 'id'),
  communityData(Links, 'id'),
  communityData(ExportCodes, 'until', { person: (c) => c.person }),
  communityData(RuleChecks, 'id', { group: (c) => c.group }),
  communityData(outlineOf(ImportMaps), 'owner'),
  communityData(Meetings, 'id'),
  communityData(AgendaItems, 'id'),
  communityData(outlineOf(Reflections), 'owner'),
  communityData(Evaluations, 'id'),
  communityData(outlineOf(RatingDrafts), 'owner'),
];
