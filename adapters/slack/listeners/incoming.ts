import type { Incoming, PersonRef, Vault } from '../../../src/index.ts';
import type { Directory } from '../web-api/directory.ts';
import { personId } from '../web-api/refs.ts';

/** One thing that somebody did, before ids are turned into references. */
export interface SlackEvent {
  /** Slack's id of this delivery: the trigger id of an interaction, the event id of an event; the same when redelivered. */
  readonly eventId: string;
  readonly user: string;
  readonly command: string;
  readonly input: Readonly<Record<string, string>>;
  readonly channel: string | null;
}

export interface IncomingFactory {
  incoming(done: SlackEvent): Promise<Incoming>;
  refFor(user: string): Promise<PersonRef>;
}

/**
 * Turns Slack's ids into references. The workspace is always the one that the token belongs to: a guest from another
 * workspace in a shared channel is a person of this one.
 */
export function createIncomingFactory(team: string, vault: Vault, directory: Directory): IncomingFactory {
  const refFor = (user: string): Promise<PersonRef> => vault.refFor({ platform: 'slack', id: personId(team, user) });
  return {
    refFor,
    async incoming({ eventId, user, command, input, channel }) {
      const [scope, who, profile] = await Promise.all([
        vault.scopeFor({ platform: 'slack', id: team }),
        refFor(user),
        directory.profile(user),
      ]);
      return {
        eventId,
        scope,
        who,
        command,
        input,
        // A direct message with the bot is no group's channel.
        channel: channel === null || channel.startsWith('D') ? null : channel,
        manages: profile?.manages ?? false,
        guest: profile?.guest ?? true,
        zone: profile?.zone ?? null,
        locale: profile?.locale ?? null,
      };
    },
  };
}
