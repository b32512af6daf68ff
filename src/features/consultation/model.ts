import { z } from 'zod';
import { reasons } from '../../deidentify/index.ts';
import type { Read } from '../../ports/store.ts';
import { timeKey } from '../../runtime/jobs.ts';
import { Outbox } from '../../runtime/outbox/model.ts';
import { Id, kind } from '../../storage/kind.ts';
import { dayMs } from '../../time/durations.ts';
import { hiddenPlaceholder } from './case/placeholder-names.ts';

export const topics = ['case', 'treatment_strategy', 'ethics', 'specialised_knowledge', 'addiction'] as const;
export const urgencies = ['no_rush', 'this_week', 'today', 'risk'] as const;
export const needs = ['ideas', 'second_opinion', 'reality_check', 'referral'] as const;

/** The end of a time's day: for what lies open beside a person, or beside somebody without a name. */
export const dayEnd = (at: number): number => (Math.floor(at / dayMs) + 1) * dayMs;

/** Lengths in characters: they are privacy controls too (docs/domain.md, The consultation record). */
export const limits = { question: { min: 10, max: 500 }, facts: 1500, tried: 500, reply: 2000, link: 200 } as const;

/** Fewer members than this, and colleagues may well guess who asked (docs/domain.md, Anonymity). */
export const smallGroup = 6;
/** Minutes that an anonymous post waits, chosen at random, so that its time does not point at its author. */
export const anonymousDelay = { min: 1, max: 20 } as const;
/** An anonymous author can show that a closed consultation is theirs for this long; then the token is replaced. */
export const authorLinkMs = 30 * dayMs;
/** For how long after closing its author can open a consultation again. */
export const reopenMs = dayMs;

/** Who wrote something. An anonymous author is known by a token that only their own key can make again. */
export const Author = z.discriminatedUnion('as', [
  /** `credential`: as it stood beside the name when this was written, for when the person has left. */
  z.object({
    as: z.literal('me'),
    person: z.string(),
    credential: z.string().default(''),
    /** The group of an expert who is in another one than the question. */
    home: z.string().optional(),
  }),
  z.object({ as: z.literal('anonymous'), token: z.string() }),
  /** A named author who left or erased their data. */
  z.object({ as: z.literal('former'), credential: z.string().default('') }),
]);
export type Author = z.output<typeof Author>;

/**
 * Who erased their data: neither the name nor the credential, which may be one person's alone. Still no colleague who chose to
 * be anonymous.
 */
export const former: Author = { as: 'former', credential: '' };

/** The case as colleagues see it: without identifiers. Raw text is never in here. */
export const CaseText = z
  .object({ question: z.string(), facts: z.string(), tried: z.string() })
  // Fields that a structure has besides, by their ids.
  .catchall(z.string());
export type CaseText = z.output<typeof CaseText>;

/** A case from the fields of its form. */
export const caseText = (fields: Readonly<Record<string, string>>): CaseText => ({
  question: '',
  facts: '',
  tried: '',
  ...fields,
});

export const sameText = (a: Readonly<Record<string, string>>, b: CaseText | null): boolean =>
  b !== null &&
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => (a[name] ?? '') === (b[name] ?? ''));

/** The structure that a question is asked in, in the words that its file had then; null for a quick question. */
export const Structure = z.object({
  id: z.string().max(30),
  name: z.string().max(60),
  /** What stands above each part of the text, in order. */
  labels: z.record(z.string(), z.string()),
  /** It goes on step by step: the cards of the steps have the main button. */
  steps: z.boolean().default(false),
});
export type Structure = z.output<typeof Structure>;

/** How the steps of a structure go on: live, minute by minute, or over days. */
export const paces = ['days', 'minutes'] as const;

/** The step of a structure that a reply was written for, and where it goes in the record of whoever asked. */
export const StepRef = z.object({ id: z.string(), name: z.string(), record: z.string().nullable() });
export type StepRef = z.output<typeof StepRef>;

/** The step that takeaways of a meeting are written for. */
export const takeAwaysStep = 'takeAways';

/** Where a colleague saw an identifier: a part of the text, in UTF-16 offsets. Nothing says who saw it. */
export const Marked = z.object({ field: z.string(), start: z.number().int(), end: z.number().int() });
export type Marked = z.output<typeof Marked>;

