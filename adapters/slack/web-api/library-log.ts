import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../../src/index.ts';

/**
 * Slack's library logs whole payloads in places, and error texts that quote them. Only that it said something, and how
 * loudly, goes into the log; what matters by name is logged where it happens.
 */
export function libraryLog(log: Log): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: () => log.debug('slack.library_warned'),
    error: () => log.warn('slack.library_failed'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
