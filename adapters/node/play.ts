import { routes } from '../../src/index.ts';
import { playgroundPort, startPlayground } from '../playground/index.ts';
import { loadCheckins } from './checkin-settings.ts';
import { systemClock } from './clock.ts';
import { createLog } from './log.ts';
import { keyFor, openParts, untilStopped } from './parts.ts';
import { removeData } from './remove-data.ts';
import type { Settings } from './settings.ts';

/** Opens the playground and keeps it open until Ctrl+C. Prints where it is. */
export async function play(settings: Settings, options: { readonly port?: number }): Promise<void> {
  const log = createLog(settings.env.LOG_LEVEL === 'info' ? 'warn' : settings.env.LOG_LEVEL);
  const folder = settings.playgroundFolder;
  const playground = await startPlayground({
    port: options.port ?? playgroundPort,
    wall: systemClock,
    log,
    async open() {
      const { store, vault, core, close } = await openParts(
        folder,
        await keyFor(settings, 'playground'),
        log,
        loadCheckins(settings.env.CURBSIDE_CHECKINS),
      );
      return { store, vault, routes, core: ({ platform, clock }) => core([platform], clock), close };
    },
    erase: () => removeData(folder),
  });
  process.stdout.write(
    `The playground is open at ${playground.url}\nEverybody in it is invented; nothing leaves this computer. Ctrl+C ends it.\n`,
  );
  await untilStopped();
  await playground.stop();
}
