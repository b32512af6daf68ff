import type { App } from '@slack/bolt';
import type { Vault } from '../../../src/index.ts';
import { madeBy } from '../oauth/installations.ts';
import { personId } from '../web-api/refs.ts';
import type { Workspaces } from '../workspace.ts';
import { happened } from './report-event.ts';

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
export function watch(app: App, workspaces: Workspaces, vault: Pick<Vault, 'known'>): void {
  for (const [name, why] of Object.entries(goneEvents)) {
    app.event(name as keyof typeof goneEvents, async ({ event, body, context }) => {
      const { tell } = await workspaces.of(context);
      await tell({ eventId: body.event_id, command: happened.channelGone, input: { why }, channel: event.channel });
    });
  }
  for (const name of ['channel_unarchive', 'group_unarchive'] as const) {
    app.event(name, async ({ event, body, context }) => {
      const { tell } = await workspaces.of(context);
      await tell({ eventId: body.event_id, command: happened.channelBack, channel: event.channel });
    });
  }
  app.event('member_joined_channel', async ({ event, body, context }) => {
    const { bot, tell } = await workspaces.of(context);
    if (event.user === bot)
      await tell({ eventId: body.event_id, command: happened.channelBack, channel: event.channel });
  });
  app.event('member_left_channel', async ({ event, body, context }) => {
    const { team, bot, tell } = await workspaces.of(context);
    if (event.user === bot) return;
    // Of people who never used Curbside nothing is noted, not even that they left.
    if ((await vault.known({ platform: 'slack', id: personId(team, event.user) })) === null) return;
    await tell({ eventId: body.event_id, command: happened.personLeft, channel: event.channel, user: event.user });
  });
  app.event('app_uninstalled', async ({ body, context }) => {
    await workspaces.removed(context, madeBy(timeOf(body)), ({ tell }) =>
      tell({ eventId: body.event_id, command: happened.uninstalled }),
    );
  });
  app.event('tokens_revoked', async ({ event, body, context }) => {
    if ((event.tokens.bot ?? []).length > 0) await workspaces.revoked(context, madeBy(timeOf(body)));
  });
}

/** When something happened (ms), which Slack tells in seconds. */
const timeOf = ({ event_time: seconds }: { event_time: number }): number => seconds * 1000;
