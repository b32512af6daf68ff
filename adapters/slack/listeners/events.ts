import type { App } from '@slack/bolt';
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

/** Passes on what happened; returns at once. */
export type ReportEvent = (happening: LifecycleEvent) => void;

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
    void track(desk.incoming(done).then((incoming) => core.happened(incoming)));
  };
}

const goneEvents = {
  channel_archive: 'archived',
  group_archive: 'archived',
  channel_deleted: 'deleted',
  group_deleted: 'deleted',
  // Slack tells a bot that it was removed by `channel_left`, sometimes not at all, and never by `member_left_channel`
  // (docs; slackapi/bolt-js issue 1847). A failed post tells it then.
  channel_left: 'removed',
  group_left: 'removed',
} as const;

/** Events about the workspace, the app and its channels. Renames need nothing: everything is known by its id. */
export function watch(
  app: App,
  bot: string,
  tell: ReportEvent,
  isKnown: (user: string) => Promise<boolean>,
  log: Log,
): void {
  for (const [name, why] of Object.entries(goneEvents)) {
    app.event(name as keyof typeof goneEvents, async ({ event, body }) => {
      tell({ eventId: body.event_id, command: happened.channelGone, input: { why }, channel: event.channel });
    });
  }
  for (const name of ['channel_unarchive', 'group_unarchive'] as const) {
    app.event(name, async ({ event, body }) => {
      tell({ eventId: body.event_id, command: happened.channelBack, channel: event.channel });
    });
  }
  app.event('member_joined_channel', async ({ event, body }) => {
    if (event.user === bot) tell({ eventId: body.event_id, command: happened.channelBack, channel: event.channel });
  });
  app.event('member_left_channel', async ({ event, body }) => {
    // Of people who never used Curbside nothing is noted, not even that they left.
    if (event.user === bot || !(await isKnown(event.user))) return;
    tell({ eventId: body.event_id, command: happened.personLeft, channel: event.channel, user: event.user });
  });
  app.event('app_uninstalled', async ({ body }) => {
    tell({ eventId: body.event_id, command: happened.uninstalled });
  });
  // A token can be replaced without losing the app; what waits to be sent goes on waiting.
  app.event('tokens_revoked', async ({ event }) => {
    if ((event.tokens.bot ?? []).length > 0) log.error('slack.token_revoked');
  });
}
