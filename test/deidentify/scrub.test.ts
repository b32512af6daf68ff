import { describe, expect, it } from 'vitest';
import { scrubLines } from '../../adapters/cli/scrub.ts';
import { explained, highlighted, otherLanguage } from '../../adapters/cli/scrub-view.ts';
import { shipped } from './cases.ts';

async function* lines(...each: string[]): AsyncIterable<string> {
  yield* each;
}
const scrub = async (...each: string[]): Promise<string[]> => {
  const out: string[] = [];
  await scrubLines(lines(...each), (line) => out.push(line), shipped());
  return out;
};

describe('scrub --jsonl', () => {
  it('gives each line back with its text redacted and offsets into what was typed', async () => {
    const typed = { id: 7, text: 'Call Maribel Quintero at (312) 555-0148 🙂' };
    const [line = ''] = await scrub(JSON.stringify(typed), '');
    const answer = JSON.parse(line) as {
      id: number;
      text: string;
      findings: { start: number; end: number; type: string; tier: string }[];
    };
    expect(answer.id).toBe(7);
    expect(answer.text).toBe('Call [Person] at [Phone number] 🙂');
    expect(answer.findings.map(({ start, end }) => typed.text.slice(start, end))).toEqual([
      'Maribel Quintero',
      '(312) 555-0148',
    ]);
    expect(answer.findings.map(({ tier }) => tier)).toEqual(['remove', 'remove']);
  });

  it('refuses a line that is no such object by its number, without quoting it', async () => {
    const error = await scrub('{"id":1,"text":"ok"}', 'Maribel Quintero').catch((reason: Error) => reason);
    expect(String(error)).toContain('line 2');
    expect(String(error)).not.toContain('Maribel');
  });
});

const elsewhere = [
  '我的来访者王丽住在上海浦东新区，她很难过。',
  'مريضتي فاطمة الزهراء تعيش في دبي',
  '내 내담자 김민수는 부산에 산다',
  'моя клиентка ольга петрова живёт в казани',
];

describe('a text in another script', () => {
  it.each(elsewhere)('is said to be read by a filter made for English: %s', async (text) => {
    expect(otherLanguage(text, shipped())).toContain('Curbside was made for English.');
    expect(otherLanguage(text, shipped())).toContain('Read every line yourself.');
    expect((await scrub(JSON.stringify({ id: 1, text })))[0]).toContain('"otherLanguage":true');
  });

  it('says nothing of an English text', async () => {
    expect(otherLanguage('She cries in every session.', shipped())).toBe('');
    expect((await scrub('{"id":1,"text":"She cries in every session."}'))[0]).not.toContain('otherLanguage');
  });
});

describe('the terminal view', () => {
  const text = 'Client Maribel Quintero, 34.\nShe texts from (312) 555-0148.';

  it('marks the placeholders and lets no typed escape through', () => {
    const shown = highlighted(`${text} \u001b[2J`, shipped());
    expect(shown).toContain('\u001b[7m[Client]\u001b[27m');
    expect(shown).not.toContain('\u001b[2J');
  });

  it('explains by place and reason, without the words themselves', () => {
    const told = explained(text, shipped());
    expect(told).toMatch(/1:8\s+remove\s+\[Client\]/);
    expect(told).toMatch(/2:16\s+remove\s+\[Phone number\]\s+Phone number/);
    expect(told).not.toContain('Maribel');
  });
});
