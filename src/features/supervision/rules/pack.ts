import { z } from 'zod';
import { isDate } from './calendar.ts';
import { List, Name, Text } from './fields.ts';
import { Rule } from './rule.ts';

const LocalDate = z.string().refine(isDate, { message: 'must be a date such as 2026-11-30' });
/** Null and left out both say: open at that end. */
const OpenDate = LocalDate.nullish().transform((date) => date ?? undefined);
const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,47}$/, { message: 'must be lower-case letters, digits and hyphens' });
const oneOf = <T extends readonly (number | string)[]>(values: T) => z.literal(values);

export const groups = ['direct', 'indirect', 'supervision'] as const;
export const modalities = ['individual', 'triadic', 'group'] as const;

const Activity = z.strictObject({
  id: z.string().regex(/^\w{1,24}$/, { message: 'must be up to 24 letters, digits and underscores' }),
  label: Text(120),
  group: z.enum(groups),
  /** Inside another activity, whose minutes include these. */
  partOf: Name.optional(),
  /** Of supervision: which modalities are logged under it. */
  modalities: List(z.enum(modalities), { min: 1, max: 20 }).optional(),
});
export type Activity = z.output<typeof Activity>;

/** What a board wants to know of an entry beyond what every entry has. */
const entryFields = ['start', 'observed', 'restricted'] as const;

const Deadline = z.strictObject({
  id: Text(24),
  what: Text(120),
  due: z.strictObject({
    days: z.number().int().min(0).optional(),
    after: z.enum(['start', 'end', 'change', 'periodEnd']),
  }),
  text: Text(400),
  source: Name,
  status: z.enum(['primary', 'secondary', 'gk', 'unsure']),
});

const Source = z.strictObject({
  id: Text(24),
  url: Text(300),
  read: LocalDate,
  kind: z.enum(['primary', 'secondary']),
});

const fields = z.strictObject({
  id: Id,
  version: z.number().int().positive(),
  title: Text(120),
  jurisdiction: Text(40),
  board: Text(120),
  credential: Text(40),
  stage: z.enum(['trainee', 'associate', 'licensed']),
  /** Packs of one series replace each other; `effective` says which holds when. */
  series: Id.optional(),
  asOf: LocalDate,
  effective: z.strictObject({
    from: OpenDate,
    to: OpenDate,
    by: z.enum(['hours', 'application']),
  }),
  sources: List(Source, { min: 1 }),
  weekStartsOn: z.number().int().min(0).max(6),
  hour: z.strictObject({ clientMinutes: oneOf([45, 50, 60]), supervisionMinutes: oneOf([50, 60]) }),
  roundTo: oneOf([1, 5, 15]),
  activities: List(Activity, { min: 1 }),
  entryFields: List(z.enum(entryFields), { max: 20 }).default([]),
  rules: List(Rule),
  documents: List(Text(60)),
  deadlines: List(Deadline),
  notes: List(Text(400)),
});

/** A requirement pack: the rules of one board for one credential, as data (docs/packs.md). */
export const Pack = fields.superRefine((pack, ctx) => {
  for (const { path, message } of mismatches(pack)) ctx.addIssue({ code: 'custom', path: [...path], message });
});
export type Pack = z.output<typeof Pack>;

interface Mismatch {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What fits by itself but not with the rest: ids that stand twice or name nothing. */
function mismatches(pack: z.output<typeof fields>): Mismatch[] {
  const ids = new Set(pack.activities.map(({ id }) => id));
  const sources = new Set(pack.sources.map(({ id }) => id));
  const found: Mismatch[] = [
    ...twice(pack.activities, 'activities'),
    ...twice(pack.rules, 'rules'),
    ...twice(pack.sources, 'sources'),
    ...pack.activities.flatMap((activity, i) => activityMismatches(pack.activities, activity, i)),
  ];
  pack.rules.forEach((rule, i) => {
    for (const [path, named] of activitiesNamed(rule))
      if (!ids.has(named)) found.push({ path: ['rules', i, ...path], message: `there is no activity ${named}` });
  });
  for (const key of ['rules', 'deadlines'] as const)
    pack[key].forEach(({ source }, i) => {
      if (!sources.has(source)) found.push({ path: [key, i, 'source'], message: `there is no source ${source}` });
    });
  const { from, to } = pack.effective;
  if (from !== undefined && to !== undefined && from > to)
    found.push({ path: ['effective', 'to'], message: 'lies before effective.from' });
  return found;
}

function twice(all: readonly { readonly id: string }[], key: string): Mismatch[] {
  const seen = new Set<string>();
  return all.flatMap(({ id }, i) => {
    const before = seen.size;
    return seen.add(id).size === before ? [{ path: [key, i, 'id'], message: `${id} stands twice` }] : [];
  });
}

function activityMismatches(all: readonly Activity[], activity: Activity, i: number): Mismatch[] {
  const at = (field: string, message: string): Mismatch => ({ path: ['activities', i, field], message });
  const found: Mismatch[] = [];
  const parent = all.find(({ id }) => id === activity.partOf);
  if (activity.partOf !== undefined) {
    if (parent === undefined) found.push(at('partOf', `there is no activity ${activity.partOf}`));
    else if (parent.group !== activity.group) found.push(at('partOf', 'is of another group'));
    else if (chainOf(all, activity.id).at(-1) === null) found.push(at('partOf', 'goes in a circle'));
  }
  if ((activity.group === 'supervision') !== (activity.modalities !== undefined))
    found.push(at('modalities', 'belongs to supervision activities, and to each of them'));
  // The totals are named by activity and by group in one list.
  const isGroup = (groups as readonly string[]).includes(activity.id) || activity.id === 'all';
  const holdsAll = all.every(({ id, group }) => group !== activity.id || chainOf(all, id).includes(activity.id));
  if (isGroup && !(activity.id === activity.group && holdsAll))
    found.push(
      at('id', `${activity.id} is the name of a total; an activity may have it only if it holds the whole group`),
    );
  return found;
}

/** An activity and all it is part of, from the inside out; null at the end where that goes in a circle. */
export function chainOf(all: readonly Activity[], id: string): (string | null)[] {
  const chain: (string | null)[] = [];
  for (let at: string | undefined = id; at !== undefined; at = all.find((one) => one.id === at)?.partOf) {
    if (chain.includes(at)) return [...chain, null];
    chain.push(at);
  }
  return chain;
}

/** Every activity that a rule names, with the place where it does. */
function activitiesNamed(rule: Rule): [(string | number)[], string][] {
  const lists: [string[], readonly string[]][] = [];
  if ('of' in rule) lists.push([['of'], rule.of]);
  if (rule.kind === 'percent') lists.push([['ofAll'], rule.ofAll]);
  if (rule.kind === 'units' && rule.extra) lists.push([['extra', 'of'], rule.extra.of]);
  return lists.flatMap(([path, of]) => of.map((id, i): [(string | number)[], string] => [[...path, i], id]));
}
