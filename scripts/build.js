import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const out = join(root, 'dist');
const stampFile = join(out, '.sources');

/** What is started: the command line, and the thread that it starts. Whatever they load on the way is cut to pieces beside them. */
const programs = { main: 'adapters/cli/main.ts', 'scan-worker': 'adapters/node/scan-worker.ts' };

/**
 * Packages that become part of the program, with what they need: small ones that every start loads. Of zod, which is many
 * files and mostly schemas that nobody here uses, half the time to load goes; libphonenumber-js alone is 93 files.
 */
const bundled = [
  ...['zod', 'commander', 'libphonenumber-js', 'diff', 'temporal-polyfill', 'rrule-temporal', '@noble/hashes', 'lowdb'],
  ...['linkify-it', 'stemmer', 'minisearch', 'lru-cache', 'eld', 'steno', 'temporal-utils', 'uc.micro'],
];

/**
 * The statistics of letters by which a language is recognized are a megabyte, which only a text asks for whose words are not
 * English ones. The package builds them when it is loaded, a fifth of all that a start takes; in the program they are a text
 * that is read when they are first asked for. Throws where the package is not as expected.
 */
const languagesWhenAsked = {
  name: 'languages-when-asked',
  transform(code, id) {
    const replaced = (before, after) => {
      if (code.split(before).length !== 2) throw new Error(`eld has changed: ${before} is not there once`);
      return code.replace(before, () => after);
    };
    if (id.endsWith('/eld/src/entries/static.extrasmall.js')) {
      code = replaced('loadData(ngramsData)', 'loadData(ngramsData())');
      const eld = 'let built\nconst eld = { detect: (text) => (built ??= build()).detect(text) }';
      return { code: replaced('const eld = build()', eld), map: { mappings: '' } };
    }
    if (!id.endsWith('/eld/src/ngrams/extrasmall.js')) return null;
    const [, statistics] = code.split('export const ngramsData =');
    if (statistics === undefined) throw new Error('eld has changed: its statistics are elsewhere');
    const text = JSON.stringify(JSON.stringify(new Function(`return ${statistics}`)()));
    return { code: `export const ngramsData = () => JSON.parse(${text})`, map: { mappings: '' } };
  },
};

/** A digest of everything that the program is built from. Contents, not times: a checkout or a copy changes those. */
function digest() {
  const hash = createHash('sha256');
  const folders = ['src', 'adapters'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const settings = ['tsconfig.json', 'package.json', 'package-lock.json', 'scripts/build.js'];
  for (const file of [...folders, ...settings.map((name) => join(root, name))].sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * Builds the program into `dist`, unless that was built from just these sources. A few files instead of hundreds: finding
 * and reading each of those took longer than all they do at a start, and a command now loads its own part alone. Types are
 * not checked here but by `npm run typecheck`.
 */
async function build() {
  // An installed package holds the built program alone.
  if (!existsSync(join(root, 'src'))) return;
  const stamp = digest();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync(out, { recursive: true, force: true });
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const apart = Object.keys(dependencies).filter((name) => !bundled.includes(name));
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(Object.entries(programs).filter(([, file]) => existsSync(join(root, file)))),
    platform: 'node',
    external: (id) => apart.some((name) => id === name || id.startsWith(`${name}/`)),
    transform: { target: 'node20' },
    plugins: [languagesWhenAsked],
    logLevel: 'warn',
  });
  await bundle.write({
    dir: join(out, 'adapters/cli'),
    format: 'esm',
    sourcemap: true,
    // What stands in a trace is looked up in the maps; the sources themselves are beside them, or at the release.
    sourcemapExcludeSources: true,
    chunkFileNames: '[name]-[hash].js',
  });
  await bundle.close();
  for (const name of bundled) {
    const folder = join(root, 'node_modules', name);
    const terms = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)\b/i.test(file));
    if (terms.length === 0) throw new Error(`${name} comes without its license`);
    for (const file of terms) copyFileSync(join(folder, file), join(out, `${file}-${name.replace('/', '-')}`));
  }
  writeFileSync(stampFile, stamp);
}

await build();
