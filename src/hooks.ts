import { checkinHooks } from './features/checkin/hooks.ts';
import { consultationHooks } from './features/consultation/hooks.ts';
import { creditHooks } from './features/credit/hooks.ts';
import { expertHooks } from './features/experts/hooks.ts';
import { groupHooks } from './features/group/hooks.ts';
import { meetingHooks } from './features/meetings/hooks.ts';
import { privacyHooks } from './features/privacy/hooks.ts';
import { supervisionHooks } from './features/supervision/hooks.ts';
import type { Hooks } from './runtime/hooks.ts';

/**
 * What each feature does when another says that something happened, and what it contributes to the home page, the export, the
 * clean-up and so on. In this order they run, and stand on a page.
 */
export const hooks: Hooks = [
  groupHooks,
  consultationHooks,
  expertHooks,
  creditHooks,
  meetingHooks,
  checkinHooks,
  supervisionHooks,
  privacyHooks,
];
