import { z } from 'zod';
import { wordsFor } from '../../../i18n/file-words.ts';
import { type Msg, say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { decided, type Refusal, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { readCount } from '../../../time/typed-text.ts';
import { form, textField } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { templateOf } from './all.ts';
import { minutesOf, type Preferences, preferencesOf } from './preferences.ts';
import { common, preferred } from './preferred.ts';
import { type Template, TemplateId } from './template.ts';

const OfTemplate = z.object({ group: z.string().optional(), template: TemplateId });

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
