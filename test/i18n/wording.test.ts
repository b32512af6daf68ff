import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { platforms } from '../../adapters/cli/platforms.ts';
import { wordsOf } from '../../src/i18n/message.ts';
import { routes } from '../../src/index.ts';
import { gallery } from '../fixtures/gallery.ts';

const root = resolve(import.meta.dirname, '../..');
const core = 'src/i18n/en';

/** The files of the English catalogue, and of each platform's own words. */
async function english(): Promise<string[]> {
  const found = await Promise.all([core, 'adapters'].map((at) => readdir(join(root, at), { recursive: true })));
  return [
    ...(found[0] ?? []).map((file) => join(core, file)),
    ...(found[1] ?? []).filter((file) => file.endsWith('words/en.ts')).map((file) => join('adapters', file)),
  ];
}

/** Every sentence and part of one as it stands in these files. */
async function sentences(): Promise<string[]> {
  const files = await Promise.all((await english()).map((file) => readFile(join(root, file), 'utf8')));
  const code = files
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^import .*$/gm, '');
  // A property's name is no sentence.
  return [...code.matchAll(/'([^'\n]*)'(?!\s*:)|`([^`]*)`/g)].map((m) => m[1] ?? m[2] ?? '').filter((s) => s !== '');
}

/** British spelling, and words that sound translated or promise what software cannot. */
const spelling: readonly RegExp[] = [
  /\b\w*(?:recogni|organi|speciali|summari|apologi|emphasi|prioriti|anonymi|minimi)s(?:e|ed|es|ing|ation|ations)\b/i,
  /\b(?:licence|licences|practise|practises|practised|practising|counsell\w+|e-mail\w*|grey|behaviour\w*|colour\w*|favour\w*|honour\w*|centre|programme|cancelled|travelled|fulfil|judgement|whilst|amongst|learnt|towards)\b/i,
  /\b(?:post ?code|plate d’immatriculation|diary|fortnight|mobile phone)\b/i,
];
const banned =
  /\b(?:safe|safely|safety|secure|securely|security|compliant|compliance|guarantee\w*|PHI-free|HIPAA-\w+)\b/i;
const stiff = /\b(?:mend\w*|somebody|cannot|tick(?:ed)?|taken out|take out|whence|thereof|shall|go on)\b/i;

/** Names and first words that keep their capital inside a label. */
const proper =
  /^(?:I|I’\w+|Curbside|Slack|Discord|Monday|Friday|US|ZIP|PhD|LMFT|LPC|PsyD|Associate|PORT|HOST|URL|ID|Juno|Marsh|Chicago|America|Socket|Mode|Token)\b/;

/** Sentence case: a capital first, and then only for names. Numbers, codes and addresses may begin with anything. */
function isSentenceCase(label: string): boolean {
  if (/^[a-z]/.test(label)) return false;
  return label.split(/[.:?!·…]\s*|\s[“(]/).every((part) =>
    part
      .trim()
      .split(/\s+/)
      .slice(1)
      .every((word) => !/^[A-Z][a-z’]/.test(word) || proper.test(word)),
  );
}

describe('the English catalogue', () => {
  it('names no platform: what one alone says lies in its folder', async () => {
    const files = await english();
    expect(files.filter((file) => !file.startsWith(core)).length).toBeGreaterThanOrEqual(platforms.length);
    const names = new RegExp(platforms.flatMap(({ name, title }) => [name, title]).join('|'), 'i');
    for (const file of files.filter((one) => one.startsWith(core)))
      expect(await readFile(join(root, file), 'utf8'), file).not.toMatch(names);
  });

  it('is spelled as Americans spell', async () => {
    for (const sentence of await sentences()) for (const british of spelling) expect(sentence).not.toMatch(british);
  });

  it('promises nothing: no “safe”, “secure”, “compliant”, “guaranteed” or “PHI-free”', async () => {
    for (const sentence of await sentences()) expect(sentence).not.toMatch(banned);
  });

  it('speaks plainly: no word that sounds translated', async () => {
    for (const sentence of await sentences()) expect(sentence).not.toMatch(stiff);
  });

  it('has what it holds against sentences that break it', () => {
    expect('a specialised clinic').toMatch(spelling[0] as RegExp);
    expect('under their own licence').toMatch(spelling[1] as RegExp);
    expect('Not enough to show safely').toMatch(banned);
    expect('hidden until you mend it').toMatch(stiff);
    expect(['no rush', 'Post As Me', 'Close and document', 'Ask Curbside'].map(isSentenceCase)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('has titles, labels, buttons and options in sentence case', async () => {
    const labels = new Set<string>();
    const walk = (part: unknown, within: string): void => {
      if (Array.isArray(part)) for (const one of part) walk(one, within);
      else if (typeof part === 'object' && part !== null) {
        if ('key' in part && ['label', 'title', 'submit', 'summary', 'msg'].includes(within))
          labels.add(wordsOf('en', part as never));
        for (const [key, value] of Object.entries(part)) {
          // Spans go on a line: only what stands alone is a label.
          if (!['spans', 'detail', 'value', 'with'].includes(key) && !(key === 'title' && Array.isArray(value)))
            walk(value, key);
        }
      }
    };
    for (const { view } of await gallery()) walk(view, '');
    for (const route of routes) if (route.slash !== null) labels.add(wordsOf('en', { key: route.slash.help } as never));
    expect(labels.size).toBeGreaterThan(150);
    expect([...labels].filter((label) => !isSentenceCase(label.replace(/\/\w+ \w+/g, '')))).toEqual([]);
  });
});
