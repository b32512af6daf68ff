import { wordsFor } from '../../../i18n/file-words.ts';
import type { Contribution } from '../../../runtime/hooks.ts';
import { templatesOf } from './all.ts';
import { minutesOf, offeredIn, preferencesOf } from './preferences.ts';

/** The structures that a slot of a meeting can have: those with steps, as a case in any other is held as it was asked. */
export const atMeetings: Contribution<'meetingStructures'> = async (ctx, { group, locale }) => {
  const preferences = await preferencesOf(ctx.read, group);
  const offered = offeredIn(ctx, preferences);
  return templatesOf(ctx)
    .filter(({ steps }) => steps.length > 0)
    .map((t) => ({
      id: t.id,
      name: wordsFor(t.name, locale),
      offered: offered.includes(t),
      anonymous: t.anonymous,
      steps: t.steps.map((step) => ({
        id: step.id,
        name: wordsFor(step.name, locale),
        prompt: wordsFor(step.prompt, locale),
        minutes: minutesOf(preferences, t, step),
      })),
    }));
};
