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
  const files = entries.filter((e) => e.isFile() && /\.tsx?$/.test(e.name)).map((e) => join(e.parentPath, e.name));
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
const pure = ['zod', 'temporal-polyfill', 'libphonenumber-js', 'libphonenumber-js/min', 'linkify-it'];

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

  it('a platform adapter knows no other platform, and the stores know no platform', async () => {
    const folders = ['slack', 'discord', 'playground', 'lowdb'];
    for (const folder of folders) {
      for (const { path, imports } of await sources(`adapters/${folder}`)) {
        for (const other of folders.filter((f) => f !== folder)) {
          expect(
            imports.filter((i) => i.startsWith(`adapters/${other}/`)),
            path,
          ).toEqual([]);
        }
      }
    }
  });

  it('only the composition root reads the environment', async () => {
    for (const { path, text } of await sources('adapters')) {
      if (path !== 'adapters/main.ts') expect(text, path).not.toMatch(/process\.env/);
    }
  });

  it('de-identification stands on its own', async () => {
    for (const { path, imports } of await sources('src/deidentify')) {
      for (const i of imports.filter((x) => x.startsWith('src/')))
        expect(i.startsWith('src/deidentify/'), `${path} imports ${i}`).toBe(true);
    }
  });

  it('the kernel knows no feature but the group that every command belongs to', async () => {
    for (const { path, imports } of await sources('src/kernel')) {
      for (const i of imports.filter((x) => x.startsWith('src/'))) {
        expect(
          /^src\/(kernel|ports|view|i18n|deidentify)\//.test(i) || i === 'src/group/model.ts',
          `${path} imports ${i}`,
        ).toBe(true);
      }
    }
  });
});
