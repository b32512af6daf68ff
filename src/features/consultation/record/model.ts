import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Reading } from '../../../runtime/typed-fields.ts';
import { Id, kind } from '../../../storage/kind.ts';
import { readDuration } from '../../../time/typed-duration.ts';
import { linesOf, oneLine } from '../../../view/one-line.ts';
import { topics } from '../model.ts';
import { quickId } from '../templates/all.ts';

export const modes = ['thread', 'in_person', 'video', 'phone', 'other'] as const;
export const riskFlags = ['self_harm', 'harm_to_others', 'abuse_report', 'none', 'not_stated'] as const;

/** Answers to “Did it change what you do?”. */
export const changes = ['yes', 'partly', 'no', 'notYet'] as const;

/** Colleagues that one record names (docs/domain.md, The consultation record). */
export const mostConsultants = 12;

/** The longest consultation that a record holds, in minutes (docs/domain.md, The consultation record). */
export const mostMinutes = 480;

/** Questions in these are asked as they come; in every other format, a case is held step by step. */
const plainFormats: readonly string[] = [quickId, 'about_my_work'];
export const isStructured = ({ format }: { readonly format: string }): boolean => !plainFormats.includes(format);

/** Older than this and an entry is marked late (docs/domain.md, The consultation record). */
export const lateDays = 7;

export const textLimits = {
  guidance: 1500,
  decision: 1000,
  rationale: 1000,
  facts: 1500,
  codes: 300,
  amendment: 1000,
  reason: 200,
} as const;

const Consultant = z.union([
  /** The credential is that of the day on which the record was written. */
  z.object({ person: z.string(), credential: z.string().max(60).default('') }),
  z.object({ name: z.string().max(80), credential: z.string().max(60) }),
]);
export type Consultant = z.output<typeof Consultant>;

/** Who gave a reply, by the number that it had in the thread. `person` is null for somebody who had left by then. */
const Source = z.object({ n: z.number().int().min(1), person: z.string().nullable(), credential: z.string().max(60) });
export type Source = z.output<typeof Source>;

/** The record that the consultee's ethics code asks for (docs/domain.md, The consultation record). Nobody else can open it. */
export const Records = kind(
  'record',
  z.object({
    id: Id,
    owner: z.string(),
    group: Id,
    /** The thread it came from, or null when it happened elsewhere. */
    consultation: z.string().nullable(),
    /** Random; nothing about the client can be read from it. */
    caseRef: z.string(),
    on: z.object({ date: z.string(), time: z.string().nullable(), zone: z.string() }),
    late: z.boolean(),
    minutes: z.number().int().min(1).max(mostMinutes),
    mode: z.enum(modes),
    topic: z.enum(topics),
    /** The structure that was used, by its id. */
    format: z.string().max(30),
    consultants: z.array(Consultant).max(mostConsultants),
    question: z.string(),
    facts: z.string(),
    riskFlags: z.array(z.enum(riskFlags)),
    /** The advice. What was taken from a named reply begins with its number, see `advice.ts`. */
    guidance: z.string(),
    sources: z.array(Source).default([]),
    decision: z.string(),
    rationale: z.string(),
    actions: z.array(z.string().max(200)).max(10),
    followUpOn: z.string().nullable(),
    /** On looking back: whether the consultation changed what its owner does. */
    changed: z.enum(changes).nullable().default(null),
    codesOrLaws: z.string(),
    charted: z.boolean(),
    /** After an edit, hidden words may be back: it is not finished until its owner has looked. */
    unsure: z.boolean().default(false),
    /** Counts up with every change of its texts: a button of an earlier state decides nothing about this one. */
    version: z.number().int().min(1).default(1),
    /** The import that it came with, so that it can be taken back with it; null for all others. */
    imported: z.string().nullable().default(null),
    status: z.enum(['draft', 'final']),
    amendments: z.array(z.object({ at: z.number(), text: z.string(), reason: z.string() })),
    writtenAt: z.number(),
    finalAt: z.number().nullable(),
  }),
  {
    indexes: {
      owner: (r) => r.owner,
      /** To finish, or to be looked at again in a month. */
      waits: (r) => (r.status === 'draft' && r.imported === null ? 'draft' : (r.followUpOn?.slice(0, 7) ?? null)),
    },
    hidden: ['waits'],
    sealed: 'owner',
    // One of a question without a name must not be known by others of the same person.
    apart: { tokens: 128 },
    about: {
      what: 'A consultation record: advice, decision, reasons, who advised, without identifiers of a client',
      readBy: 'its owner only',
      keptFor: 'until its owner deletes it',
    },
  },
);
export type ConsultationRecord = z.output<typeof Records.schema>;

/** The texts of a record under the names that its forms and reviews give them. */
export const textsOf = (r: ConsultationRecord) => ({
  question: r.question,
  facts: r.facts,
  guidance: r.guidance,
  decision: r.decision,
  rationale: r.rationale,
  codes: r.codesOrLaws,
  actions: r.actions.join('\n'),
});

/** The texts of a record as a review leaves them. */
export function textsFrom(fields: Readonly<Record<string, string>>) {
  const { question = '', facts = '', guidance = '', decision = '', rationale = '', codes = '', actions = '' } = fields;
  const steps = actions.split('\n').flatMap((step) => (step.trim() === '' ? [] : [step.slice(0, 200)]));
  return { question, facts, guidance, decision, rationale, codesOrLaws: codes, actions: steps };
}

/** The length of a consultation: 1 to 480 whole minutes (docs/domain.md, The consultation record). */
export function minutesReading(typed: string): Reading<number> {
  const read = readDuration(typed, 'minutes');
  if (read === null) return { problem: say('field.minutesWords') };
  const { minutes, sure } = read;
  if (minutes < 0) return { problem: say('field.minutesNegative', { have: minutes }) };
  if (minutes < 1) return { problem: say('field.minutesZero') };
  if (minutes > mostMinutes) return { problem: say('field.minutesMany', { have: minutes }) };
  return sure
    ? { value: minutes }
    : { problem: { msg: say('field.minutesRead', { minutes }), offer: String(minutes) } };
}

/** Somebody typed by name. `bare`: nothing says whether there is a credential, not even a comma with none behind it. */
export interface Outsider {
  readonly name: string;
  readonly credential: string;
  readonly bare: boolean;
}

/** Colleagues from outside, one to a line: `Name, credential`. Null when a line does not fit. */
export function readOutsiders(typed: string): Outsider[] | null {
  const all = linesOf(typed).map((typedLine) => {
    const line = oneLine(typedLine);
    const comma = line.indexOf(',');
    return {
      name: (comma < 0 ? line : line.slice(0, comma)).trim(),
      credential: comma < 0 ? '' : line.slice(comma + 1).trim(),
      bare: comma < 0,
    };
  });
  return all.every((c) => c.name.length >= 1 && c.name.length <= 80 && c.credential.length <= 60) ? all : null;
}

/** "Juno Marsh, PhD". */
export const outsider = (c: Extract<Consultant, { name: string }>): string =>
  c.credential ? `${c.name}, ${c.credential}` : c.name;

/** What is still missing before a record can be final. */
export const missingToFinish = (r: ConsultationRecord): readonly ('question' | 'decision' | 'rationale')[] =>
  (['question', 'decision', 'rationale'] as const).filter((field) => r[field] === '');

/** Whether its owner said that somebody may be in danger. */
export const atRisk = (r: Pick<ConsultationRecord, 'riskFlags'>): boolean =>
  r.riskFlags.some((f) => f !== 'none' && f !== 'not_stated');
