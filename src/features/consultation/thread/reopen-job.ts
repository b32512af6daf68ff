import type { DueChange } from '../../../runtime/decision.ts';
import { type DueRow, due } from '../../../runtime/jobs.ts';
import { always } from '../../../time/durations.ts';
import type { Consultation } from '../model.ts';

const name = 'consult.reopening';

/** An anonymous question opens again at a random time, as it first appeared: the press must not show who was there. */
export const reopenJob = (c: Consultation, at: number): DueRow =>
  due(name, c.id, 'once', at, always, { consultation: c.id });

export const reopenJobId = (consultation: string): string => `${name} ${consultation} once`;

/** Closed anew or taken down: it does not open again by itself. */
export const notReopened = (c: Consultation): DueChange => ({ cancel: name, subject: c.id });
