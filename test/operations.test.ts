import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMetrics } from '../adapters/cli/metrics.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => readFile(join(root, path), 'utf8');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curbside-operations-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const environment = () => ({
  PATH: process.env.PATH,
  HOME: folder,
  CURBSIDE_DATA: join(folder, 'data'),
  XDG_CONFIG_HOME: join(folder, 'config'),
});

/** The commands of a section of docs/operations.md, in order, as they stand there. */
async function commandsOf(section: string): Promise<string[]> {
  const page = await read('docs/operations.md');
  const text = page.slice(page.indexOf(`\n### ${section}\n`) + 1);
  const end = text.slice(4).search(/\n##+ /);
  const lines = text.slice(0, end < 0 ? undefined : end + 4).split('\n');
  return lines.filter((line) => line.startsWith('       ')).map((line) => line.trim());
}

it('the backup drill works as it is written, while Curbside runs', async () => {
  // The playground is a whole Curbside: its folder and key stand in for those of a group.
  const env = { ...environment(), CURBSIDE_KEY_FILE: join(folder, 'key') };
  const main = join(root, 'dist/adapters/cli/main.js');
  const running = spawn(process.execPath, [main, 'playground', '--port', '0', '--no-open'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const chunk of running.stdout) if (String(chunk).includes('is open at')) break;
    const commands = (await commandsOf('Drill')).map((line) =>
      line.replace(/^export BACKUPS=.*$/, `export BACKUPS='${join(folder, 'backups')}'`),
    );
    expect(commands.filter((line) => line.includes('npm run'))).toHaveLength(4);
    const script = ['set -eu', ...commands].join('\n');
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
      cwd: root,
      env: { ...env, CURBSIDE_DATA: join(folder, 'data/playground') },
      encoding: 'utf8',
    });
    expect(stderr.replace(/^npm.*$/gm, '').trim()).toBe('');
    expect(status, stdout).toBe(0);
    expect(stdout).toMatch(/Wrote store: \d+ documents, read back and compared/);
    expect(stdout).toMatch(/Communities: 1\. Documents: \d+\./);
    expect(stdout).toMatch(/ok {4}Data folder .*backups\/drill: opens with its key/);
    expect(await readdir(join(folder, 'backups'))).not.toContain('drill');
  } finally {
    running.kill('SIGTERM');
    await once(running, 'exit');
  }
});

