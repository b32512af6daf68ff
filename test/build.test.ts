import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
let folder: string;
const at = (path: string) => join(folder, path);

/** A program of two files, built as this one is. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curbside-build-'));
  await symlink(join(root, 'node_modules'), at('node_modules'));
  for (const file of ['scripts/build.js', 'tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json'])
    await cp(join(root, file), at(file));
  await mkdir(at('src'));
  await mkdir(at('adapters'));
  await writeFile(at('src/index.ts'), 'export const said: string = "once";\n');
  await writeFile(at('adapters/main.ts'), "import { said } from '../src/index.ts';\nconsole.log(said);\n");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const build = () => execFileSync(process.execPath, [at('scripts/build.js')], { encoding: 'utf8' });
const run = () => execFileSync(process.execPath, [at('dist/adapters/main.js')], { encoding: 'utf8' });

it('builds again whenever a source differs, however old it says it is, and else leaves the program alone', async () => {
  build();
  expect(run()).toBe('once\n');
  const { mtimeMs } = await stat(at('dist/adapters/main.js'));
  build();
  expect((await stat(at('dist/adapters/main.js'))).mtimeMs).toBe(mtimeMs);
  await writeFile(at('src/index.ts'), 'export const said: string = "anew";\n');
  await utimes(at('src/index.ts'), 0, 0);
  build();
  expect(run()).toBe('anew\n');
});

it('leaves nothing of a source that is gone', async () => {
  await writeFile(at('src/gone.ts'), 'export {};\n');
  build();
  expect(await readdir(at('dist/src'))).toContain('gone.js');
  await rm(at('src/gone.ts'));
  build();
  expect(await readdir(at('dist/src'))).not.toContain('gone.js');
});

it('fails on what cannot be compiled, and builds once that is mended', async () => {
  await writeFile(at('src/index.ts'), 'export const said: string = ;\n');
  expect(build).toThrow();
  expect(build).toThrow();
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
