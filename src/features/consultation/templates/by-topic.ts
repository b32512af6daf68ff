import { z } from 'zod';
import { wordsFor } from '../../../i18n/file-words.ts';
import { type Msg, say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { decided, show } from '../../../runtime/decision.ts';
import { command, query } from '../../../runtime/route.ts';
import { form, option, pickField, quiet } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { type Draft, topics } from '../model.ts';
import { quickId } from './all.ts';
import { offeredIn, type Preferences, preferencesOf } from './preferences.ts';
import { common, OfGroup, preferred } from './preferred.ts';
import type { Template } from './template.ts';

type Topic = (typeof topics)[number];
/** In place of a structure: whatever a question opens with anyway. */
const usual = 'usual';

/** Structures that a topic can open with: one that has a topic of its own is for that alone. */
const fitting = (offered: readonly Template[], topic: Topic): readonly Template[] =>
  offered.filter((t) => t.topic === null || t.topic === topic);

/** What a question on a topic opens with: as the group chose, as long as that is offered; else null. */
export function opensWith(ctx: Pick<Asked, 'files'>, of: Preferences, topic: Topic): Template | null {
  const chosen = of.byTopic[topic];
  return chosen === undefined ? null : (fitting(offeredIn(ctx, of), topic).find(({ id }) => id === chosen) ?? null);
}

/**
 * Another structure than a draft was begun in, which the group chose for its topic. Whoever took one of their own choice keeps it:
 * only the quick question, and what all questions open with, give way.
 */
export function betterFor(ctx: Pick<Asked, 'files'>, of: Preferences, draft: Draft): Template | null {
  const begun = draft.structure?.id ?? quickId;
  const wanted = opensWith(ctx, of, draft.topic);
  const byDefault = [quickId, opensWith(ctx, of, 'case')?.id];
  return wanted === null || wanted.id === begun || !byDefault.includes(begun) ? null : wanted;
}

/** Topics for which the group chose a structure, in their order. */
export const topicsWith = (
  ctx: Pick<Asked, 'files'>,
  of: Preferences,
): { readonly topic: Topic; readonly template: Template }[] =>
  topics.flatMap((topic) => {
    const template = opensWith(ctx, of, topic);
    return template === null ? [] : [{ topic, template }];
  });

function topicsForm(
  ctx: Asked,
  of: Preferences,
  values: Record<string, string> = {},
  errors: Record<string, Msg> = {},
): Form {
  const offered = offeredIn(ctx, of);
  return form({
    title: say('preferences.topics'),
    intro: [quiet(say('preferences.topics.intro'))],
    fields: topics.map((topic) =>
      pickField(
        topic,
        say('topic.name', { topic }),
        [
          option(usual, say('preferences.topics.usual')),
          ...fitting(offered, topic).map((t) => option(t.id, wordsFor(t.name, ctx.locale))),
        ],
        { required: true, value: values[topic] ?? opensWith(ctx, of, topic)?.id ?? usual, error: errors[topic] },
      ),
    ),
    submit: say('setup.saveChanges'),
    do: 'consult.topics.save',
    with: { group: groupOf(ctx).id },
  });
}

export const changeTopics = query({
  ...common,
  name: 'consult.topics',
  ack: 'form',
  input: OfGroup,
  show: async (_input, ctx) => topicsForm(ctx, await preferencesOf(ctx.read, groupOf(ctx).id)),
});

/** Which structure each topic opens with. One that is not offered, or not for that topic, is not taken. */
export const saveTopics = command({
  ...common,
  name: 'consult.topics.save',
  opensWith: 'consult.topics',
  ack: 'private',
  input: z.object({ group: z.string() }).catchall(z.string()),
  refill: async (values, errors, ctx) =>
    topicsForm(ctx, await preferencesOf(ctx.read, groupOf(ctx).id), { ...values }, { ...errors }),
  check: async (input, ctx) => {
    const offered = offeredIn(ctx, await preferencesOf(ctx.read, groupOf(ctx).id));
    const isWrong = (topic: Topic): boolean => {
      const chosen = input[topic] ?? usual;
      return chosen !== usual && !fitting(offered, topic).some(({ id }) => id === chosen);
    };
    return Object.fromEntries(topics.filter(isWrong).map((topic) => [topic, say('field.choose')]));
  },
  decide: async (input, ctx) => {
    const { id } = groupOf(ctx);
    const before = await preferencesOf(ctx.read, id);
    const byTopic = Object.fromEntries(
      topics.flatMap((topic) => {
        const chosen = input[topic] ?? usual;
        return chosen === usual ? [] : [[topic, chosen]];
      }),
    );
    return decided(show('consult.settings', { group: id }, say('setup.saved')), {
      changes: await preferred(ctx, before, { ...before, id, byTopic }),
    });
  },
});
