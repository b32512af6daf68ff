import {
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIThreadChannel,
  MessageFlags,
  type REST,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
  SnowflakeUtil,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import type { Clock } from '../../../src/index.ts';
import { nonceMs } from '../limits.ts';

export interface ForumParts {
  readonly rest: REST;
  /** The same without the client's own retries. */
  readonly once: REST;
  readonly clock: Clock;
  readonly botId: () => string | null;
}

/**
 * Posts in a forum: a thread and its first message in one call. That call takes no `nonce`, so a repetition is told by
 * its content: a post of the bot's, just made, with the same title and the same buttons, whose ids name one
 * consultation and no other. Resolves with the thread's id.
 */
export async function postInForum(
  parts: ForumParts,
  forum: { id: string; guild: string },
  name: string,
  message: Pick<RESTPostAPIChannelMessageJSONBody, 'components' | 'allowed_mentions'>,
): Promise<string> {
  const earlier = await justPosted(parts, forum, name, buttonsOf(message.components ?? []));
  if (earlier !== null) return earlier;
  const body = {
    name,
    auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
    message: { ...message, flags: MessageFlags.IsComponentsV2 },
  };
  const thread = (await parts.once.post(Routes.threads(forum.id), { body })) as APIThreadChannel;
  return thread.id;
}

async function justPosted(
  parts: ForumParts,
  forum: { id: string; guild: string },
  name: string,
  buttons: string,
): Promise<string | null> {
  if (buttons === '') return null;
  const active = (await parts.rest.get(Routes.guildActiveThreads(forum.guild))) as { threads: APIThreadChannel[] };
  const since = parts.clock.now() - nonceMs;
  for (const thread of active.threads) {
    const mine = thread.parent_id === forum.id && thread.name === name && thread.owner_id === parts.botId();
    if (!mine || SnowflakeUtil.timestampFrom(thread.id) < since) continue;
    const first = (await parts.rest.get(Routes.channelMessage(thread.id, thread.id))) as APIMessage;
    if (buttonsOf(first.components ?? []) === buttons) return thread.id;
  }
  return null;
}

/** The ids of all controls, in order. */
function buttonsOf(components: readonly APIMessageTopLevelComponent[]): string {
  return [...JSON.stringify(components).matchAll(/"custom_id":"([^"]*)"/g)].map((m) => m[1]).join('\n');
}
