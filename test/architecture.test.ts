import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

async function sources(folder: string): Promise<Source[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((e) => e.isFile() && /\.(tsx?|js)$/.test(e.name)).map((e) => join(e.parentPath, e.name));
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, 'utf8');
      const imports = [...text.matchAll(/^(?:import|export)[^;]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
        (m) => m[1] ?? m[2] ?? '',
      );
      return {
        path: relative(root, file),
        text,
        imports: imports.map((i) => (i.startsWith('.') ? relative(root, resolve(dirname(file), i)) : i)),
      };
    }),
  );
}

/** What the core may use from outside: pure libraries only. */
const pure = [
  'zod',
  'diff',
  'eld/extrasmall',
  'temporal-polyfill',
  'rrule-temporal',
  'libphonenumber-js',
  'libphonenumber-js/min',
  'linkify-it',
  'stemmer',
  'csv-parse/browser/esm/sync',
  '@noble/hashes/sha2.js',
  '@noble/hashes/utils.js',
];

/** Adapters that any other may use. */
const shared = ['documents', 'node'];

/** Where lists of words lie, one file each. */
const wordLists = 'src/deidentify/words/';

/** Files that import each other in a circle, each circle as one line. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    else if (!done.has(file)) {
      for (const next of graph.get(file) ?? []) if (graph.has(next)) walk(next, [...way, file]);
      done.add(file);
    }
  };
  for (const file of graph.keys()) walk(file, []);
  return circles;
}

/** The floors of the core, lowest first; the files of `src` itself stand on top. A file imports its own floor and those below. */
const floors = ['i18n', 'view', 'ports', 'time', 'deidentify', 'storage', 'runtime', 'features'];
const floorOf = (path: string): number => {
  const at = floors.indexOf(path.split('/')[1] ?? '');
  return at < 0 ? floors.length : at;
};

