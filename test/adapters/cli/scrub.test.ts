import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { programInFolder, runProgram } from '../../fixtures/program.ts';

const { at, curbside, shell } = programInFolder();

describe('scrub', () => {
  it('--jsonl: offsets into the input, types and tiers, and the redacted text', async () => {
    const text = 'Call Tobias Krenwinkel at 415-555-0134.';
    const input = `${JSON.stringify({ id: 'a', text })}\n`;
    const { out, code } = await curbside(['scrub', '--jsonl'], { input }, runProgram);
    const line = JSON.parse(out);
    expect(code).toBe(0);
    expect(line.id).toBe('a');
    expect(line.text).not.toMatch(/Krenwinkel|555/);
    const phone = line.findings.find((f: { type: string }) => f.type === 'PHONE');
    expect(text.slice(phone.start, phone.end)).toBe('415-555-0134');
    expect(Object.keys(phone).sort()).toEqual(['end', 'start', 'tier', 'type']);
  });

  it('names the line that is not as it should be, without its content', async () => {
    const { err, code } = await curbside(['scrub', '--jsonl'], {
      input: '{"id":1,"text":"fine"}\nnot json about Dana\n',
    });
    expect(code).toBe(1);
    expect(err).toBe('scrub: line 2 is not a JSON object with a "text".\n');
  });

  it.each([{ args: ['scrub'] }, { args: ['scrub', '--jsonl'] }])(
    '$args says in one line which file cannot be read, and why',
    async ({ args }) => {
      const { out, err, code } = await curbside([...args, 'nofile.txt']);
      expect({ out, err, code }).toEqual({
        out: '',
        err: 'Can’t read nofile.txt: there is no such file.\n',
        code: 1,
      });
      expect((await curbside([...args, '.'])).err).toBe('Can’t read .: it’s a folder.\n');
    },
  );

  it('names file and line when one of several files is not as it should be', async () => {
    await writeFile(at('one.jsonl'), '{"id":1,"text":"fine"}\n');
    await writeFile(at('two.jsonl'), '{"id":2,"text":"fine"}\n{"id":3}\n');
    const { err, code } = await curbside(['scrub', '--jsonl', 'one.jsonl', 'two.jsonl']);
    expect(code).toBe(1);
    expect(err).toBe('two.jsonl: line 2 is not a JSON object with a "text".\n');
  });

  it('takes files with a byte order mark, and says that it does not take UTF-16', async () => {
    await writeFile(at('mark.jsonl'), '\ufeff{"id":1,"text":"Mail dana@example.org."}\r\n');
    const { out, err } = await curbside(['scrub', '--jsonl', 'mark.jsonl']);
    expect(err).toBe('');
    expect(JSON.parse(out).findings).toMatchObject([{ start: 5, end: 21, type: 'EMAIL' }]);
    await writeFile(at('mark.txt'), '\ufeffNothing in here.');
    expect((await curbside(['scrub', 'mark.txt'])).out).toBe('Nothing in here.');
    await writeFile(at('wide.txt'), Buffer.from('\ufeffdana', 'utf16le'));
    const wide = 'Can’t read wide.txt: it’s UTF-16. Save it as UTF-8, then try again.\n';
    expect((await curbside(['scrub', 'wide.txt'])).err).toBe(wide);
  });

  it('ends quietly when whoever reads has seen enough', async () => {
    const line = `${JSON.stringify({ id: 1, text: 'Mail dana@example.org about it.' })}\n`;
    await writeFile(at('many.jsonl'), line.repeat(3000));
    const { out, err } = await shell('node "$MAIN" scrub --jsonl many.jsonl | head -n 1');
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(err).toBe('');
  });

  it('takes files', async () => {
    await writeFile(at('note.txt'), 'Mail dana@example.org about it.');
    const { out } = await curbside(['scrub', 'note.txt']);
    expect(out).not.toContain('dana@example.org');
  });
});
