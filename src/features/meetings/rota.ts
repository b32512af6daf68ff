import type { Read } from '../../ports/store.ts';
import { allOf } from '../../storage/find-all.ts';
import { dateOf } from '../../time/time.ts';
import { type Member, Members, memberSince } from '../group/model.ts';
import { emptySlot, type Meeting, type Series } from './model.ts';

/** A meeting with its series: what one does to the roles of the one shows in the queue of the other. */
export interface Rota {
  readonly meeting: Meeting;
  readonly series: Series;
}

/** Members in the order in which they joined. */
export async function membersOf(read: Read, group: string): Promise<Member[]> {
  const all = await allOf(read, Members, 'group', { equal: group });
  return all.sort((a, b) => memberSince(a) - memberSince(b) || (a.id < b.id ? -1 : 1));
}

export const isAwayAt = (away: Member['away'], at: number): boolean => {
  if (away === null) return false;
  const day = dateOf(at, away.zone);
  return day >= away.from && (away.until === null || day < away.until);
};

/** Those of a group who are not away at a time. */
export const hereAt = (members: readonly Member[], at: number): ReadonlySet<string> =>
  new Set(members.filter(({ away }) => !isAwayAt(away, at)).map(({ person }) => person));

/** Those of a group to whom a part of a meeting can be given: not away, and they did not say that they can't come. */
export function comingTo(m: Pick<Meeting, 'at' | 'absent'>, members: readonly Member[]): ReadonlySet<string> {
  const here = hereAt(members, m.at);
  return new Set([...here].filter((person) => !m.absent.includes(person)));
}

/** The meeting of somebody who does present or facilitate after all. */
export const comes = (m: Meeting, person: string): Meeting => ({
  ...m,
  absent: m.absent.filter((one) => one !== person),
  passed: m.passed.filter((one) => one !== person),
});

export const presents = (m: Meeting, person: string): boolean => m.slots.some(({ presenter }) => presenter === person);
/** What somebody has to do at a meeting, or null. */
export const partOf = (m: Meeting, person: string): 'presents' | 'facilitates' | null =>
  presents(m, person) ? 'presents' : m.facilitator === person ? 'facilitates' : null;
/** Who has a part in a meeting: its presenters in order, then whoever facilitates. */
export const partsIn = (m: Meeting): string[] => [
  ...new Set([...m.slots.map(({ presenter }) => presenter), m.facilitator].flatMap((one) => one ?? [])),
];
export const hasPart = (m: Meeting, person: string): boolean => m.facilitator === person || presents(m, person);

/**
 * Why somebody else takes a part. After a pass their turn is over, and comes again at another meeting; else it comes first next
 * time. Days away are no word on one meeting: whoever is back before it can be handed a part of it again.
 */
type Why = 'pass' | 'absent' | 'away';

/** Somebody else takes their parts in a meeting: the first in the queue who is here and has none in it. */
export function replaced({ meeting, series }: Rota, from: string, here: ReadonlySet<string>, why: Why): Rota {
  const presented = presents(meeting, from);
  let { queue } = series;
  const taken = new Set([
    ...meeting.absent,
    meeting.facilitator,
    ...meeting.slots.map(({ presenter }) => presenter),
    from,
  ]);
  const nextOne = (except: readonly string[] = []): string | null => {
    const one = queue.find((person) => here.has(person) && !taken.has(person) && !except.includes(person)) ?? null;
    if (one !== null) taken.add(one);
    return one;
  };
  const slots = meeting.slots.map((slot) => {
    if (slot.presenter !== from) return slot;
    const presenter = nextOne(meeting.passed);
    if (presenter !== null) queue = [...queue.filter((one) => one !== presenter), presenter];
    return { ...emptySlot, presenter };
  });
  const facilitator = meeting.facilitator === from ? nextOne() : meeting.facilitator;
  if (why !== 'pass' && presented) queue = first(queue, [from]);
  const absent = why === 'absent' ? [...new Set([...meeting.absent, from])] : meeting.absent;
  const passed = why === 'pass' ? [...new Set([...meeting.passed, from])] : meeting.passed;
  return { meeting: { ...meeting, slots, facilitator, absent, passed }, series: { ...series, queue } };
}

/** The queue with these at its beginning, in this order. */
export const first = (queue: readonly string[], people: readonly string[]): string[] => [
  ...people.filter((one) => queue.includes(one)),
  ...queue.filter((one) => !people.includes(one)),
];

/** Two people change places: what one had in this meeting and in the queue, the other has. A case or theme stays with who brought it. */
export function swapped({ meeting, series }: Rota, a: string, b: string): Rota {
  const other = <T extends string | null>(one: T): T | string => (one === a ? b : one === b ? a : one);
  const slots = meeting.slots.map((slot) =>
    slot.presenter === a || slot.presenter === b ? { ...emptySlot, presenter: other(slot.presenter) } : slot,
  );
  return {
    meeting: comes(comes({ ...meeting, slots, facilitator: other(meeting.facilitator) }, a), b),
    series: { ...series, queue: series.queue.map(other) },
  };
}
