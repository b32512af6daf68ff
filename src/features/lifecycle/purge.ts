import { z } from 'zod';
import type { Context } from '../../runtime/context.ts';
import type { CommunityData } from '../../runtime/contributions.ts';
import { type Change, type DueChange, decided, drop, show } from '../../runtime/decision.ts';
import { forgetJob } from '../../runtime/forget.ts';
import { SeenEvents } from '../../runtime/idempotency.ts';
import { due } from '../../runtime/jobs.ts';
import { Outbox } from '../../runtime/outbox/model.ts';
import { command } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import type { Doc, Kind } from '../../storage/kind.ts';
import { always, minuteMs } from '../../time/durations.ts';
import { Groups } from '../group/model.ts';
import { Installations, the } from './model.ts';

/** How many documents of a kind go in one turn; the job comes back in a minute until nothing is left. */
const atOnce = 1000;
/** What one turn takes away, whom it named, and whether there is more than fits it. */
interface Turn {
  readonly changes: Change[];
  readonly people: Set<string>;
  /** Jobs about what goes. */
  readonly off: DueChange[];
  more: boolean;
}

/**
 * Thirty days after the bot was removed: the groups that were not set up again go with all that was asked in them. When
 * none is in use, everything of the community goes, and the vault forgets everybody whom those documents named.
 */
export const purge = command({
  name: 'platform.purge',
  who: 'timer',
  ack: 'silent',
  input: z.object({}),
  decide: async (_input, ctx) => {
    const groups = (await ctx.read.find(Groups, 'channel', { all: true }, { limit: atOnce })).docs;
    const left = groups.filter((g) => g.gone === 'uninstalled');
    const turn: Turn = { changes: [], people: new Set(), off: [], more: false };
    const unused = left.length === groups.length;
    if (unused) await ofCommunity(ctx, turn);
    else await ofGroups(ctx, turn, new Set(left.map((g) => g.id)));
    // The groups go last: which of them are in use decides what every turn may take.
    if (!turn.more) turn.changes.push(...left.map((g) => drop(Groups, g.id)));
    if (unused && !turn.more) turn.changes.push(drop(Installations, the));
    if (unused) for (const group of left) for (const owner of group.owners) turn.people.add(owner);
    return decided(show('curbside.home'), {
      changes: turn.changes,
      due: [
        ...turn.off,
        ...[...turn.people].map((person) => ({ schedule: forgetJob(person, ctx.now) })),
        ...(turn.more ? [{ schedule: nextPurge(ctx.now + minuteMs) }] : []),
      ],
      compact: true,
    });
  },
});

/** The job of a community from which the bot was removed. */
export const nextPurge = (at: number) => due('platform.purge', 'all', 'once', at, always, {});

async function ofCommunity(ctx: Context, turn: Turn): Promise<void> {
  for (const { kind, index, person, job } of await declared(ctx)) {
    const ids = await take(ctx, turn, kind, index, person);
    if (job !== null) turn.off.push(...ids.map((subject) => ({ cancel: job, subject })));
  }
  await take(ctx, turn, Outbox, 'subject', ({ to }) => (to.is === 'direct' ? to.person : null));
  await take(ctx, turn, SeenEvents, 'at', () => null);
}

const declared = async (ctx: Context): Promise<CommunityData[]> => (await ctx.gather('communityData', null)).flat();

/** Takes the first page of a kind, notes the person each document names, and gives their ids. */
async function take<T extends Doc>(
  ctx: Context,
  turn: Turn,
  kind: Kind<T>,
  index: string,
  person: (doc: T) => string | null,
): Promise<readonly string[]> {
  const page = await ctx.read.find(kind, index, { all: true }, { limit: atOnce });
  for (const doc of page.docs) {
    turn.changes.push(drop(kind, doc.id));
    const named = person(doc);
    if (named !== null && named !== '') turn.people.add(named);
  }
  turn.more ||= page.next !== undefined;
  return page.docs.map(({ id }) => id);
}

/** Some groups are in use again: people stay known, and what is sealed stays, since only they can tell its group. */
async function ofGroups(ctx: Context, turn: Turn, groups: ReadonlySet<string>): Promise<void> {
  for (const { kind, index, group, job } of await declared(ctx)) {
    if (group === null) continue;
    const ids = await some(ctx, turn, kind, index, (doc) => groups.has(group(doc)));
    if (job !== null) turn.off.push(...ids.map((subject) => ({ cancel: job, subject })));
    const rows = await allOf(ctx.read, Outbox, 'subject', { anyOf: ids });
    turn.changes.push(...ids.map((id) => drop(kind, id)), ...rows.map((row) => drop(Outbox, row.id)));
  }
}

/** The ids of at most a turn's worth of such documents. */
async function some(
  ctx: Context,
  turn: Turn,
  kind: Kind<Doc>,
  index: string,
  which: (doc: Doc) => boolean,
): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = { limit: atOnce, ...(after ? { after } : {}) };
    const found = await ctx.read.find(kind, index, { all: true }, page);
    ids.push(...found.docs.filter(which).map((doc) => doc.id));
    after = found.next;
  } while (after && ids.length < atOnce);
  turn.more ||= after !== undefined;
  return ids;
}
