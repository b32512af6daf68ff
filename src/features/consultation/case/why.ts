import { z } from 'zod';
import { type Msg, plain, say } from '../../../i18n/message.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import {
  action,
  actions,
  body,
  card,
  form,
  item,
  option,
  pickField,
  quiet,
  quote,
  table,
  title,
} from '../../../view/build.ts';
import type { Action, Card, Form } from '../../../view/view.ts';
import { myDraft } from '../find.ts';
import type { Draft } from '../model.ts';
import { placeholderNames } from './placeholder-names.ts';
import { again, redecided, stale } from './preview.ts';
import type { Raw, Review, Row } from './review.ts';
import { shownOriginal } from './shown-original.ts';

const common = { who: 'member', feature: 'consultation' } as const;
const OfDraft = z.object({ group: z.string(), draft: Id });
const OfRow = OfDraft.extend({ version: z.coerce.number().int(), row: z.coerce.number().int().min(0) });
const idsOf = (draft: Draft) => ({ group: draft.group, draft: draft.id });

/** The draft is there, but memory no longer holds what was typed, after half an hour or a restart. */
const wordsGone = (draft: Draft) =>
  refusal('wordsGone', [action(say('preview.edit'), 'consult.draft.edit', idsOf(draft))]);

/** What was replaced by what, and why. For its author alone, from memory only. */
export const why = query({
  ...common,
  name: 'consult.why',
  ack: 'private',
  input: OfDraft.extend({ page: z.coerce.number().int().min(1).default(1) }),
  show: async (input, ctx) => {
    const mine = await myDraft(ctx, input.draft);
    if (mine === null) return refusal('draftGone');
    return mine.review ? whyCard(mine.draft, mine.review, input.page) : wordsGone(mine.draft);
  },
});

/** "Gloria → [Client]"; only the placeholder where the original is not shown. */
function change(row: Row): string {
  const original = shownOriginal(row);
  if (row.kept) return original ?? '';
  return original === null ? row.placeholder : `${original} → ${row.placeholder}`;
}

function original(row: Row): Msg | { readonly typed: string } {
  const typed = shownOriginal(row);
  return typed === null ? say('why.notShown') : { typed };
}

/** What the filter claims of it: no more than it knows, and nothing of what its author kept. */
function reasonOf({ kept, tier, reason }: Row): Msg {
  if (kept) return say('why.kept');
  return tier === 'check' ? say('reason.doubt', { reason }) : plain(`reason.${reason}`);
}

/** As many rows a page as have a button of their own on every platform. */
const mostRows = 10;

const whyHead = {
  caption: say('why.caption'),
  columns: [say('why.original'), say('why.replacement'), say('why.reason')],
  actions: say('why.change'),
};

/** What the filter doubts stands first: there is the most to decide. The rest keeps the order of the text. */
function whyCard(draft: Draft, review: Review, wanted: number): Card {
  const doubted = ({ tier, kept }: Row): number => (tier === 'check' && !kept ? 0 : 1);
  const all = review.rows.map((row, i) => ({ row, i })).sort((a, b) => doubted(a.row) - doubted(b.row));
  const page = Math.min(wanted, Math.max(1, Math.ceil(all.length / mostRows)));
  const rows = all.slice((page - 1) * mostRows, page * mostRows).map(({ row, i }) =>
    item([reasonOf(row)], {
      quote: change(row),
      actions: ways(draft, i, row),
      cells: [original(row), row.kept ? say('why.noReplacement') : { typed: row.placeholder }, reasonOf(row)],
    }),
  );
  const to = (n: number) => ({ ...idsOf(draft), page: String(n) });
  return card(say('preview.whyTitle'), [
    title(say('preview.whyTitle')),
    body(say('preview.whyText')),
    table(whyHead, rows, say('preview.nothingFound')),
    ...(all.length > mostRows ? [quiet(say('why.rows', shownRows(page, all.length)))] : []),
    actions(
      ...(page > 1 ? [action(say('why.before'), 'consult.why', to(page - 1))] : []),
      ...(page * mostRows < all.length ? [action(say('why.next'), 'consult.why', to(page + 1))] : []),
      action(say('word.back'), 'consult.preview', idsOf(draft)),
    ),
  ]);
}

