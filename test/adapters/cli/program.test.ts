import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { platforms } from '../../../adapters/cli/platforms.ts';
import { readSettings, WrongSettings } from '../../../adapters/cli/settings.ts';
import { lockFolder } from '../../../adapters/lowdb/journal/lock.ts';
import { programInFolder, runProgram } from '../../fixtures/program.ts';

const root = resolve(import.meta.dirname, '../../..');
const { at, curbside, env, shell } = programInFolder();

describe('doctor', () => {
  it('says that all is well on a new machine, where the key is, and what start would do', async () => {
    const { code, out } = await curbside(['doctor'], {}, runProgram);
    expect(out).toContain(at('.config/curbside/key'));
    expect(out).toContain('The first start creates one at');
    expect(out).toContain('The first start creates it');
    expect(await readdir(at())).toEqual([]);
    expect(out).toContain('opens the playground');
    expect(out).not.toContain('LOOK');
    expect(code).toBe(0);
  });

  it('says what it cannot look at while Curbside runs, which is no fault', async () => {
    await mkdir(at('data'));
    const release = await lockFolder(at('data'), 'store');
    const { code, out } = await curbside(['doctor']);
    await release();
    expect(out).toContain('Owners can check theirs with /curbside status');
    expect(code).toBe(0);
  });

  it('names everything that is wrong at once, without repeating a value', async () => {
    const { code, out } = await curbside(['doctor'], {
      env: { SLACK_BOT_TOKEN: 'swordfish', DISCORD_APP_ID: 'abc', LOG_LEVEL: 'loud' },
    });
    expect(code).toBe(1);
    for (const name of ['SLACK_BOT_TOKEN', 'DISCORD_APP_ID', 'DISCORD_TOKEN', 'LOG_LEVEL']) expect(out).toContain(name);
    expect(out).not.toMatch(/swordfish|loud/);
    expect(out).toContain(`Data folder ${at('data')}: `);
    expect(out).toContain('Clock: ');
  });

  it.each([
    ['below a file', 'taken/data'],
    ['a file', 'taken'],
    ['where no folder can be made', '/proc/curbside/data'],
  ])('names CURBSIDE_DATA when it is %s', async (_, path) => {
    await writeFile(at('taken'), '');
    const { code, out } = await curbside(['doctor'], { env: { CURBSIDE_DATA: resolve(at(), path) } });
    expect(code).toBe(1);
    expect(out).toMatch(/LOOK.*CURBSIDE_DATA/);
    expect(out).toContain('Clock: ');
  });

  it('reads the file of CURBSIDE_CHECKINS and says what is wrong in it', async () => {
    const file = at('checkins.json');
    const look = () => curbside(['doctor'], { env: { CURBSIDE_CHECKINS: file } });
    expect((await look()).out).toContain(`CURBSIDE_CHECKINS: There is no file ${file}`);
    await writeFile(file, '{"leastRespondents":"many"}');
    const wrong = await look();
    expect(wrong.code).toBe(1);
    expect(wrong.out).toMatch(/LOOK {2}CURBSIDE_CHECKINS: .*leastRespondents/);
    await writeFile(file, '{}');
    expect((await look()).code).toBe(0);
  });

  it('refuses a key in the data folder and says where to move it', async () => {
    const { code, out } = await curbside(['doctor'], { env: { CURBSIDE_KEY_FILE: at('data', 'key') } });
    expect(code).toBe(1);
    expect(out).toContain('CURBSIDE_KEY_FILE');
  });
});

