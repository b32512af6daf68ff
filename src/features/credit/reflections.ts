import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { groupOf } from '../../runtime/context.ts';
import { decided, drop, put, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { identifiersIn, withoutIdentifiers } from '../../runtime/identifiers.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { Id, kind } from '../../storage/kind.ts';
import {
  action,
  actions,
  body,
  card,
  day,
  form,
  item,
  list,
  quiet,
  refilled,
  switchField,
  textField,
  title,
} from '../../view/build.ts';
import type { Form } from '../../view/view.ts';
import { Page, paged } from './pages.ts';
import { type StatementRow, statementRows } from './rows.ts';

/** Characters of a reflection. */
export const longestReflection = 1000;

/**
 * What somebody thinks about a consultation, for a body that wants it in writing: about their practice, never a case. It goes into a
 * statement only if ticked, line by line.
 */
export const CreditReflections = kind(
  'creditReflection',
  z.object({
    id: Id,
    owner: z.string(),
    /** The line that it is about. */
    row: Id,
    text: z.string().max(longestReflection),
    included: z.boolean(),
  }),
  {
    indexes: { owner: (r) => r.owner },
    sealed: 'owner',
    about: {
      what: 'A reflection on a consultation, checked for identifiers, and whether it goes into statements',
      readBy: 'its owner only',
      keptFor: 'until its owner deletes it',
    },
  },
);
export type CreditReflection = z.output<typeof CreditReflections.schema>;

const common = { who: 'member', feature: 'consultation' } as const;

export const myReflections = async (ctx: Asked): Promise<ReadonlyMap<string, CreditReflection>> =>
  new Map((await allOf(ctx.read, CreditReflections, 'owner', { equal: ctx.me })).map((r) => [r.row, r]));

const reflectionId = async (ctx: Asked, row: string): Promise<string> =>
  (await ctx.mine(`reflection ${row}`)).slice(0, 16);

/** What I wrote about a line that I deleted. */
export const noReflection = async (ctx: Asked, row: string) => drop(CreditReflections, await reflectionId(ctx, row));

/** What goes into a statement: ticked, and checked once more; `linked`: those of other accounts of mine. Of the others, how many are left out by that check. */
export async function includedIn(ctx: Asked, rows: readonly StatementRow[], linked: readonly CreditReflection[] = []) {
  const all = new Map([...linked.map((r) => [r.row, r] as const), ...(await myReflections(ctx))]);
  const ticked = rows.flatMap((row) => {
    const r = row.id === null ? undefined : all.get(row.id);
    return r?.included ? [r] : [];
  });
  const clean = ticked.filter((r) => withoutIdentifiers(r.text, ctx).n === 0);
  return { texts: new Map(clean.map((r) => [r.row, r.text])), left: ticked.length - clean.length };
}

const Cycle = z.object({ group: z.string(), from: z.iso.date(), to: z.iso.date() });

/** The lines of a cycle, the newest first, each with its reflection. */
export const reflections = query({
  ...common,
  name: 'credit.reflections',
  ack: 'private',
  input: Cycle.extend({ page: Page }),
  show: async ({ page, ...input }, ctx) => {
    const rows = (await statementRows(ctx, input)).toReversed();
    const { shown, page: at, where, turns } = paged(rows, page, 'credit.reflections', input);
    const mine = await myReflections(ctx);
    return card(say('credit.reflections'), [
      title(say('credit.reflections')),
      body(say('credit.reflections.intro')),
      list(
        shown.map((row) => {
          const own = mine.get(row.id ?? '');
          const values = { ...input, row: row.id ?? '', page: String(at) };
          return item([day(row.date), say('word.dot'), say('credit.side.name', { side: row.side })], {
            detail: own === undefined ? [] : [say(own.included ? 'credit.reflection.in' : 'credit.reflection.out')],
            ...(own === undefined ? {} : { quote: own.text }),
            actions: [
              action(
                say(own === undefined ? 'credit.reflection.write' : 'credit.reflection.edit'),
                'credit.reflection',
                values,
              ),
            ],
          });
        }),
        say('credit.none'),
      ),
      ...where,
      quiet(say('credit.reflections.private')),
      actions(...turns, action(say('credit.statement'), 'credit.statement', { ...input })),
    ]);
  },
});

/** `page`: the one it was opened from. */
const OfRow = Cycle.extend({ row: Id, page: Page });

/** A line of mine in the cycle. */
const rowOf = async (ctx: Asked, input: Omit<z.output<typeof OfRow>, 'page'>): Promise<StatementRow | undefined> =>
  (await statementRows(ctx, input)).find(({ id }) => id === input.row);

export const reflection = query({
  ...common,
  name: 'credit.reflection',
  ack: 'form',
  input: OfRow,
  show: async (input, ctx) => {
    if ((await rowOf(ctx, input)) === undefined) return refusal('gone');
    return reflectionForm(input, (await myReflections(ctx)).get(input.row));
  },
});

const reflectionForm = (to: z.output<typeof OfRow>, own?: CreditReflection): Form =>
  form({
    title: say('credit.reflection'),
    intro: [quiet(say('credit.reflection.intro'))],
    fields: [
      textField(
        'text',
        say('credit.reflection'),
        { lines: 5, max: longestReflection },
        { value: own?.text ?? '', hint: say('credit.reflection.hint') },
      ),
      switchField('included', say('credit.reflection.include'), { value: own?.included ? 'yes' : 'no' }),
    ],
    submit: say('word.save'),
    do: 'credit.reflection.save',
    with: { ...to, page: String(to.page) },
  });

export const saveReflection = command({
  ...common,
  name: 'credit.reflection.save',
  opensWith: 'credit.reflection',
  scans: true,
  ack: 'private',
  input: OfRow.extend({
    text: z.string().trim().max(longestReflection).default(''),
    included: z.enum(['yes', 'no']).default('no'),
  }),
  refill: async (values, errors, ctx) => {
    const to = OfRow.safeParse({ ...values, group: groupOf(ctx).id });
    return to.success ? refilled(reflectionForm(to.data), values, errors) : refusal('gone');
  },
  check: async ({ text }, ctx) => found({ text: identifiersIn(text ?? '', ctx) }),
  decide: async (input, ctx) => {
    const { group, from, to, row, page, text } = input;
    if ((await rowOf(ctx, { group, from, to, row })) === undefined) return refusal('gone');
    const id = await reflectionId(ctx, row);
    const shown = show('credit.reflections', { group, from, to, page: String(page) });
    if (text === '') return decided(shown, { changes: [drop(CreditReflections, id)] });
    const made = { id, owner: ctx.me, row, text, included: input.included === 'yes' };
    return decided(shown, { changes: [put(CreditReflections, made)] });
  },
});
