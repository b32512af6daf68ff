import type { Route } from '../../runtime/route.ts';
import { channelBack, channelGone, personLeft, uninstalled } from './channel-lifecycle.ts';
import { messageGone, threadGone } from './deleted-messages.ts';
import { installed } from './installed.ts';
import { outage } from './outage.ts';
import { purge } from './purge.ts';
import { undelivered } from './undelivered.ts';

/** Channels, messages, people, and installs that go away. Slash commands are shown in this order. */
export const lifecycleRoutes: readonly Route[] = [
  undelivered,
  outage,
  threadGone,
  messageGone,
  channelGone,
  channelBack,
  installed,
  uninstalled,
  personLeft,
  purge,
];
