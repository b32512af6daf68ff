import { z } from 'zod';
import { defaultLocale, languages } from '../../i18n/locale.ts';
import { say } from '../../i18n/message.ts';
import type { Read } from '../../ports/store.ts';
import type { Asked, Context } from '../../runtime/context.ts';
import { type Change, decided, put, show } from '../../runtime/decision.ts';
import { type FieldProblem, fieldIssue, found } from '../../runtime/field-errors.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query, slash } from '../../runtime/route.ts';
import { checkedValue, clockReading, problemOf, zoneReading } from '../../runtime/typed-fields.ts';
import { readCount } from '../../time/typed-text.ts';
import { body, card } from '../../view/build.ts';
import {
  features,
  type Group,
  Groups,
  groupDefaults,
  mostOwners,
  noted,
  otherLanguages,
  ownsAfterwards,
  places,
} from './model.ts';
import { refilledSetup, setupForm } from './views.ts';

const listOf = (text: string): string[] => text.split(',').filter((part) => part !== '');

const SetupInput = z.object({
  group: z.string().optional(),
  zone: z.string(),
  /** Asked only where there is more than one language. */
  locale: z
    .string()
    .optional()
    .superRefine((locale, ctx) => {
      if (locale !== undefined && !languages().includes(locale)) ctx.addIssue(fieldIssue(say('field.choose')));
    }),
  features: z
    .string()
    .transform(listOf)
    .pipe(z.array(z.enum(features)).min(1)),
  /** Both empty: no quiet hours. */
  quietFrom: z.string().trim().default(''),
  quietTo: z.string().trim().default(''),
  weekends: z.enum(['yes', 'no']).default('no'),
  nudgeHours: z.string().transform((typed, ctx) => {
    const hours = readCount(typed);
    if (hours !== null && hours >= 1 && hours <= 168) return hours;
    ctx.addIssue(fieldIssue(say('setup.nudge.error')));
    return z.NEVER;
  }),
  /** Absent in a form that was opened before it was asked: the group's own stays. */
  otherLanguages: z.enum(otherLanguages).optional(),
  /** Absent as the one above. */
  place: z.enum(['varies', ...places]).optional(),
  owners: z.string().default('').transform(listOf),
});

/** `/curbside setup`: the form, for whoever manages the server; in a group that exists, its settings. */
export const setup = query({
  name: 'curbside.setup',
  who: 'manager',
  ack: 'form',
  slash: slash('curbside', 'setup', 'help.setup'),
  input: z.object({}),
  show: async (_input, ctx) => {
    if (ctx.group === null && ctx.channel === null) return refusal('noGroup');
    const here = ctx.group !== null && (ctx.channel === null || ctx.group.channel === ctx.channel) ? ctx.group : null;
    return setupForm(here, ctx);
  },
});

