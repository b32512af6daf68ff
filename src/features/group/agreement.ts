import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, type Context, groupOf } from '../../runtime/context.ts';
import { type Change, type Decision, decided, put, type Refusal, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { credentialProblem } from '../../runtime/identifiers.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query, type RouteFacts, slash } from '../../runtime/route.ts';
import { refilled } from '../../view/build.ts';
import { oneLine } from '../../view/one-line.ts';
import type { Values } from '../../view/view.ts';
import { denied } from './access.ts';
import { agreementCard, joinForm, readyCard } from './agreement-views.ts';
import { acceptedIn, agreementVersion, hasAgreed, shownBefore, shownIn } from './clauses.ts';
import {
  type Group,
  Groups,
  longestCredential,
  longestLocale,
  type Member,
  Members,
  memberId,
  memberSince,
  Residents,
} from './model.ts';

/** `/curbside agreement`: the rules of this group. */
export const agreement = query({
  name: 'curbside.agreement',
  who: 'anyone',
  ack: 'private',
  slash: slash('curbside', 'agreement', 'help.agreement'),
  /** `ready`: the group was set up just now, which is said before there is anything to read. */
  input: z.object({ group: z.string().optional(), ready: z.literal('yes').optional() }),
  show: async ({ ready }, ctx) => {
    if (ctx.group === null) return refusal('noGroup');
    if (ready && !hasAgreed(ctx, ctx.member)) return readyCard(ctx.group.id);
    return agreementCard(
      ctx,
      ctx.group,
      hasAgreed(ctx, ctx.member) ? 'accepted' : { pending: null, before: ctx.member },
    );
  },
});

const Pending = z.object({
  group: z.string(),
  /** The agreement as it was read. */
  shown: z.string().max(20).optional(),
  pending: z.literal('pending').optional(),
});
type Pending = z.output<typeof Pending>;

/** What the form hands on. */
const handedOn = (values: Readonly<Record<string, string | undefined>>): Values =>
  Object.fromEntries(['group', 'shown', 'pending'].flatMap((name) => (values[name] ? [[name, values[name]]] : [])));

/** The agreement as it is now, where something else was read: nobody accepts what they have not seen. */
function unread(ctx: Asked, { shown, pending }: Pending): Refusal | null {
  if (ctx.group === null || (shown ?? shownBefore) === shownIn(ctx, ctx.group) || hasAgreed(ctx, ctx.member))
    return null;
  return { refused: agreementCard(ctx, ctx.group, { pending: pending ?? null, before: ctx.member, changed: true }) };
}

export const agreementForm = query({
  name: 'agreement.form',
  who: 'anyone',
  ack: 'form',
  input: Pending,
  show: async (input, ctx) =>
    // An old button: it was accepted since.
    ctx.group !== null && hasAgreed(ctx, ctx.member)
      ? agreementCard(ctx, ctx.group, 'accepted')
      : (unread(ctx, input) ?? joinForm(handedOn(input))),
});

/** Accepting: the person becomes a member, and goes on to what they wanted. */
export const agreementAccept = command({
  name: 'agreement.accept',
  who: 'anyone',
  scans: true,
  ack: 'private',
  input: Pending.extend({
    credential: z.string().transform(oneLine).pipe(z.string().min(1).max(longestCredential)),
    licensed: z.enum(['yes', 'no']),
  }),
  refill: async (values, errors) => refilled(joinForm(handedOn(values)), values, errors),
  // It stands beside the name wherever colleagues read that.
  check: async ({ credential = '' }, ctx) =>
    found({ credential: credentialProblem(credential, ctx, longestCredential) }),
  decide: async (input, ctx) => {
    if (ctx.group === null) return refusal('noGroup');
    if (ctx.member === null && ctx.channel !== ctx.group.channel) return refusal('joinThere');
    if (ctx.group.gone === 'uninstalled') return refusal('setupAgain');
    return (
      unread(ctx, input) ??
      join(ctx, { credential: input.credential, licensed: input.licensed === 'yes' }, input.pending)
    );
  },
});

/** Accepting a new version: what was said of oneself stays. */
export const agreementRenew = command({
  name: 'agreement.renew',
  who: 'anyone',
  ack: 'private',
  input: Pending,
  decide: async (input, ctx) =>
    ctx.member === null ? refusal('gone') : (unread(ctx, input) ?? join(ctx, ctx.member, input.pending)),
});

async function join(
  ctx: Context,
  self: Pick<Member, 'credential' | 'licensed'>,
  pending: string | undefined,
): Promise<Decision> {
  const group = groupOf(ctx).id;
  const before = await ctx.read.get(Residents, ctx.me);
  const member: Member = {
    id: memberId(group, ctx.me),
    group,
    person: ctx.me,
    credential: self.credential,
    licensed: self.licensed,
    since: ctx.member === null ? ctx.now : memberSince(ctx.member),
    agreed: { version: agreementVersion, addOns: acceptedIn(ctx, groupOf(ctx)), at: ctx.now },
    locale: ctx.toldLocale?.slice(0, longestLocale) ?? null,
    messages: ctx.member?.messages ?? true,
    away: ctx.member?.away ?? null,
  };
  const others = ctx.member === null ? await ctx.raise('onMemberJoined', { member }) : null;
  return decided(
    show(
      'agreement.goOn',
      pending ? { group, pending } : { group },
      say(ctx.member === null ? 'agreement.done' : 'agreement.renewed'),
    ),
    {
      ...others,
      changes: [
        put(Members, member),
        put(Residents, { id: ctx.me, byCredential: before?.byCredential ?? false }),
        ...ownerBack(groupOf(ctx), ctx.me),
        ...(others?.changes ?? []),
      ],
    },
  );
}

/** Its only owner, who had left, is a member again. */
const ownerBack = (group: Group, person: string): Change[] =>
  group.ownerLeft && group.owners.includes(person) ? [put(Groups, { ...group, ownerLeft: false })] : [];

/**
 * Goes on to what somebody wanted before the agreement came between. It lies in memory only, as it may hold typed
 * words; when it is gone, or was not a mere look, the home page is shown.
 */
export const goOn = query({
  name: 'agreement.goOn',
  who: 'member',
  ack: 'private',
  input: z.object({ group: z.string(), pending: z.string().optional() }),
  show: async (input, ctx) => {
    const kept = input.pending
      ? ((await ctx.drafts(input.pending)) as { command: string; input: Record<string, string> } | null)
      : null;
    const route = kept && ctx.routes.get(kept.command);
    const wanted = route && mayGoOn(route, kept.input, ctx) ? await ctx.lookUp(route.name, kept.input) : null;
    return wanted ?? (await ctx.lookUp('curbside.home', { group: input.group })) ?? refusal('noGroup');
  },
});

/** A pending command is kept for members' own looks at this group; everything else starts again from home. */
function mayGoOn(route: RouteFacts, input: Readonly<Record<string, string>>, ctx: Asked): boolean {
  const group = groupOf(ctx);
  const here = input.group === undefined || input.group === group.id;
  return here && route.name !== goOn.name && denied(route, { who: ctx.me, manages: ctx.manages }, group) === null;
}
