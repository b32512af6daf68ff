import { z } from 'zod';
import { timeKey } from '../../../runtime/jobs.ts';
import { Id, kind } from '../../../storage/kind.ts';
import { dayMs, weekMs } from '../../../time/durations.ts';
import { counts, type Level, levels } from '../../checkin/group-summary/model.ts';

/** Leaderless groups fail by drift: so often a group is asked how it works (docs/domain.md, Meetings). */
export const everyMs = 12 * weekMs;
/** So long it can be answered. */
export const openMs = weekMs;
/** Pictures are kept for a year. */
export const keptPicturesMs = 365 * dayMs;

/** What is asked, each from 1 to 5: about structure only, and about nobody. */
export const questions = ['cases', 'room', 'size', 'time', 'rotation'] as const;

/** When a group was last asked; its id is the group's. */
export const GroupChecks = kind(
  'groupCheck',
  z.object({
    id: Id,
    /** When it was last asked, or had its first meeting (ms). */
    lastAt: z.number(),
    /** Until when it can be answered (ms); null where none is open. */
    closesAt: z.number().nullable(),
    row: Id.nullable(),
  }),
  {
    indexes: {},
    sealed: 'no',
    about: {
      what: 'When a group was last asked about its structure, and until when it can answer',
      readBy: 'members of the group',
      keptFor: 'until the bot is removed',
    },
  },
);

const Answer = z.number().int().min(1).max(5);

export const CheckAnswers = kind(
  'groupCheckAnswer',
  z.object({
    id: Id,
    owner: z.string(),
    group: Id,
    /** The check that it answers. */
    check: z.string(),
    answers: z.object({ cases: Answer, room: Answer, size: Answer, time: Answer, rotation: Answer }),
    /** Given as a guest's account: it does not count. */
    guest: z.boolean(),
  }),
  {
    indexes: { owner: (a) => a.owner, check: (a) => a.check },
    sealed: 'owner',
    about: {
      what: 'An answer to the group check, about structure only',
      readBy: 'its owner only; the group sees rounded means, from six answers on',
      keptFor: 'until the check closes, a week at most',
    },
  },
);
export type CheckAnswer = z.output<typeof CheckAnswers.schema>;

const Shown = z.union(levels.map((l) => z.literal(l)) as [z.ZodLiteral<2>, ...z.ZodLiteral<Level>[]]);

/** What a group sees of a check that closed. It never changes. */
export const CheckPictures = kind(
  'groupCheckPicture',
  z.object({
    id: z.string(),
    group: Id,
    at: z.number(),
    /** Null when it was withheld; why is not kept. */
    shown: z
      .object({
        count: z.enum(counts),
        levels: z.object({ cases: Shown, room: Shown, size: Shown, time: Shown, rotation: Shown }),
      })
      .nullable(),
  }),
  {
    indexes: { group: (p) => `${p.group} ${timeKey(p.at)}`, at: (p) => timeKey(p.at) },
    sorted: ['group', 'at'],
    sealed: 'no',
    about: {
      what: 'What a group check came to: rounded, clamped, or withheld',
      readBy: 'members of the group',
      keptFor: 'a year',
    },
  },
);
export type CheckPicture = z.output<typeof CheckPictures.schema>;

/** Under what the messages of a group’s checks stand. */
export const subjectOf = (group: string): string => `check.${group}`;

/** The check of a group that was asked at this time. */
export const checkId = (group: string, at: number): string => `${group}.${at}`;