/** `/curbside settings`: the same form, for the owners. */
export const settings = query({
  name: 'curbside.settings',
  who: 'owner',
  ack: 'form',
  slash: slash('curbside', 'settings', 'help.settings'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => setupForm(ctx.group, ctx),
});

export const setupSave = command({
  name: 'setup.save',
  opensWith: 'curbside.settings',
  who: 'manager',
  ack: 'private',
  input: SetupInput,
  refill: async (values, errors, ctx) => refilledSetup(values.group ? ctx.group : null, ctx, values, errors),
  check: async (input, ctx) => {
    const before = input.group ? ctx.group : await groupHere(ctx.channel, ctx.read);
    const all: Record<string, FieldProblem | null> = {
      zone: input.zone === undefined ? null : problemOf(zoneReading(input.zone)),
      ...quietProblems(input, ctx),
      owners: ownersOf(input, before, ctx.me).length === 0 ? say('setup.owners.error') : null,
    };
    return found(all);
  },
  decide: async (input, ctx) => {
    const before = input.group ? ctx.group : await groupHere(ctx.channel, ctx.read);
    if (before === null && !ctx.manages) return refusal('managersOnly');
    const channel = before?.channel ?? ctx.channel;
    if (channel === null || channel === undefined) return refusal('noGroup');
    const owners = ownersOf(input, before, ctx.me);
    const group: Group = {
      id: before?.id ?? ctx.ids.next(),
      channel,
      owners,
      ownerLeft: before?.ownerLeft === true && owners.join() === before.owners.join(),
      zone: checkedValue(zoneReading(input.zone)),
      locale: input.locale ?? before?.locale ?? defaultLocale,
      quiet: { ...quietTimes(input, ctx), weekends: input.weekends === 'yes' },
      features: input.features,
      nudgeHours: input.nudgeHours,
      since: before?.since ?? ctx.now,
      keepWords: before?.keepWords ?? [],
      otherLanguages: input.otherLanguages ?? before?.otherLanguages ?? groupDefaults.otherLanguages,
      place: input.place === undefined ? (before?.place ?? null) : input.place === 'varies' ? null : input.place,
      addOns: before?.addOns ?? [],
      gone: null,
    };
    const others = await ctx.raise('onGroupSetup', { before, group });
    const saved = show('curbside.home', { group: group.id }, say('setup.saved'));
    const ready = show('curbside.agreement', { group: group.id, ready: 'yes' });
    return decided(before ? saved : ready, {
      changes: [put(Groups, group), ...(await changesOf(ctx, before, group)), ...others.changes],
      sends: [...others.sends, ...newOwner(ctx, before, group.owners)],
      // A clean-up that waits stays: it spares this group, and takes those that nobody set up again.
      due: others.due,
    });
  },
});

/** Both times, or neither; and two different ones, as nobody could tell whether the same twice means always or never. */
function quietProblems({ quietFrom, quietTo }: Partial<z.output<typeof SetupInput>>, ctx: Asked) {
  if (quietFrom === undefined || quietTo === undefined || (quietFrom === '' && quietTo === '')) return {};
  const problem = (typed: string) =>
    typed === '' ? say('setup.quiet.both') : problemOf(clockReading(typed, ctx.locale));
  const from = problem(quietFrom);
  const to = problem(quietTo);
  if (from !== null || to !== null) return { quietFrom: from, quietTo: to };
  const times = quietTimes({ quietFrom, quietTo }, ctx);
  return { quietTo: times.from === times.to ? say('setup.quiet.same') : null };
}

/** Kept as the same time twice, where there are none. */
const quietTimes = ({ quietFrom, quietTo }: { quietFrom: string; quietTo: string }, { locale }: Asked) =>
  quietFrom === ''
    ? { from: '00:00', to: '00:00' }
    : { from: checkedValue(clockReading(quietFrom, locale)), to: checkedValue(clockReading(quietTo, locale)) };

/** What the audit list tells of it. */
async function changesOf(ctx: Context, before: Group | null, group: Group): Promise<Change[]> {
  if (before === null) return noted(ctx, group, 'started');
  const settings = (['zone', 'locale', 'features', 'quiet', 'nudgeHours', 'otherLanguages', 'place'] as const).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(group[name]),
  );
  const owners = [...before.owners].sort().join() !== [...group.owners].sort().join();
  return [...(await noted(ctx, group, 'settings', settings)), ...(owners ? await noted(ctx, group, 'owners') : [])];
}

/** Whoever manages the community can make themself an owner of a group that is there: its owners hear of it. */
function newOwner(ctx: Context, before: Group | null, owners: readonly string[]): Send[] {
  if (before === null || before.owners.includes(ctx.me) || !owners.includes(ctx.me)) return [];
  return before.owners.map((person) => ({
    post: card(say('owners.summary'), [body(say('owners.added'))]),
    id: ctx.ids.next(),
    to: { is: 'direct', person },
    subject: before.id,
    notBefore: ctx.now,
    quiet: { group: before.id },
  }));
}

/**
 * Nobody loses a group by a form of somebody else: one that was opened before the group was there (two people setting up at
 * once) adds to its owners.
 */
function ownersOf(input: Partial<z.output<typeof SetupInput>>, before: Group | null, me: string): string[] {
  const stay = input.group === undefined && before !== null ? before.owners : [];
  const asOwner = input.group === undefined || ownsAfterwards(before, me) ? [me] : [];
  return [...new Set([...asOwner, ...stay, ...(input.owners ?? [])])].slice(0, mostOwners);
}

async function groupHere(channel: string | null, read: Read): Promise<Group | null> {
  if (channel === null) return null;
  return (await read.find(Groups, 'channel', { equal: channel }, { limit: 1 })).docs[0] ?? null;
}
