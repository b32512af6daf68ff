import { z } from 'zod';
import { defaultLocale } from '../../i18n/locale.ts';
import { type Msg, plain, say } from '../../i18n/message.ts';
import type { Closure, Feature, Group, Member } from '../../ports/membership.ts';
import type { Context } from '../../runtime/context.ts';
import { type Change, put } from '../../runtime/decision.ts';
import { timeKey } from '../../runtime/jobs.ts';
import { Id, type Kind, kind } from '../../storage/kind.ts';
import { dayMs } from '../../time/durations.ts';
import { dateOf } from '../../time/time.ts';
import { clock } from '../../view/build.ts';
import type { Span } from '../../view/span.ts';

export { agreementOf, allows, hasAgreed, partsOf, shownIn } from './clauses.ts';
export type { Closure, Feature, Group, Member };

export const features = ['consultation', 'checkin', 'supervision'] as const satisfies readonly Feature[];

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Of a locale (characters): language, script and region fit many times. */
export const longestLocale = 40;
export const longestCredential = 60;

/** How many words a group may keep, and how long one may be. */
export const mostKept = { words: 200, letters: 40 } as const;

/** For paragraphs that the filter was not made for: the author checks them alone, or they are not posted. */
export const otherLanguages = ['ask', 'forbid'] as const satisfies readonly Group['otherLanguages'][];

/** Where somebody practices: what supervision is, and what consultation counts for, differs (docs/domain.md, Which one). */
export const places = ['us', 'uk', 'au', 'other'] as const satisfies readonly Exclude<Group['place'], null>[];

/** Whom to call where somebody is in danger, as the place of the members has it. */
export const urgentText = (place: Group['place']) => plain(place === null ? 'urgent.text' : `urgent.text.${place}`);

/** Quiet hours, as owners and members read them. */
export const quietSpans = ({ from, to, weekends }: Group['quiet']): readonly (Msg | Span)[] =>
  from === to
    ? [say('status.quiet.none', { weekends })]
    : [clock(from), say('status.to'), clock(to), ...(weekends ? [say('status.weekends')] : [])];

/** What can keep messages from the channel of a group, in the words of the outbox. */
export const closures = [
  'archived',
  'deleted',
  'removed',
  'readOnly',
  'needsTag',
  'full',
  'setup',
] as const satisfies readonly Closure[];

/** One channel's circle inside a community. */
export const Groups: Kind<Group> = kind(
  'group',
  z.object({
    id: Id,
    /** The adapter's address of the channel. */
    channel: z.string(),
    owners: z.array(z.string()).min(1).max(20),
    /** The only one left the group and named nobody in their place, so far. */
    ownerLeft: z.boolean().default(false),
    zone: z.string(),
    /** The language of what is posted to its channel. */
    locale: z.string().default(defaultLocale),
    /** Wall-clock times in `zone` between which nothing is sent by itself; weekends too if set. */
    quiet: z.object({ from: ClockTime, to: ClockTime, weekends: z.boolean() }),
    features: z.array(z.enum(features)),
    /** Hours after which the group is asked once about a question without a reply. */
    nudgeHours: z.number().int().min(1).max(168),
    since: z.number(),
    /** Words that are never asked about in this group, as an owner wrote them. */
    keepWords: z.array(z.string().max(mostKept.letters)).max(mostKept.words).default([]),
    otherLanguages: z.enum(otherLanguages).default('ask'),
    place: z.enum(places).nullable().default(null),
    /** Add-ons to the core of the agreement that it chose, by their files. */
    addOns: z.array(z.string().max(40)).max(20).default([]),
    /** Why nothing can be posted in its channel, or null. */
    gone: z.enum([...closures, 'uninstalled']).nullable(),
  }),
  {
    indexes: { channel: (g) => g.channel },
    sealed: 'no',
    about: {
      what: 'A group: its channel, owners, zone, language, quiet hours, features, words kept, other languages or not, add-ons of its agreement, where its members practice',
      readBy: 'its members',
      keptFor: 'until the bot is removed',
    },
  },
);

/** An early release noted here that check-ins were paused until further notice: that is nobody else's business. */
const withoutPause = (old: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const days = old.away as { until?: unknown } | null | undefined;
  return days?.until == null ? { ...old, away: null } : { ...old };
};

