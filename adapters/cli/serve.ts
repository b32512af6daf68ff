import { type Depth, outboxDepth, routes, usualLimits } from '../../src/index.ts';
import { nodeFiles } from '../lowdb/journal/node-files.ts';
import { loadCheckins } from '../node/checkin-settings.ts';
import { systemClock } from '../node/clock.ts';
import { clockJumps, machineUpMs } from '../node/clock-jump.ts';
import { createLog } from '../node/log.ts';
import { soon } from '../node/soon.ts';
import { startTimer } from '../node/timer.ts';
import type { RunningPlatform } from '../platform.ts';
import { keyFor } from './key-settings.ts';
import { openParts, type Parts, untilStopped } from './open-parts.ts';
import { usePdfFonts } from './pdf-fonts.ts';
import type { Settings } from './settings.ts';
import type { Watched } from './status-server.ts';

/** How long (ms) platforms have for ending what is under way: all in all a stop takes five seconds at most. */
const stopMs = 1500;
/** How long (ms) others have to go on with what this process has, where there are others. */
const handOverMs = 10_000;

/** Connects whatever has tokens and keeps going until it is asked to end. Only the adapters in use are loaded. */
export async function serve(settings: Settings): Promise<void> {
  let parts: Parts | undefined;
  const depth = async (): Promise<Depth> =>
    parts === undefined ? { waiting: 0, since: null } : outboxDepth(parts.store, parts.clock.now());
  let adapters: readonly RunningPlatform[] = [];
  const watched = await watchedBy(settings, { depth, installedIn: () => installedIn(adapters) });
  const { log, measured } = watched;
  const key = await keyFor(settings, 'data');
  if (key.made)
    process.stdout.write(
      `Created a key in ${key.file}. Keep a copy of it away from the data: without the key, the data can’t be read.\n`,
    );
  await usePdfFonts(settings);
  const checkins = loadCheckins(settings.env.CURBSIDE_CHECKINS);
  const { dataFolder } = settings;
  const { DATABASE_URL: url, VAULT_DATABASE_URL: vaultUrl } = settings.env;
  parts =
    url === undefined
      ? await openParts(dataFolder, key, log, checkins, measured?.files(nodeFiles), measured?.scanner)
      : await (await import('./open-database.ts')).openDatabaseParts(
          { url, vaultUrl },
          key,
          log,
          checkins,
          measured?.scanner,
        );
  const { clock } = parts;
  const { leases, pace, vault, documents } = parts;
  const given = {
    routes,
    vault,
    clock,
    log,
    help: checkins,
    documents,
    ...(leases ? { leases } : {}),
    ...(pace ? { pace } : {}),
  };
  adapters = await Promise.all(settings.connected.map(({ platform, settings: own }) => platform.create(own, given)));
  const made = parts.core(measured ? adapters.map(measured.platform) : adapters, clock, usualLimits);
  const core = measured?.core(made) ?? made;
  const timer = startTimer(core, clock.now, log, clockJumps(clock.now, machineUpMs, log));
  try {
    for (const adapter of adapters) {
      await adapter.start(core);
      log.info('platform.adapter_started', { platform: adapter.name });
    }
    const names = settings.connected.map(({ platform }) => platform.title).join(' and ');
    process.stdout.write(`Connected to ${names}. Press Ctrl+C to stop; work in progress is finished first.\n`);
    const stopped = untilStopped();
    // It takes a second or more, in which the process may be asked to end.
    await Promise.race([parts.warmUp(), stopped]);
    await stopped;
    await soon(Promise.allSettled(adapters.map((adapter) => adapter.handOver?.())), handOverMs);
  } finally {
    await soon(Promise.allSettled(adapters.map((adapter) => adapter.stop())), stopMs);
    await timer.stop();
    await parts.close();
    await watched.close();
  }
}

/** The log, and what is measured and told on a port of this computer where the operator wants that. */
async function watchedBy({ env, connected }: Settings, of: Pick<Watched, 'depth' | 'installedIn'>) {
  const log = createLog(env.LOG_LEVEL);
  const port = env.CURBSIDE_STATUS_PORT;
  if (port === undefined) return { log, measured: undefined, close: async () => {} };
  const { createMetrics } = await import('./metrics.ts');
  const { serveStatus, watch } = await import('./status-server.ts');
  const measured = createMetrics(of.depth, systemClock.now);
  const names = connected.map(({ platform }) => platform.name);
  const { log: noted, state } = watch(measured.log(log), { ...of, names, now: systemClock.now });
  const server = await serveStatus(port, state, measured.text);
  noted.info('status.listening', { port: server.port });
  return { log: noted, measured, close: server.close };
}

/** Where any community can install it, in how many it is. */
async function installedIn(adapters: readonly RunningPlatform[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const adapter of adapters) {
    const count = (await adapter.installedIn?.()) ?? null;
    if (count !== null) counts[adapter.name] = count;
  }
  return counts;
}
