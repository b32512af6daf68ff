import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** How the browser of the dev dependencies is started: it brings the libraries and fonts that a bare machine lacks. */
export interface Unpacked {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The package carries a build for this kind of machine alone. */
export const isCarried = process.platform === 'linux' && process.arch === 'x64';

const modules = resolve(import.meta.dirname, '../../../node_modules');
const require = createRequire(import.meta.url);
const entry = require.resolve('@sparticuz/chromium');

/** Without a font that fontconfig knows, Chromium dies at the first page. The package's own list names folders of a cloud function. */
const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts/fonts')}</dir>
  <dir>${join(modules, '@expo-google-fonts/noto-sans/400Regular')}</dir>
  <cachedir>${join(folder, 'fonts/cache')}</cachedir>
</fontconfig>
`;

/**
 * Unpacks the browser (200 MB) at the first use and whenever its version changes. Several test files may ask at once:
 * each unpacks into a folder of its own, and the first to finish gives it the final name.
 */
export async function unpackedChromium(): Promise<Unpacked> {
  const { version } = require(join(entry, '../../../package.json')) as { version: string };
  const folder = join(modules, '.cache/curbside', `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
      FONTCONFIG_FILE: join(folder, 'fonts/fonts.conf'),
    },
  };
}

async function unpackInto(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const own = await mkdtemp(`${folder}.`);
  try {
    // The package unpacks into the temporary folder, and its libraries only where it takes itself to be in a cloud function.
    await promisify(execFile)(process.execPath, ['-e', `require(${JSON.stringify(entry)}).executablePath()`], {
      env: { ...process.env, TMPDIR: own, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    });
    await writeFile(join(own, 'fonts/fonts.conf'), fontsIn(folder));
    await rename(own, folder);
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
