import { type Lexicon, wordKey } from '../../deidentify/index.ts';
import { chooseLocale } from '../../i18n/locale.ts';
import type { Incoming } from '../../ports/chat.ts';
import type { Read } from '../../ports/store.ts';
import type { Asked } from '../../runtime/context.ts';
import type { Refusal } from '../../runtime/decision.ts';
import { gather } from '../../runtime/hooks.ts';
import { lookUp } from '../../runtime/look-up.ts';
import { namesOf } from '../../runtime/names-of.ts';
import { asksInGroup, choosesLater, filesStay } from '../../runtime/platform-of.ts';
import { refusal } from '../../runtime/refusals.ts';
import type { Route, RouteFacts } from '../../runtime/route.ts';
import type { Access, Runtime } from '../../runtime/runtime.ts';
import { ownToken } from '../../storage/sealing.ts';
import { isZone } from '../../time/time.ts';
import { agreementCard } from './agreement-views.ts';
import { chooseCard } from './choose.ts';
import { hasAgreed } from './clauses.ts';
import { type Group, Groups, Members, memberId } from './model.ts';

/** Groups that one person can choose from: a home page holds no more. */
const most = { limit: 20 };

/**
 * Who may call what, for every route in one place. Somebody who has not accepted the agreement gets it shown, and what
 * they wanted waits in memory, so that accepting goes straight on to it.
 */
export const access: Access = async (runtime, route, incoming, read, me) => {
  const found = await groupFor(incoming, read);
  const several = found !== null && 'several' in found;
  if (several && needsOne(route, incoming)) return whichOf(runtime, incoming, found.several);
  const group = several ? null : found;
  const member = group ? await read.get(Members, memberId(group.id, incoming.who)) : null;
  const asked: Asked = {
    now: runtime.clock.now(),
    me: incoming.who,
    scope: incoming.scope,
    group,
    member,
    channel: incoming.channel,
    manages: incoming.manages,
    guest: incoming.guest ?? false,
    zone: incoming.zone !== null && isZone(incoming.zone) ? incoming.zone : null,
    locale: chooseLocale(incoming.locale, group?.locale),
    toldLocale: incoming.locale,
    read,
    lexicon: keptIn(group, runtime.lexicon),
    checkins: runtime.checkins,
    packs: runtime.packs,
    renewals: runtime.renewals,
    fingerprint: runtime.fingerprint,
    condition: runtime.condition,
    files: runtime.files,
    asksInGroup: asksInGroup(runtime.platforms, incoming.scope),
    filesStay: filesStay(runtime.platforms, incoming.scope),
    choosesLater: choosesLater(runtime.platforms, incoming.scope),
    routes: runtime.routes,
    lookUp: (name, input) => lookUp(runtime.routes, name, input, asked),
    redeem: runtime.redeem,
    search: (query) => runtime.search(incoming.scope, { ...query, group: group?.id ?? '' }),
    gather: (name, about) => gather(runtime.hooks, asked, name, about),
    checks: [],
    // Of somebody who was forgotten while this press was on its way nothing is theirs any more, and no token is empty.
    mine: async (subject) => (me === null ? '' : ownToken(me, subject)),
    names: (people) => namesOf(runtime, incoming.scope, people),
    linked: () => runtime.vault.linksOf({ ref: incoming.who, scope: incoming.scope }),
    drafts: (id) => runtime.drafts.get(incoming.who, id),
  };
  const problem = denied(route, incoming, group);
  if (problem !== null) return problem;
  if (needsMembership(route) && group && !hasAgreed(asked, member)) {
    if (member === null && incoming.channel !== group.channel) return refusal('joinThere');
    return { refused: agreementCard(asked, group, { pending: await keep(runtime, incoming), before: member }) };
  }
  return asked;
};

