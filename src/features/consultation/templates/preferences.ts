import { z } from 'zod';
import type { Read } from '../../../ports/store.ts';
import type { Asked } from '../../../runtime/context.ts';
import { Id, kind } from '../../../storage/kind.ts';
import { templatesOf } from './all.ts';
import type { Step, Template } from './template.ts';

/** Years for which a group can keep what was closed (docs/domain.md, How long things are kept). */
export const keptYears = [1, 2, 3, 5, 7] as const;

export const anonymities = ['allow', 'require', 'forbid'] as const;

/** What the owners of a group chose for its consultations. */
export const Preferences = kind(
  'preferences',
  z.object({
    /** The group's. */
    id: Id,
    /** Structures that are not offered: so a new one is offered at once. */
    hidden: z.array(z.string()).default([]),
    /** Minutes of steps, by structure and step, where they differ from the file. */
    minutes: z.record(z.string(), z.record(z.string(), z.number().int())).default({}),
    /** How long a step takes where the steps go over days. */
    stepHours: z.number().int().min(1).max(168).default(24),
    /** Whether questions may, must or must not be asked without a name. */
    anonymity: z.enum(anonymities).default('allow'),
    /** By topic, the structure that a question opens with. */
    byTopic: z.record(z.string(), z.string()).default({}),
    /** Years after which a closed question is taken down; null: it stays until somebody does. */
    keepYears: z.number().int().min(1).max(7).nullable().default(null),
    /** The jurisdiction whose duty to protect is shown, by its file. */
    duty: z.string().max(30).nullable().default(null),
  }),
  {
    indexes: { all: (p) => p.id },
    sealed: 'no',
    about: {
      what: 'How a group consults: structures that are offered, how long their steps take, whether questions have a name, its jurisdiction, structures by topic, for how many years closed questions stay',
      readBy: 'members of the group',
      keptFor: 'until the bot is removed',
    },
  },
);
export type Preferences = z.output<typeof Preferences.schema>;

export const preferencesOf = async (read: Read, group: string): Promise<Preferences> =>
  (await read.get(Preferences, group)) ?? Preferences.schema.parse({ id: group });

/** The structures that a group offers, in their order. Without any, a group could not ask: then all are offered. */
export function offeredIn(ctx: Pick<Asked, 'files'>, { hidden, anonymity }: Preferences): readonly Template[] {
  // Where every question is without a name, turns would give its author away.
  const all = templatesOf(ctx).filter((t) => anonymity !== 'require' || t.anonymous);
  const offered = all.filter((t) => !hidden.includes(t.id));
  return offered.length > 0 ? offered : all;
}

/** How long (minutes) a step of a live session takes in a group. */
export const minutesOf = ({ minutes }: Preferences, template: Template, step: Step): number =>
  minutes[template.id]?.[step.id] ?? step.minutes;