describe('the rest', () => {
  it('prints the Slack manifest', async () => {
    const manifest = JSON.parse((await curbside(['manifest', 'slack'], {}, runProgram)).out);
    expect(manifest.features.slash_commands.map((c: { command: string }) => c.command)).toContain('/consult');
  });

  it('prints it for HTTP with the one path that Curbside listens on, or says how to write the address', async () => {
    for (const url of ['https://your.host', 'https://your.host/slack/events']) {
      const { settings } = JSON.parse((await curbside(['manifest', 'slack', '--url', url])).out);
      expect(settings.event_subscriptions.request_url).toBe('https://your.host/slack/events');
      expect(settings.socket_mode_enabled).toBe(false);
    }
    for (const url of ['your.host', 'http://your.host', 'https://your.host/elsewhere']) {
      const { code, err } = await curbside(['manifest', 'slack', '--url', url]);
      expect([code, err]).toEqual([1, expect.stringContaining('like https://your.host/slack/events')]);
    }
  });

  it('an unknown command or port is answered with what to type', async () => {
    const unknown = await curbside(['dance']);
    expect(unknown.code).toBe(1);
    expect(unknown.err).toBe('There is no command dance. To see every command, run: npm run curbside -- --help\n');
    expect((await curbside(['playground', '--port', 'north'])).err).toContain('Enter a port number');
  });

  it('every command is in the table of the README', async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8');
    const rows = (readme.split('## On the command line')[1] ?? '').split('\n').filter((line) => line.startsWith('| `'));
    const { out } = await curbside(['--help']);
    const commands = [...(out.split('Commands:')[1] ?? '').matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name);
    expect(commands.length).toBeGreaterThan(15);
    for (const name of commands.filter((one) => one !== 'help'))
      expect(rows.join('\n'), name).toMatch(new RegExp(`-- ${name}\\b|npm ${name}\\b|\`${name}\``));
  });

  it('a platform that there is none of is answered in one sentence with those there are', async () => {
    const { code, err } = await curbside(['connect', 'teams']);
    expect(code).toBe(1);
    const ways = platforms.map(({ name }) => `npm run curbside -- connect ${name}`).join(', or: ');
    expect(err).toBe(`Curbside doesn’t connect to teams. Run: ${ways}\n`);
  });

  it('a second playground says where the first one is open, and leaves it running', async () => {
    const main = join(root, 'dist/adapters/cli/main.js');
    const first = spawn(process.execPath, [main, 'playground', '--port', '0'], { env: env(), cwd: at() });
    try {
      let url = '';
      for await (const chunk of first.stdout) {
        url = /http:\S+/.exec(String(chunk))?.[0] ?? '';
        if (url !== '') break;
      }
      const second = await curbside(['playground', '--port', '0'], {}, runProgram);
      expect([second.code, second.out]).toEqual([1, '']);
      expect(second.err).toBe(
        `The playground is already running. Open ${url} in your browser. To stop it, press Ctrl+C in the terminal where you started it.\n`,
      );
      expect((await fetch(url)).status).toBe(200);
    } finally {
      first.kill('SIGTERM');
      await once(first, 'exit');
    }
    expect(await readdir(at('data/playground'))).not.toContain('address');
  });

  it('a disk that takes no more is answered in plain words', async () => {
    const { out, err } = await shell('ulimit -f 4; node "$MAIN" playground --port 0');
    expect(out).toBe('');
    expect(err).toMatch(/^Can’t use \S+playground \(EFBIG\)\. Check the disk, then start again\.$/m);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('backup, restore and rekey are about the data folder, and refuse where the data is in a database', async () => {
    for (const args of [['backup', '/x'], ['restore', '/x'], ['rekey']]) {
      const { code, err } = await curbside(args, { env: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' } });
      expect([code, err]).toEqual([1, expect.stringContaining('deploy/backup-database')]);
    }
  });

  const using = [
    'status',
    'community list',
    `community export square.a --for ${`age1${'q'.repeat(58)}`} --out moved`,
    'community erase square.a --receipt r',
    'community keep square.a',
    'community import moved --signer 00000000000000000000000000000000',
    'export --code ABCD',
    'backup backups',
    'restore backups/none',
    'verify .',
    'rekey',
  ];
  it.each(using)('%s creates nothing where there is nothing to use', async (line) => {
    const { code, err } = await curbside(line.split(' '));
    expect(code).toBe(1);
    if (line !== 'status')
      expect(err).toContain(`There is no key in ${at('.config/curbside/key')}. If Curbside runs as another`);
    expect(await readdir(at())).toEqual([]);
  });

  it.each(using.filter((line) => !/import|restore|verify|status/.test(line)))(
    '%s with a key alone creates no data folder',
    async (line) => {
      const { code, err } = await curbside(line.split(' '), {
        env: { CURBSIDE_KEY: Buffer.alloc(32, 3).toString('base64') },
      });
      expect(code).toBe(1);
      expect(err).toContain(line === 'rekey' ? 'The key is in CURBSIDE_KEY' : `There is no data in ${at('data')} yet.`);
      expect(await readdir(at())).toEqual([]);
    },
  );

  it('start with a wrong setting says so and ends', async () => {
    const { code, err } = await curbside(['start'], { env: { PORT: 'north' } }, runProgram);
    expect(code).toBe(1);
    expect(err).toContain('PORT');
  });
});

describe('settings', () => {
  it('an empty value counts as left out', () => {
    expect(readSettings({ SLACK_BOT_TOKEN: '', LOG_LEVEL: ' ' }).env).toEqual({ LOG_LEVEL: 'info' });
  });

  it('Slack needs Socket Mode or HTTP, and HTTP a port', () => {
    const problems = (env: Record<string, string>) => {
      try {
        readSettings(env);
      } catch (error) {
        if (error instanceof WrongSettings) return error.problems.map((p) => p.split(':')[0]);
        throw error;
      }
      return [];
    };
    expect(problems({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual(['SLACK_APP_TOKEN']);
    expect(problems({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' })).toEqual(['PORT']);
    expect(problems({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toEqual([]);
    expect(problems({ DISCORD_TOKEN: 't' })).toEqual(['DISCORD_APP_ID']);
    const many = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 's', SLACK_SIGNING_SECRET: 's', PORT: '3000' };
    expect(problems(many)).toEqual([]);
    expect(problems({ SLACK_CLIENT_ID: '1.2', PORT: '3000' })).toEqual(['SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET']);
    const mixed = { ...many, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_STATE_SECRET: 'short' };
    expect(problems(mixed)).toEqual(['SLACK_STATE_SECRET', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']);
  });
});
