import { join } from 'node:path';
import { type InstallationKey, type KeySettings, openInstallationKey } from '../node/key.ts';
import type { Settings } from './settings.ts';

/** Where the key of the installation lies, or that of the playground, which has one of its own unless a key is set. */
export function keySettings(settings: Settings, which: 'data' | 'playground'): KeySettings {
  const { env, configFolder } = settings;
  return {
    key: env.CURBSIDE_KEY,
    keyFile: env.CURBSIDE_KEY_FILE ?? (which === 'playground' ? join(configFolder, 'playground.key') : undefined),
    configFolder,
    dataFolder: which === 'playground' ? settings.playgroundFolder : settings.dataFolder,
  };
}

export const keyFor = (settings: Settings, which: 'data' | 'playground'): Promise<InstallationKey> =>
  openInstallationKey(keySettings(settings, which));
