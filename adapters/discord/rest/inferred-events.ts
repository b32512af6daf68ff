import { DiscordAPIError } from 'discord.js';
import type { Place, Ref, Scope } from '../../../src/index.ts';
import { type PlatformEvent, platformEvents } from '../platform-events.ts';

export interface InferredEvents {
  /** A post reached its place. */
  posted(place: Place): void;
  /** A post or an edit failed. */
  failed(scope: Scope, about: Place | Ref, error: unknown): void;
}

/** Discord's codes: unknown channel, unknown message, and a channel that the bot cannot see or write in. */
const codes = { noChannel: 10003, noMessage: 10008, noAccess: 50001, noPermission: 50013 } as const;

/**
 * What a failed call says that no event did: it happened while Curbside was stopped, or Discord has no event for it.
 * That a channel is open again is known from the first post that reaches it, also the first after a start.
 */
export function createInferredEvents(tell: (scope: Scope, event: PlatformEvent) => void): InferredEvents {
  const open = new Set<Ref>();

  const channelGone = (scope: Scope, channel: Ref, why: 'deleted' | 'removed' | 'readOnly'): void =>
    tell(scope, { command: platformEvents.channelGone, channel, input: { why } });

  function placeFailed(at: Place, code: unknown): void {
    if (at.is === 'thread' && (code === codes.noChannel || code === codes.noMessage))
      tell(at.scope, { command: platformEvents.threadGone, channel: null, input: { under: at.under } });
    if (at.is !== 'channel') return;
    if (code === codes.noChannel) channelGone(at.scope, at.channel, 'deleted');
    open.delete(at.channel);
    if (code === codes.noAccess) channelGone(at.scope, at.channel, 'removed');
    if (code === codes.noPermission) channelGone(at.scope, at.channel, 'readOnly');
  }

  return {
    posted(at) {
      if (at.is !== 'channel' || open.has(at.channel)) return;
      open.add(at.channel);
      tell(at.scope, { command: platformEvents.channelBack, channel: at.channel, input: {} });
    },
    failed(scope, about, error) {
      if (!(error instanceof DiscordAPIError)) return;
      if (typeof about !== 'string') placeFailed(about, error.code);
      else if (error.code === codes.noMessage || error.code === codes.noChannel)
        tell(scope, { command: platformEvents.messageGone, channel: null, input: { ref: about } });
    },
  };
}
