import { z } from 'zod';
import { wordsFor } from '../../../i18n/file-words.ts';
import { say } from '../../../i18n/message.ts';
import { groupOf } from '../../../runtime/context.ts';
import { query, slash } from '../../../runtime/route.ts';
import { action, card, item, list, quiet, title } from '../../../view/build.ts';
import type { Item } from '../../../view/view.ts';
import { memberCount } from '../find.ts';
import { topicsWith } from './by-topic.ts';
import { minutesOf, offeredIn, type Preferences, preferencesOf } from './preferences.ts';
import type { Template } from './template.ts';

/** `/consult structures`: the ways to ask that the group offers, each with its form. */
export const structures = query({
  name: 'consult.structures',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  slash: slash('consult', 'structures', 'structures.help'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => {
    const { id } = groupOf(ctx);
    const preferences = await preferencesOf(ctx.read, id);
    const members = await memberCount(ctx.read, id);
    const items = offeredIn(ctx, preferences).map((t) =>
      structureItem(t, { group: id, preferences, members, locale: ctx.locale }),
    );
    const byTopic = topicsWith(ctx, preferences).map(({ topic, template }) =>
      item([say('topic.name', { topic })], {
        detail: [wordsFor(template.name, ctx.locale)],
        actions: [action(say('structures.use'), 'consult.ask', { group: id, topic })],
      }),
    );
    return card(say('structures.summary'), [
      title(say('structures.summary')),
      list(items, say('structures.none')),
      ...(byTopic.length === 0 ? [] : [quiet(say('structures.byTopic')), list(byTopic, say('structures.none'))]),
    ]);
  },
});

interface Offer {
  readonly group: string;
  readonly preferences: Preferences;
  readonly members: number;
  readonly locale: string;
}

function structureItem(t: Template, { group, preferences, members, locale }: Offer): Item {
  const minutes = t.steps.reduce((sum, step) => sum + minutesOf(preferences, t, step), 0);
  const few = members < t.minMembers;
  return item([wordsFor(t.name, locale)], {
    detail: [
      wordsFor(t.about, locale),
      ...(minutes > 0 ? [say('structures.minutes', { minutes })] : []),
      ...(few ? [say('structures.needs', { members: t.minMembers })] : []),
      ...(t.anonymous ? [] : [say('structures.named')]),
    ],
    actions: few ? [] : [action(say('structures.use'), 'consult.ask', { group, template: t.id })],
  });
}
