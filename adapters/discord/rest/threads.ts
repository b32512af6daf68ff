import { type REST, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import { isArchived, threadIsThere } from './failures.ts';
import type { MessageAddress } from './refs.ts';

/**
 * Starts the thread under a message. Only the bot is in it: Discord adds people when they write or are mentioned, and
 * nobody is. That it is there already is fine: two posts may have met.
 */
export async function startThread(rest: REST, { channel, message }: MessageAddress, name: string): Promise<void> {
  try {
    await rest.post(Routes.threads(channel, message), {
      body: { name, auto_archive_duration: ThreadAutoArchiveDuration.OneWeek },
    });
  } catch (error) {
    if (!threadIsThere(error)) throw error;
  }
}

/**
 * Does something in a channel that may be an archived thread. Sending opens such a thread by itself, but editing and
 * removing in it are refused with 50083, so it is opened once and the call repeated.
 */
export async function withUnarchived<T>(rest: REST, thread: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isArchived(error)) throw error;
    await rest.patch(Routes.channel(thread), { body: { archived: false } });
    return call();
  }
}