export const Consultations = kind(
  'consultation',
  z.object({
    id: Id,
    group: Id,
    author: Author,
    topic: z.enum(topics),
    urgency: z.enum(urgencies),
    need: z.enum(needs).nullable(),
    structure: Structure.nullable().default(null),
    /** Null once it was taken down or its thread was deleted. */
    text: CaseText.nullable(),
    status: z.enum(['open', 'closed', 'removed']),
    /** Since when the text is hidden because it may identify a person; null when it is not. */
    hiddenAt: z.number().nullable(),
    /** The words that a colleague meant, while the text is hidden for them. */
    marked: z.array(Marked).default([]),
    /** The newest report in its thread: what was written before is shown to its author again. */
    report: z.string().nullable().default(null),
    askedAt: z.number(),
    closedAt: z.number().nullable(),
    /**
     * Outbox rows: of the channel line and of the case in the thread; of what was posted under it when it was closed, when
     * its outcome was shared, and as the reminder that somebody may be at risk.
     */
    rows: z.object({
      card: z.string(),
      case: z.string(),
      closed: z.string().nullable().default(null),
      outcome: z.string().nullable().default(null),
      reminder: z.string().nullable().default(null),
    }),
    /** Somebody said that it was answered in the thread without the Reply button. */
    answered: z.boolean(),
    /** What the author chose to share when closing. */
    outcome: z.string().nullable(),
  }),
  {
    indexes: {
      group: (c) => `${c.group} ${c.status}`,
      person: (c) => (c.author.as === 'me' ? c.author.person : null),
      /** Anonymous ones of a group: the author finds their own among them with the key that only they have. */
      anonymous: (c) => (c.author.as === 'anonymous' && c.author.token !== '' ? c.group : null),
    },
    sealed: 'no',
    about: {
      what: 'A question as it was posted, without identifiers, and its author: a member, or a token',
      readBy: 'members of the group; who is behind a token, only that person',
      keptFor: 'until it is taken down; the token is replaced 30 days after closing',
    },
  },
);
export type Consultation = z.output<typeof Consultations.schema>;

export const Replies = kind(
  'reply',
  z.object({
    id: Id,
    consultation: Id,
    group: Id,
    /** `asker`: the anonymous person who asked. `colleague`: somebody who chose not to give a name. */
    voice: z.enum(['me', 'colleague', 'asker']),
    author: Author,
    text: z.string().nullable(),
    hidden: z.boolean(),
    marked: z.array(Marked).default([]),
    at: z.number(),
    row: z.string(),
    step: StepRef.nullable().default(null),
  }),
  {
    indexes: {
      consultation: (r) => r.consultation,
      person: (r) => (r.author.as === 'me' ? r.author.person : null),
      /** Those without a name of a group: their authors find their own among them. */
      anonymous: (r) => (r.author.as === 'anonymous' && r.author.token !== '' ? r.group : null),
      hidden: (r) => (r.hidden && r.text !== null ? r.group : null),
    },
    sealed: 'no',
    about: {
      what: 'A reply given through the Reply button, without identifiers',
      readBy: 'members of the group',
      keptFor: 'as long as its consultation',
    },
  },
);
export type Reply = z.output<typeof Replies.schema>;

export const draftDays = 7;

export const Drafts = kind(
  'draft',
  z.object({
    id: Id,
    owner: z.string(),
    group: Id,
    purpose: z.enum(['case', 'edit', 'reply', 'editReply', 'outcome', 'amendment']),
    /** The consultation it edits or answers. */
    consultation: z.string().nullable(),
    reply: z.string().nullable(),
    /** The record that it amends. */
    record: z.string().nullable().default(null),
    voice: z.enum(['me', 'colleague', 'asker']),
    topic: z.enum(topics),
    urgency: z.enum(urgencies),
    need: z.enum(needs).nullable(),
    structure: Structure.nullable().default(null),
    pace: z.enum(paces).default('days'),
    /** The step that a reply is written for. */
    step: StepRef.nullable().default(null),
    /** Only what colleagues would see: every undecided word is replaced. */
    fields: z.record(z.string(), z.string()),
    /** Placeholders in `fields` that are its author's choice: by hiding a word, or by naming what stands for one. */
    chosen: z.array(z.string()).default([hiddenPlaceholder]),
    /** Which placeholders in `fields` its author put there by hiding a word, and which are doubts of the filter. */
    origins: z.record(z.string(), z.array(z.object({ at: z.number().int(), reason: z.enum(reasons) }))).default({}),
    /** After an edit, hidden words may be back: it waits until its author has looked. */
    unsure: z.boolean().default(false),
    /** Part of it is not in English, for which the filter was made. */
    foreign: z.boolean().default(false),
    /** Its author read the parts that are not in English, which the filter does not answer for. */
    readOther: z.boolean().default(false),
    attested: z.boolean(),
    /** Reports that its author was shown, and whether something was reported after it was begun. */
    reports: z.array(z.string()).default([]),
    warned: z.boolean().default(false),
    /** The author was told that the group is small and asked to go on all the same. */
    warnedSmall: z.boolean(),
    version: z.number().int(),
    at: z.number(),
  }),
  {
    // Only the day lies open: the very moment could be that of something the owner did without their name.
    indexes: { owner: (d) => d.owner, at: (d) => timeKey(dayEnd(d.at)) },
    sorted: ['at'],
    sealed: 'owner',
    // One that becomes a post without a name must not be known by others of the same person: each day has tokens of its own.
    apart: { tokens: 32, by: { index: 'at', days: draftDays + 2 } },
    about: {
      what: 'A draft with every identifier and every doubtful word replaced',
      readBy: 'its author only',
      keptFor: '7 days',
    },
  },
);
export type Draft = z.output<typeof Drafts.schema>;
export const mostDrafts = 20;

/** Whether colleagues can know of a question: what speaks of one without a name before then can only have come from its author. */
export async function hasAppeared(read: Read, { author, rows }: Consultation): Promise<boolean> {
  if (author.as !== 'anonymous') return true;
  const messages = await read.getMany(Outbox, [rows.card, rows.case]);
  return messages.every((row) => row?.status === 'sent');
}