it('the package holds all that it takes to start, and nothing else', async () => {
  const npm = (args: string[], cwd: string) =>
    spawnSync('npm', [...args, '--no-audit', '--no-fund'], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    });
  const packed = npm(['pack', '--ignore-scripts', '--pack-destination', folder], root);
  expect(packed.status, packed.stderr).toBe(0);
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  spawnSync('tar', ['xzf', archive], { cwd: folder });
  const own = join(folder, 'package');
  expect((await readdir(own)).sort()).toEqual(
    ['CHANGELOG.md', 'LICENSE', 'README.md', 'adapters', 'data', 'deploy', 'dist', 'package.json', 'scripts'].sort(),
  );
  // Its packages are those of this folder: what is tried is that no file of ours is missing.
  spawnSync('ln', ['-s', join(root, 'node_modules'), join(own, 'node_modules')]);
  const child = spawn(
    process.execPath,
    [join(own, 'dist/adapters/cli/main.js'), 'playground', '--port', '0', '--no-open'],
    {
      cwd: folder,
      env: environment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let url = '';
  for await (const chunk of child.stdout) {
    url = /http:\S+/.exec(String(chunk))?.[0] ?? '';
    if (url !== '') break;
  }
  const page = await fetch(url);
  expect(page.status).toBe(200);
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});

it('alerts and dashboard ask for metrics that exist, of log events that the code writes', async () => {
  const metrics = await createMetrics(
    async () => ({ waiting: 0, since: null }),
    () => 0,
  ).text();
  const names = new Set([...metrics.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name));
  const asked = `${await read('docs/monitoring/alerts.yml')}${await read('docs/monitoring/dashboard.json')}`;
  const used = [...asked.matchAll(/\b((?:curbside|process)_[a-z_]+)/g)].map(([, name]) =>
    (name ?? '').replace(/_(?:bucket|count|sum)$/, ''),
  );
  expect(used.length).toBeGreaterThan(15);
  expect(used.filter((name) => !names.has(name))).toEqual([]);
  const code = await Promise.all(
    ['src', 'adapters'].map(async (top) => {
      const files = (await readdir(join(root, top), { recursive: true })).filter((name) => name.endsWith('.ts'));
      return (await Promise.all(files.map((file) => read(join(top, file))))).join('\n');
    }),
  );
  const events = [...asked.matchAll(/event=~?\\?"([\w.|]+)/g)].flatMap(([, all]) => (all ?? '').split('|'));
  expect(events.length).toBeGreaterThan(4);
  expect(events.filter((event) => !code.join('\n').includes(`'${event}'`))).toEqual([]);
});

it('the container is built of files that exist, and runs the program as a user without rights', async () => {
  const file = await read('deploy/Dockerfile');
  const ignored = (await read('.dockerignore'))
    .split('\n')
    .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
  const copied = [...file.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from]) => (from ?? '').split(' '));
  expect(copied.length).toBeGreaterThan(5);
  for (const path of copied) {
    expect(existsSync(join(root, path)), path).toBe(true);
    expect(
      ignored.some((allowed) => path === allowed || path.startsWith(`${allowed}/`)),
      path,
    ).toBe(true);
  }
  const run = file.slice(file.lastIndexOf('FROM '));
  expect(run).toMatch(/^USER node$/m);
  expect(run).toMatch(/^HEALTHCHECK /m);
  expect(run.indexOf('USER node')).toBeLessThan(run.indexOf('CMD ["node", "dist'));
});

it('the container of the backups sees no key, backs up at its start, and tries again soon after a failure', async () => {
  const file = await read('deploy/compose.yaml');
  const service = /^ {2}backup:\n((?: {4}.*\n|\n)+)/m.exec(file)?.[1] ?? '';
  const mounts = [...service.matchAll(/^ +- (\S+?):/gm)].map(([, from]) => from);
  expect(mounts).toEqual(['./backup-database', './at-database', 'backups']);
  expect(service).not.toContain('secrets: [');
  const loop = /entrypoint: \['bash', '-c', '(.*)'\]/.exec(service)?.[1] ?? '';
  const stand = `n=0; backup() { echo backup; [ $((n++)) -gt 0 ]; }; sleep() { echo "sleep $1"; if [ "$1" = 86400 ]; then exit; fi; }; `;
  const { stdout } = spawnSync('bash', ['-c', stand + loop.replace('/deploy/backup-database', 'backup')]);
  expect(String(stdout).trim().split('\n')).toEqual(['backup', 'sleep 600', 'backup', 'sleep 86400']);
});

it('the compose file runs files that exist, with settings that the program and its scripts know', async () => {
  const file = await read('deploy/compose.yaml');
  const scripts = await Promise.all(['backup-database', 'restore-database'].map((name) => read(join('deploy', name))));
  for (const [, path] of file.matchAll(/\/deploy\/([\w-]+)/g))
    expect(existsSync(join(root, 'deploy', path ?? ''))).toBe(true);
  expect(existsSync(join(root, 'deploy', '..', /dockerfile: (\S+)/.exec(file)?.[1] ?? ''))).toBe(true);
  const known = `${await read('.env.example')}${scripts.join('')}`;
  const own = [...file.matchAll(/\b((?:CURBSIDE|DATABASE|BACKUPS)[A-Z_]*)\b/g)].map(([, name]) => name ?? '');
  expect(own.length).toBeGreaterThan(2);
  expect(own.filter((name) => !known.includes(name))).toEqual([]);
  for (const name of ['backup-database', 'restore-database']) {
    expect((await stat(join(root, 'deploy', name))).mode & 0o111, name).not.toBe(0);
    expect(spawnSync('bash', ['-n', join(root, 'deploy', name)]).status, name).toBe(0);
  }
});
