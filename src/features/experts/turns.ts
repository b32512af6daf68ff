import { z } from 'zod';
import type { Read } from '../../ports/store.ts';
import type { Context } from '../../runtime/context.ts';
import { type Change, type DueChange, decided, put, show } from '../../runtime/decision.ts';
import { due } from '../../runtime/jobs.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { Outbox } from '../../runtime/outbox/model.ts';
import { isUntold } from '../../runtime/outbox/untold.ts';
import { command } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { Id } from '../../storage/kind.ts';
import { always, hourMs } from '../../time/durations.ts';
import { afterQuiet, dateOf } from '../../time/time.ts';
import { type Consultation, Consultations } from '../consultation/model.ts';
import { type Group, Groups, type Member, Members, memberId } from '../group/model.ts';
import { expertsElsewhere, expertsIn, isOpen } from './entries.ts';
import { type Expert, monthMs, type Request, Requests, type Turn, Turns, turnMs } from './model.ts';
import { noOneCard, passedCard, requestCard } from './request-views.ts';

type Parts = Pick<Context, 'read' | 'now' | 'ids' | 'files'>;

/** What asking the next colleague adds to a decision. */
export interface Asking {
  readonly changes: readonly Change[];
  readonly sends: readonly Send[];
  readonly due: readonly DueChange[];
}

const nothing: Asking = { changes: [], sends: [], due: [] };

/** After downtime (ms) a request is still worth moving on. */
const graceMs = 72 * hourMs;

/** Ends the search, however late it runs: until then nobody else can be asked about the question. */
export const overJob = (r: Request): DueChange => ({
  schedule: due('experts.over', r.id, 'once', r.until, always, { request: r.id }),
});

/**
 * Asks the colleague who was not asked for longest, of those who fit, are here, and did not have as many requests as they chose.
 * Nobody: nothing happens until the search ends, so that nobody learns from the time why.
 */
export async function askNext(ctx: Parts, r: Request, c: Consultation, notBefore: number): Promise<Asking> {
  const group = await ctx.read.get(Groups, r.group);
  const next = group === null ? null : await nextOf(ctx, r, group);
  if (group === null || next === null) return nothing;
  const theirs = next.group === group.id ? group : await ctx.read.get(Groups, next.group);
  if (theirs === null) return nothing;
  const at = afterQuiet(notBefore, theirs.quiet, theirs.zone);
  if (at >= r.until) return nothing;
  const turn: Turn = {
    ...{ id: ctx.ids.next(), request: r.id, group: next.group, person: next.person },
    ...{ at, row: ctx.ids.next(), waiting: true },
  };
  const asker = r.asker.as === 'me' ? await memberOf(ctx.read, r.group, r.asker.person) : null;
  return {
    changes: [put(Turns, turn)],
    sends: [
      {
        post: requestCard(turn, c, asker),
        id: turn.row,
        to: { is: 'direct', person: next.person },
        subject: r.id,
        notBefore: at,
        quiet: { group: theirs.id },
        notAfter: r.until,
      },
    ],
    due: [
      {
        schedule: due('experts.turn', r.id, turn.id, at + turnMs, graceMs, { request: r.id, turn: turn.id }),
      },
    ],
  };
}

const memberOf = (read: Read, group: string, person: string): Promise<Member | null> =>
  read.get(Members, memberId(group, person));

async function nextOf(ctx: Parts, r: Request, group: Group): Promise<Expert | null> {
  const excluded = new Set([...r.without, ...group.owners, ...(r.asker.as === 'me' ? [r.asker.person] : [])]);
  const all = [...(await expertsIn(ctx.read, group.id)), ...(r.beyond ? await expertsElsewhere(ctx, group) : [])];
  const fit = all.filter(
    (e) => !excluded.has(e.person) && (r.only === null ? e.specialties.includes(r.wanted ?? '') : e.id === r.only),
  );
  const members = await ctx.read.getMany(
    Members,
    fit.map((e) => memberId(e.group, e.person)),
  );
  const turns = await allOf(ctx.read, Turns, 'person', { anyOf: fit.map(({ person }) => person) });
  const lastAsked = (e: Expert): number =>
    Math.max(0, ...turns.flatMap((t) => (t.person === e.person && t.group === e.group ? [t.at] : [])));
  const free = fit.filter((e, i) => {
    const own = turns.filter((t) => t.person === e.person && t.group === e.group);
    const lately = own.filter((t) => t.at > ctx.now - monthMs).length;
    // One person, in whichever of their groups they were asked.
    const wasAsked = turns.some((t) => t.person === e.person && t.request === r.id);
    return isHere(members[i] ?? null, ctx.now) && lately < e.perMonth && !wasAsked;
  });
  return free.sort((a, b) => lastAsked(a) - lastAsked(b))[0] ?? null;
}

