import { setTimeout as delay } from 'node:timers/promises';
import { routes } from '../../src/index.ts';
import { loadCheckins } from '../node/checkin-settings.ts';
import { systemClock } from '../node/clock.ts';
import { createLog } from '../node/log.ts';
import { playgroundPort, startPlayground } from '../playground/index.ts';
import { keyFor } from './key-settings.ts';
import { openPage } from './open-page.ts';
import { openParts, untilStopped } from './open-parts.ts';
import { usePdfFonts } from './pdf-fonts.ts';
import { removeData } from './remove-data.ts';
import { noteAddress, saidWhere } from './running-playground.ts';
import type { Settings } from './settings.ts';

export interface PlayOptions {
  /** The first port to try; PORT or the usual one without it. */
  readonly port?: number;
  /** Whether the browser shows it at once. */
  readonly open: boolean;
}

/** The page comes first (ms): while word lists are loaded, nothing is answered. */
const pageFirstMs = 1000;

/** Opens the playground and keeps it open until Ctrl+C. Prints where it is. */
export async function play(settings: Settings, options: PlayOptions): Promise<void> {
  const stopped = untilStopped();
  const log = createLog(settings.env.LOG_LEVEL === 'info' ? 'warn' : settings.env.LOG_LEVEL);
  await usePdfFonts(settings);
  const folder = settings.playgroundFolder;
  let warm = async (): Promise<void> => {};
  const playground = await startPlayground({
    port: options.port ?? settings.env.PORT ?? playgroundPort,
    wall: systemClock,
    log,
    async open() {
      const { store, vault, core, documents, warmUp, close } = await openParts(
        folder,
        await keyFor(settings, 'playground'),
        log,
        loadCheckins(settings.env.CURBSIDE_CHECKINS),
      );
      warm = warmUp;
      return { store, vault, routes, documents, core: ({ platform, clock }) => core([platform], clock), close };
    },
    erase: () => removeData(folder),
  }).catch(async (error) => {
    throw await saidWhere(error, folder);
  });
  const forgetAddress = await noteAddress(folder, playground.url);
  const instead =
    playground.taken === null
      ? ''
      : `Another program is using port ${playground.taken}, so the next free one was taken.\n`;
  process.stdout.write(
    `${instead}The playground is open at ${playground.url}\nEveryone in it is made up, and nothing leaves this computer. Press Ctrl+C to stop.\n`,
  );
  if (options.open) await openPage(playground.url);
  await Promise.race([stopped, delay(pageFirstMs).then(() => warm())]);
  await stopped;
  await forgetAddress();
  await playground.stop();
}
