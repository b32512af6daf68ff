import type { webApi } from '@slack/bolt';
import type { Clock, Core, Log, Vault } from '../../../src/index.ts';
import { happened, type ReportEvent } from '../listeners/events.ts';
import { codeOf } from './failures.ts';
import { userOf } from './refs.ts';

export interface AbsenceParts {
  readonly client: webApi.WebClient;
  readonly core: Pick<Core, 'circles'>;
  readonly team: string;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly tell: ReportEvent;
}

/** People a page of `conversations.members`: Slack recommends no more than 200. */
const pageSize = 200;

/**
 * Who left a group's channel while Curbside was not running: Slack sends no event afterwards, so at each start the
 * members of the channel are compared with those of the group. A channel whose members Slack does not list now changes
 * nothing.
 */
export async function findAbsent(parts: AbsenceParts): Promise<void> {
  const { core, team, vault, clock, log, tell } = parts;
  for (const { scope, channel, people } of await core.circles('slack')) {
    if (people.length === 0 || (await vault.reveal(scope))?.id !== team) continue;
    try {
      const here = await membersOf(parts.client, channel);
      for (const person of people) {
        const user = userOf(team, (await vault.reveal(person))?.id ?? '');
        if (user === null || here.has(user)) continue;
        tell({ eventId: `absent ${user} ${clock.now()}`, command: happened.personLeft, channel, user });
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