const shownRows = (page: number, of: number) => ({
  from: (page - 1) * mostRows + 1,
  to: Math.min(page * mostRows, of),
  of,
});

/** What can be done about one row: a word of the author's own also comes back. */
const ways = (draft: Draft, i: number, row: Row): Action[] => [
  ...(row.reason === 'hidden' ? [action(say('why.show'), 'consult.unhide', { ...idsOf(draft), ...at(draft, i) })] : []),
  action(say('why.change'), 'consult.relabel', { ...idsOf(draft), ...at(draft, i) }),
];

const at = (draft: Draft, row: number) => ({ version: String(draft.version), row: String(row) });

function relabelForm(draft: Draft, index: number, row: Row, error?: Msg): Form {
  const names = placeholderNames.map((name) => option(name, say('placeholder.name', { name })));
  const keep = row.tier === 'check' ? [option('keep', say('why.keep'))] : [];
  return form({
    title: say('why.changeTitle'),
    intro: [quote(change(row))],
    fields: [pickField('as', say('why.as'), [...names, ...keep], { required: true, error })],
    submit: say('why.save'),
    do: 'consult.relabel.save',
    with: { ...idsOf(draft), ...at(draft, index) },
  });
}

/** The form of one row: what stands for it, or, where the filter only doubts, that it stays. */
export const relabel = query({
  ...common,
  name: 'consult.relabel',
  ack: 'form',
  input: OfRow,
  show: async (input, ctx) => {
    const mine = await myDraft(ctx, input.draft);
    if (mine === null) return refusal('draftGone');
    if (mine.review === null) return wordsGone(mine.draft);
    const row = mine.review.rows[input.row];
    if (!row || mine.draft.version !== input.version) return refusal('draftChanged');
    return relabelForm(mine.draft, input.row, row);
  },
});

export const relabelSave = command({
  ...common,
  name: 'consult.relabel.save',
  scans: true,
  ack: 'private',
  input: OfRow.extend({ as: z.enum([...placeholderNames, 'keep']) }),
  refill: async (values, errors, ctx) => {
    const mine = await myDraft(ctx, values.draft ?? '');
    const row = mine?.review?.rows[Number(values.row)];
    if (mine === null) return refusal('draftGone');
    return row ? relabelForm(mine.draft, Number(values.row), row, errors.as) : wordsGone(mine.draft);
  },
  decide: async (input, ctx) => {
    const mine = await myDraft(ctx, input.draft);
    if (mine === null) return refusal('draftGone');
    const { draft, raw, review } = mine;
    const row = review?.rows[input.row];
    if (draft.version !== input.version) return stale(draft);
    if (raw === null || review === null) return wordsGone(draft);
    if (!row) return stale(draft);
    return redecided(ctx, draft, decidedRow(raw, review, row, input.as), 'consult.why');
  },
});

/** "Show this word again": a word that its author hid stands in the text again, or is a doubt of the filter again. */
export const unhide = command({
  ...common,
  name: 'consult.unhide',
  scans: true,
  ack: 'private',
  input: OfRow,
  decide: async (input, ctx) => {
    const mine = await myDraft(ctx, input.draft);
    if (mine === null) return refusal('draftGone');
    const { draft, raw, review } = mine;
    if (draft.version !== input.version) return stale(draft);
    if (raw === null || review === null) return again(draft);
    const row = review.rows[input.row];
    if (row?.reason !== 'hidden') return stale(draft);
    const { [row.key]: _, ...names } = raw.names;
    return redecided(ctx, draft, { ...raw, hide: raw.hide.filter((key) => key !== row.key), names }, 'consult.why');
  },
});

/** All spellings of one thing go together. What is certain cannot be kept. */
function decidedRow(raw: Raw, review: Review, row: Row, as: (typeof placeholderNames)[number] | 'keep'): Raw {
  const same = review.rows.filter((one) => one.thing === row.thing).map((one) => one.key);
  if (as === 'keep') return row.tier === 'check' ? { ...raw, keep: [...new Set([...raw.keep, row.key])] } : raw;
  const keep = raw.keep.filter((key) => !same.includes(key));
  return { ...raw, keep, names: { ...raw.names, ...Object.fromEntries(same.map((key) => [key, as])) } };
}
