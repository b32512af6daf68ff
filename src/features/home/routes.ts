import type { Route } from '../../runtime/route.ts';
import { homePage } from './page.ts';
import { status } from './status.ts';

/** The home page and the status. Slash commands are shown in this order. */
export const homeRoutes: readonly Route[] = [homePage, status];
