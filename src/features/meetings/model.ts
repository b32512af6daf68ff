import { z } from 'zod';
import { timeKey } from '../../runtime/jobs.ts';
import { Id, kind } from '../../storage/kind.ts';
import { dayMs, hourMs, minuteMs } from '../../time/durations.ts';

export const lengths = { title: 60, theme: 100, link: 200, minutes: { min: 30, max: 180 } } as const;
export const mostSlots = 3;
/** GroupMeetings that a group can have running. */
export const mostSeries = 5;
/** With fewer members there, a group may rather meet another day. */
export const quorum = 3;
/** So long after its end somebody can say that they were there. */
export const attendanceMs = dayMs;
/** No meeting is longer (ms). */
export const longestMs = lengths.minutes.max * minuteMs;
/** Minutes that somebody can note of a meeting: it may run over, but hardly to more than twice the time that was set. */
export const mostAttended = ({ minutes }: { readonly minutes: number }): number => 2 * minutes;
/** What a meeting was stays visible for a year. */
export const keptMs = 365 * dayMs;

export const repeats = ['weekly', 'biweekly', 'monthly'] as const;
export type Repeats = (typeof repeats)[number];
export const places = ['channel', 'voice', 'link'] as const;

/** GroupMeetings of a group that come again and again. */
export const SeriesOf = kind(
  'meetingSeries',
  z.object({
    id: Id,
    group: Id,
    title: z.string().min(1).max(lengths.title),
    repeats: z.enum(repeats),
    /** RFC 5545. */
    rrule: z.string(),
    startsOn: z.string(),
    time: z.string(),
    /** IANA zone. */
    zone: z.string(),
    minutes: z.number().int().min(lengths.minutes.min).max(lengths.minutes.max),
    place: z.enum(places),
    /** Of a video room on a known host; '' where the place is no link. */
    link: z.string().max(lengths.link).default(''),
    slots: z.number().int().min(1).max(mostSlots),
    /** The structure of each slot, by its id; '' where a case is held as it was asked. */
    templates: z.array(z.string().max(30)).max(mostSlots).default([]),
    /** Whose turn it is to present, the next one first. */
    queue: z.array(z.string()),
    ended: z.boolean(),
    /** When it ended (ms); null while it runs. */
    endedAt: z.number().nullable().default(null),
    /** How often its rule was changed. */
    revision: z.number().int().default(0),
  }),
  {
    indexes: {
      group: (s) => s.group,
      running: (s) => (s.ended ? null : s.group),
      endedAt: (s) => ((s.endedAt ?? null) === null ? null : timeKey(s.endedAt ?? 0)),
    },
    sealed: 'no',
    about: {
      what: 'A series of meetings: title, rule, zone, length, place, slots, and the order in which members present',
      readBy: 'members of the group',
      keptFor: 'a year after it ended',
    },
  },
);
export type Series = z.output<typeof SeriesOf.schema>;

/** A case or a theme on the agenda, or a turn. An anonymous case has no presenter: the facilitator reads it. */
const Slot = z.object({
  consultation: Id.nullable(),
  presenter: z.string().nullable(),
  /** What is talked about in place of a case; '' where there is none. */
  theme: z.string().max(lengths.theme).default(''),
  /** Its presenter said that they have something to present, though no question of theirs is posted. */
  held: z.boolean().default(false),
  /** The structure that it is held in, by its id, once the meeting is open; '' for none. */
  template: z.string().max(30).default(''),
  /** Its steps, with the whole minutes that each has here. */
  steps: z.array(z.object({ id: z.string().max(20), minutes: z.number().int().min(1) })).default([]),
});
export type Slot = z.output<typeof Slot>;
export const emptySlot: Slot = {
  ...{ consultation: null, presenter: null, theme: '', held: false },
  ...{ template: '', steps: [] },
};

/** Whether something is to be talked about in it: it is no mere turn. */
export const isTaken = (slot: Slot): boolean => slot.consultation !== null || slot.theme !== '' || slot.held;

export const GroupMeetings = kind(
  'groupMeeting',
  z.object({
    id: Id,
    series: Id,
    group: Id,
    at: z.number(),
    /** When its series has it (ms), where it was moved; else null. */
    regularAt: z.number().nullable().default(null),
    minutes: z.number().int(),
    facilitator: z.string().nullable(),
    slots: z.array(Slot).max(mostSlots),
    /** Those who said that they can't come: nothing is handed to them. */
    absent: z.array(z.string()).default([]),
    /** Those who passed: no turn of this meeting is handed to them again. */
    passed: z.array(z.string()).default([]),
    /** Somebody facilitates in place of whoever did not come. */
    takenOver: z.boolean().default(false),
    status: z.enum(['planned', 'opened', 'canceled']),
    /** How many meetings of the series came before: which clause of the agreement is read. */
    n: z.number().int(),
    /** How often its time was changed, or it was canceled: calendars take the later entry. */
    revision: z.number().int().default(0),
    /** The message that opened it; null where none was posted. */
    row: Id.nullable().default(null),
    /** The part of its agenda that it is at, by number, and until when (ms); null before it was begun and after its end. */
    part: z.object({ n: z.number().int(), until: z.number() }).nullable().default(null),
  }),
  {
    indexes: {
      group: (m) => (m.status === 'planned' ? `${m.group} ${timeKey(m.at)}` : null),
      opened: (m) => (m.status === 'opened' ? `${m.group} ${timeKey(m.at)}` : null),
      groups: (m) => `${m.group} ${timeKey(m.at)}`,
      series: (m) => m.series,
      at: (m) => timeKey(m.at),
    },
    sorted: ['group', 'opened', 'groups', 'at'],
    sealed: 'no',
    about: {
      what: 'A meeting: its time, who presents which question, who facilitates, who passed, who said that they can’t come',
      readBy: 'members of the group',
      keptFor: 'a year',
    },
  },
);
export type Meeting = z.output<typeof GroupMeetings.schema>;

