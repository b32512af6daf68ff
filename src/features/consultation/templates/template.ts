import { z } from 'zod';
import { words } from '../../../i18n/file-words.ts';
import { limits, topics } from '../model.ts';

/** Who can have a part in a method besides the person who presents and everybody else. */
export const roles = ['facilitator', 'secretary', 'observer'] as const;
export type Role = (typeof roles)[number];
const turns = ['presenter', 'group', ...roles] as const;

/** Where in the record the text of a field or of a step goes. */
const recordParts = ['facts', 'codes', 'guidance', 'decision', 'rationale', 'actions'] as const;
export type RecordPart = (typeof recordParts)[number];

/** Names that the forms of a question use themselves. */
const taken = [
  'text',
  'reason',
  'as',
  'need',
  'urgency',
  'topic',
  'pace',
  'group',
  'draft',
  'once',
  'template',
  'step',
];
const FieldId = z
  .string()
  .regex(/^[a-z][A-Za-z]{1,19}$/, 'an id is 2 to 20 letters')
  .refine((id) => !taken.includes(id), 'this name is used by the form itself');

const Field = z.strictObject({
  /** `question` comes first and is always there; `facts` and `tried` are the ones of a quick question. */
  id: FieldId,
  label: words(45),
  hint: words(100).optional(),
  max: z.number().int().min(50).max(1500),
  lines: z.number().int().min(1).max(6).default(3),
  required: z.boolean().default(false),
  record: z.enum(['facts', 'codes']).default('facts'),
});

const Choice = z.strictObject({ id: FieldId, name: words(40), prompt: words(300) });

const Step = z.strictObject({
  id: FieldId,
  name: words(60),
  /** Minutes of a live session; a group can change them. */
  minutes: z.number().int().min(1).max(60),
  /** Whose turn it is. */
  turn: z.enum(turns),
  prompt: words(400),
  /** In this step the parts of the method are taken; it ends once the required ones are. */
  casts: z.boolean().default(false),
  /** The person who presented is asked to listen and not to post. */
  listens: z.boolean().default(false),
  /** A text for the thread, and where it goes in the record. */
  writes: z
    .strictObject({
      label: words(45),
      max: z.number().int().min(50).max(1000),
      record: z.enum(recordParts).nullable(),
      /** Who writes it, where that is not whoever has the turn. */
      by: z.enum(turns).optional(),
    })
    .optional(),
  /** Ways to hold the next step, one of which is chosen when this one ends. */
  choices: z.array(Choice).max(5).default([]),
});
export type Step = z.output<typeof Step>;

export const TemplateId = z.string().regex(/^[a-z][a-z_]{1,29}$/, 'an id is lower-case letters and underscores');

/** A structure in which a group consults: everything about it, as one file. */
export const Template = z
  .strictObject({
    id: TemplateId,
    /** Where it stands among the others. */
    order: z.number().int(),
    name: words(40),
    about: words(160),
    /** Where the method comes from. */
    source: z.string().max(300).optional(),
    minMembers: z.number().int().min(1).max(12).default(1),
    /** Whether it can be used without a name: turns would show who presents, so only where nobody else has one. */
    anonymous: z.boolean(),
    /** Set where every question of this template has the same topic: then it is not asked. */
    topic: z.enum(topics).nullable().default(null),
    /** No client belongs into it: a text that speaks of one is pointed out. */
    noClient: z.boolean().default(false),
    fields: z.array(Field).min(1).max(14),
    /** Parts in the method besides presenting, under the names that it gives them. */
    parts: z.array(z.strictObject({ role: z.enum(roles), name: words(30), required: z.boolean() })).default([]),
    steps: z.array(Step).max(12),
    safetyNote: words(200).optional(),
  })
  .superRefine((t, ctx) => {
    const wrong = (message: string, ...path: (string | number)[]) => ctx.addIssue({ code: 'custom', message, path });
    const ids = [t.fields.map((f) => f.id), t.steps.map((s) => s.id)];
    for (const [i, all] of ids.entries())
      if (new Set(all).size !== all.length) wrong('two of these have the same id', i === 0 ? 'fields' : 'steps');
    const first = t.fields[0];
    if (first?.id !== 'question' || !first.required || first.max > limits.question.max)
      wrong(`the first field is "question", required, of at most ${limits.question.max} characters`, 'fields', 0);
    if (t.fields.reduce((sum, f) => sum + f.max, 0) > mostText)
      wrong(`all fields together take at most ${mostText} characters: a case is one message`, 'fields');
    if (t.anonymous && (t.parts.length > 0 || t.steps.some((s) => s.turn !== 'presenter' || s.listens)))
      wrong('turns of others would show who asked: such a template is not for anonymous questions', 'anonymous');
    if (t.parts.length > 0 && !t.steps[0]?.casts)
      wrong('the first step is the one in which parts are taken', 'steps', 0);
    for (const [i, s] of t.steps.entries()) {
      if (s.choices.length > 0 && i === t.steps.length - 1) wrong('a choice needs a step after it', 'steps', i);
      for (const turn of [s.turn, s.writes?.by ?? s.turn])
        if (isRole(turn) && !t.parts.some(({ role }) => role === turn)) wrong(`"parts" names no ${turn}`, 'steps', i);
    }
  });
export type Template = z.output<typeof Template>;

/** A case and its labels must fit one message on every platform, in every language. */
export const mostText = 3000;

export const isRole = (turn: Step['turn']): turn is Role => (roles as readonly string[]).includes(turn);
