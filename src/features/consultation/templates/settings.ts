import { z } from 'zod';
import { wordsFor } from '../../../i18n/file-words.ts';
import { type Msg, say } from '../../../i18n/message.ts';
import { type Asked, type Context, groupOf } from '../../../runtime/context.ts';
import { type Change, decided, put, type Refusal, show } from '../../../runtime/decision.ts';
import { fieldIssue } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
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
import { noted } from '../../group/model.ts';
import { templateOf, templatesOf } from './all.ts';
import { dutiesOf, dutyOf } from './duty.ts';
import { anonymities, minutesOf, offeredIn, Preferences, preferencesOf } from './preferences.ts';
import { type Template, TemplateId } from './template.ts';

const common = { who: 'owner', feature: 'consultation' } as const;
const OfGroup = z.object({ group: z.string().optional() });
const OfTemplate = z.object({ group: z.string().optional(), template: TemplateId });

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
    ),
    actions(
      action(say('preferences.change'), 'consult.settings.form', { group }, { tone: 'main' }),
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
  decide: async ({ offered, stepHours, anonymity, duty }, ctx) => {
    const { id } = groupOf(ctx);
    const before = await preferencesOf(ctx.read, id);
    const hidden = templatesOf(ctx).flatMap((t) => (offered.includes(t.id) ? [] : [t.id]));
    const chosen = duty !== undefined && dutiesOf(ctx).some((one) => one.id === duty) ? duty : null;
    // The form shows the one that stands in where none was chosen.
    const known = before.duty === null && chosen === dutyOf(ctx, null)?.id ? null : chosen;
    return decided(show('consult.settings', { group: id }, say('setup.saved')), {
      changes: await preferred(ctx, before, { ...before, id, hidden, stepHours, anonymity, duty: known }),
    });
  },
});

/** What the owners chose, with what the audit list tells of it. */
async function preferred(ctx: Context, before: Preferences, after: Preferences): Promise<Change[]> {
  const parts = {
    offered: 'hidden',
    stepHours: 'stepHours',
    times: 'minutes',
    anonymity: 'anonymity',
    duty: 'duty',
  } as const;
  const changed = (Object.keys(parts) as (keyof typeof parts)[]).filter(
    (one) => JSON.stringify(before[parts[one]]) !== JSON.stringify(after[parts[one]]),
  );
  return [put(Preferences, after), ...(await noted(ctx, groupOf(ctx), 'settings', changed))];
}

/** The minutes of each step of one structure. */
function minutesForm(
  ctx: Asked,
  t: Template,
  of: Preferences,
  values: Record<string, string> = {},
  errors: Record<string, Msg> = {},
): Form {
  return form({
    title: say('preferences.times'),
    fields: t.steps.map((step) =>
      textField(
        step.id,
        wordsFor(step.name, ctx.locale),
        { max: 3 },
        { required: true, value: values[step.id] ?? String(minutesOf(of, t, step)), error: errors[step.id] },
      ),
    ),
    submit: say('setup.saveChanges'),
    do: 'consult.minutes.save',
    with: { group: groupOf(ctx).id, template: t.id },
  });
}

async function minutesOfTemplate(
  ctx: Asked,
  id: string,
  values: Record<string, string> = {},
  errors: Record<string, Msg> = {},
): Promise<Form | Refusal> {
  const template = templateOf(ctx, id);
  if (template === null) return refusal('stepGone');
  return minutesForm(ctx, template, await preferencesOf(ctx.read, groupOf(ctx).id), values, errors);
}

export const changeMinutes = query({
  ...common,
  name: 'consult.minutes',
  ack: 'form',
  input: OfTemplate,
  show: (input, ctx) => minutesOfTemplate(ctx, input.template),
});

const wrongMinutes = (typed: unknown): boolean => {
  const minutes = typeof typed === 'string' ? readCount(typed) : null;
  return minutes === null || minutes < 1 || minutes > 240;
};

export const saveMinutes = command({
  ...common,
  name: 'consult.minutes.save',
  ack: 'private',
  input: OfTemplate.catchall(z.string()),
  refill: (values, errors, ctx) => minutesOfTemplate(ctx, values.template ?? '', { ...values }, { ...errors }),
  check: async (input, ctx) =>
    Object.fromEntries(
      (templateOf(ctx, input.template)?.steps ?? []).flatMap(({ id }) =>
        wrongMinutes(input[id]) ? [[id, say('preferences.minutes.error')]] : [],
      ),
    ),
  decide: async (input, ctx) => {
    const template = templateOf(ctx, input.template);
    if (template === null) return refusal('stepGone');
    const { id } = groupOf(ctx);
    const before = await preferencesOf(ctx.read, id);
    const chosen = Object.fromEntries(template.steps.map((s) => [s.id, readCount(input[s.id] ?? '') ?? s.minutes]));
    return decided(show('consult.settings', { group: id }, say('setup.saved')), {
      changes: await preferred(ctx, before, { ...before, id, minutes: { ...before.minutes, [template.id]: chosen } }),
    });
  },
});
