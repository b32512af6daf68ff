import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { option } from '../../../view/build.ts';
import type { Block } from '../../../view/view.ts';
import { type Draft, topics, urgencies } from '../model.ts';
import { quickId } from '../templates/all.ts';
import { caseForm } from '../templates/fields.ts';
import { idsOf } from './preview-of.ts';

/** Whether the form of a draft asks for its topic: some structures are about one alone. */
export const hasTopic = (ctx: Asked, draft: Draft): boolean => caseForm(ctx, draft.structure?.id ?? quickId).asksTopic;

/** On its preview, what a form of few fields left out: when an answer is needed, and what it is about. */
export function choiceBlocks(ctx: Asked, draft: Draft): Block[] {
  if (draft.purpose !== 'case' && draft.purpose !== 'edit') return [];
  const values = { ...idsOf(draft), version: String(draft.version) };
  const urgency: Block = {
    is: 'pick',
    label: say('ask.urgency'),
    options: urgencies.map((one) => option(one, say('urgency.name', { urgency: one }))),
    chosen: [draft.urgency],
    many: false,
    do: 'consult.draft.urgency',
    with: values,
  };
  const topic: Block = {
    is: 'pick',
    label: say('ask.topic'),
    options: topics.map((one) => option(one, say('topic.name', { topic: one }))),
    chosen: [draft.topic],
    many: false,
    do: 'consult.draft.topic',
    with: values,
  };
  return hasTopic(ctx, draft) ? [urgency, topic] : [urgency];
}
