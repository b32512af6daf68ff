import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../adapters/discord');

/** Which rooms a room may enter besides itself; the files beside the rooms are open to all, and put them together. */
const open: Readonly<Record<string, readonly string[]>> = {
  words: [],
  components: ['words'],
  rest: ['components', 'words'],
  forms: ['components', 'rest', 'words'],
  gateway: ['components', 'rest', 'words'],
  interactions: ['components', 'forms', 'rest', 'words'],
};

const roomOf = (path: string): string | undefined => (path.includes('/') ? path.split('/')[0] : undefined);

/** Every file with the files of the adapter that it imports, those loaded later apart. */
async function imports(): Promise<ReadonlyMap<string, { readonly now: string[]; readonly later: string[] }>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
  return new Map(
    await Promise.all(
      files.map(async (file) => {
        const text = await readFile(file, 'utf8');
        const found = (pattern: RegExp) =>
          [...text.matchAll(pattern)]
            .map((m) => relative(root, resolve(dirname(file), m[1] ?? '')))
            .filter((path) => !path.startsWith('..'));
        const now = found(/^(?:import|export)[^;]*?\bfrom '(\.[^']+)'/gm);
        return [relative(root, file), { now, later: found(/\bimport\('(\.[^']+)'\)/g) }] as const;
      }),
    ),
  );
}

it('rooms know only those that stand below them', async () => {
  const climbs: string[] = [];
  for (const [file, { now, later }] of await imports()) {
    const room = roomOf(file);
    if (room === undefined) continue;
    expect(Object.keys(open)).toContain(room);
    for (const to of [...now, ...later]) {
      const other = roomOf(to);
      if (other !== undefined && other !== room && !open[room]?.includes(other)) climbs.push(`${file} -> ${to}`);
    }
  }
  expect(climbs).toEqual([]);
});

it('no file imports itself by way of others', async () => {
  const all = await imports();
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (way.includes(file) || done.has(file)) return;
    for (const to of all.get(file)?.now ?? []) visit(to, [...way, file]);
    done.add(file);
  };
  for (const file of all.keys()) visit(file, []);
  expect(cycles).toEqual([]);
});

it('what the command line reads of Discord loads no discord.js', async () => {
  const all = await imports();
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const to of all.get(file)?.now ?? []) load(to);
  };
  load('index.ts');
  for (const file of loaded) expect(await readFile(join(root, file), 'utf8'), file).not.toContain("from 'discord.js'");
});
