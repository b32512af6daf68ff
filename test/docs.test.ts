import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { platforms } from '../adapters/cli/platforms.ts';
import { readSettings } from '../adapters/cli/settings.ts';
import { readMeasured, withFigures } from '../scripts/docs/figures.ts';
import { dataPage, withCommandTable, withPlatforms } from '../scripts/docs/pages.ts';
import { routes } from '../src/index.ts';
import { accessPage } from './fixtures/access-matrix.ts';
import { openTestApp } from './fixtures/test-app.ts';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFile(join(root, file), 'utf8');

it('docs/access.md says what the gate of every route says (npm run docs)', async () => {
  expect(await read('docs/access.md')).toBe(await accessPage());
});

it('nobody starts by hand what only the timer or a platform may start', async () => {
  const app = await openTestApp();
  const ada = await app.person('ada', { manages: true });
  for (const { name } of routes.filter(({ who }) => who === 'timer' || who === 'platform'))
    expect(JSON.stringify(await ada.does(name)), name).toContain('refusal.unknownCommand');
  await app.remove();
});

it('docs/data.md says what the code declares (npm run docs)', async () => {
  expect(await read('docs/data.md')).toBe(dataPage());
});

it('the README counts the sets of rules and the boards that there are', async () => {
  const folder = join(root, 'data/packs/supervision');
  const packs = await Promise.all(
    (await readdir(folder)).map(
      async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as { board: string },
    ),
  );
  const words = [
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ];
  const boards = new Set(packs.map(({ board }) => board)).size;
  expect(await read('README.md')).toContain(`${words[packs.length]} sets of rules from ${words[boards]} boards`);
});

it('the README lists the commands that there are (npm run docs)', async () => {
  const readme = await read('README.md');
  expect(withCommandTable(readme)).toBe(readme);
});

it.each(['README.md', 'docs/deidentification.md', 'docs/performance.md'])(
  '%s quotes the figures that were measured (npm run docs)',
  async (file) => {
    const page = await read(file);
    expect(page).toContain('<!-- figures: ');
    expect(withFigures(page, await readMeasured(root))).toBe(page);
  },
);

it('.env.example has what each platform needs (npm run docs), and each has a page', async () => {
  const example = await read('.env.example');
  expect(withPlatforms(example, platforms)).toBe(example);
  for (const { name } of platforms) expect(existsSync(join(root, `docs/${name}.md`)), name).toBe(true);
});

it('.env.example names settings that exist, and the empty ones count as left out', async () => {
  const lines = (await read('.env.example')).split('\n').filter((l) => /^[A-Z]/.test(l));
  const env = Object.fromEntries(lines.map((l) => l.split('=') as [string, string]));
  const known = Object.keys(readSettings({}).env);
  expect(readSettings(env).env.LOG_LEVEL).toBe('info');
  const read2 = readSettings({ ...env, CURBSIDE_DATA: '/x', PORT: '3000' }).env;
  expect(read2).toMatchObject({ CURBSIDE_DATA: '/x', PORT: 3000 });
  expect(known).toEqual(['LOG_LEVEL']);
});

it('every file that ARCHITECTURE.md names is there', async () => {
  const text = await readFile(join(root, 'ARCHITECTURE.md'), 'utf8');
  const named = [...text.matchAll(/`([\w./-]+\/[\w.-]+\.(?:tsx?|md|js))`/g)].map((m) => m[1] ?? '');
  const features = ['', 'checkin', 'consultation', 'supervision'].map((name) => join('src/features', name));
  const platforms = ['slack', 'discord', 'playground'].map((name) => join('adapters', name));
  const within = ['', 'src', ...features, ...platforms];
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !within.some((folder) => existsSync(join(root, folder, path))))).toEqual([]);
});

it('no documented or printed command could run a program of ours from the registry, where anybody may take the name', async () => {
  const inFolders = ['docs', 'adapters', 'src', 'scripts'].map(async (folder) =>
    (await readdir(join(root, folder), { recursive: true })).map((name) => join(folder, name)),
  );
  const files = [...(await readdir(root)), ...(await Promise.all(inFolders)).flat()].filter(
    (path) => /\.(?:md|tsx?|js|json|example|html)$/.test(path) && !path.includes('node_modules'),
  );
  expect(files.length).toBeGreaterThan(300);
  const runs = /(?:npx|npm exec|npm x|pnpm dlx|bunx) (?:-\S+ )*curbside/;
  const found: string[] = [];
  for (const path of files) if (runs.test(await read(path))) found.push(path);
  expect(found).toEqual([]);
});

it('every command that the docs run with npm exists', async () => {
  const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> };
  const help = execFileSync(process.execPath, [join(root, 'dist/adapters/cli/main.js'), '--help'], {
    encoding: 'utf8',
  });
  for (const page of [
    'README.md',
    'CONTRIBUTING.md',
    '.env.example',
    'ARCHITECTURE.md',
    'docs/slack.md',
    'docs/discord.md',
    'docs/operations.md',
    'docs/packs.md',
    'docs/deidentification.md',
  ]) {
    for (const [, script] of (await read(page)).matchAll(/npm run (?:-s )?([\w:]+)/g))
      expect(scripts, page).toHaveProperty(script ?? '');
    for (const [, command] of (await read(page)).matchAll(/npm run (?:-s )?curbside -- (\w+)/g))
      expect(help, page).toMatch(new RegExp(`^  ${command} `, 'm'));
  }
});

/** The address under which GitHub finds a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s/g, '-');

it('every link from page to page leads to a file and a heading that are there, and every picture says what it shows', async () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md'];
  for (const file of await readdir(join(root, 'docs'))) if (file.endsWith('.md')) pages.push(join('docs', file));
  const broken: string[] = [];
  let links = 0;
  for (const page of pages)
    for (const [, mark, text, to] of (await read(page)).matchAll(/(!?)\[([^\]]*)\]\(([^)]+)\)/g)) {
      if (mark === '!') {
        expect((text ?? '').length, `${page}: ${to}`).toBeGreaterThan(40);
        continue;
      }
      if (/^https?:/.test(to ?? '')) continue;
      links += 1;
      const [path = '', anchor] = (to ?? '').split('#');
      const file = path === '' ? page : join(page, '..', path);
      const target = existsSync(join(root, file)) ? await read(file) : null;
      const headings = [...(target ?? '').matchAll(/^#+ (.+)$/gm)].map((m) => anchorOf(m[1] ?? ''));
      if (target === null || (anchor !== undefined && !headings.includes(anchor))) broken.push(`${page}: ${to}`);
    }
  expect(links).toBeGreaterThan(25);
  expect(broken).toEqual([]);
});
