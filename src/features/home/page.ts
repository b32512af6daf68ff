import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { refusal } from '../../runtime/refusals.ts';
import { query, slash } from '../../runtime/route.ts';
import { dateOf, daysBetween } from '../../time/time.ts';
import { action, actions, body, home, list, title } from '../../view/build.ts';
import type { Block, Item } from '../../view/view.ts';
import { checkinBlocks } from '../checkin/now.ts';
import { isTrouble } from '../consultation/delivery.ts';
import { listed, openIn } from '../consultation/overview/list.ts';
import { questionItem } from '../consultation/overview/views.ts';
import { waiting } from '../consultation/overview/waiting.ts';
import { allMyRecords } from '../consultation/record/own-records.ts';
import { recordItem } from '../consultation/record/views.ts';
import { hasAgreed } from '../group/access.ts';
import type { Group } from '../group/model.ts';
import { agreementCard } from '../group/views.ts';

/** `/curbside home`, Slack's App Home, the playground's tab: what waits, my questions, the group's, and where to start. */
export const homePage = query({
  name: 'curbside.home',
  who: 'anyone',
  ack: 'private',
  slash: slash('curbside', 'home', 'help.home'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => {
    if (ctx.group === null) return ctx.manages ? home([body(say('setup.here'))]) : refusal('noGroup');
    if (!hasAgreed(ctx.member)) return agreementCard(ctx.group.id, { wish: null, before: ctx.member });
    const asked = await checkins(ctx, ctx.group);
    return home([
      title(say('home.hello')),
      ...asked,
      ...(await sections(ctx, ctx.group, asked.length > 0)),
      actions(...ways(ctx, ctx.group)),
    ]);
  },
});

/** `more`: something else waits above. */
async function sections(ctx: Asked, group: Group, more: boolean): Promise<Block[]> {
  const nothing = more ? [] : [body(say('home.nothing'))];
  if (!group.features.includes('consultation')) return nothing;
  const { toMend, drafts, questions } = await waiting(ctx);
  const mine = questions.filter(
    ({ c, delivery }) => c.status === 'open' || (c.status === 'closed' && c.hiddenAt !== null) || isTrouble(delivery),
  );
  const wait = mine.filter((q) => q.c.hiddenAt !== null || q.waiting > 0 || isTrouble(q.delivery));
  const calm = mine.filter((q) => !wait.includes(q));
  const records = await recordsThatWait(ctx, group);
  const waits: Block[] = [
    ...toMend,
    ...[wait.map(questionItem), drafts, records].flatMap((items) =>
      items.length > 0 ? [list(items, say('mine.noDrafts'))] : [],
    ),
  ];
  const others = (await openIn(ctx, group.id)).filter((o) => !mine.some((m) => m.c.id === o.id));
  return [
    ...(waits.length === 0 ? nothing : waits),
    ...(calm.length > 0 ? [body(say('home.mine')), list(calm.map(questionItem), say('mine.noQuestions'))] : []),
    body(say('home.group')),
    list(await listed(ctx, others.slice(0, 10)), say(mine.length > 0 ? 'home.othersNone' : 'home.groupNone')),
  ];
}

const checkins = async (ctx: Asked, group: Group): Promise<Block[]> =>
  group.features.includes('checkin') ? checkinBlocks(ctx) : [];

function ways(ctx: Asked, group: Group) {
  const on = group.features.includes('consultation');
  return [
    ...(on ? [action(say('home.ask'), 'consult.ask', { group: group.id }, { tone: 'main' })] : []),
    ...(on
      ? [
          action(say('home.log'), 'consult.log', { group: group.id }),
          action(say('home.records'), 'consult.records', { group: group.id }),
        ]
      : []),
    ...(group.features.includes('checkin') ? [action(say('checkin.summary'), 'checkin.now', { group: group.id })] : []),
    action(say('home.help'), 'curbside.help'),
    ...(group.owners.includes(ctx.me) ? [action(say('home.settings'), 'curbside.settings', { group: group.id })] : []),
  ];
}

/** A follow-up counts as waiting for so many days after its date. */
const followUpDays = 14;

/** Records to finish, and follow-ups that are due: for an anonymous question this page is the only place that says so. */
async function recordsThatWait(ctx: Asked, group: Group): Promise<Item[]> {
  const today = dateOf(ctx.now, ctx.zone ?? group.zone);
  const waiting = (await allMyRecords(ctx)).filter(
    (r) =>
      r.status === 'draft' ||
      (r.followUpOn !== null && r.followUpOn <= today && daysBetween(r.followUpOn, today) <= followUpDays),
  );
  return waiting.slice(0, 10).map((r) => recordItem(r, today));
}
