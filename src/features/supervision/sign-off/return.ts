import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import { decided, isRefusal, put, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import {
  action,
  actions,
  body,
  card,
  form,
  option,
  person,
  pickField,
  refilled,
  textField,
} from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { common } from '../agreement/find.ts';
import { entryOf } from '../hours/entries.ts';
import { identifierProblem } from '../hours/identifiers.ts';
import { Entries, entryLimits, returnReasons, type SupervisionEntry } from '../model.ts';

const OfEntry = z.object({ group: z.string(), entry: z.string() });

/** Returning an entry needs a reason; the supervisee can change it and submit it again. */
export const returnEntry = query({
  ...common,
  name: 'supervision.return',
  ack: 'form',
  input: OfEntry,
  show: async ({ entry }, ctx) => {
    const of = await entryOf(ctx, entry, 'supervisor');
    if (isRefusal(of)) return of;
    return of.entry.status === 'submitted' ? returnForm(of.entry, of.agreement.group) : refusal('entryNotWaiting');
  },
});

export const saveReturn = command({
  ...common,
  name: 'supervision.return.save',
  scans: true,
  ack: 'private',
  input: OfEntry.extend({ reason: z.enum(returnReasons), note: z.string().trim().max(entryLimits.note).default('') }),
  refill: async (values, errors, ctx) => {
    const of = await entryOf(ctx, values.entry ?? '', 'supervisor');
    return isRefusal(of) ? of : returnForm(of.entry, of.agreement.group, values, errors);
  },
  check: async ({ reason, note = '' }, ctx) =>
    found({
      note:
        reason === 'other' && note === ''
          ? say('supervision.return.note.missing')
          : identifierProblem(note, 'note', ctx),
    }),
  decide: async ({ entry, reason, note }, ctx) => {
    const of = await entryOf(ctx, entry, 'supervisor');
    if (isRefusal(of)) return of;
    if (of.entry.status !== 'submitted') return refusal('entryNotWaiting');
    const { group, supervisee } = of.agreement;
    const post = card(say('supervision.letter.summary'), [
      body(person(ctx.me), say('supervision.letter.returned')),
      actions(action(say('word.open'), 'supervision.entry', { group, entry }, { tone: 'main' })),
    ]);
    return decided(show('supervision.sign', { group }, say('supervision.returned')), {
      changes: [
        put(Entries, { ...of.entry, status: 'returned', submittedAt: null, returned: { reason, note, at: ctx.now } }),
      ],
      sends:
        supervisee === ''
          ? []
          : [
              {
                post,
                id: ctx.ids.next(),
                to: { is: 'direct', person: supervisee },
                subject: of.agreement.id,
                notBefore: ctx.now,
                quiet: { group, zone: of.agreement.zone },
                orNextAnswer: true,
              },
            ],
    });
  },
});

function returnForm(
  e: SupervisionEntry,
  group: string,
  values: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const blank = form({
    title: say('supervision.return.title'),
    fields: [
      pickField(
        'reason',
        say('supervision.return.reason'),
        returnReasons.map((reason) => option(reason, say('supervision.return.reason.name', { reason }))),
        { required: true },
      ),
      textField(
        'note',
        say('supervision.return.note'),
        { lines: 2, max: entryLimits.note },
        { hint: say('supervision.return.note.hint') },
      ),
    ],
    submit: say('supervision.return'),
    do: 'supervision.return.save',
    with: { group, entry: e.id },
  });
  return refilled(blank, values, errors);
}
