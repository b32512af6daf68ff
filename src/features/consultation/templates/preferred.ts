import { z } from 'zod';
import { type Context, groupOf } from '../../../runtime/context.ts';
import { type Change, put } from '../../../runtime/decision.ts';
import { noted } from '../../group/model.ts';
import { Preferences } from './preferences.ts';

/** What every route of a group's settings for consultation has in common. */
export const common = { who: 'owner', feature: 'consultation' } as const;
export const OfGroup = z.object({ group: z.string().optional() });

/** What the owners chose, with what the audit list tells of it. */
export async function preferred(ctx: Context, before: Preferences, after: Preferences): Promise<Change[]> {
  const parts = {
    offered: 'hidden',
    stepHours: 'stepHours',
    times: 'minutes',
    byTopic: 'byTopic',
    retention: 'keepYears',
    anonymity: 'anonymity',
    duty: 'duty',
  } as const;
  const changed = (Object.keys(parts) as (keyof typeof parts)[]).filter(
    (one) => JSON.stringify(before[parts[one]]) !== JSON.stringify(after[parts[one]]),
  );
  return [put(Preferences, after), ...(await noted(ctx, groupOf(ctx), 'settings', changed))];
}
