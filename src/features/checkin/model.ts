import { z } from 'zod';
import { timeKey } from '../../runtime/jobs.ts';
import { Id, kind } from '../../storage/kind.ts';

/** The weekly question and its answers are the project's own words; no validity is claimed (docs/domain.md, Weekly question). */
export const pulseValues = [1, 2, 3, 4, 5] as const;
export type PulseValue = (typeof pulseValues)[number];
export const helps = ['rest', 'consult', 'lighter', 'talk', 'nothing'] as const;

/** For how many days answers are kept unless the person chooses otherwise, within these bounds. */
export const keep = { least: 30, usual: 180, most: 365 } as const;

/** What is asked of people who choose nothing else: Thursday 15:00 where they are (docs/domain.md, Timing). */
export const usualTime = { day: 4, time: '15:00' } as const;

const onlyThem = 'the person alone; nobody else has a way to it';
const asLong = '180 days, or 30 to 365 as the person chooses; until they stop';

export const Enrolments = kind(
  'checkinEnrolment',
  z.object({
    id: Id,
    owner: z.string(),
    /** The group whose quiet hours hold: the first one joined. */
    group: Id,
    /** Groups in whose picture the weekly answer counts. */
    groups: z.array(Id),
    zone: z.string(),
    day: z.number().int().min(1).max(7),
    time: z.string(),
    by: z.enum(['direct', 'home']),
    remind: z.boolean(),
    /** An instrument that is asked monthly, or null, and its optional subscales that are switched on. */
    monthly: z.string().nullable(),
    extra: z.array(z.string()),
    keepDays: z.number().int().min(keep.least).max(keep.most),
    /** A week that the person chose to leave out. */
    skipped: z.string().nullable(),
    away: z.object({ from: z.string(), until: z.string().nullable() }).nullable(),
  }),
  {
    indexes: { owner: (e) => e.owner },
    sealed: 'owner',
    about: { what: 'That a person has check-ins, when and how', readBy: onlyThem, keptFor: 'until they stop' },
  },
);
export type Enrolment = z.output<typeof Enrolments.schema>;

export const Pulses = kind(
  'checkinPulse',
  z.object({
    id: Id,
    owner: z.string(),
    week: z.string(),
    period: z.number().int(),
    groups: z.array(Id),
    at: z.number(),
    value: z.number().int().min(1).max(5),
    help: z.enum(helps).nullable(),
    hidden: z.boolean(),
    /** Given by an account that is a guest's or a bot's on its platform, or of which the platform did not tell. */
    guest: z.boolean().default(false),
    until: z.number(),
  }),
  {
    indexes: { owner: (p) => p.owner, until: (p) => timeKey(p.until), period: (p) => String(p.period) },
    sorted: ['until'],
    sealed: 'owner',
    about: {
      what: 'An answer to the weekly question',
      readBy: `${onlyThem}; the release of a group summary, which keeps none of it`,
      keptFor: asLong,
    },
  },
);
export type Pulse = z.output<typeof Pulses.schema>;

export const Results = kind(
  'checkinResult',
  z.object({
    id: Id,
    owner: z.string(),
    instrument: z.string(),
    month: z.string(),
    at: z.number(),
    /** By subscale; null where an item was left out. The answers to single items are not kept. */
    scores: z.record(z.string(), z.number().nullable()),
    hidden: z.boolean(),
    until: z.number(),
  }),
  {
    indexes: { owner: (r) => r.owner, until: (r) => timeKey(r.until) },
    sorted: ['until'],
    sealed: 'owner',
    about: { what: 'Scores of a monthly check-in', readBy: onlyThem, keptFor: asLong },
  },
);
export type Result = z.output<typeof Results.schema>;

export const Runs = kind(
  'checkinRun',
  z.object({
    id: Id,
    owner: z.string(),
    instrument: z.string(),
    subscales: z.array(z.string()),
    answers: z.record(z.string(), z.number()),
    startedAt: z.number(),
    until: z.number(),
  }),
  {
    indexes: { owner: (r) => r.owner, until: (r) => timeKey(r.until) },
    sorted: ['until'],
    sealed: 'owner',
    about: { what: 'Monthly questions half answered', readBy: onlyThem, keptFor: '7 days, or until they are finished' },
  },
);
export type Run = z.output<typeof Runs.schema>;

/** That the weekly question was sent, and when: there is one a person and week, and its window opens here. */
export const Askings = kind('checkinAsking', z.object({ id: z.string(), at: z.number() }), {
  indexes: { id: (a) => a.id },
  sealed: 'no',
  about: {
    what: 'That a weekly question was sent and when, under a token that only the person’s own key makes',
    readBy: 'the bot, in requests of that person',
    keptFor: 'until the week is over: 8 days, or 12 with monthly questions',
  },
});
export type AskedOnce = z.output<typeof Askings.schema>;

/** Of the person's subject (`subjectOf`) and an ISO week. */
export const askingId = (subject: string, week: string): string => `${subject} ${week}`;

/** Somebody who agreed to be asked for a coffee. Says nothing about check-ins: anybody in the group can be there. */
export const Askables = kind('coffee', z.object({ id: z.string(), group: Id, person: z.string() }), {
  indexes: { group: (a) => a.group, person: (a) => a.person },
  sealed: 'no',
  about: {
    what: 'Who agreed to coffee invitations from colleagues',
    readBy: 'members of the group',
    keptFor: 'until they switch it off',
  },
});

/** The weekly post in a group's channel, where its owners want one. */
export const Invites = kind('checkinInvite', z.object({ id: Id, day: z.number().int(), time: z.string() }), {
  indexes: { id: (i) => i.id },
  sealed: 'no',
  about: {
    what: 'When a group is asked in its channel',
    readBy: 'the owners of the group',
    keptFor: 'until switched off',
  },
});