/** Somebody who accepted the agreement of a group. */
export const Members: Kind<Member> = kind(
  'member',
  z.object({
    id: z.string(),
    group: Id,
    person: z.string(),
    /** As typed, for example "LMFT"; shown beside the name. */
    credential: z.string().max(longestCredential),
    licensed: z.boolean(),
    since: z.number().nullable().default(null),
    /** The core by its version, and add-ons each with its own. */
    agreed: z.object({
      version: z.number().int(),
      addOns: z.array(z.string().max(60)).max(20).default([]),
      at: z.number(),
    }),
    /** The person's language and country as the platform told them on joining, for what is sent to them later; else null. */
    locale: z.string().max(longestLocale).nullable().default(null),
    /** A private message when somebody answers them: on until they switch it off. */
    messages: z.boolean().default(true),
    /** Days away, as the person set them; local dates in `zone`. Others can see that they take no part then. */
    away: z.object({ from: z.string(), until: z.string().nullable(), zone: z.string() }).nullable().default(null),
  }),
  {
    indexes: { group: (m) => m.group, person: (m) => m.person },
    sealed: 'no',
    migrations: [withoutPause],
    about: {
      what: 'Membership: since when, credential, licensed or not, language, which agreement was accepted when, whether messages about answers are wanted, days away',
      readBy: 'members of the group',
      keptFor: 'until the person leaves or erases it',
    },
  },
);

/**
 * Somebody who ever accepted an agreement here, by id: what is sealed names nobody, so this is who the vault must forget
 * when the community goes. Also outlives a membership: how the records of colleagues may show the person.
 */
export const Residents = kind(
  'resident',
  z.object({
    id: z.string(),
    /** In the records of colleagues, "a colleague (LMFT)" stands in place of the name. */
    byCredential: z.boolean().default(false),
  }),
  {
    indexes: {},
    sealed: 'no',
    about: {
      what: 'Who ever accepted an agreement here, so that all of them are forgotten with the community, and whether colleagues’ records may show their name',
      readBy: 'the bot: when it was removed 30 days ago, and when it shows a record',
      keptFor: 'until the person erases their data, or the bot was removed for 30 days',
    },
  },
);
/** Since when (ms) somebody is a member without a break; accepting a new agreement is none. */
export const memberSince = (member: Pick<Member, 'since' | 'agreed'>): number => member.since ?? member.agreed.at;

export const memberId = (group: string, person: string): string => `${group}.${person}`;

export const groupDefaults = {
  quiet: { from: '18:00', to: '08:30', weekends: true },
  features: ['consultation'] as readonly Feature[],
  nudgeHours: 24,
  otherLanguages: 'ask' as Group['otherLanguages'],
};

export const mostOwners = 20;

/** Whether this person owns the group once its settings are saved: whoever starts it does, and an owner stays one. */
export const ownsAfterwards = (group: Group | null, person: string): boolean =>
  group === null || group.owners.includes(person);

/** What the audit list of a group tells of: changes of how it runs, and what was taken out of it. No post, report, opt-in or search. */
export const audited = ['started', 'settings', 'owners', 'export', 'rules'] as const;
export type Audited = (typeof audited)[number];
export const auditedSettings = [
  ...(['zone', 'locale', 'features', 'quiet', 'nudgeHours', 'otherLanguages', 'place'] as const),
  ...(['words', 'agreement'] as const),
  ...(['offered', 'byTopic', 'stepHours', 'times', 'anonymity', 'duty', 'specialties', 'retention'] as const),
] as const;
export type AuditedSetting = (typeof auditedSettings)[number];

export const auditDays = 365;

export const AuditEntries = kind(
  'audit',
  z.object({
    id: Id,
    group: Id,
    /** Null once they erased their data. */
    who: z.string().nullable(),
    what: z.enum(audited),
    settings: z.array(z.enum(auditedSettings)).default([]),
    /** In the zone of the group. Of the time of day nothing is kept. */
    day: z.string(),
    at: z.number(),
  }),
  {
    indexes: {
      group: (e) => e.group,
      day: (e) => `${e.group} ${e.day}`,
      person: (e) => e.who,
      at: (e) => timeKey(e.at),
    },
    sorted: ['at'],
    sealed: 'no',
    about: {
      what: 'Who changed settings or owners of a group, or exported from it, on which day; no posts, reports, opt-ins, or searches',
      readBy: 'owners of the group',
      keptFor: 'a year; without the name once the person erased their data',
    },
  },
);
export type AuditEntry = z.output<typeof AuditEntries.schema>;

/** An entry for the audit list by the person who acts. What the same person changes on one day stands in one entry. */
export async function noted(
  ctx: Pick<Context, 'read' | 'ids' | 'now' | 'me'>,
  group: Pick<Group, 'id' | 'zone'>,
  what: Audited,
  settings: readonly AuditedSetting[] = [],
  who: string | null = ctx.me,
): Promise<Change[]> {
  if (what === 'settings' && settings.length === 0) return [];
  const day = dateOf(ctx.now, group.zone);
  const today = (await ctx.read.find(AuditEntries, 'day', { equal: `${group.id} ${day}` }, { limit: 1000 })).docs;
  const same = today.find((e) => e.who === who && e.what === what);
  const all = new Set([...(same?.settings ?? []), ...settings]);
  const at = (Math.floor(ctx.now / dayMs) + 1) * dayMs;
  const entry: AuditEntry = {
    ...{ id: same?.id ?? ctx.ids.next(), group: group.id, who, what, day, at },
    settings: auditedSettings.filter((one) => all.has(one)),
  };
  return [put(AuditEntries, entry)];
}