/** A member who is not away. */
function isHere(member: Member | null, now: number): boolean {
  if (member === null) return false;
  const { away } = member;
  if (away === null) return true;
  const today = dateOf(now, away.zone);
  return today < away.from || (away.until !== null && today >= away.until);
}

/** The turn that is on, which ends: its message says that the request has moved on. Nothing tells a no from silence. */
export async function endTurn(read: Read, r: Pick<Request, 'id'>): Promise<Pick<Asking, 'changes' | 'sends'>> {
  const on = (await allOf(read, Turns, 'request', { equal: r.id })).filter(({ waiting }) => waiting);
  return {
    changes: on.map((turn) => put(Turns, { ...turn, waiting: false })),
    sends: await passedOn(read, on),
  };
}

/** The message of a turn says that the request has moved on; one that has not left need not be read at all. */
export async function passedOn(read: Read, turns: readonly Turn[]): Promise<Send[]> {
  const rows = await read.getMany(
    Outbox,
    turns.map(({ row }) => row),
  );
  return turns.map(({ row, request: subject }, i) => {
    const message = rows[i] ?? null;
    return message !== null && isUntold(message) ? { remove: row, subject } : { edit: row, view: passedCard, subject };
  });
}

/** A question is over: who was to be asked about it in the morning is not. */
export async function unaskedOf(read: Read, consultation: string): Promise<Send[]> {
  const requests = await allOf(read, Requests, 'consultation', { equal: consultation });
  const turns = await allOf(read, Turns, 'request', { anyOf: requests.map(({ id }) => id) });
  const sends = await passedOn(
    read,
    turns.filter(({ waiting }) => waiting),
  );
  return sends.filter((send) => 'remove' in send);
}

/** A request that goes on, with its question; null where it has ended, or its question has: that is noted then. */
export async function lookingFor(read: Read, id: string) {
  const r = await read.get(Requests, id);
  if (r === null || r.status !== 'looking') return null;
  const c = await read.get(Consultations, r.consultation);
  return { r, c: isOpen(c) ? c : null };
}

/** Somebody else has the request by now. */
const hasMovedOn = async (read: Read, { request, turn }: { request: string; turn: string }): Promise<boolean> =>
  (await allOf(read, Turns, 'request', { equal: request })).some((t) => t.waiting && t.id !== turn);

/** The colleague did not answer in time: the next one is asked. */
export const turnOver = command({
  name: 'experts.turn',
  who: 'timer',
  ack: 'silent',
  input: z.object({ request: Id, turn: Id }),
  decide: async (input, ctx) => {
    const on = await lookingFor(ctx.read, input.request);
    const home = show('curbside.home');
    if (on === null || (await hasMovedOn(ctx.read, input))) return decided(home);
    const ended = await endTurn(ctx.read, on.r);
    if (on.c === null) return decided(home, { ...ended, changes: [...ended.changes, put(Requests, over(on.r))] });
    const next = await askNext(ctx, on.r, on.c, ctx.now);
    return decided(home, joined(ended, next));
  },
});

export const over = (r: Request): Request => ({ ...r, status: 'over' });

export const joined = (a: Pick<Asking, 'changes' | 'sends'>, b: Asking): Asking => ({
  changes: [...a.changes, ...b.changes],
  sends: [...a.sends, ...b.sends],
  due: b.due,
});

/** Nobody said yes in time. A named asker is told so, in the same words whatever the reason; to an anonymous one nothing is sent. */
export const searchOver = command({
  name: 'experts.over',
  who: 'timer',
  ack: 'silent',
  input: z.object({ request: Id }),
  decide: async (input, ctx) => {
    const on = await lookingFor(ctx.read, input.request);
    const group = on && (await ctx.read.get(Groups, on.r.group));
    const home = show('curbside.home');
    if (!on || !group) return decided(home);
    const { r, c } = on;
    const ended = await endTurn(ctx.read, r);
    const tells = c !== null && r.asker.as === 'me';
    const to = r.asker.as === 'me' ? ({ is: 'direct', person: r.asker.person } as const) : null;
    return decided(home, {
      changes: [...ended.changes, put(Requests, { ...r, status: c === null ? 'over' : 'none' })],
      sends: [
        ...ended.sends,
        ...(tells && to
          ? [
              {
                post: noOneCard(r),
                id: ctx.ids.next(),
                to,
                subject: r.id,
                notBefore: ctx.now,
                quiet: { group: r.group },
                orNextAnswer: true,
              },
            ]
          : []),
      ],
    });
  },
});
