import type { Route } from '../../runtime/route.ts';
import { advised, saveAdvised } from './advised.ts';
import { dates, saveDates, statement } from './statement.ts';

/** What consultation earns: statements, and what somebody notes of advising. */
export const creditRoutes: readonly Route[] = [statement, advised, saveAdvised, dates, saveDates];
