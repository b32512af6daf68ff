import { wordsFor } from '../../../i18n/file-words.ts';
import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import type { GroupExportPart } from '../../../runtime/contributions.ts';
import { words } from '../../../view/build-document.ts';
import { topicsWith } from './by-topic.ts';
import { dutyOf } from './duty.ts';
import { offeredIn, preferencesOf } from './preferences.ts';

/** How a group consults, in what an owner takes along. */
export async function preferencesPart(ctx: Asked, group: string): Promise<GroupExportPart> {
  const of = await preferencesOf(ctx.read, group);
  const duty = dutyOf(ctx, of.duty);
  // Names of structures have commas of their own.
  const offered = offeredIn(ctx, of).flatMap((t, i): Msg[] => [
    ...(i === 0 ? [] : [say('word.semicolon')]),
    wordsFor(t.name, ctx.locale),
  ]);
  return {
    title: say('preferences.title'),
    rows: [
      [say('preferences.offered'), words(...offered)],
      ...topicsWith(ctx, of).map(
        ({ topic, template }) => [say('topic.name', { topic }), words(wordsFor(template.name, ctx.locale))] as const,
      ),
      [say('preferences.hours'), words(say('preferences.hoursIs', { hours: of.stepHours }))],
      [say('preferences.anonymity'), words(say('preferences.anonymity.name', { may: of.anonymity }))],
      [say('preferences.retention'), words(say('preferences.retention.is', { years: of.keepYears }))],
      ...(duty === null ? [] : [[say('preferences.duty'), words(wordsFor(duty.jurisdiction, ctx.locale))] as const]),
    ],
  };
}
