import { say } from '../../../i18n/message.ts';
import type { DueChange } from '../../../runtime/decision.ts';
import { type DueRow, due } from '../../../runtime/jobs.ts';
import { always } from '../../../time/durations.ts';
import { action } from '../../../view/build.ts';
import type { Action } from '../../../view/view.ts';
import type { Consultation } from '../model.ts';

const name = 'consult.reopening';

/** An anonymous question opens again at a random time, as it first appeared: the press must not show who was there. */
export const reopenJob = (c: Consultation, at: number): DueRow =>
  due(name, c.id, 'once', at, always, { consultation: c.id });

export const reopenJobId = (consultation: string): string => `${name} ${consultation} once`;

/** Closed anew or taken down: it does not open again by itself. */
export const notReopened = (c: Consultation): DueChange => ({ cancel: name, subject: c.id });

/** While it waits to open again, its author can still leave it closed. */
export const keepClosed = (c: Pick<Consultation, 'group' | 'id'>): Action =>
  action(say('own.keepClosed'), 'consult.close', { group: c.group, consultation: c.id });
