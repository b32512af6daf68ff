import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const out = join(root, 'dist');
const stampFile = join(out, '.sources');

/** A digest of everything that the program is built from. Contents, not times: a checkout or a copy changes those. */
function digest() {
  const hash = createHash('sha256');
  const folders = ['src', 'adapters'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) => join(root, name));
  for (const file of [...folders, ...settings].sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * Builds the program into `dist`, unless that was built from just these sources. Types are not checked here but by
 * `npm run typecheck`: every file compiles by itself, and the program starts many seconds sooner.
 */
function build() {
  // An installed package holds the built program alone.
  if (!existsSync(join(root, 'src'))) return;
  const stamp = digest();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync(out, { recursive: true, force: true });
  const require = createRequire(import.meta.url);
  const compiler = join(require.resolve('typescript/package.json'), '../bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  // The compiler has said what is wrong.
  if (status === 0) writeFileSync(stampFile, stamp);
  else process.exitCode = 1;
}

build();
