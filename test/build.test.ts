import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
let folder: string;
const at = (path: string) => join(folder, path);
let main: string;
let built: string;

/** A program of two files, built as this one is. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curbside-build-'));
  main = at('adapters/cli/main.ts');
  built = at('dist/adapters/cli/main.js');
  await symlink(join(root, 'node_modules'), at('node_modules'));
  for (const file of ['scripts/build.js', 'tsconfig.json', 'package.json', 'package-lock.json'])
    await cp(join(root, file), at(file));
  await mkdir(at('src'));
  await mkdir(at('adapters/cli'), { recursive: true });
  await writeFile(at('src/index.ts'), 'export const said: string = "once";\n');
  await writeFile(main, "import { said } from '../../src/index.ts';\nconsole.log(said);\n");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const build = () => execFileSync(process.execPath, [at('scripts/build.js')], { encoding: 'utf8', stdio: 'pipe' });
const run = () => execFileSync(process.execPath, [built], { encoding: 'utf8' });

it('builds again whenever a source differs, however old it says it is, and else leaves the program alone', async () => {
  build();
  expect(run()).toBe('once\n');
  const { mtimeMs } = await stat(built);
  build();
  expect((await stat(built)).mtimeMs).toBe(mtimeMs);
  await writeFile(at('src/index.ts'), 'export const said: string = "anew";\n');
  await utimes(at('src/index.ts'), 0, 0);
  build();
  expect(run()).toBe('anew\n');
});

it('leaves nothing of a source that is gone', async () => {
  await writeFile(at('src/gone.ts'), 'export const here = true;\n');
  await writeFile(main, "console.log((await import('../../src/gone.ts')).here);\n");
  const parts = async () => (await readdir(at('dist/adapters/cli'))).filter((name) => name.startsWith('gone'));
  build();
  expect(run()).toBe('true\n');
  expect(await parts()).not.toEqual([]);
  await rm(at('src/gone.ts'));
  await writeFile(main, 'console.log("left");\n');
  build();
  expect(run()).toBe('left\n');
  expect(await parts()).toEqual([]);
});

it('fails on what cannot be compiled, and builds once that is mended', async () => {
  await writeFile(at('src/index.ts'), 'export const said: string = ;\n');
  expect(build).toThrow(/index\.ts/);
  expect(build).toThrow(/index\.ts/);
  await writeFile(at('src/index.ts'), 'export const said: string = "mended";\n');
  build();
  expect(run()).toBe('mended\n');
});

it('leaves an installed program, which comes without sources, as it is', async () => {
  build();
  await rm(at('src'), { recursive: true });
  build();
  expect(run()).toBe('once\n');
});

it('names the sources in the trace of a failure', async () => {
  await cp(join(root, 'adapters/cli/source-places.ts'), at('adapters/cli/source-places.ts'));
  await writeFile(at('src/fails.ts'), 'export function fails(): never {\n  throw new Error("why");\n}\n');
  const places = "import { tracesNameSources } from './source-places.ts';\ntracesNameSources();\n";
  const fails =
    "const { fails } = await import('../../src/fails.ts');\ntry { fails(); } catch (e) { console.log((e as Error).stack); }\n";
  await writeFile(main, places + fails);
  build();
  expect(run()).toMatch(
    /^Error: why\n {4}at fails \(file:.*\/src\/fails\.ts:2:9\)\n {4}at .*\/adapters\/cli\/main\.ts:4:7/,
  );
});

it('brings along every license and notice of what it is built with', async () => {
  build();
  const brought = (await readdir(at('dist'))).filter((name) => name.endsWith('-libphonenumber-js'));
  expect(brought.sort()).toEqual(['LICENSE-libphonenumber-js', 'LICENSE.Apache-libphonenumber-js']);
});
