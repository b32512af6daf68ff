import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { communityData, retention } from '../../runtime/contributions.ts';
import { type Change, drop, put } from '../../runtime/decision.ts';
import type { Contribution, FeatureHooks } from '../../runtime/hooks.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { allOf } from '../../storage/find-all.ts';
import { line, list, listed, typedLine } from '../../view/build.ts';
import { typed } from '../../view/build-document.ts';
import type { Item } from '../../view/view.ts';
import { Consultations } from '../consultation/model.ts';
import { readElsewhere } from './elsewhere.ts';
import { expertsElsewhere, expertsIn, isOpen, ownSpecialties } from './entries.ts';
import {
  Experts,
  isShipped,
  monthMs,
  type Request,
  Requests,
  SpecialtyLists,
  specialtiesIn,
  type Turn,
  Turns,
  turnsKeptMs,
} from './model.ts';
import { requestItem, standingBlocks, suggestion, takenItem } from './request-views.ts';
import { passedOn, unaskedOf } from './turns.ts';

/** Requests that wait for my answer. */
const homePart: Contribution<'homePart'> = async (ctx, group) => {
  const mine = (await allOf(ctx.read, Turns, 'person', { equal: ctx.me })).filter((t) => t.group === group.id);
  const turns = mine.filter((t) => t.waiting && t.at <= ctx.now);
  const requests = await ctx.read.getMany(
    Requests,
    turns.map(({ request }) => request),
  );
  const questions = await ctx.read.getMany(
    Consultations,
    requests.map((r) => r?.consultation ?? ''),
  );
  const items = !group.features.includes('consultation')
    ? []
    : turns.flatMap((turn, i) => {
        const c = questions[i] ?? null;
        return c !== null && isOpen(c) ? [requestItem(turn, c)] : [];
      });
  const taken = await takenElsewhere(
    ctx,
    mine.filter((t) => !t.waiting),
  );
  return {
    asks: items.length > 0 ? [list(items, say('home.nothing'))] : [],
    waits: taken.length > 0 ? [list(taken, say('home.nothing'))] : [],
    more: [],
    actions: [],
  };
};

/** Questions of other groups that I said I would answer: they stand in no list of mine. */
async function takenElsewhere(ctx: Asked, turns: readonly Turn[]): Promise<Item[]> {
  const read = await Promise.all(turns.map((turn) => readElsewhere(ctx, turn.id)));
  return turns.flatMap((turn, i) => {
    const on = read[i] ?? null;
    return on === null || on.replies.length > 0 ? [] : [takenItem(turn, on.c)];
  });
}

/** Below a question of mine: how a request stands, or whom to ask. */
const questionParts: Contribution<'questionParts'> = async (ctx, c) => {
  const latest = (await allOf(ctx.read, Requests, 'consultation', { equal: c.id })).sort(
    (a, b) => b.until - a.until,
  )[0];
  const standing = latest === undefined ? [] : standingBlocks(latest);
  if (latest?.status === 'looking') return standing;
  const others = (await expertsIn(ctx.read, c.group)).filter(({ person }) => person !== ctx.me);
  const { group } = ctx;
  const elsewhere = group !== null && others.length === 0 ? await expertsElsewhere(ctx, group) : [];
  if (others.length + elsewhere.length === 0) return standing;
  const spoken = specialtiesIn(c.text, await ownSpecialties(ctx.read, c.group));
  const fit = spoken.filter((id) => others.some((e) => e.specialties.includes(id)));
  return [...standing, ...suggestion(c, fit)];
};

/** What is stored of me; of a request without my name nothing is. */
async function mineOf(ctx: Asked) {
  const mine = { equal: ctx.me };
  return {
    entries: await allOf(ctx.read, Experts, 'person', mine),
    requests: await allOf(ctx.read, Requests, 'person', mine),
    turns: await allOf(ctx.read, Turns, 'person', mine),
  };
}

/** My entry and my requests go; a message that shows my name to the colleague who was asked loses it. */
async function gone(ctx: Asked, group: string | null): Promise<{ changes: Change[]; sends: Send[] }> {
  const isHere = (one: { readonly group: string }): boolean => group === null || one.group === group;
  const { entries, requests, turns } = await mineOf(ctx);
  const own = requests.filter(isHere);
  const asked = await allOf(ctx.read, Turns, 'request', { anyOf: own.map(({ id }) => id) });
  // Whoever took a request was asked: by what they were asked, not by all requests of the community.
  const given = await ctx.read.getMany(
    Requests,
    turns.filter(isHere).map(({ request }) => request),
  );
  const taken = given.filter((r) => r !== null && r.taker === ctx.me) as Request[];
  return {
    changes: [
      ...entries.filter(isHere).map((e) => drop(Experts, e.id)),
      ...turns.filter(isHere).map((t) => drop(Turns, t.id)),
      ...own.map((r) => drop(Requests, r.id)),
      ...taken.map((r) => put(Requests, { ...r, taker: null })),
    ],
    sends: await passedOn(ctx.read, asked),
  };
}

export const expertHooks: FeatureHooks = {
  homePart,
  questionParts,
  ownCounts: async (ctx) => {
    const { entries, requests } = await mineOf(ctx);
    return [{ label: say('experts.own'), n: entries.length + requests.length }];
  },
  groupExport: async (ctx, group) => {
    const own = await ownSpecialties(ctx.read, group.id);
    return [
      { title: say('experts.list.names'), rows: own.map(({ name }) => [say('experts.specialties'), typed(name)]) },
    ];
  },
  exportLines: async (ctx) => {
    const { entries } = await mineOf(ctx);
    const own = await ctx.read.getMany(
      SpecialtyLists,
      entries.map(({ group }) => group),
    );
    return entries.flatMap((e, i) => {
      const named = (own[i]?.own ?? []).filter(({ id }) => e.specialties.includes(id)).map(({ name }) => name);
      const shipped = e.specialties.filter(isShipped).map((specialty) => say('experts.specialty', { specialty }));
      const written = [...named, e.languages, e.jurisdiction].filter(Boolean);
      return [line(say('experts.me'), ...listed(...shipped)), ...written.map((text) => typedLine(null, text))];
    });
  },
  onQuestionOver: [
    async (ctx, { consultation }) => ({ changes: [], sends: await unaskedOf(ctx.read, consultation), due: [] }),
  ],
  onErased: [(ctx) => gone(ctx, null)],
  onPersonLeft: [(ctx, { group }) => gone(ctx, group?.id ?? null)],
  retention: (ctx) => [retention(Turns, 'at', ctx.now - turnsKeptMs), retention(Requests, 'until', ctx.now - monthMs)],
  communityData: () => [
    communityData(Experts, 'group', { person: (e) => e.person, group: (e) => e.group }),
    communityData(SpecialtyLists, 'id', { group: (l) => l.id }),
    communityData(Requests, 'group', {
      person: (r) => (r.asker.as === 'me' ? r.asker.person : null),
      group: (r) => r.group,
    }),
    communityData(Turns, 'group', { person: (t) => t.person, group: (t) => t.group }),
  ],
};
