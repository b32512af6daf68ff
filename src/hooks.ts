import { invitesAtSetup } from './features/checkin/group-summary/group.ts';
import { followUpsPaused, threadsTold } from './features/consultation/paused.ts';
import type { Hooks } from './runtime/hooks.ts';

/** What features do when another one says that something happened, in one table beside `routes.ts`. */
export const hooks: Hooks = {
  onGroupSetup: [invitesAtSetup],
  onPaused: [followUpsPaused, threadsTold],
};
