import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageDataFolder } from './package-data.ts';

/** What the JSON files of a folder under `data` hold, by their names' order. */
export function jsonFilesIn(...folder: string[]): unknown[] {
  const at = join(packageDataFolder(), ...folder);
  return readdirSync(at)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(at, file), 'utf8')));
}
