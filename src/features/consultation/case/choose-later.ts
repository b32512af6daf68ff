import { z } from 'zod';
import { decided, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { myDraft } from '../find.ts';
import { type Draft, Drafts, topics, urgencies } from '../model.ts';
import { hasTopic } from './choices.ts';
import { again, redecided, stale } from './preview.ts';
import { asksAll } from './review.ts';

const common = { who: 'member', feature: 'consultation', ack: 'private' } as const;
const OfDraft = z.object({ group: z.string(), draft: Id, version: z.coerce.number().int() });
const preview = (draft: Draft) => show('consult.preview', { group: draft.group, draft: draft.id });

export const chooseUrgency = command({
  ...common,
  name: 'consult.draft.urgency',
  input: OfDraft.extend({ chosen: z.enum(urgencies) }),
  decide: async (input, ctx) => {
    const draft = await ctx.read.get(Drafts, input.draft);
    if (draft === null) return refusal('draftGone');
    if (draft.version !== input.version) return stale(draft);
    return decided(preview(draft), { changes: [put(Drafts, { ...draft, urgency: input.chosen })] });
  },
});

/**
 * The topic decides how strictly words are asked about, so the text is looked at again. Once memory has let go of it, a stricter
 * topic is one for the form: what would be asked about can no longer be told.
 */
export const chooseTopic = command({
  ...common,
  name: 'consult.draft.topic',
  scans: true,
  input: OfDraft.extend({ chosen: z.enum(topics) }),
  decide: async (input, ctx) => {
    const mine = await myDraft(ctx, input.draft);
    if (mine === null) return refusal('draftGone');
    const { draft, raw } = mine;
    if (draft.version !== input.version) return stale(draft);
    if (!hasTopic(ctx, draft)) return stale(draft);
    const next = { ...draft, topic: input.chosen };
    if (raw !== null) return redecided(ctx, next, raw);
    if (asksAll(next.topic) && !asksAll(draft.topic)) return again(draft);
    return decided(preview(draft), { changes: [put(Drafts, next)] });
  },
});
