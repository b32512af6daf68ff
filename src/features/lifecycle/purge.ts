import { z } from 'zod';
import type { Context } from '../../runtime/context.ts';
import { type Change, decided, drop, show } from '../../runtime/decision.ts';
import { forgetJob } from '../../runtime/forget.ts';
import { SeenEvents } from '../../runtime/idempotency.ts';
import { due } from '../../runtime/jobs.ts';
import { Outbox } from '../../runtime/outbox/model.ts';
import { command } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import type { Doc, Kind } from '../../storage/kind.ts';
import { outlineOf } from '../../storage/sealing.ts';
import { always, minuteMs } from '../../time/durations.ts';
import { allCheckins } from '../checkin/clearing.ts';
import { type Author, Consultations, Drafts, Replies } from '../consultation/model.ts';
import { Records } from '../consultation/record/model.ts';
import { Groups, Residents } from '../group/model.ts';
import { Installations, the } from './model.ts';

/** How many documents of a kind go in one turn; the job comes back in a minute until nothing is left. */
const atOnce = 1000;
/** What one turn takes away, whom it named, and whether there is more than fits it. */
interface Turn {
  readonly changes: Change[];
  readonly people: Set<string>;
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
    const turn: Turn = { changes: [], people: new Set(), more: false };
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
  await take(ctx, turn, Consultations, 'group', (c) => nameOf(c.author));
  await take(ctx, turn, Replies, 'consultation', (r) => nameOf(r.author));
  await take(ctx, turn, Residents, 'id', (r) => r.id);
  await take(ctx, turn, outlineOf(Drafts), 'owner', () => null);
  await take(ctx, turn, outlineOf(Records), 'owner', () => null);
  const checkins = await allCheckins(ctx);
  turn.changes.push(...checkins);
  turn.more ||= checkins.length >= atOnce;
  await take(ctx, turn, Outbox, 'subject', ({ to }) => (to.is === 'direct' ? to.person : null));
  await take(ctx, turn, SeenEvents, 'at', () => null);
}

const nameOf = (author: Author): string | null => (author.as === 'me' ? author.person : null);

/** Takes the first page of a kind, and notes the person each document names. */
async function take<T extends Doc>(
  ctx: Context,
  turn: Turn,
  kind: Kind<T>,
  index: string,
  person: (doc: T) => string | null,
): Promise<void> {
  const page = await ctx.read.find(kind, index, { all: true }, { limit: atOnce });
  for (const doc of page.docs) {
    turn.changes.push(drop(kind, doc.id));
    const named = person(doc);
    if (named !== null && named !== '') turn.people.add(named);
  }
  turn.more ||= page.next !== undefined;
}

/** Some groups are in use again: people stay known, and what is sealed stays, since only they can tell its group. */
async function ofGroups(ctx: Context, turn: Turn, groups: ReadonlySet<string>): Promise<void> {
  const consultations = await some(ctx, turn, Consultations, 'group', groups);
  const rows = await allOf(ctx.read, Outbox, 'subject', { anyOf: consultations });
  turn.changes.push(...consultations.map((id) => drop(Consultations, id)), ...rows.map((row) => drop(Outbox, row.id)));
  for (const reply of await some(ctx, turn, Replies, 'consultation', groups)) turn.changes.push(drop(Replies, reply));
}

/** The ids of at most a turn's worth of documents of these groups. */
async function some<T extends Doc & { readonly group: string }>(
  ctx: Context,
  turn: Turn,
  kind: Kind<T>,
  index: string,
  groups: ReadonlySet<string>,
): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = { limit: atOnce, ...(after ? { after } : {}) };
    const found = await ctx.read.find(kind, index, { all: true }, page);
    ids.push(...found.docs.filter((doc) => groups.has(doc.group)).map((doc) => doc.id));
    after = found.next;
  } while (after && ids.length < atOnce);
  turn.more ||= after !== undefined;
  return ids;
}
