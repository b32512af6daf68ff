import type { webApi } from '@slack/bolt';
import type { Clock, Core, Log, Vault } from '../../../src/index.ts';
import { happened } from '../listeners/report-event.ts';
import type { Workspaces } from '../workspace.ts';
import { codeOf } from './failures.ts';
import { userOf } from './refs.ts';

export interface AbsenceParts {
  readonly core: Pick<Core, 'circles'>;
  readonly workspaces: Pick<Workspaces, 'byTeam'>;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
}

/** People a page of `conversations.members`: Slack recommends no more than 200. */
const pageSize = 200;

/**
 * Who left a group's channel while Curbside was not running: Slack sends no event afterwards, so at each start the
 * members of the channel are compared with those of the group. A channel whose members Slack does not list now changes
 * nothing.
 */
export async function findAbsent(parts: AbsenceParts): Promise<void> {
  const { core, workspaces, vault, clock, log } = parts;
  for (const { scope, channel, people } of await core.circles('slack')) {
    const at = people.length === 0 ? null : await workspaces.byTeam((await vault.reveal(scope))?.id ?? '');
    if (at === null) continue;
    try {
      const here = await membersOf(at.client, channel);
      for (const person of people) {
        const user = userOf(at.team, (await vault.reveal(person))?.id ?? '');
        if (user === null || here.has(user)) continue;
        at.tell({ eventId: `absent ${user} ${clock.now()}`, command: happened.personLeft, channel, user });
      }
    } catch (error) {
      log.warn('slack.members_unknown', { why: codeOf(error) });
    }
  }
}

/** Ids of everybody in a channel, page by page. */
async function membersOf(client: webApi.WebClient, channel: string): Promise<ReadonlySet<string>> {
  const all = new Set<string>();
  let cursor = '';
  do {
    const page = await client.conversations.members({ channel, limit: pageSize, ...(cursor === '' ? {} : { cursor }) });
    for (const user of page.members ?? []) all.add(user);
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  if (all.size === 0) throw new Error('a channel with the bot in it has members');
  return all;
}