/** One pending command a person: whoever keeps pressing fills no memory. */
async function keep(runtime: Runtime, { who, command, input }: Incoming): Promise<string> {
  const pending = 'pending';
  await runtime.drafts.put(who, pending, { command, input });
  return pending;
}

/** The locale of the group that an event is about; null where there is none, or more than one. */
export async function groupLocale(incoming: Incoming, read: Read): Promise<string | null> {
  const found = await groupFor(incoming, read);
  return found === null || 'several' in found ? null : found.locale;
}

async function whichOf(runtime: Runtime, incoming: Incoming, groups: readonly Group[]): Promise<Refusal> {
  if (groups.length === 0) return refusal('whichGroup');
  const plain = Object.values(incoming.input).every((value) => value === '');
  return { refused: chooseCard(groups, incoming, plain ? null : await keep(runtime, incoming)) };
}

/**
 * Whether it has to be known which of several groups is meant. What happens on the platform names its channel, starting a
 * group needs none, and help and one's own data are about no group.
 */
function needsOne(route: Route, { channel }: Incoming): boolean {
  if (route.who === 'anyone') return aboutOne.has(route.name);
  return route.who === 'member' || route.who === 'owner' || (route.who === 'manager' && channel === null);
}

/** What anybody may see of a group. */
const aboutOne: ReadonlySet<string> = new Set(['curbside.home', 'curbside.status', 'curbside.agreement']);

const needsMembership = (route: Route): boolean => route.who === 'member' || route.who === 'owner';

/** Why somebody may not call a route, as far as that does not depend on the agreement. */
export function denied(
  route: Pick<RouteFacts, 'who' | 'feature'>,
  incoming: Pick<Incoming, 'who' | 'manages'>,
  group: Group | null,
): Refusal | null {
  if (route.who === 'anyone' || route.who === 'platform') return null;
  const owner = group?.owners.includes(incoming.who) ?? false;
  if (route.who === 'manager') return incoming.manages || owner ? null : refusal('managersOnly');
  if (group === null) return refusal('noGroup');
  if (group.gone === 'uninstalled') return refusal('setupAgain');
  if (route.feature !== null && !group.features.includes(route.feature)) return refusal('featureOff');
  return route.who === 'owner' && !owner ? refusal('ownersOnly') : null;
}

/**
 * The group that is named, else the one of the channel, else the only one the person is in, else the only one there is.
 * Where there are several, those the person is in.
 */
async function groupFor(incoming: Incoming, read: Read): Promise<Group | null | { several: readonly Group[] }> {
  const named = incoming.input.group;
  if (named !== undefined) return read.get(Groups, named);
  if (incoming.channel !== null) {
    const here = (await read.find(Groups, 'channel', { equal: incoming.channel }, { limit: 1 })).docs[0];
    if (here) return here;
  }
  const mine = (await read.find(Members, 'person', { equal: incoming.who }, most)).docs;
  const groups = (
    await read.getMany(
      Groups,
      mine.map((m) => m.group),
    )
  ).filter((g) => g !== null);
  if (groups.length > 0) return groups.length > 1 ? { several: groups } : (groups[0] ?? null);
  const all = (await read.find(Groups, 'channel', { all: true }, { limit: 2 })).docs;
  return all.length > 1 ? { several: [] } : (all[0] ?? null);
}

/** By the lexicon of a request, the same with the words that a group always keeps. */
const withKept = new WeakMap<Lexicon, Map<string, Lexicon>>();

/** The lexicon with the words that this group always keeps: one and the same all through a request. */
function keptIn(group: Group | null, lexicon: Lexicon): Lexicon {
  if (group === null || group.keepWords.length === 0) return lexicon;
  const made = withKept.get(lexicon) ?? new Map<string, Lexicon>();
  withKept.set(lexicon, made);
  const words = JSON.stringify(group.keepWords);
  const known = made.get(words) ?? { ...lexicon, alwaysKeep: new Set(group.keepWords.map(wordKey)) };
  made.set(words, known);
  return known;
}
