import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import { addDays } from '../../../time/time.ts';
import { heading, option, quiet } from '../../../view/build.ts';
import type { Block, Option, Values } from '../../../view/view.ts';
import { type Consultation, type Reply, takeAwaysStep } from '../model.ts';

/**
 * Where a form has room for few fields, what a record needs beside its texts is chosen on the card from which the form is
 * opened: it is seen before anything is written, and the form stays one window.
 */
const minutesOffered = ['5', '10', '15', '20', '30', '45', '60', '90'] as const;
/** In days; 0 is no follow-up. */
const followUpsOffered = ['0', '7', '14', '28', '84'] as const;

/** So many days after a meeting a follow-up is proposed. */
export const followUpDays = 28;

/** A record is shared only where its owner says so, and most consultations are short. */
const usual = { minutes: '15', inDays: '0', share: 'no' } as const;

export const choices = {
  minutes: z.enum(minutesOffered).optional(),
  inDays: z.enum(followUpsOffered).optional(),
  share: z.enum(['yes', 'no']).optional(),
};
const Choices = z.object(choices);
type Choices = z.output<typeof Choices>;
/** Values of a form, too: all of them are words. */
export type Chosen = { readonly [K in keyof Choices]-?: NonNullable<Choices[K]> };

/** The choices on the card, and the one that was just changed. */
export const changedChoices = {
  ...choices,
  change: z.enum(['minutes', 'inDays', 'share']).optional(),
  chosen: z.string().optional(),
  on: z.string().optional(),
};
const Changed = z.object(changedChoices);
export type ChangedChoices = z.output<typeof Changed>;

/** After a meeting that the case was taken to, a day on which to look at it again. */
export const proposesFollowUp = (replies: readonly Reply[]): boolean =>
  replies.some((r) => r.step?.id === takeAwaysStep);

export function chosenNow({ change, chosen, on, ...before }: ChangedChoices, replies: readonly Reply[]): Chosen {
  const at = {
    ...usual,
    ...(proposesFollowUp(replies) ? { inDays: `${followUpDays}` as const } : {}),
    ...given(before),
  };
  const next = Choices.safeParse(change === undefined ? {} : { [change]: change === 'share' ? on : chosen });
  return { ...at, ...given(next.data ?? {}) };
}

const given = (of: Choices): Partial<Chosen> =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));

/** What was chosen, once all of it was; null where the form has room to ask. */
export const allChosen = ({ minutes, inDays, share }: Choices): Chosen | null =>
  minutes && inDays && share ? { minutes, inDays, share } : null;

/** The same among the values that came with a form. */
export const chosenIn = (values: Values): Chosen | null => allChosen(Choices.safeParse(values).data ?? {});

/** The same as the fields of a form hold it, which ask for a day. */
export const asTyped = ({ inDays, ...rest }: Chosen, today: string) => ({
  ...rest,
  followUp: dayIn(inDays, today),
});

/** The day that a number of days from now means; empty for none. */
export const dayIn = (inDays: Chosen['inDays'], today: string): string =>
  inDays === '0' ? '' : addDays(today, Number(inDays));

/** The card's part: what stands in the record, and that fields for the rest are a press away. */
export function closingChoices(c: Pick<Consultation, 'group' | 'id'>, chosen: Chosen): Block[] {
  const pick = (change: 'minutes' | 'inDays', label: Msg, options: readonly Option[]): Block => ({
    is: 'pick',
    label,
    options,
    chosen: [chosen[change]],
    many: false,
    do: 'consult.close.ask',
    with: changing(change),
  });
  const changing = (change: keyof Chosen): Values => ({ group: c.group, consultation: c.id, ...chosen, change });
  return [
    heading(say('close.record')),
    pick(
      'minutes',
      say('record.duration'),
      minutesOffered.map((minutes) => option(minutes, say('record.length', { minutes: Number(minutes) }))),
    ),
    pick(
      'inDays',
      say('record.followUp'),
      followUpsOffered.map((days) => option(days, say('close.followUp', { days: Number(days) }))),
    ),
    {
      is: 'switch',
      label: say('record.share'),
      on: chosen.share === 'yes',
      do: 'consult.close.ask',
      with: changing('share'),
    },
    quiet(say('close.more')),
  ];
}
