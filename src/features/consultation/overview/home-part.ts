import { say } from '../../../i18n/message.ts';
import type { Contribution } from '../../../runtime/hooks.ts';
import { addDays, dateOf, daysBetween } from '../../../time/time.ts';
import { action, list, title } from '../../../view/build.ts';
import type { Block } from '../../../view/view.ts';
import { isTrouble } from '../delivery/model.ts';
import type { ConsultationRecord } from '../record/model.ts';
import { myWaitingRecords } from '../record/own-records.ts';
import { recordItem } from '../record/views.ts';
import { listed, openIn } from './list.ts';
import type { MyQuestion } from './model.ts';
import { questionItem } from './views.ts';
import { waiting } from './waiting.ts';

/** On the home page: what of mine waits, my other open questions, the group's, and where to ask, log and read. */
export const homePart: Contribution<'homePart'> = async (ctx, group) => {
  if (!group.features.includes('consultation')) return { asks: [], waits: [], more: [], actions: [] };
  const { toMend, soon, drafts, questions } = await waiting(ctx);
  const today = dateOf(ctx.now, ctx.zone ?? group.zone);
  const months = [today, addDays(today, -followUpDays)].map((date) => date.slice(0, 7));
  const records = (await myWaitingRecords(ctx, months)).filter((r) => recordWaits(r, today)).slice(0, 10);
  const mine = questions.filter(isCurrent);
  const wait = mine.filter(waits);
  const calm = mine.filter((q) => !wait.includes(q));
  const others = (await openIn(ctx, group.id)).filter((o) => !mine.some((m) => m.c.id === o.id));
  const items = [wait.map(questionItem), drafts, records.map((r) => recordItem(r, today))];
  const here = { group: group.id };
  return {
    asks: [],
    waits: [
      ...toMend,
      ...items.flatMap((some): Block[] => (some.length > 0 ? [list(some, say('mine.noDrafts'))] : [])),
    ],
    more: [
      ...soon,
      ...(calm.length > 0 ? [title(say('home.mine')), list(calm.map(questionItem), say('mine.noQuestions'))] : []),
      title(say('home.group')),
      list(await listed(ctx, others.slice(0, 10)), say(mine.length > 0 ? 'home.othersNone' : 'home.groupNone')),
    ],
    actions: [
      action(say('home.ask'), 'consult.ask', here, { tone: 'main' }),
      action(say('structures.summary'), 'consult.structures', here),
      action(say('home.log'), 'consult.log', here),
      action(say('home.records'), 'consult.records', here),
    ],
  };
};

const isCurrent = ({ c, delivery }: MyQuestion): boolean =>
  c.status === 'open' || (c.status === 'closed' && c.hiddenAt !== null) || isTrouble(delivery);

const waits = (q: MyQuestion): boolean => q.c.hiddenAt !== null || q.waiting > 0 || isTrouble(q.delivery);

/** A follow-up counts as waiting for so many days after its date. */
const followUpDays = 14;

/** To finish, or its follow-up is due: for an anonymous question this page is the only place that says so. */
const recordWaits = (r: ConsultationRecord, today: string): boolean =>
  r.status === 'draft' ||
  (r.followUpOn !== null &&
    r.changed === null &&
    r.followUpOn <= today &&
    daysBetween(r.followUpOn, today) <= followUpDays);
