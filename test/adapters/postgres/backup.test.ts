import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { Arrived } from '../../../adapters/cli/community/standing.ts';
import { runDoctor } from '../../../adapters/cli/doctor.ts';
import { openDrafts } from '../../../adapters/postgres/drafts.ts';
import { openDocuments, openPeople } from '../../../adapters/postgres/index.ts';
import { Note, note } from '../../contract/store-kinds.ts';
import { asking, freshDatabase } from '../../fixtures/database/schema.ts';

const root = resolve(import.meta.dirname, '../../..');
const key = randomBytes(32);

/** The lines of `doctor` about a database that begin so. */
async function backupLine(url: string, folder: string): Promise<string | undefined> {
  const lines: string[] = [];
  const env = { DATABASE_URL: url, CURBSIDE_KEY: key.toString('base64'), XDG_CONFIG_HOME: folder };
  await runDoctor(env, (line) => lines.push(line));
  return lines.find((line) => line.includes('backup'));
}

it('doctor says how old the last backup is', async () => {
  const { url, drop } = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'curbside-backup-'));
  expect(await backupLine(url, folder)).toBeUndefined();
  await (await openDocuments({ url, key, most: 2 })).close();
  expect(await backupLine(url, folder)).toMatch(/^LOOK .*no backup was made yet/);
  const note = (ago: string) =>
    asking(
      (client) =>
        client.query(
          `INSERT INTO curbside.backups (at) VALUES (now() - interval '${ago}') ON CONFLICT (one) DO UPDATE SET at = excluded.at`,
        ),
      url,
    );
  await note('7 hours');
  expect(await backupLine(url, folder)).toMatch(/^ok .*made 7 hours ago\.$/);
  await note('3 days');
  expect(await backupLine(url, folder)).toMatch(/^LOOK .*made 72 hours ago\. See why/);
  await drop();
  await rm(folder, { recursive: true });
});

it('doctor says which community waits for a move to be finished, and whether this is the key', async () => {
  const { url, drop } = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'curbside-backup-'));
  const store = await openDocuments({ url, key, most: 2 });
  const arrived = { id: 'slack.abc', at: 1, whole: false, receipt: '', signers: [] };
  await store.transact('curbside', (tx) => tx.put(Arrived, arrived));
  await store.close();
  const lines: string[] = [];
  const env = { DATABASE_URL: url, CURBSIDE_KEY: key.toString('base64'), XDG_CONFIG_HOME: folder };
  expect(await runDoctor(env, (line) => lines.push(line))).toBe(1);
  expect(lines.join('\n')).toContain('LOOK  Community slack.abc: Its import was interrupted.');
  await runDoctor({ ...env, CURBSIDE_KEY: randomBytes(32).toString('base64') }, (line) => lines.push(line));
  expect(lines.join('\n')).toMatch(/LOOK {2}The database was written with another key/);
  await drop();
  await rm(folder, { recursive: true });
});

it('what would turn 35 days old before the next night is deleted, even by a backup that fails', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-backup-'));
  for (const [name, hours] of [
    ['old.documents', 34 * 24 + 1],
    ['people', 34 * 24 + 1],
    ['young.documents', 34 * 24 - 1],
  ] as const) {
    const at = Date.now() / 1000 - hours * 3600;
    await writeFile(join(folder, name), '');
    await utimes(join(folder, name), at, at);
  }
  const { status } = spawnSync(join(root, 'deploy/backup-database'), {
    env: {
      PATH: process.env.PATH,
      ...{ DATABASE_URL: 'postgresql://127.0.0.1:1/none', BACKUPS: folder, ENCRYPT: 'cat', DECRYPT: 'cat' },
    },
  });
  expect(status).not.toBe(0);
  expect(await readdir(folder)).toEqual(['young.documents']);
  await rm(folder, { recursive: true });
});

it.each([
  ['postgresql://u:p%40s%5Cs:w%2F@h:5432/d?sslmode=require', 'p@s\\s:w/', 'postgresql://u@h:5432/d?sslmode=require'],
  ['postgres://h/d?user=u&password=a%25b&sslmode=require', 'a%b', 'postgres://h/d?user=u&sslmode=require'],
  ['postgresql://u@h/d?password=p', 'p', 'postgresql://u@h/d?'],
  ['postgresql://u@h/d', 'of the environment', 'postgresql://u@h/d'],
])('no command line shows the password of %s', (url, password, shown) => {
  const script = `source deploy/at-database; at "$DATABASE_URL" bash -c 'echo "$PGPASSWORD"; echo "$0"'`;
  const env = { PATH: process.env.PATH, DATABASE_URL: url, PGPASSWORD: 'of the environment' };
  const { stdout } = spawnSync('bash', ['-euc', script], { cwd: root, env, encoding: 'utf8' });
  expect(stdout.split('\n')).toEqual([password, `--dbname=${shown}`, '']);
});

