import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ChatPlatform, Core, Depth, Log, Scanner, Sent } from '../../src/index.ts';
import type { Files } from '../lowdb/journal/files.ts';

/** Seconds that people notice, or that a disk takes. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export interface Metrics {
  /** What is measured, in the text format of Prometheus. */
  text(): Promise<string>;
  log(log: Log): Log;
  core(core: Core): Core;
  platform(platform: ChatPlatform): ChatPlatform;
  files(files: Files): Files;
  scanner<S extends Scanner>(scanner: S): S;
}

/**
 * Measures what goes through each part, by wrapping it. Labels are names that stand in the code (log events, platforms,
 * kinds of answers): none can name a person or group, and there are no more of them however many use it. What people ask for is
 * no label: a counter of its own would show the moment of an anonymous press, minutes before anything appears.
 */
export function createMetrics(depth: () => Promise<Depth>, now: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const timed = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Histogram({ name, help, labelNames: [...labelNames], buckets, registers });
  const commands = timed('curbside_command_seconds', 'Time from an event to its durable answer', ['answer']);
  const messages = timed('curbside_message_seconds', 'Time of a call that posts, edits or removes', [
    'platform',
    'call',
    'result',
  ]);
  const syncs = timed('curbside_sync_seconds', 'Time until a write is on the disk', []);
  const scans = timed('curbside_scan_seconds', 'Time of a scan for identifiers', []);
  const events = new Counter({
    name: 'curbside_log_events_total',
    help: 'Lines of the log, by event',
    labelNames: ['level', 'event'],
    registers,
  });
  const waiting = new Gauge({ name: 'curbside_outbox_waiting', help: 'Messages that could have left', registers });
  const age = new Gauge({
    name: 'curbside_outbox_oldest_seconds',
    help: 'How long the first of them waits',
    registers,
  });

  async function observed<T>(work: () => Promise<T>, end: (seconds: number, result: T) => void): Promise<T> {
    const began = performance.now();
    const result = await work();
    end((performance.now() - began) / 1000, result);
    return result;
  }

  return {
    async text() {
      const { waiting: n, since } = await depth();
      waiting.set(n);
      age.set(since === null ? 0 : Math.max(0, now() - since) / 1000);
      return registry.metrics();
    },
    log(log) {
      const counted =
        (level: keyof Log): Log['info'] =>
        (event, facts) => {
          events.inc({ level, event });
          log[level](event, facts);
        };
      return { ...log, info: counted('info'), warn: counted('warn'), error: counted('error') };
    },
    core: (core) => ({
      ...core,
      handle: (incoming) =>
        observed(
          () => core.handle(incoming),
          (seconds, { is }) => commands.observe({ answer: is }, seconds),
        ),
    }),
    platform(platform) {
      const call = (name: string, work: () => Promise<Sent>) =>
        observed(work, (seconds, sent) =>
          messages.observe({ platform: platform.name, call: name, result: sent.ok ? 'sent' : sent.why }, seconds),
        );
      return {
        ...platform,
        post: (...given) => call('post', () => platform.post(...given)),
        edit: (...given) => call('edit', () => platform.edit(...given)),
        remove: (...given) => call('remove', () => platform.remove(...given)),
      };
    },
    files(files) {
      const measured = async (opening: ReturnType<Files['open']>): ReturnType<Files['open']> => {
        const file = await opening;
        return {
          ...file,
          sync: () =>
            observed(
              () => file.sync(),
              (seconds) => syncs.observe(seconds),
            ),
        };
      };
      return {
        ...files,
        create: (path) => measured(files.create(path)),
        open: (path) => measured(files.open(path)),
      };
    },
    scanner: (scanner) => ({
      ...scanner,
      scan: (...given) =>
        observed(
          () => scanner.scan(...given),
          (seconds) => scans.observe(seconds),
        ),
    }),
  };
}
