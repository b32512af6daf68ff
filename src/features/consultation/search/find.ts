import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { SearchHit } from '../../../ports/search-index.ts';
import { type Asked, type Context, groupOf } from '../../../runtime/context.ts';
import { decided, type Later, type Outcome, show } from '../../../runtime/decision.ts';
import { found as problemsIn } from '../../../runtime/field-errors.ts';
import { Outbox } from '../../../runtime/outbox/model.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../../runtime/typed-fields.ts';
import { dateOf } from '../../../time/time.ts';
import { refilled } from '../../../view/build.ts';
import type { Card } from '../../../view/view.ts';
import { type Consultation, Consultations, topics } from '../model.ts';
import { listed } from '../overview/list.ts';
import {
  asked,
  longestSearch,
  mostSearches,
  pageSize,
  periods,
  type Search,
  Searches,
  statuses,
  type Wanted,
  wantedKey,
} from './model.ts';
import { isReadable, labelsOf, printOf } from './texts.ts';
import { emptySearchCard, foundCard, readingCard, searchForm } from './views.ts';

const common = { who: 'member', feature: 'consultation' } as const;

/** So many hits are looked up: some of them may not be shown any more. */
const mostHits = 100;

const FindInput = z.object({
  group: z.string().optional(),
  words: z.string().trim().max(longestSearch).default(''),
  topic: z.enum(['any', ...topics]).default('any'),
  period: z.enum(periods).default('any'),
  status: z.enum(statuses).default('any'),
  structure: z.string().max(30).default('any'),
  since: z.string().trim().default(''),
  until: z.string().trim().default(''),
});

/** `/consult find [words]`, and the form: the search stays in memory, so that it can be narrowed and paged. */
export const find = command({
  ...common,
  name: 'consult.find',
  ack: 'private',
  slash: slash('consult', 'find', 'find.help', [{ name: 'words', help: 'find.words.help', is: 'words', choices: [] }]),
  input: FindInput,
  refill: async (values, errors, ctx) => refilled(searchForm(ctx, groupOf(ctx).id, null), values, errors),
  check: async ({ since = '', until = '' }, ctx) => {
    const [first, last] = [dayIn(since, 'since', ctx), dayIn(until, 'until', ctx)];
    const turned = first !== null && last !== null && 'value' in first && 'value' in last && last.value < first.value;
    return problemsIn({
      since: first && problemOf(first),
      until: (last && problemOf(last)) ?? (turned ? say('find.until.order') : null),
    });
  },
  decide: async ({ since, until, ...rest }, ctx) => {
    const day = (typed: string, field: 'since' | 'until'): string => {
      const read = dayIn(typed, field, ctx);
      return read === null ? '' : checkedValue(read);
    };
    return wants(ctx, { ...rest, group: groupOf(ctx).id, since: day(since, 'since'), until: day(until, 'until') });
  },
});

/** A day in the past as it was typed; null where none was. */
function dayIn(typed: string, field: 'since' | 'until', ctx: Asked) {
  if (typed === '') return null;
  return dateReading(typed, { today: dateOf(ctx.now, zoneIn(ctx)), locale: ctx.locale, toward: 'past' }, field);
}

const zoneIn = (ctx: Asked): string => ctx.zone ?? groupOf(ctx).zone;

/** Only memory changes: nothing of a search is written. */
async function wants(ctx: Context, wanted: Wanted): Promise<Outcome> {
  const search: Search = { ...wanted, id: ctx.ids.next().slice(-6) };
  const value = [...(await searchesOf(ctx)), search].slice(-mostSearches);
  return decided(show('consult.found', { group: wanted.group, search: search.id }), {
    drafts: [{ keep: wantedKey, value }],
  });
}

/** The search as a form, with that of its card in it, else the last one. */
export const findForm = query({
  ...common,
  name: 'consult.find.form',
  ack: 'form',
  input: z.object({ group: z.string().optional(), search: z.string().optional() }),
  show: async ({ search }, ctx) => searchForm(ctx, groupOf(ctx).id, await wantedBy(ctx, search)),
});

/** What was found: questions that can be read now, looked up each time. */
export const found = query({
  ...common,
  name: 'consult.found',
  ack: 'private',
  input: z.object({
    group: z.string(),
    search: z.string().optional(),
    page: z.coerce.number().int().min(0).max(20).default(0),
  }),
  show: async ({ page, search }, ctx): Promise<Card | Later> => {
    const wanted = await wantedBy(ctx, search);
    if (wanted === null) return emptySearchCard(groupOf(ctx).id);
    const { words } = wanted;
    const when = asked(wanted, ctx.now, zoneIn(ctx));
    const answer = ctx.search({ words, ...when, labels: labelsOf(wanted), limit: mostHits });
    if ('reading' in answer) return { until: answer.reading, meanwhile: readingCard(wanted) };
    const readable = await readableOf(ctx, answer.hits);
    const shown = readable.slice(page * pageSize, (page + 1) * pageSize);
    const items = await listed(
      ctx,
      shown.map(({ c }) => c),
    );
    return foundCard(ctx, wanted, {
      items: items.map((item, i) => ({ item, part: shown[i]?.part ?? null })),
      all: answer.all,
      page,
      more: readable.length > (page + 1) * pageSize,
      none: readable.length === 0 && (await isUnused(ctx)),
    });
  },
});

/** Nothing was asked that can be read: what waits to appear is as good as not there. */
async function isUnused(ctx: Asked): Promise<boolean> {
  const answer = ctx.search({ words: '', from: null, until: null, labels: [], limit: mostHits });
  return 'hits' in answer && (await readableOf(ctx, answer.hits)).length === 0;
}

/** What memory holds of the searches of the person who asks, the newest last. */
async function searchesOf(ctx: Asked): Promise<Search[]> {
  const kept = Searches.safeParse(await ctx.drafts(wantedKey));
  return kept.success ? kept.data : [];
}

/** One of them in this group: that of a card, else the newest; null when memory holds it no more. */
async function wantedBy(ctx: Asked, id: string | undefined): Promise<Search | null> {
  const here = (await searchesOf(ctx)).filter(({ group }) => group === groupOf(ctx).id);
  return (id === undefined ? here.at(-1) : here.find((one) => one.id === id)) ?? null;
}

/** Of what the index says, what stands in the thread now, with the words that were found. */
async function readableOf(ctx: Asked, hits: readonly SearchHit[]): Promise<{ c: Consultation; part: string | null }[]> {
  const docs = await ctx.read.getMany(
    Consultations,
    hits.map(({ id }) => id),
  );
  const rows = await ctx.read.getMany(
    Outbox,
    docs.flatMap((c) => [c?.rows.card ?? '', c?.rows.case ?? '']),
  );
  return docs.flatMap((c, i) => {
    const posted = rows[2 * i]?.status === 'sent' && rows[2 * i + 1]?.status === 'sent';
    const stands =
      c !== null && posted && c.group === groupOf(ctx).id && isReadable(c) && printOf(c) === hits[i]?.print;
    return stands ? [{ c, part: hits[i]?.part ?? null }] : [];
  });
}
