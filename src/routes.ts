import { checkinRoutes } from './features/checkin/routes.ts';
import { consultationRoutes } from './features/consultation/routes.ts';
import { creditRoutes } from './features/credit/routes.ts';
import { expertRoutes } from './features/experts/routes.ts';
import { groupRoutes } from './features/group/routes.ts';
import { homeRoutes } from './features/home/routes.ts';
import { lifecycleRoutes } from './features/lifecycle/routes.ts';
import { meetingRoutes } from './features/meetings/routes.ts';
import { privacyRoutes } from './features/privacy/routes.ts';
import { supervisionRoutes } from './features/supervision/routes.ts';
import type { Route } from './runtime/route.ts';
import { firstWords } from './runtime/slash.ts';

const all: readonly Route[] = [
  ...consultationRoutes,
  ...creditRoutes,
  ...expertRoutes,
  ...meetingRoutes,
  ...checkinRoutes,
  ...supervisionRoutes,
  ...homeRoutes,
  ...groupRoutes,
  ...privacyRoutes,
  ...lifecycleRoutes,
];

const rank = ({ slash }: Route): number => (slash === null ? firstWords.length : firstWords.indexOf(slash.command));

/**
 * Everything that Curbside does. Slash commands stand first, by their first word and then in the order of their feature's list: so they
 * are shown in help, in the README, in Slack's manifest and in Discord's command list.
 */
export const routes: readonly Route[] = [...all].sort((a, b) => rank(a) - rank(b));
