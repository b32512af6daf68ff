import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RenewalPack } from '../../src/index.ts';
import { packageDataFolder } from './package-data.ts';

/** What bodies want for a renewal, as files that come with Curbside, by id. Throws when one is not as the schema says. */
export function shippedRenewalPacks(): RenewalPack[] {
  const folder = join(packageDataFolder(), 'packs', 'renewal');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => RenewalPack.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}