/** That I was at a meeting. Nobody else can open it, so there is no list of who was there. */
export const Attendances = kind(
  'meetingAttendance',
  z.object({
    id: Id,
    owner: z.string(),
    group: Id,
    meeting: Id,
    at: z.number(),
    minutes: z.number().int().min(1).max(480),
    /** Of them, on a case of my own. */
    ownMinutes: z.number().int().min(0).max(480),
    /** A record of mine has these already: in a statement they count there. */
    ownRecorded: z.boolean().default(false),
    /** How many were there, with me, where I said so; else null. */
    people: z.number().int().min(2).max(99).nullable().default(null),
  }),
  {
    indexes: { owner: (a) => a.owner, meeting: (a) => a.meeting },
    sealed: 'owner',
    about: {
      what: 'That somebody was at a meeting, and for how long',
      readBy: 'its owner only; the group sees how many, from three on',
      keptFor: 'until its owner erases it',
    },
  },
);
export type Attendance = z.output<typeof Attendances.schema>;
/** Fewer than this, and the group is not told how many were there. */
export const fewest = 3;

/** Whether somebody can still say that they were at it. */
export const isAttendable = (m: Meeting, now: number): boolean =>
  m.status === 'opened' && now <= endOf(m) + attendanceMs;

const weekday = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The rule of a series: every week or two on the day it starts, or on the same weekday of the month ("the second Thursday"). */
export function ruleOf(how: Repeats, startsOn: string, dayOfWeek: number): string {
  if (how !== 'monthly') return `FREQ=WEEKLY;INTERVAL=${how === 'weekly' ? 1 : 2}`;
  const nth = Math.ceil(Number(startsOn.slice(8)) / 7);
  return `FREQ=MONTHLY;BYDAY=${nth > 4 ? -1 : nth}${weekday[dayOfWeek - 1] ?? 'MO'}`;
}

/** Minutes of each part of a meeting, in their order; what is left belongs to the cases. */
export function agendaOf(minutes: number, slots: number) {
  const followUps = minutes >= 60 ? 9 : 4;
  const fixed = { arrive: 5, privacy: 1, followUps, close: 5 };
  const each = Math.floor((minutes - fixed.arrive - fixed.privacy - fixed.followUps - fixed.close) / slots);
  return { ...fixed, each };
}

/** A part of an agenda: one of the fixed ones, or the case of a slot, by its number, or a step of its structure. */
export interface AgendaPart {
  readonly is: 'arrive' | 'privacy' | 'followUps' | 'case' | 'close';
  readonly slot: number | null;
  readonly step: string | null;
  readonly minutes: number;
}

/** The parts of a meeting in their order. */
export function partsOf({ minutes, slots }: Pick<Meeting, 'minutes' | 'slots'>): AgendaPart[] {
  const { arrive, privacy, followUps, close, each } = agendaOf(minutes, slots.length);
  const fixed = (is: AgendaPart['is'], of: number): AgendaPart => ({ is, slot: null, step: null, minutes: of });
  return [
    fixed('arrive', arrive),
    fixed('privacy', privacy),
    fixed('followUps', followUps),
    ...slots.flatMap(({ steps }, slot): AgendaPart[] =>
      steps.length === 0
        ? [{ is: 'case', slot, step: null, minutes: each }]
        : steps.map((step) => ({ is: 'case', slot, step: step.id, minutes: step.minutes })),
    ),
    fixed('close', close),
  ];
}

/**
 * Who presents and who facilitates, round-robin: whoever comes first in the queue and is here. Whoever is away keeps their
 * place; presenters go to its end. The facilitator is the next one, who presents nothing that day. `passed`: those who do
 * not present this time.
 */
export function rotated(
  queue: readonly string[],
  slots: number,
  isHere: (person: string) => boolean,
  passed: readonly string[] = [],
) {
  const here = queue.filter(isHere);
  // One person is left to facilitate.
  const most = Math.max(0, Math.min(slots, here.length - 1));
  const presenters = here.filter((one) => !passed.includes(one)).slice(0, most);
  const facilitator = here.find((one) => !presenters.includes(one)) ?? null;
  return { presenters, facilitator, queue: [...queue.filter((one) => !presenters.includes(one)), ...presenters] };
}

/** The queue with those who are members now: whoever is new stands at the end, in the order in which they joined. */
export function withMembers(queue: readonly string[], members: readonly string[]): string[] {
  return [...queue.filter((one) => members.includes(one)), ...members.filter((one) => !queue.includes(one))];
}

export const endOf = (m: Pick<Meeting, 'at' | 'minutes'>): number => m.at + m.minutes * minuteMs;
/** After downtime (ms) a meeting is still opened. */
export const openGraceMs = hourMs;
