import { z } from 'zod';
import { words, wordsFor } from '../../i18n/file-words.ts';
import { type Msg, plain } from '../../i18n/message.ts';
import type { Group, Member } from '../../ports/membership.ts';
import type { Asked } from '../../runtime/context.ts';
import { isChecked, sharesResponsibility } from './responsibility.ts';

/** The clauses that every group has, in the words of the catalogue. They are the same everywhere: no file and no owner changes them. */
const core = [
  'purpose',
  'notSupervision',
  'responsible',
  'deidentify',
  'confidential',
  'exceptions',
  'recognise',
  'conflicts',
  'keeps',
  'licence',
] as const;

/** Raised whenever what the core says changes: everyone is asked to accept it again. Wording alone does not count. */
export const agreementVersion = 1;

const id = z.string().regex(/^[a-z][a-z-]{1,39}$/, 'an id is lower-case letters and hyphens');

/** Clauses that a group can add to the core: one file (docs/agreements.md). */
export const AddOn = z
  .strictObject({
    id,
    /** Its place among the others. */
    order: z.number().int(),
    /** Raised whenever what it says changes. */
    version: z.number().int().min(1),
    name: words(60),
    about: words(200),
    source: z.string().min(1).max(300).optional(),
    /** What it allows the group to do. */
    allows: z.enum(['otherGroups']).optional(),
    clauses: z
      .array(z.strictObject({ id, text: words(400) }))
      .min(1)
      .max(12),
  })
  .superRefine((addOn, ctx) => {
    const wrong = (message: string, ...path: (string | number)[]) => ctx.addIssue({ code: 'custom', message, path });
    if (new Set(addOn.clauses.map((c) => c.id)).size !== addOn.clauses.length)
      wrong('two of these have the same id', 'clauses');
    for (const [i, clause] of addOn.clauses.entries())
      for (const [language, text] of Object.entries(clause.text)) {
        if (!isChecked(language))
          wrong(
            `clause "${clause.id}" is in a language in which nothing can check it yet`,
            'clauses',
            i,
            'text',
            language,
          );
        const sentence = sharesResponsibility(text, language);
        if (sentence !== null)
          wrong(
            `clause "${clause.id}" shares responsibility or liability: "${sentence}" The clinician who asks remains responsible`,
            ...['clauses', i, 'text', language],
          );
      }
  });
export type AddOn = z.output<typeof AddOn>;

/** Read once a file. */
const read = new WeakMap<object, AddOn>();

type Files = Pick<Asked, 'files'>;

/** The add-ons that this installation has, in their order. */
export const addOnsOf = ({ files }: Files): readonly AddOn[] =>
  files.agreements
    .map((file) => {
      const addOn = read.get(file) ?? AddOn.parse(file);
      read.set(file, addOn);
      return addOn;
    })
    .sort((a, b) => a.order - b.order);

/** Those that a group chose, as far as their files are still there. */
export const chosenIn = (ctx: Files, group: Pick<Group, 'addOns'>): readonly AddOn[] =>
  addOnsOf(ctx).filter((one) => group.addOns.includes(one.id));

/** What is accepted besides the core: each add-on with its version. */
export const acceptedIn = (ctx: Files, group: Pick<Group, 'addOns'>): string[] =>
  chosenIn(ctx, group).map((one) => `${one.id} ${one.version}`);

/** The whole agreement of a group, as somebody accepts it: the version of its core, and its add-ons with theirs. */
export const agreementOf = (ctx: Files, group: Pick<Group, 'addOns'>): string[] => [
  String(agreementVersion),
  ...acceptedIn(ctx, group),
];

/**
 * What a card of the agreement shows, for its buttons: the version of the core and, in a few characters, the add-ons with
 * theirs (FNV-1a, 32 bits: it tells two agreements of a group apart, and need not withstand anybody).
 */
export function shownIn(ctx: Files, group: Pick<Group, 'addOns'>): string {
  const addOns = acceptedIn(ctx, group).join();
  if (addOns === '') return String(agreementVersion);
  let hash = 0x811c9dc5;
  for (let i = 0; i < addOns.length; i += 1) hash = Math.imul(hash ^ addOns.charCodeAt(i), 0x01000193);
  return `${agreementVersion}.${(hash >>> 0).toString(36)}`;
}

/** What buttons stand for that do not say what was shown: they are of before add-ons. */
export const shownBefore = '1';

/** Whether somebody accepted the agreement of the group as it is now: its core and its add-ons. */
export const hasAgreed = (ctx: Files & { readonly group: Group | null }, member: Member | null): boolean =>
  member !== null &&
  member.agreed.version === agreementVersion &&
  (ctx.group === null || acceptedIn(ctx, ctx.group).join() === member.agreed.addOns.join());

/** Characters that add-ons may have together: the agreement is one message on every platform, in every language. */
export const mostText = 1400;

export const lengthOf = (addOns: readonly AddOn[]): number =>
  addOns.reduce((sum, { clauses }) => sum + clauses.reduce((n, { text }) => n + (text.en ?? '').length, 0), 0);

/** Whether the agreement of a group allows something. */
export const allows = (ctx: Files, group: Pick<Group, 'addOns'>, what: NonNullable<AddOn['allows']>): boolean =>
  chosenIn(ctx, group).some((one) => one.allows === what);

/** A part of the agreement under its name; the core has none. */
interface Part {
  readonly name: Msg | null;
  readonly clauses: readonly Msg[];
}

/** The agreement as its members read it. */
export const partsOf = (ctx: Files & Pick<Asked, 'locale'>, group: Pick<Group, 'addOns'>): Part[] => [
  { name: null, clauses: core.map((clause) => plain(`agreement.${clause}`)) },
  ...chosenIn(ctx, group).map((one) => ({
    name: wordsFor(one.name, ctx.locale),
    clauses: one.clauses.map(({ text }) => wordsFor(text, ctx.locale)),
  })),
];

/** What a group can choose from, each with what it is about. */
export const choicesOf = (ctx: Files & Pick<Asked, 'locale'>): { id: string; name: Msg; about: Msg }[] =>
  addOnsOf(ctx).map((one) => ({
    id: one.id,
    name: wordsFor(one.name, ctx.locale),
    about: wordsFor(one.about, ctx.locale),
  }));
