import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { type DueChange, decided, show } from '../../../runtime/decision.ts';
import { due } from '../../../runtime/jobs.ts';
import { command } from '../../../runtime/route.ts';
import { allOf } from '../../../storage/find-all.ts';
import { Id } from '../../../storage/kind.ts';
import { dayMs } from '../../../time/durations.ts';
import { afterQuiet } from '../../../time/time.ts';
import { action, actions, body, card, when } from '../../../view/build.ts';
import type { Action, Card } from '../../../view/view.ts';
import { Groups, Members, memberId } from '../../group/model.ts';
import { type Consultation, Consultations, Drafts, draftDays } from '../model.ts';

const name = 'consult.outcome.remind';
/** So long (days) before the draft goes, its author is reminded of it; a day of quiet later it is there still. */
const daysLeft = 3;

/** My outcome of a question that is not shared yet, or null. */
export async function unsharedOutcome(ctx: Asked, consultation: string): Promise<string | null> {
  const drafts = await allOf(ctx.read, Drafts, 'owner', { equal: ctx.me });
  return drafts.find((d) => d.purpose === 'outcome' && d.consultation === consultation)?.id ?? null;
}

/** The way back to the preview of an outcome. */
export const shareAction = (group: string, draft: string): Action =>
  action(say('preview.outcome'), 'consult.preview', { group, draft });

/**
 * One private message before the draft of an outcome goes. Nothing is ever sent to whoever asked without a name: home
 * shows them what they have not shared.
 */
export function outcomeReminder(ctx: Asked, c: Consultation, draft: string): DueChange[] {
  if (c.author.as !== 'me') return [];
  const { quiet, zone } = groupOf(ctx);
  const until = ctx.now + draftDays * dayMs;
  const at = afterQuiet(until - daysLeft * dayMs, quiet, zone);
  const input = { consultation: c.id, draft, until: String(until) };
  return [noOutcomeReminder(c), { schedule: due(name, c.id, 'once', at, dayMs, input) }];
}

export const noOutcomeReminder = (c: Pick<Consultation, 'id'>): DueChange => ({ cancel: name, subject: c.id });

export const remindOfOutcome = command({
  name,
  who: 'timer',
  ack: 'silent',
  input: z.object({ consultation: Id, draft: Id, until: z.coerce.number() }),
  decide: async ({ consultation, draft, until }, ctx) => {
    const nothing = decided(show('curbside.home'));
    const c = await ctx.read.get(Consultations, consultation);
    const group = c && (await ctx.read.get(Groups, c.group));
    if (!c || !group || group.gone !== null || c.author.as !== 'me') return nothing;
    const { person } = c.author;
    const member = await ctx.read.get(Members, memberId(group.id, person));
    if (c.status !== 'closed' || c.outcome !== null || !member?.messages) return nothing;
    return {
      ...nothing,
      sends: [
        {
          post: reminderCard(group.id, draft, until),
          id: ctx.ids.next(),
          to: { is: 'direct', person },
          subject: c.id,
          notBefore: ctx.now,
          notAfter: until,
          quiet: { group: group.id },
        },
      ],
    };
  },
});

const reminderCard = (group: string, draft: string, until: number): Card =>
  card(say('outcome.notShared'), [
    body(say('outcome.notShared'), say('outcome.keptUntil'), when(until, 'date'), say('word.period')),
    actions({ ...shareAction(group, draft), tone: 'main' }),
  ]);
