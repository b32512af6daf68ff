import { join } from 'node:path';
import { findInstallationKey, type InstallationKey, type KeySettings, keyFileOf, openInstallationKey } from './key.ts';
import { otherUser } from './run.ts';
import { InputRefused, type Settings } from './settings.ts';

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

/** The key, made where there is none: for what starts an installation. */
export const keyFor = (settings: Settings, which: 'data' | 'playground'): Promise<InstallationKey> =>
  openInstallationKey(keySettings(settings, which));

/**
 * The key of data or of a backup that is there already. Makes none: a key that somebody else's command left behind would look like
 * an installation. Throws an `InputRefused` that says so.
 */
export async function existingKey(settings: Settings): Promise<InstallationKey> {
  const given = keySettings(settings, 'data');
  const found = await findInstallationKey(given);
  if (found !== null) return found;
  throw new InputRefused(
    `There is no key in ${keyFileOf(given)}. ${otherUser} Otherwise, put the key of the data there, or set CURBSIDE_KEY.`,
  );
}
