import { checkinRoutes } from './features/checkin/routes.ts';
import { consultationRoutes } from './features/consultation/routes.ts';
import { creditRoutes } from './features/credit/routes.ts';
import { groupRoutes } from './features/group/routes.ts';
import { homeRoutes } from './features/home/routes.ts';
import { lifecycleRoutes } from './features/lifecycle/routes.ts';
import { privacyRoutes } from './features/privacy/routes.ts';
import { supervisionRoutes } from './features/supervision/routes.ts';
import type { Route } from './runtime/route.ts';

/**
 * Everything that Curbside does, feature by feature. Slash commands keep this order, and inside a feature the order of its list: in
 * help, in the README, in Slack's manifest and in Discord's command list.
 */
export const routes: readonly Route[] = [
  ...consultationRoutes,
  ...creditRoutes,
  ...checkinRoutes,
  ...supervisionRoutes,
  ...homeRoutes,
  ...groupRoutes,
  ...privacyRoutes,
  ...lifecycleRoutes,
];
