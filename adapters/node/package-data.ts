import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The package's `data` folder, found by walking up from this file, because it runs from `adapters/node` (tsx, vitest)
 * and from `dist/adapters/node` (the built package). Throws when no folder above holds it.
 */
export const packageDataFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'data');
    if (existsSync(join(candidate, 'words.bin'))) return candidate;
    const above = dirname(folder);
    if (above === folder) throw new Error('the data folder of the package is missing');
    folder = above;
  }
};
