import { keyFileOf } from '../key.ts';
import { existingKey, keySettings } from '../key-settings.ts';
import { run } from '../run.ts';
import { InputRefused, type Settings } from '../settings.ts';
import { type BackupOptions, backUp } from './backup.ts';
import { rekey } from './rekey.ts';
import { restore, verify } from './restore.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const keyOf = async (settings: Settings): Promise<Buffer> => (await existingKey(settings)).key;

export async function backupCommand(settings: Settings, target: string, options: BackupOptions): Promise<void> {
  const data = { folder: settings.dataFolder, key: await keyOf(settings) };
  say(`Backup written to ${await backUp(data, target, options, Date.now(), say)}`);
  say('Don’t keep the key in the same place as the backups.');
}

export const verifyCommand = async (settings: Settings, backup: string): Promise<void> =>
  verify(backup, await keyOf(settings), say);

export const restoreCommand = async (settings: Settings, backup: string): Promise<void> =>
  restore(backup, { folder: settings.dataFolder, key: await keyOf(settings) }, say);

export async function rekeyCommand(settings: Settings): Promise<void> {
  const given = keySettings(settings, 'data');
  if (given.key !== undefined)
    throw new InputRefused('The key is in CURBSIDE_KEY. Put it in a file first, and set CURBSIDE_KEY_FILE instead.');
  const files = { folder: settings.dataFolder, keyFile: keyFileOf(given) };
  const old = await rekey(
    files,
    () => keyOf(settings),
    Date.now(),
    (name) => say(`Done: ${name}.`),
  );
  say(`The data now has a new key, in ${files.keyFile}. Keep a copy of it away from the data.`);
  say(
    `Backups made before need the old key, now in ${old}. Make a new backup, and delete the old key with the last old backup.`,
  );
  say(`Check everything with: ${run('doctor')}`);
}
