import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { decided, isRefusal, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { common } from '../agreement/find.ts';
import { madeEntry } from '../hours/make.ts';
import { Entries } from '../model.ts';
import { cleaned, scanNotes } from './notes.ts';
import { draftId, importIn } from './open.ts';
import { atOnce } from './views.ts';

/** Saves the rows that are ready, some hundred at a time; those that are saved read as logged from then on. */
export const saveImport = command({
  ...common,
  name: 'supervision.import.save',
  scans: true,
  ack: 'private',
  input: z.object({ group: z.string(), agreement: z.string(), shown: z.string().default('') }),
  decide: async ({ agreement, shown }, ctx) => {
    const of = await importIn(ctx, agreement);
    if (isRefusal(of)) return of;
    const { agreement: a, rows } = of;
    if (shown !== of.shown)
      return decided(show('supervision.import.preview', { group: a.group, agreement: a.id }, say('draft.overtaken')));
    if (a.status !== 'active') return refusal('notConfirmed');
    const ready = rows.flatMap(({ raw, issue, making }) =>
      issue === null && making !== null ? [{ raw, making }] : [],
    );
    const now = ready.slice(0, atOnce);
    scanNotes(
      now.map(({ raw }) => raw),
      ctx,
    );
    const left = ready.length - now.length;
    const problems = rows.filter(
      ({ issue }) => issue !== null && issue !== 'logged' && issue !== 'leftOut' && issue !== 'dropped',
    ).length;
    const ids = { group: a.group, agreement: a.id };
    const done = left === 0 && problems === 0;
    const note = say('supervision.import.saved', { n: now.length, left });
    return decided(done ? show('supervision.entries', ids, note) : show('supervision.import.preview', ids, note), {
      changes: now.map(({ raw, making }) =>
        put(Entries, madeEntry(ctx, a, { ...making, topics: cleaned(raw.notes, ctx).text, submit: false })),
      ),
      drafts: done ? [{ forget: draftId(a.id) }] : [],
    });
  },
});
