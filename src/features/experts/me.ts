import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { decided, put, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { identifiersIn, placeExpected, wordExpected } from '../../runtime/identifiers.ts';
import { command, query, slash } from '../../runtime/route.ts';
import { refilled } from '../../view/build.ts';
import { linesOf, oneLine } from '../../view/one-line.ts';
import { needs } from '../consultation/model.ts';
import { allows, noted } from '../group/model.ts';
import { entryOf, ownSpecialties } from './entries.ts';
import { type Expert, Experts, isShipped, lengths, monthly, mostSpecialties, SpecialtyLists } from './model.ts';
import { repliesFromHere } from './own-replies.ts';
import { entryCard, entryForm, listForm } from './views.ts';

/** What every route of experts has in common. */
export const common = { who: 'member', feature: 'consultation' } as const;
export const OfGroup = z.object({ group: z.string().optional() });

const listOf = (typed: string): string[] => typed.split(',').filter((part) => part !== '');
const choices = z.string().default('').transform(listOf);
const line = (max: number) => z.string().default('').transform(oneLine).pipe(z.string().max(max));

/** `/experts me`: what I can be asked about, and how often. */
export const me = query({
  ...common,
  name: 'experts.me',
  ack: 'form',
  slash: slash('experts', 'me', 'experts.me.help'),
  input: OfGroup,
  show: async (_input, ctx) => formOf(ctx),
});

const formOf = async (ctx: Asked) =>
  entryForm(groupOf(ctx).id, await entryOf(ctx), await ownSpecialties(ctx.read, groupOf(ctx).id), {
    asksBeyond: allows(ctx, groupOf(ctx), 'otherGroups'),
  });

export const saveMe = command({
  ...common,
  name: 'experts.me.save',
  opensWith: 'experts.me',
  scans: true,
  ack: 'private',
  input: z.object({
    group: z.string(),
    specialties: choices,
    languages: line(lengths.languages),
    jurisdiction: line(lengths.jurisdiction),
    help: choices.pipe(z.array(z.enum(needs))),
    perMonth: z.coerce
      .number()
      .int()
      .min(1)
      .max(monthly.at(-1) ?? 1)
      .default(2),
    mentoring: z.enum(['yes', 'no']).default('no'),
    open: z.enum(['yes', 'no']).default('no'),
    /** Absent where the agreement says nothing of other groups: what was chosen before stays. */
    beyond: z.enum(['yes', 'no']).optional(),
  }),
  refill: async (values, errors, ctx) => refilled(await formOf(ctx), values, errors),
  check: async ({ languages = '', jurisdiction = '', specialties = [], help = [], open }, ctx) =>
    found({
      // Somebody who is listed can be found for something.
      specialties:
        open === 'yes' && specialties.length === 0 && help.length === 0 ? say('experts.specialties.missing') : null,
      languages: identifiersIn(languages, ctx, wordExpected),
      jurisdiction: identifiersIn(jurisdiction, ctx, placeExpected),
    }),
  decide: async (input, ctx) => {
    const group = groupOf(ctx).id;
    const before = await entryOf(ctx);
    const own = (await ownSpecialties(ctx.read, group)).map(({ id }) => id);
    const { languages, jurisdiction, help, perMonth } = input;
    const entry: Expert = {
      id: before?.id ?? ctx.ids.next(),
      group,
      person: ctx.me,
      specialties: [...new Set(input.specialties)].filter((id) => isShipped(id) || own.includes(id)),
      ...{ languages, jurisdiction, help: [...new Set(help)], perMonth },
      mentoring: input.mentoring === 'yes',
      open: input.open === 'yes',
      beyond: input.beyond === undefined ? (before?.beyond ?? false) : input.beyond === 'yes',
    };
    return decided(show('experts.entry', { group }), { changes: [put(Experts, entry)] });
  },
});

/** How colleagues see me in the list. */
export const entry = query({
  ...common,
  name: 'experts.entry',
  ack: 'private',
  input: OfGroup,
  show: async (_input, ctx) =>
    entryCard(groupOf(ctx).id, await entryOf(ctx), await ownSpecialties(ctx.read, groupOf(ctx).id), {
      replied: (await repliesFromHere(ctx)).length > 0,
    }),
});

/** The group's own specialties, for its owners. */
export const list = query({
  ...common,
  who: 'owner',
  name: 'experts.list',
  ack: 'form',
  input: OfGroup,
  show: async (_input, ctx) => listForm(groupOf(ctx).id, await ownSpecialties(ctx.read, groupOf(ctx).id)),
});

/** One that stays keeps its id, and whoever chose it; one that goes is nobody's any more. */
export const saveList = command({
  ...common,
  who: 'owner',
  name: 'experts.list.save',
  opensWith: 'experts.list',
  scans: true,
  ack: 'private',
  input: z.object({
    group: z.string(),
    names: z
      .string()
      .default('')
      .transform((typed) => [...new Set(linesOf(typed).map(oneLine).filter(Boolean))])
      .pipe(z.array(z.string().max(lengths.specialty)).max(mostSpecialties)),
  }),
  refill: async (values, errors, ctx) =>
    refilled(listForm(groupOf(ctx).id, await ownSpecialties(ctx.read, groupOf(ctx).id)), values, errors),
  check: async ({ names = [] }, ctx) => found({ names: identifiersIn(names.join('\n'), ctx) }),
  decide: async ({ names }, ctx) => {
    const group = groupOf(ctx).id;
    const before = await ownSpecialties(ctx.read, group);
    const own = names.map((name) => before.find((one) => one.name === name) ?? { id: ctx.ids.next(), name });
    const isSame = names.join('\n') === before.map(({ name }) => name).join('\n');
    return decided(show('experts.find', { group }, say('experts.list.saved')), {
      changes: [
        put(SpecialtyLists, { id: group, own }),
        ...(await noted(ctx, groupOf(ctx), 'settings', isSame ? [] : ['specialties'])),
      ],
    });
  },
});
