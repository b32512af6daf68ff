import type { Context } from '../../../runtime/context.ts';
import { type Change, drop, put } from '../../../runtime/decision.ts';
import type { Agreement } from '../agreement/model.ts';
import { keptMeeting, linksOf } from '../sign-off/kept.ts';
import { type AgendaItem, AgendaItems, isOpen, type Meeting, Meetings } from './model.ts';

interface Before {
  readonly meetings: readonly Meeting[];
  readonly agenda: readonly AgendaItem[];
  /** The agreement whose place this one took, whose notes go on here. */
  readonly replaced: Agreement | null;
}

/**
 * A new note. If no later one is there, it is the next meeting: what is open moves into it, what waited for it stands on its
 * agenda, and the notes before it are locked, each with a link in the chain of its agreement.
 */
export function begin(
  ctx: Pick<Context, 'ids' | 'now' | 'me'>,
  a: Agreement,
  date: string,
  before: Before,
): { readonly meeting: Meeting; readonly changes: readonly Change[] } {
  const blank: Meeting = {
    id: ctx.ids.next(),
    agreement: a.id,
    supervisee: a.supervisee,
    supervisor: a.supervisor,
    date,
    parts: { supervisee: null, supervisor: null },
    actions: [],
    agenda: [],
    finished: { supervisee: null, supervisor: null },
    lockedAt: null,
  };
  if (before.meetings.some((m) => m.date > date)) return { meeting: blank, changes: [] };
  const inOrder = [...before.meetings].sort((x, y) => x.date.localeCompare(y.date));
  const carried = inOrder.flatMap((m) => m.actions.filter(isOpen)).map((one) => ({ ...one, carried: true }));
  const locks = inOrder.filter((m) => m.lockedAt === null);
  const chains = [a, ...(before.replaced === null ? [] : [before.replaced])].flatMap((of) =>
    linksOf(ctx, of, locks.filter((m) => m.agreement === of.id).map(keptMeeting)),
  );
  const left = inOrder.filter((m) => m.lockedAt === null || m.actions.some(isOpen));
  return {
    meeting: { ...blank, actions: carried, agenda: before.agenda.map(({ topic }) => topic) },
    changes: [
      ...left.map((m) =>
        put(Meetings, {
          ...m,
          lockedAt: m.lockedAt ?? ctx.now,
          actions: m.actions.map((one) => (isOpen(one) ? { ...one, moved: true } : one)),
        }),
      ),
      ...chains,
      ...before.agenda.map((item) => drop(AgendaItems, item.id)),
    ],
  };
}
