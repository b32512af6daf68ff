import type { Core, Log } from '../../../src/index.ts';
import type { IncomingFactory } from './incoming.ts';

/** Commands that only adapters send: what happened on Slack to the place, to people, and to what was posted. */
export const happened = {
  /** `why`: archived, deleted or removed (the bot was). The channel is in `Incoming.channel`. */
  channelGone: 'platform.channelGone',
  channelBack: 'platform.channelBack',
  /** The app was taken out of the workspace. */
  uninstalled: 'platform.uninstalled',
  /** Who it was is in `Incoming.who`; the channel they left in `Incoming.channel`, null when all of it. */
  personLeft: 'platform.personLeft',
  /** `ref` */
  messageGone: 'platform.messageGone',
  /** `under`: the message that the thread hung from. */
  threadGone: 'platform.threadGone',
} as const;

interface LifecycleEvent {
  readonly eventId: string;
  readonly command: (typeof happened)[keyof typeof happened];
  readonly input?: Readonly<Record<string, string>>;
  readonly channel?: string;
  /** Whose doing it was as far as the core needs to know: the bot's own, but for people who left. */
  readonly user?: string;
}

/** Passes on what happened. Resolves once the core has taken it in; stopping waits for it. */
export type ReportEvent = (happening: LifecycleEvent) => Promise<void>;

export interface EventReporterParts {
  readonly core: Pick<Core, 'happened'>;
  readonly desk: IncomingFactory;
  /** The bot's own user id. */
  readonly bot: string;
  readonly log: Log;
  readonly track: (work: Promise<unknown>) => Promise<void>;
}

export function createEventReporter({ core, desk, bot, log, track }: EventReporterParts): ReportEvent {
  return ({ eventId, command, input = {}, channel, user = bot }) => {
    log.info('slack.event_received', { what: command, why: input.why ?? '' });
    const done = { eventId, user, command, input, channel: channel ?? null };
    const taken = desk.incoming(done).then((incoming) => core.happened(incoming));
    void track(taken);
    return taken;
  };
}
