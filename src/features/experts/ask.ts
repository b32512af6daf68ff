import { z } from 'zod';
import { type Context, groupOf } from '../../runtime/context.ts';
import { decided, isRefusal, put, show } from '../../runtime/decision.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { scrubJob } from '../../runtime/scrub-journal.ts';
import { allOf } from '../../storage/find-all.ts';
import { Id } from '../../storage/kind.ts';
import { minuteMs } from '../../time/durations.ts';
import { afterQuiet } from '../../time/time.ts';
import { Consultations } from '../consultation/model.ts';
import { Groups, Members } from '../group/model.ts';
import { asksIt, canAsk, expertsElsewhere, expertsIn, ownSpecialties } from './entries.ts';
import { myQuestion } from './find.ts';
import { common } from './me.ts';
import { askDelay, type Expert, Experts, isShipped, type Request, Requests, searchMs } from './model.ts';
import { standingCard } from './request-views.ts';
import { askNext, overJob } from './turns.ts';

/** Asks for a colleague's opinion on an open question of mine: one colleague, or whoever fits a specialty. */
export const ask = command({
  ...common,
  name: 'experts.ask',
  ack: 'private',
  input: z.object({
    group: z.string(),
    consultation: Id,
    wanted: z.string().max(20).optional(),
    expert: Id.optional(),
    /** I agree that experts of other groups are asked about this question, and read it. */
    beyond: z.literal('yes').optional(),
  }),
  decide: async (input, ctx) => {
    const c = await myQuestion(ctx, input.consultation);
    if (isRefusal(c)) return c;
    const shown = show('experts.standing', { group: c.group, consultation: c.id });
    const earlier = await allOf(ctx.read, Requests, 'consultation', { equal: c.id });
    if (earlier.some(({ status }) => status === 'looking')) return decided(shown);
    const only = input.expert === undefined ? null : await ctx.read.get(Experts, input.expert);
    const beyond = input.beyond === 'yes';
    if (input.expert !== undefined && (only === null || !(await canAsk(ctx, only, beyond)))) return refusal('gone');
    if (only === null && !(await isListed(ctx, input.wanted ?? ''))) return refusal('gone');
    const anonymous = c.author.as === 'anonymous';
    const over = [...(await authorities(ctx)), ...(beyond && !anonymous ? await ownersOfMine(ctx) : [])];
    if (only !== null && hasAuthority(ctx, only, anonymous ? [] : over)) return refusal('authority');
    const from = ctx.now + (anonymous ? ctx.ids.between(askDelay.min, askDelay.max) * minuteMs : 0);
    const { quiet, zone } = groupOf(ctx);
    const request: Request = {
      id: ctx.ids.next(),
      group: c.group,
      consultation: c.id,
      asker: anonymous ? { as: 'anonymous' } : { as: 'me', person: ctx.me },
      wanted: only === null ? (input.wanted ?? null) : null,
      only: only?.id ?? null,
      beyond,
      // Left out for an anonymous question: who is not asked would tell whose supervisor they are.
      without: anonymous ? [] : over,
      status: 'looking',
      taker: null,
      until: afterQuiet(from, quiet, zone) + searchMs,
    };
    const next = await askNext(ctx, request, c, from);
    return decided(shown, {
      ...next,
      changes: [put(Requests, request), ...next.changes],
      due: [overJob(request), ...next.due, ...(anonymous ? [{ schedule: scrubJob(ctx.now) }] : [])],
    });
  },
});

/** Owners of the groups that I am in: one of them may be listed in another one. */
async function ownersOfMine(ctx: Context): Promise<string[]> {
  const mine = await allOf(ctx.read, Members, 'person', { equal: ctx.me });
  const groups = await ctx.read.getMany(
    Groups,
    mine.map(({ group }) => group),
  );
  return groups.flatMap((g) => g?.owners ?? []);
}

const isListed = async (ctx: Context, id: string): Promise<boolean> =>
  isShipped(id) || (await ownSpecialties(ctx.read, groupOf(ctx).id)).some((one) => one.id === id);

/** Who has authority over me, as other features know: a supervisor under an agreement. */
const authorities = async (ctx: Context): Promise<string[]> => (await ctx.gather('authorities', null)).flat();

/** Advice of somebody who decides about one's work is no advice between equals. */
const hasAuthority = (ctx: Context, { person }: Expert, over: readonly string[]): boolean =>
  groupOf(ctx).owners.includes(person) || over.includes(person);

/** How my request stands. */
export const standing = query({
  ...common,
  name: 'experts.standing',
  ack: 'private',
  input: z.object({ group: z.string(), consultation: Id }),
  show: async ({ consultation }, ctx) => {
    const c = await ctx.read.get(Consultations, consultation);
    if (c === null || c.group !== groupOf(ctx).id) return refusal('gone');
    if (!(await asksIt(ctx, c))) return refusal('notYours');
    const requests = await allOf(ctx.read, Requests, 'consultation', { equal: c.id });
    const latest = requests.sort((a, b) => b.until - a.until)[0] ?? null;
    const some =
      (await expertsIn(ctx.read, c.group)).some(({ person }) => person !== ctx.me) ||
      (await expertsElsewhere(ctx, groupOf(ctx))).length > 0;
    return standingCard(c, latest, some);
  },
});
