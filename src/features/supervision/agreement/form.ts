import { type Msg, say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { dateOf } from '../../../time/time.ts';
import {
  body,
  dateField,
  form,
  option,
  peopleField,
  pickField,
  refilled,
  textField,
  typedOption,
} from '../../../view/build.ts';
import type { Field, Form } from '../../../view/view.ts';
import { packsOf } from '../packs.ts';
import { modalities } from '../rules/pack.ts';
import { type Agreement, agreementLimits, purposes, roles } from './model.ts';

/** What stands for a pack where none fits. */
export const noPack = 'none';

/**
 * The form that proposes an agreement. One that takes the place of `old` is of the same two people, and of growth exactly if
 * that one is: then nothing in it is about hours that count.
 */
export function pairForm(
  ctx: Asked,
  group: string,
  old: Pick<Agreement, 'id' | 'purpose'> | null,
  values: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const { sites, site, frequency } = agreementLimits;
  const replaces = old?.id;
  const blank = form({
    title: say(replaces ? 'supervision.replace' : 'supervision.pair.title'),
    intro: [body(say(replaces ? 'supervision.replace.intro' : 'supervision.pair.intro'))],
    fields: [
      ...(replaces ? [] : partyFields()),
      ...(old?.purpose === 'growth' ? [] : purposeFields(ctx, old === null ? purposes : countingPurposes)),
      pickField(
        'modalities',
        say('supervision.modalities'),
        modalities.map((modality) => option(modality, say('supervision.modality', { modality }))),
        { required: true, many: true, value: 'individual' },
      ),
      textField(
        'sites',
        say('supervision.sites'),
        { lines: 3, max: sites * (site + 1) },
        { required: true, hint: say('supervision.sites.hint') },
      ),
      dateField('startsOn', say('supervision.startsOn'), {
        required: true,
        value: dateOf(ctx.now, ctx.zone ?? groupOf(ctx).zone),
      }),
      textField(
        'frequency',
        say('supervision.frequency'),
        { max: frequency },
        { hint: say('supervision.frequency.hint') },
      ),
    ],
    submit: say('supervision.pair.save'),
    do: 'supervision.pair.save',
    with: {
      group,
      ...(replaces ? { replaces } : {}),
      ...(old?.purpose === 'growth' ? { purpose: old.purpose } : {}),
    },
  });
  return refilled(blank, values, errors);
}

const countingPurposes = purposes.filter((purpose) => purpose !== 'growth');

const purposeFields = (ctx: Asked, offered: readonly Agreement['purpose'][]): Field[] => [
  pickField(
    'purpose',
    say('supervision.purpose'),
    offered.map((purpose) => option(purpose, say('supervision.purpose.name', { purpose }))),
    { required: true },
  ),
  pickField(
    'pack',
    say('supervision.pack'),
    [...packsOf(ctx).map(({ id, title }) => typedOption(id, title)), option(noPack, say('supervision.pack.none'))],
    { hint: say('supervision.pack.hint', { growth: offered.includes('growth') }) },
  ),
];

const partyFields = (): Field[] => [
  pickField(
    'role',
    say('supervision.pair.role'),
    roles.map((role) => option(role, say('supervision.role', { role }))),
    { required: true, value: 'supervisee' },
  ),
  peopleField('other', say('supervision.pair.other'), 1, { others: true }),
  textField(
    'outside',
    say('supervision.pair.outside'),
    { max: agreementLimits.outside },
    { hint: say('supervision.pair.outside.hint') },
  ),
];
