import { pino } from 'pino';
import type { Log } from '../../src/index.ts';
import type { LogLevel } from './log-levels.ts';

/** Lines of JSON on standard error: event names, counts and opaque references. The core hands over nothing else. */
export function createLog(level: LogLevel, write?: (line: string) => void): Log {
  const stream = write ? { write } : process.stderr;
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
  return {
    debug: (event, facts = {}) => out.debug(facts, event),
    info: (event, facts = {}) => out.info(facts, event),
    warn: (event, facts = {}) => out.warn(facts, event),
    error: (event, facts = {}) => out.error(facts, event),
  };
}
