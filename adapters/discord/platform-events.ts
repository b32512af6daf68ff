import type { Ref } from '../../src/index.ts';

/** What only adapters tell the core: what happened on the platform to what the bot posted. */
export const platformEvents = {
  /** `under`: the message that the thread hung from, or the forum post itself. */
  threadGone: 'platform.threadGone',
  /** `ref` */
  messageGone: 'platform.messageGone',
  /** `why`: deleted, removed (the bot does not see it any more) or readOnly (it may not write there). The channel is in `Incoming.channel`. */
  channelGone: 'platform.channelGone',
  channelBack: 'platform.channelBack',
  /** `since`: when (ms, Discord's clock) the bot was added to the server that it is in. */
  installed: 'platform.installed',
  /** The bot was removed from the server: nothing can be sent any more. */
  uninstalled: 'platform.uninstalled',
  /** Who it was is in `Incoming.who`; the channel that they see no more in `Incoming.channel`, null when all. */
  personLeft: 'platform.personLeft',
} as const;

/** Something that happened in a community, in the core's words. */
export interface PlatformEvent {
  readonly command: (typeof platformEvents)[keyof typeof platformEvents];
  readonly channel: Ref | null;
  readonly input: Readonly<Record<string, string>>;
}
