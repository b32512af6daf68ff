import { say } from '../../i18n/message.ts';
import type { MonthPart } from '../../runtime/contributions.ts';
import type { Contribution } from '../../runtime/hooks.ts';
import { myAgreements } from './agreement/find.ts';
import { isSigned } from './agreement/model.ts';
import { myEntries } from './hours/entries.ts';
import { myMeetings } from './meeting/own-data.ts';
import { waitingFor } from './waiting.ts';

/** What I logged in a month as a supervisee, what waits for me as a supervisor, and how often we wrote a note. */
export const monthPart: Contribution<'monthPart'> = async (ctx, { group, from, to }): Promise<MonthPart | null> => {
  if (!group.features.includes('supervision')) return null;
  const supervised = await myAgreements(ctx, 'supervisor');
  const own = await myAgreements(ctx, 'supervisee');
  if (supervised.length + own.length === 0) return null;
  const here = ({ date }: { readonly date: string }): boolean => date >= from && date <= to;
  // A correction counts from its signature on, as in the totals.
  const logged = (await myEntries(ctx)).filter(
    (e) => here(e) && e.status !== 'void' && (e.replaces === null || e.status === 'signed'),
  );
  const minutes = (of: 'supervision' | 'other') =>
    logged
      .filter(({ entryType }) => (entryType === 'supervision') === (of === 'supervision'))
      .reduce((sum, e) => sum + e.minutes, 0);
  const meetings = (await myMeetings(ctx)).filter(here).length;
  return {
    title: say('month.supervision'),
    rows: [
      ...(own.length === 0
        ? []
        : [
            [say('month.received'), say('supervision.length', { minutes: minutes('supervision') })] as const,
            [say('month.work'), say('supervision.length', { minutes: minutes('other') })] as const,
          ]),
      ...(!supervised.some(isSigned)
        ? []
        : [[say('month.waiting'), say('month.count', { n: (await waitingFor(ctx, ctx.me)).length })] as const]),
      [say('month.meetings'), say('month.count', { n: meetings })],
    ],
    note: say('month.supervision.note'),
  };
};
