import { DiscordAPIError } from 'discord.js';
import type { Place, Ref, Scope } from '../../src/index.ts';
import { happened } from './happenings.ts';

/** Something that happened in a community, in the core's words. */
export interface Happening {
  readonly command: (typeof happened)[keyof typeof happened];
  readonly channel: Ref | null;
  readonly input: Readonly<Record<string, string>>;
}

export interface Learn {
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
export function learning(tell: (scope: Scope, happening: Happening) => void): Learn {
  const open = new Set<Ref>();

  const channelGone = (scope: Scope, channel: Ref, why: 'deleted' | 'removed' | 'readOnly'): void =>
    tell(scope, { command: happened.channelGone, channel, input: { why } });

  function place(at: Place, code: unknown): void {
    if (at.is === 'thread' && (code === codes.noChannel || code === codes.noMessage))
      tell(at.scope, { command: happened.threadGone, channel: null, input: { under: at.under } });
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
      tell(at.scope, { command: happened.channelBack, channel: at.channel, input: {} });
    },
    failed(scope, about, error) {
      if (!(error instanceof DiscordAPIError)) return;
      if (typeof about !== 'string') place(about, error.code);
      else if (error.code === codes.noMessage || error.code === codes.noChannel)
        tell(scope, { command: happened.messageGone, channel: null, input: { ref: about } });
    },
  };
}
