import { routes } from '../../src/index.ts';
import { loadCheckins } from '../node/checkin-settings.ts';
import { systemClock as clock } from '../node/clock.ts';
import { createLog } from '../node/log.ts';
import { startTimer } from '../node/timer.ts';
import { keyFor, openParts, untilStopped } from './open-parts.ts';
import type { Settings } from './settings.ts';

/** Connects whatever has tokens and keeps going until it is asked to end. Only the adapters in use are loaded. */
export async function serve(settings: Settings): Promise<void> {
  const log = createLog(settings.env.LOG_LEVEL);
  const key = await keyFor(settings, 'data');
  if (key.made)
    process.stdout.write(
      `Created a key in ${key.file}. Keep a copy of it away from the data: without the key, the data can’t be read.\n`,
    );
  const checkins = loadCheckins(settings.env.CURBSIDE_CHECKINS);
  const parts = await openParts(settings.dataFolder, key, log, checkins);
  const given = { routes, vault: parts.vault, clock, log, help: checkins, documents: parts.documents };
  const adapters = await Promise.all(
    settings.connected.map(({ platform, settings: own }) => platform.create(own, given)),
  );
  const core = parts.core(adapters, clock);
  const timer = startTimer(core, clock.now, log);
  try {
    for (const adapter of adapters) {
      await adapter.start(core);
      log.info('platform.adapter_started', { platform: adapter.name });
    }
    const names = settings.connected.map(({ platform }) => platform.title).join(' and ');
    process.stdout.write(`Connected to ${names}. Press Ctrl+C to stop; work in progress is finished first.\n`);
    await parts.warmUp();
    await untilStopped();
  } finally {
    await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
    await timer.stop();
    await parts.close();
  }
}