// The tools of a server's own version are needed, which come with the server that TEST_DATABASE_URL names.
if (process.env.TEST_DATABASE_URL) {
  it('a backup is encrypted, holds no draft, and opens in an empty database with the key alone', async () => {
    const [from, to] = [await freshDatabase(), await freshDatabase()];
    const folder = await mkdtemp(join(tmpdir(), 'curbside-backup-'));
    const store = await openDocuments({ url: from.url, key, most: 2 });
    const vault = await openPeople({ url: from.url, key, most: 2 });
    await store.transact('s', (tx) => tx.put(Note, note('a')));
    // More than any program on the way holds back.
    await asking(
      (client) =>
        client.query(
          `CREATE TABLE curbside.noise AS SELECT sha512((n::text || random())::bytea) AS bytes FROM generate_series(1, 40000) n`,
        ),
      from.url,
    );
    const who = await vault.refFor({ platform: 'slack', id: 'U0KINGFISHER' });
    const sealed = (await vault.identity(who))?.seal('c', 'what only I read') ?? '';
    const drafts = openDrafts({ url: from.url, schema: 'curbside', key, clock: { now: Date.now } });
    await drafts.put(who, 'd', 'typed');

    const backups = join(folder, 'backups');
    const through = (how: string) => `openssl enc -aes-256-cbc -pbkdf2 -pass pass:kestrel ${how}`;
    const run = (script: string, url: string, args: string[] = [], more: Record<string, string> = {}) =>
      spawnSync(join(root, 'deploy', script), args, {
        encoding: 'utf8',
        env: {
          PATH: `/usr/lib/postgresql/15/bin:${process.env.PATH}`,
          ...{ DATABASE_URL: url, BACKUPS: backups, ENCRYPT: through('-e'), DECRYPT: through('-d'), ...more },
        },
      });
    expect(run('backup-database', from.url)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const files = (await readdir(backups)).sort();
    expect(files).toEqual([expect.stringMatching(/^\d{4}-.*Z\.documents$/), 'people']);
    expect((await stat(join(backups, files[0] ?? ''))).size).toBeGreaterThan(2_000_000);
    for (const file of files) expect((await readFile(join(backups, file))).includes('CREATE TABLE')).toBe(false);
    expect(await backupLine(from.url, folder)).toMatch(/^ok .*made 0 hours ago\.$/);

    // One that lost its end is not taken for a backup, and those of before stay.
    const torn = run('backup-database', from.url, [], { DECRYPT: `${through('-d')} | head -c 1500000` });
    expect(torn.status).not.toBe(0);
    expect((await readdir(backups)).sort()).toEqual(files);

    // Nor do people give way to a database that was made anew.
    const remade = await freshDatabase();
    for (const one of [openDocuments, openPeople]) await (await one({ url: remade.url, key, most: 1 })).close();
    const kept = await Promise.all(files.map((file) => readFile(join(backups, file))));
    expect(run('backup-database', remade.url)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^The database holds nobody, but .* holds backups\./),
    });
    expect((await readdir(backups)).sort()).toEqual(files);
    expect(await Promise.all(files.map((file) => readFile(join(backups, file))))).toEqual(kept);
    await remade.drop();

    const restored = run('restore-database', to.url, [join(backups, files[0] ?? '')]);
    expect(restored.status, restored.stderr).toBe(0);
    const again = await openDocuments({ url: to.url, key, most: 2 });
    const people = await openPeople({ url: to.url, key, most: 2 });
    expect(await again.read('s', (read) => read.get(Note, 'a'))).toEqual(note('a'));
    expect((await people.identity(who))?.open('c', sealed)).toBe('what only I read');
    const left = await asking((client) => client.query('SELECT FROM curbside.typed'), to.url);
    expect(left.rowCount).toBe(0);
    // Over what is there, nothing is restored.
    expect(run('restore-database', to.url, [join(backups, files[0] ?? '')])).toMatchObject({ status: 1 });

    for (const one of [store, vault, drafts, again, people]) await one.close();
    await from.drop();
    await to.drop();
    await rm(folder, { recursive: true });
  });
}
