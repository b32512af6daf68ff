import { z } from 'zod';
import { wordsFor } from '../../../i18n/file-words.ts';
import { type Msg, say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { decided, show } from '../../../runtime/decision.ts';
import { fieldIssue } from '../../../runtime/field-errors.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { readCount } from '../../../time/typed-text.ts';
import {
  action,
  actions,
  card,
  facts,
  form,
  item,
  list,
  option,
  pickField,
  textField,
  title,
} from '../../../view/build.ts';
import type { Card, Form } from '../../../view/view.ts';
import { keepLater } from '../thread/kept.ts';
import { templatesOf } from './all.ts';
import { topicsWith } from './by-topic.ts';
import { dutiesOf, dutyOf } from './duty.ts';
import { anonymities, keptYears, minutesOf, offeredIn, type Preferences, preferencesOf } from './preferences.ts';
import { common, OfGroup, preferred } from './preferred.ts';

/** `/consult settings`: how the group consults, for its owners. */
export const preferences = query({
  ...common,
  name: 'consult.settings',
  ack: 'private',
  slash: slash('consult', 'settings', 'preferences.help'),
  input: OfGroup,
  show: async (_input, ctx) => preferencesCard(ctx, await preferencesOf(ctx.read, groupOf(ctx).id)),
});

function preferencesCard(ctx: Asked, of: Preferences): Card {
  const group = groupOf(ctx).id;
  const offered = offeredIn(ctx, of);
  const times = offered
    .filter((t) => t.steps.length > 0)
    .map((t) =>
      item([wordsFor(t.name, ctx.locale)], {
        detail: [say('structures.minutes', { minutes: t.steps.reduce((sum, s) => sum + minutesOf(of, t, s), 0) })],
        actions: [action(say('preferences.times'), 'consult.minutes', { group, template: t.id })],
      }),
    );
  const duty = dutyOf(ctx, of.duty);
  return card(say('preferences.title'), [
    title(say('preferences.title')),
    facts(
      [say('preferences.offered'), say('preferences.count', { n: offered.length, of: templatesOf(ctx).length })],
      [say('preferences.hours'), say('preferences.hoursIs', { hours: of.stepHours })],
      [say('preferences.anonymity'), say('preferences.anonymity.name', { may: of.anonymity })],
      ...(duty === null ? [] : [[say('preferences.duty'), wordsFor(duty.jurisdiction, ctx.locale)] as const]),
      [say('preferences.retention'), say('preferences.retention.is', { years: of.keepYears })],
      ...topicsWith(ctx, of).map(
        ({ topic, template }) => [say('topic.name', { topic }), wordsFor(template.name, ctx.locale)] as const,
      ),
    ),
    actions(
      action(say('preferences.change'), 'consult.settings.form', { group }, { tone: 'main' }),
      action(say('preferences.topics'), 'consult.topics', { group }),
      action(say('years.title'), 'consult.years', { group }),
      action(say('agreement.summary'), 'curbside.agreement', { group }),
      action(say('audit.open'), 'group.audit', { group }),
    ),
    list(times, say('structures.none')),
  ]);
}

const Hours = z.string().transform((typed, ctx) => {
  const hours = readCount(typed);
  if (hours !== null && hours >= 1 && hours <= 168) return hours;
  ctx.addIssue(fieldIssue(say('preferences.hours.error')));
  return z.NEVER;
});

const SettingsInput = z.object({
  group: z.string(),
  offered: z
    .string()
    .default('')
    .transform((chosen) => chosen.split(',').filter(Boolean)),
  stepHours: Hours,
  anonymity: z.enum(anonymities),
  duty: z.string().max(30).optional(),
  /** Absent in a form that was opened before it was asked: what is set stays. */
  keepYears: z.enum(['all', ...keptYears.map(String)]).optional(),
});

function settingsForm(
  ctx: Asked,
  of: Preferences,
  values: Record<string, string> = {},
  errors: Record<string, Msg> = {},
): Form {
  const all = templatesOf(ctx);
  const field = (name: string, value: string) => ({
    required: true,
    value: values[name] ?? value,
    error: errors[name],
  });
  return form({
    title: say('preferences.title'),
    fields: [
      pickField(
        'offered',
        say('preferences.offered'),
        all.map((t) => option(t.id, wordsFor(t.name, ctx.locale))),
        { ...field('offered', all.flatMap((t) => (of.hidden.includes(t.id) ? [] : [t.id])).join(',')), many: true },
      ),
      textField('stepHours', say('preferences.hours'), { max: 3 }, field('stepHours', String(of.stepHours))),
      pickField(
        'anonymity',
        say('preferences.anonymity'),
        anonymities.map((may) => option(may, say('preferences.anonymity.name', { may }))),
        field('anonymity', of.anonymity),
      ),
      pickField(
        'duty',
        say('preferences.duty'),
        dutiesOf(ctx).map((d) => option(d.id, wordsFor(d.jurisdiction, ctx.locale))),
        { ...field('duty', dutyOf(ctx, of.duty)?.id ?? ''), required: false },
      ),
      pickField(
        'keepYears',
        say('preferences.retention'),
        [null, ...keptYears].map((years) => option(String(years ?? 'all'), say('preferences.retention.is', { years }))),
        { ...field('keepYears', String(of.keepYears ?? 'all')), hint: say('preferences.retention.hint') },
      ),
    ],
    submit: say('setup.saveChanges'),
    do: 'consult.settings.save',
    with: { group: groupOf(ctx).id },
  });
}

export const changePreferences = query({
  ...common,
  name: 'consult.settings.form',
  ack: 'form',
  input: OfGroup,
  show: async (_input, ctx) => settingsForm(ctx, await preferencesOf(ctx.read, groupOf(ctx).id)),
});

export const savePreferences = command({
  ...common,
  name: 'consult.settings.save',
  opensWith: 'consult.settings.form',
  ack: 'private',
  input: SettingsInput,
  refill: async (values, errors, ctx) =>
    settingsForm(ctx, await preferencesOf(ctx.read, groupOf(ctx).id), { ...values }, { ...errors }),
  check: async ({ offered = [] }) => (offered.length === 0 ? { offered: say('field.required') } : {}),
  decide: async ({ offered, stepHours, anonymity, duty, keepYears: kept }, ctx) => {
    const { id } = groupOf(ctx);
    const before = await preferencesOf(ctx.read, id);
    const hidden = templatesOf(ctx).flatMap((t) => (offered.includes(t.id) ? [] : [t.id]));
    const chosen = duty !== undefined && dutiesOf(ctx).some((one) => one.id === duty) ? duty : null;
    // The form shows the one that stands in where none was chosen.
    const known = before.duty === null && chosen === dutyOf(ctx, null)?.id ? null : chosen;
    const keepYears = kept === undefined ? before.keepYears : kept === 'all' ? null : Number(kept);
    return decided(show('consult.settings', { group: id }, say('setup.saved')), {
      changes: await preferred(ctx, before, { ...before, id, hidden, stepHours, anonymity, duty: known, keepYears }),
      due: keepYears === null ? [] : [keepLater(id, ctx.now)],
    });
  },
});