describe('borders', () => {
  it('the core imports itself and pure libraries only', async () => {
    for (const { path, imports } of await sources('src')) {
      for (const i of imports) expect(i.startsWith('src/') || pure.includes(i), `${path} imports ${i}`).toBe(true);
    }
  });

  it('the core reads no clock, makes no randomness and reaches for no global', async () => {
    for (const { path, text } of await sources('src')) {
      expect(text, path).not.toMatch(/Date\.now|new Date\(\s*\)|Math\.random|\bglobalThis\b|\bcrypto\.\w/);
    }
  });

  it('adapters enter the core through its door only', async () => {
    for (const { path, imports } of await sources('adapters')) {
      for (const i of imports.filter((x) => x.startsWith('src/'))) expect(i, path).toBe('src/index.ts');
    }
  });

  it('a platform or a store is one folder: only the command line knows it', async () => {
    const folders = (await readdir(join(root, 'adapters'), { withFileTypes: true })).filter((e) => e.isDirectory());
    const apart = folders.map(({ name }) => name).filter((name) => !['cli', ...shared].includes(name));
    expect(apart).toContain('slack');
    for (const { path, imports } of await sources('adapters')) {
      const own = path.split('/')[1] ?? '';
      if (own === 'cli') continue;
      const others = ['cli', ...apart].filter((name) => name !== own).map((name) => `adapters/${name}/`);
      expect(
        imports.filter((i) => others.some((other) => i.startsWith(other))),
        path,
      ).toEqual([]);
    }
  });

  it('what connects a platform is one line of a list', async () => {
    const all = await sources('adapters');
    const connected = all.find(({ path }) => path === 'adapters/cli/platforms.ts')?.imports ?? [];
    const modules = connected.filter((i) => i.endsWith('/index.ts'));
    expect(modules).toContain('adapters/slack/index.ts');
    for (const module of modules) {
      const by = all.filter(({ imports }) => imports.includes(module)).map(({ path }) => path);
      expect(by, module).toEqual(['adapters/cli/platforms.ts']);
    }
  });

  it('only the composition root reads the environment', async () => {
    for (const { path, text } of await sources('adapters')) {
      if (path !== 'adapters/cli/main.ts') expect(text, path).not.toMatch(/process\.env/);
    }
  });

  it('de-identification stands on its own', async () => {
    for (const { path, imports } of await sources('src/deidentify')) {
      for (const i of imports.filter((x) => x.startsWith('src/')))
        expect(i.startsWith('src/deidentify/'), `${path} imports ${i}`).toBe(true);
    }
  });

  it('a language is one folder: only what keeps the languages knows it', async () => {
    const languages = (await readdir(join(root, 'src/i18n'), { withFileTypes: true })).filter((e) => e.isDirectory());
    expect(languages.map(({ name }) => name)).toContain('en');
    for (const { path, imports } of [...(await sources('src')), ...(await sources('adapters'))]) {
      const known = languages.filter(({ name }) => imports.some((i) => i.startsWith(`src/i18n/${name}/`)));
      for (const { name } of known) {
        const own = path.startsWith(`src/i18n/${name}/`) || path === 'src/i18n/locales.ts';
        // English is what the others are held to, and what is left where there is none.
        expect(own || (name === 'en' && path.startsWith('src/i18n/')), `${path} knows ${name}`).toBe(true);
      }
    }
  });

  it('word lists are data, apart from the rules', async () => {
    const literal = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;
    const comment = /\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
    const found: string[] = [];
    for (const { path, text, imports } of await sources('src')) {
      if (path.startsWith('src/i18n/')) continue;
      if (path.startsWith(wordLists)) {
        const rule = path !== `${wordLists}list.ts` && /^(?:export )?(?:async )?function\b|^export const \w+ = \(/m;
        if (rule !== false && rule.test(text)) found.push(`${path} holds a rule`);
        const beside = [wordLists, 'src/deidentify/types.ts', 'src/deidentify/tokens.ts'];
        expect(
          imports.filter((i) => !beside.some((known) => i.startsWith(known))),
          path,
        ).toEqual([]);
        continue;
      }
      for (const [, one, two, three] of text.replace(comment, '').matchAll(literal)) {
        const words = one ?? two ?? three ?? '';
        // What a pattern is made of belongs to its rule.
        if (/[\\^$*+?()[\]{}]/.test(words)) continue;
        if (words.split(/[\s|]+/).filter((word) => /\p{L}{2}/u.test(word)).length >= 30)
          found.push(`${path}: ${words}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('arrows inside the core point down', async () => {
    const climbs: string[] = [];
    for (const { path, imports } of await sources('src')) {
      for (const i of imports.filter((x) => x.startsWith('src/'))) {
        if (floorOf(i) > floorOf(path)) climbs.push(`${path} -> ${i}`);
      }
    }
    expect(climbs).toEqual([]);
  });

  it('one feature knows of another its model only: what they do to each other is declared in hooks', async () => {
    for (const { path, imports } of await sources('src/features')) {
      const own = path.split('/')[2] ?? '';
      for (const i of imports.filter((x) => x.startsWith('src/features/') && x.split('/')[2] !== own)) {
        expect(i, path).toMatch(/\/model\.ts$/);
      }
    }
  });

  it('consultation and supervision never mix: neither imports anything of the other', async () => {
    for (const [feature, other] of [
      ['consultation', 'supervision'],
      ['supervision', 'consultation'],
    ]) {
      for (const { path, imports } of await sources(`src/features/${feature}`))
        expect(
          imports.filter((i) => i.startsWith(`src/features/${other}/`)),
          path,
        ).toEqual([]);
    }
  });

  it('the page, the exits and the platform know no feature but the group: the others come to them by hooks', async () => {
    for (const gatherer of ['home', 'privacy', 'lifecycle']) {
      for (const { path, imports } of await sources(`src/features/${gatherer}`)) {
        const others = imports.filter((i) => i.startsWith('src/features/') && i.split('/')[2] !== gatherer);
        for (const i of others) expect(i, path).toBe('src/features/group/model.ts');
      }
    }
  });

  it('no import goes in a circle', async () => {
    const graph = new Map<string, readonly string[]>();
    for (const folder of ['src', 'adapters'])
      for (const { path, imports } of await sources(folder)) graph.set(path, imports);
    expect(circlesOf(graph)).toEqual([]);
  });
});
