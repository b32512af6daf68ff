import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Context, groupOf } from '../../../runtime/context.ts';
import { type Decision, decided, isRefusal, put, type Refusal, show } from '../../../runtime/decision.ts';
import { type FieldProblem, fieldIssue, found } from '../../../runtime/field-errors.ts';
import { waitsUntil } from '../../../runtime/outbox/waits-until.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../../runtime/typed-fields.ts';
import { dateOf, monthsFrom } from '../../../time/time.ts';
import { linesOf, oneLine } from '../../../view/one-line.ts';
import { packOf } from '../packs.ts';
import { modalities } from '../rules/pack.ts';
import { identifierProblems } from '../typed-texts.ts';
import { noDetails } from './details-model.ts';
import { agreementOf, common, myAgreements } from './find.ts';
import { noPack, pairForm } from './form.ts';
import {
  type Agreement,
  Agreements,
  agreementLimits,
  defaultBatchDay,
  otherIn,
  purposes,
  roleIn,
  roles,
} from './model.ts';
import { replaceable, replacing } from './replace.ts';
import { sitesProblem } from './sites.ts';
import { withLink } from './terms.ts';
import { proposalCard } from './views.ts';

/** `/supervision pair`: one of the two proposes, the other confirms. */
export const pair = query({
  ...common,
  name: 'supervision.pair',
  ack: 'form',
  slash: slash('supervision', 'pair', 'supervision.help.pair'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => pairForm(ctx, groupOf(ctx).id, null),
});

const Sites = z.string().transform((typed, ctx) => {
  const sites = [...new Set(linesOf(typed).map(oneLine))];
  if (
    sites.length >= 1 &&
    sites.length <= agreementLimits.sites &&
    sites.every((s) => s.length <= agreementLimits.site)
  )
    return sites;
  ctx.addIssue(fieldIssue(say('supervision.sites.error')));
  return z.NEVER;
});

const Input = z.object({
  group: z.string(),
  /** The agreement whose place it takes; its two people are those of this one. */
  replaces: z.string().optional(),
  role: z.enum(roles).default('supervisee'),
  other: z.string().default(''),
  outside: z.string().trim().max(agreementLimits.outside).default(''),
  purpose: z.enum(purposes),
  pack: z.string().default(''),
  modalities: z
    .string()
    .transform((typed) => typed.split(','))
    .pipe(z.array(z.enum(modalities)).min(1)),
  sites: Sites,
  startsOn: z.string().trim(),
  frequency: z.string().trim().max(agreementLimits.frequency).default(''),
});
type Input = z.output<typeof Input>;

export const savePair = command({
  ...common,
  name: 'supervision.pair.save',
  scans: true,
  ack: 'private',
  input: Input,
  refill: async (values, errors, ctx) => {
    const old = values.replaces ? await agreementOf(ctx, values.replaces) : null;
    return old !== null && isRefusal(old) ? old : pairForm(ctx, groupOf(ctx).id, old, values, errors);
  },
  check: async (input, ctx) => found(await problems(input, ctx)),
  decide: async (input, ctx): Promise<Decision | Refusal> => {
    const parties = await partiesOf(input, ctx);
    if (isRefusal(parties)) return parties;
    const agreement = proposed(input, parties, ctx);
    const { group, id } = agreement;
    const other = otherIn(agreement, ctx.me);
    const to = show(
      'supervision.agreement',
      { group, agreement: id },
      say('supervision.proposed', { here: other !== null, waits: waitsUntil(ctx, agreement.zone) }),
    );
    if (other === null) {
      const { agreement: begun, changes, due } = await replacing(ctx, agreement, 'supervisee');
      return decided(to, { changes: [...changes, ...withLink(ctx, begun, 'agreed', 'supervisee')], due });
    }
    return decided(to, {
      changes: [put(Agreements, agreement)],
      sends: [
        {
          post: proposalCard(agreement, ctx.me),
          id: ctx.ids.next(),
          to: { is: 'direct', person: other },
          subject: agreement.id,
          notBefore: ctx.now,
          quiet: { group, zone: agreement.zone },
          orNextAnswer: true,
        },
      ],
    });
  },
});

type Parties = Pick<Agreement, 'supervisee' | 'supervisor' | 'outside' | 'proposedBy' | 'replaces'>;

/** The two of it: as they were chosen, or those of the agreement that it replaces. */
async function partiesOf(input: Input, ctx: Context): Promise<Parties | Refusal> {
  if (input.replaces !== undefined) {
    const old = await replaceable(ctx, input.replaces);
    if (isRefusal(old)) return old;
    const { supervisee, supervisor, outside } = old;
    return { supervisee, supervisor, outside, proposedBy: roleIn(old, ctx.me) ?? 'supervisee', replaces: old.id };
  }
  const other = input.other === '' ? null : input.other;
  const mine = input.role === 'supervisee';
  return {
    supervisee: mine ? ctx.me : (other ?? ''),
    supervisor: mine ? other : ctx.me,
    outside: mine && other === null ? oneLine(input.outside) : '',
    proposedBy: input.role,
    replaces: null,
  };
}

function proposed(input: Input, parties: Parties, ctx: Context): Agreement {
  const group = groupOf(ctx);
  const here = parties.supervisor !== null;
  return {
    ...parties,
    id: ctx.ids.next(),
    group: group.id,
    purpose: input.purpose,
    pack: input.purpose === 'growth' || input.pack === noPack ? null : input.pack,
    modalities: input.modalities,
    sites: input.sites,
    methods: [],
    frequency: oneLine(input.frequency),
    zone: ctx.zone ?? group.zone,
    startsOn: checkedValue(startOf(input.startsOn, ctx)),
    endsOn: null,
    endReason: null,
    applyingOn: null,
    notice: null,
    details: noDetails,
    leave: [],
    unsignable: null,
    evaluationTold: null,
    batchDay: defaultBatchDay,
    status: here ? 'proposed' : 'active',
    proposedAt: ctx.now,
    confirmedAt: here ? null : ctx.now,
    chain: { length: 0, hash: '' },
  };
}

const todayOf = (ctx: Context): string => dateOf(ctx.now, ctx.zone ?? groupOf(ctx).zone);

const startOf = (typed: string, ctx: Context) =>
  dateReading(typed, { today: todayOf(ctx), locale: ctx.locale, toward: 'past' }, 'start');

/** How far from today an agreement can begin. */
const farthest = { yearsAgo: 10, yearsAhead: 1 } as const;

/** What a single field cannot know. */
async function problems(input: Partial<Input>, ctx: Context): Promise<Record<string, FieldProblem | null>> {
  const { frequency = '', outside = '' } = input;
  return {
    other: await otherProblem(input, ctx),
    purpose: await purposeProblem(input, ctx),
    pack: packProblem(input, ctx),
    startsOn: await startProblem(input, ctx),
    sites: input.sites === undefined ? null : sitesProblem(input.sites, ctx),
    ...identifierProblems(
      {
        frequency: { typed: frequency, max: agreementLimits.frequency, field: 'frequency', expected: ['DATE'] },
        // Somebody's name and credential are what it asks for.
        outside: {
          typed: outside,
          max: agreementLimits.outside,
          field: 'outside',
          expected: ['NAME', 'ORG', 'LOCATION'],
        },
      },
      ctx,
    ),
    ...(input.other && outside !== '' ? { outside: say('supervision.pair.outside.both') } : {}),
  };
}

/** Hours of growth count toward nothing, so an agreement on them takes no place of another kind, nor the other way round. */
async function purposeProblem({ purpose, replaces }: Partial<Input>, ctx: Context): Promise<FieldProblem | null> {
  if (purpose === undefined || replaces === undefined) return null;
  const old = await agreementOf(ctx, replaces);
  return isRefusal(old) || (old.purpose === 'growth') === (purpose === 'growth')
    ? null
    : say('supervision.replace.purpose');
}

async function startProblem({ startsOn, replaces }: Partial<Input>, ctx: Context): Promise<FieldProblem | null> {
  if (startsOn === undefined) return null;
  const read = startOf(startsOn, ctx);
  if ('problem' in read) return problemOf(read);
  const today = todayOf(ctx);
  // No board counts hours from longer ago (six years at most): it is a slip of the year, and every total would begin there.
  if (
    read.value < monthsFrom(today, -12 * farthest.yearsAgo) ||
    read.value > monthsFrom(today, 12 * farthest.yearsAhead)
  )
    return say('supervision.startsOn.far');
  if (replaces === undefined) return null;
  const old = await agreementOf(ctx, replaces);
  return isRefusal(old) || read.value > old.startsOn ? null : say('supervision.replace.early');
}

async function otherProblem(
  { role, other = '', outside = '', replaces }: Partial<Input>,
  ctx: Context,
): Promise<FieldProblem | null> {
  if (replaces !== undefined) return null;
  if (other === ctx.me || other.includes(',')) return say('supervision.pair.other.self');
  if (other !== '' && role !== undefined) {
    const before = (await myAgreements(ctx, role)).some((a) => a.endsOn === null && otherIn(a, ctx.me) === other);
    return before ? say('supervision.pair.other.twice') : null;
  }
  if (role === 'supervisor') return say('supervision.pair.other.supervisee');
  return outside === '' ? say('supervision.pair.other.missing') : null;
}

function packProblem({ purpose, pack = '' }: Partial<Input>, ctx: Context): FieldProblem | null {
  if (purpose === undefined || purpose === 'growth') return null;
  return pack === noPack || packOf(ctx, pack) !== null ? null : say('supervision.pack.error');
}
