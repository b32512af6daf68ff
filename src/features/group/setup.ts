import { z } from 'zod';
import { defaultLocale, languages } from '../../i18n/locale.ts';
import { say } from '../../i18n/message.ts';
import type { Read } from '../../ports/store.ts';
import type { Context } from '../../runtime/context.ts';
import { decided, put, show } from '../../runtime/decision.ts';
import { fieldIssue } from '../../runtime/field-errors.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query, slash } from '../../runtime/route.ts';
import { isZone } from '../../time/time.ts';
import { body, card } from '../../view/build.ts';
import { features, type Group, Groups, mostOwners, ownsAfterwards } from './model.ts';
import { refilledSetup, setupForm } from './views.ts';

const listOf = (text: string): string[] => text.split(',').filter((part) => part !== '');

const ClockField = z
  .string()
  .trim()
  .superRefine((text, ctx) => {
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) ctx.addIssue(fieldIssue(say('field.clock')));
  });

const SetupInput = z.object({
  group: z.string().optional(),
  zone: z
    .string()
    .trim()
    .superRefine((zone, ctx) => {
      if (!isZone(zone)) ctx.addIssue(fieldIssue(say('field.zone')));
    }),
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
  quietFrom: ClockField,
  quietTo: ClockField,
  weekends: z.enum(['yes', 'no']).default('no'),
  nudgeHours: z
    .string()
    .trim()
    .transform((text, ctx) => {
      if (!/^\d{1,3}$/.test(text) || Number(text) < 1 || Number(text) > 168) {
        ctx.addIssue(fieldIssue(say('setup.nudge.error')));
        return z.NEVER;
      }
      return Number(text);
    }),
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
  who: 'manager',
  ack: 'private',
  input: SetupInput,
  refill: async (values, errors, ctx) => refilledSetup(values.group ? ctx.group : null, ctx, values, errors),
  decide: async (input, ctx) => {
    const before = input.group ? ctx.group : await groupHere(ctx.channel, ctx.read);
    if (before === null && !ctx.manages) return refusal('managersOnly');
    const channel = before?.channel ?? ctx.channel;
    if (channel === null || channel === undefined) return refusal('noGroup');
    const owners = ownersOf(input, before, ctx.me);
    if (owners.length === 0) {
      const { group: _group, locale = '', ...typed } = input;
      const values = {
        ...typed,
        locale,
        features: input.features.join(','),
        nudgeHours: String(input.nudgeHours),
        owners: '',
      };
      const form = refilledSetup(before, ctx, values, { owners: say('setup.owners.error') });
      return { again: form, note: say('form.pleaseCheck') };
    }
    const group: Group = {
      id: before?.id ?? ctx.ids.next(),
      channel,
      owners,
      zone: input.zone,
      locale: input.locale ?? before?.locale ?? defaultLocale,
      quiet: { from: input.quietFrom, to: input.quietTo, weekends: input.weekends === 'yes' },
      features: input.features,
      nudgeHours: input.nudgeHours,
      since: before?.since ?? ctx.now,
      keepWords: before?.keepWords ?? [],
      gone: null,
    };
    const others = await ctx.raise('onGroupSetup', { before, group });
    return decided(show('curbside.home', { group: group.id }, say(before ? 'setup.saved' : 'setup.done')), {
      changes: [put(Groups, group), ...others.changes],
      sends: [...others.sends, ...newOwner(ctx, before, owners)],
      // A clean-up that waits stays: it spares this group, and takes those that nobody set up again.
      due: others.due,
    });
  },
});

/** Whoever manages the community can make themself an owner of a group that is there: its owners hear of it. */
function newOwner(ctx: Context, before: Group | null, owners: readonly string[]): Send[] {
  if (before === null || before.owners.includes(ctx.me) || !owners.includes(ctx.me)) return [];
  return before.owners.map((person) => ({
    post: card(say('owners.summary'), [body(say('owners.added'))]),
    id: ctx.ids.next(),
    to: { is: 'direct', person },
    subject: before.id,
    notBefore: ctx.now,
  }));
}

/**
 * Nobody loses a group by a form of somebody else: one that was opened before the group was there (two people setting up at
 * once) adds to its owners.
 */
function ownersOf(input: z.output<typeof SetupInput>, before: Group | null, me: string): string[] {
  const stay = input.group === undefined && before !== null ? before.owners : [];
  const asOwner = input.group === undefined || ownsAfterwards(before, me) ? [me] : [];
  return [...new Set([...asOwner, ...stay, ...input.owners])].slice(0, mostOwners);
}

async function groupHere(channel: string | null, read: Read): Promise<Group | null> {
  if (channel === null) return null;
  return (await read.find(Groups, 'channel', { equal: channel }, { limit: 1 })).docs[0] ?? null;
}
