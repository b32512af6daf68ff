import { mkdtemp, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDialogue, Stopped } from '../../../adapters/cli/connect/dialogue.ts';
import { withValues, writeEnvFile } from '../../../adapters/cli/connect/env-file.ts';
import { cleaned, isPlaceholder } from '../../../adapters/cli/connect/pasted.ts';
import { wrapped } from '../../../adapters/cli/connect/wrapped.ts';

describe('a pasted text', () => {
  it.each([
    'xoxb-…',
    'xoxb-...',
    'xoxb-',
    'xoxb-your-token',
    '<token>',
    'xoxb-xxxx-xxxx',
    'YOUR_TOKEN_HERE',
    'changeme',
  ])('%s is a placeholder', (text) => expect(isPlaceholder(text)).toBe(true));

  it('a token is none, whatever its letters', () => {
    const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz123456789'];
    const part = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 20, maxLength: 40 });
    fc.assert(fc.property(part, (secret) => !isPlaceholder(`xoxb-2513480417-2501938274-${secret}`)));
    fc.assert(fc.property(part, (secret) => !isPlaceholder(`MTU3Njc2NDQ2NTIzMDExODkxMg.GqSaYx.${secret}`)));
  });

  it.each(['xoxb-1', ' xoxb-1\t', '"xoxb-1"', 'NAME=xoxb-1', "export NAME='xoxb-1'", '“xoxb-1”'])(
    '%s is taken without what surrounds it',
    (text) => expect(cleaned(text, 'NAME')).toBe('xoxb-1'),
  );
});

describe('.env', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'curbside-env-'));
    file = join(folder, '.env');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('Node reads what was set, and every other line stands as it stood', () => {
    const line = fc.constantFrom('', '# a note', 'A=1', 'A=2', 'export A=3', '# A=4', ' B = "x # y"', "C='z'", 'AA=5');
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const before = lines.map((one) => one + end).join('');
        const after = withValues(before, { A: 'new', D: 'also' });
        expect({ ...parseEnv(after) }).toEqual({ ...parseEnv(before), A: 'new', D: 'also' });
        const kept = (text: string) => text.split(/\r?\n/).filter((one) => one !== '' && !/^(export )?[AD]=/.test(one));
        expect(kept(after)).toEqual(kept(before));
      }),
    );
  });

  it('may end in a comment without a line break', async () => {
    await writeFile(file, '# A=1');
    await writeEnvFile(file, { A: '2' }, join(folder, 'none'));
    expect(await readFile(file, 'utf8')).toBe('# A=1\nA=2\n');
  });

  it('is left alone where a value would end up inside an open quotation', async () => {
    const text = 'A="first\nTOKEN=old\nlast"\n';
    await writeFile(file, text);
    await expect(writeEnvFile(file, { TOKEN: 'new' }, join(folder, 'none'))).rejects.toThrow(/quotation marks/);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('may be a link: what it leads to is replaced', async () => {
    const real = join(folder, 'settings');
    await writeFile(real, 'A=1\n');
    await symlink(real, file);
    await writeEnvFile(file, { A: '2' }, join(folder, 'none'));
    expect([await readlink(file), await readFile(real, 'utf8')]).toEqual([real, 'A=2\n']);
  });
});

describe('at a terminal', () => {
  function terminal() {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = new PassThrough();
    let seen = '';
    output.on('data', (chunk) => {
      seen += String(chunk);
    });
    return { input, talk: openDialogue({ input, output }), seen: () => seen };
  }

  it('a secret is not shown, neither typed nor pasted, nor recalled with the arrow keys', async () => {
    const { input, talk, seen } = terminal();
    const secret = talk.askHidden('Token: ');
    input.write('xoxb-se');
    input.write('\x7f\x7fsecret\r');
    expect(await secret).toBe('xoxb-secret');
    const kept = talk.confirm('Keep it?');
    input.write('\x1b[A');
    input.write('\r');
    expect(await kept).toBe(true);
    expect(seen()).toContain('Token: ');
    expect(seen()).not.toMatch(/xoxb|secret/);
    talk.close();
  });

  it('the rest of a paste of several lines is no answer to the next question', async () => {
    const { input, talk } = terminal();
    const first = talk.askHidden('Token: ');
    input.write('one\rtwo\rthr');
    expect(await first).toBe('one');
    const second = talk.askHidden('Other: ');
    input.write('four\r');
    expect(await second).toBe('four');
    talk.close();
  });

  it('Ctrl+C stops a question, and work that is under way', async () => {
    const asked = terminal();
    const answer = asked.talk.askHidden('Token: ');
    asked.input.write('\x03');
    await expect(answer).rejects.toThrow(Stopped);
    const busy = terminal();
    const work = busy.talk.during(new Promise(() => {}));
    busy.input.write('\x03');
    await expect(work).rejects.toThrow(Stopped);
  });
});

it('lines fit the terminal, below each other after their number; links stay whole', () => {
  const link = `https://example.org/${'a'.repeat(60)}`;
  expect(wrapped(`1. one two three four ${link}`, 14).split('\n')).toEqual([
    '1. one two',
    '   three four',
    `   ${link}`,
  ]);
  expect(wrapped('as it is', undefined)).toBe('as it is');
});
