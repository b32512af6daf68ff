import type { Route } from '../../runtime/route.ts';
import { month } from './month.ts';
import { homePage } from './page.ts';
import { status } from './status.ts';

/** The home page, the page of a month, and the status. Slash commands are shown in this order. */
export const homeRoutes: readonly Route[] = [homePage, month, status];
