import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the page, as it is served. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Every file the page may ask for, by name; read once, so that no request can name a path. */
export function loadAssets(): ReadonlyMap<string, Asset> {
  const folder = assetsFolder();
  const own = readdirSync(folder).map((name) => [name, join(folder, name)] as const);
  const morph = fileURLToPath(import.meta.resolve('idiomorph'));
  return new Map(
    [...own, ['idiomorph.js', morph] as const].flatMap(([name, path]) => {
      const type = types[extname(name)];
      return type === undefined ? [] : [[name, { type, body: readFileSync(path) }]];
    }),
  );
}

/** `adapters/playground/assets` of the package, found by walking up: the built code lies in `dist`, this folder does not. */
function assetsFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'adapters', 'playground', 'assets');
    if (existsSync(join(candidate, 'page.js'))) return candidate;
    if (dirname(folder) === folder) throw new Error('the assets folder of the playground is missing');
  }
}
