import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { platforms } from '../../adapters/cli/platforms.ts';
import { isSentenceCase } from '../fixtures/sentence-case.ts';

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

const read = (file: string) => readFile(join(root, file), 'utf8');
const folder = async (at: string, ending: RegExp): Promise<string[]> =>
  (await readdir(join(root, at), { recursive: true }))
    .filter((file) => ending.test(file))
    .map((file) => join(at, file));

/** What the command line prints: its own files, and those that refuse a key, a data folder or a file of settings. */
const printed = async () => [
  ...(await folder('adapters/cli', /\.ts$/)),
  ...['frame', 'lock'].map((name) => `adapters/lowdb/journal/${name}.ts`),
  ...['data-refusal', 'checkin-settings'].map((name) => `adapters/node/${name}.ts`),
];

/** The playground’s own words. */
const playground = ['adapters/playground/pages/words.ts'];

/** Pages for everyone, and those of them that a practice owner reads. */
const pages = async () => [
  ...['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', '.env.example'],
  ...(await folder('docs', /\.md$/)),
];
const ownersPages = ['README.md', '.env.example', ...['slack', 'discord', 'checkins'].map((name) => `docs/${name}.md`)];

/** A page without what is quoted from code: commands, names of files and settings. */
const prose = (page: string): string => page.replace(/```[\s\S]*?```|`[^`\n]*`|\]\([^)]*\)/g, ' ');

/** Every sentence and part of one as it is in these files. */
async function sentences(of?: readonly string[]): Promise<string[]> {
  const files = await Promise.all((of ?? (await english())).map(read));
  return files.flatMap(literalsIn);
}

/** The strings in TypeScript, without property names, imports and comments. */
function literalsIn(code: string): string[] {
  const bare = code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^import .*$/gm, '');
  // A name is matched too, so that the quotation mark which ends it begins nothing.
  return [...bare.matchAll(/'([^'\n]*)'(:)?|"([^"\n]*)"|`([^`]*)`/g)]
    .filter((m) => m[2] === undefined)
    .map((m) => m[1] ?? m[3] ?? m[4] ?? '')
    .filter((s) => s !== '');
}

/** British spelling, and words that sound translated or promise what software cannot. */
const spelling: readonly RegExp[] = [
  /\b\w*(?:recogni|organi|speciali|summari|apologi|emphasi|prioriti|anonymi|minimi|normali|analy)s(?:e|ed|es|ing|ation|ations)\b/i,
  /\b(?:licence|licences|practise|practises|practised|practising|counsell\w+|e-mail\w*|grey|behaviour\w*|colour\w*|favour\w*|honour\w*|centre|programmes?|cancelled|labelled|modelled|travelled|fulfil|judgement|whilst|amongst|learnt|towards)\b/i,
  /\bany more(?=[.,;:’']|$)|\d\)?\} %/,
  /\b(?:post ?code|plate d’immatriculation|diary|fortnight|mobile phone)\b/i,
];
const banned =
  /\b(?:safe|safely|safety|secure|securely|security|compliant|compliance|guarantee\w*|PHI-free|HIPAA-\w+)\b/i;
const stiff =
  /\b(?:mend\w*|(?:some|every|any)body|cannot|ticks?|ticked|(?:take|takes|taken) out|whence|thereof|shall|go on|anew|reckon\w*|(?:need|needs) (?:a|another) look|leads nowhere|may not (?:read|write|look)|as it stands|lies in|what waits|adds? up with|(?:was|were) told|h(?:and|ands|anded) over|by itself)\b/i;

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

  it.each(['the command line', 'the playground'])(
    '%s is spelled, promises and speaks as the catalogue does',
    async (who) => {
      const said = (await sentences(who === 'the playground' ? playground : await printed())).filter((one) =>
        one.includes(' '),
      );
      expect(said.length).toBeGreaterThan(who === 'the playground' ? 50 : 150);
      for (const sentence of said) for (const slip of [...spelling, banned, stiff]) expect(sentence).not.toMatch(slip);
    },
  );

  it('is read whole: sentences beside their key, on a line of their own, and in a choice', () => {
    const code = "'a.b': 'One.',\n  'c.d':\n    'Two.',\n  e: (n) => (n ? 'Three.' : `Four.`),\n  f: \"Five’s.\",";
    expect(literalsIn(code)).toEqual(['One.', 'Two.', 'Three.', 'Four.', 'Five’s.']);
  });

  it('has what it holds against sentences that break it', () => {
    expect('a specialised clinic').toMatch(spelling[0] as RegExp);
    expect('under their own licence').toMatch(spelling[1] as RegExp);
    expect('Not enough to show safely').toMatch(banned);
    expect('a local programme, labelled and normalised').toMatch(spelling[1] as RegExp);
    for (const sentence of [
      'hidden until you mend it',
      'Everybody in it is invented.',
      'These settings need another look',
      'notes.txt cannot be read: this user may not read it.',
      'The key lies in the data folder.',
      'The home tab shows what waits for you.',
      'This adds up with your earlier post.',
      'To go on, run it again.',
      'is a link that leads nowhere',
      'move it away to begin anew',
      'Returned. Your supervisee was told.',
      'It closes by itself in a week.',
    ])
      expect(sentence).toMatch(stiff);
    expect(['no rush', 'Post As Me', 'Close and document', 'Ask Curbside'].map(isSentenceCase)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

/** Sentences of Curbside that a page quotes stand between curly marks; everyone else’s between straight ones. */
const quotes = (page: string): string[] =>
  [...page.matchAll(/“([^”]+)”/g)].map((m) => (m[1] ?? '').replace(/\s+/g, ' '));

describe('README and docs', () => {
  it('are spelled as Americans spell, and promise nothing', async () => {
    for (const file of await pages())
      for (const slip of [...spelling, banned]) expect(prose(await read(file)), file).not.toMatch(slip);
  });

  it('speak plainly where a practice owner reads them', async () => {
    for (const file of ownersPages) expect(prose(await read(file)), file).not.toMatch(stiff);
  });

  it('quote Curbside in the words it uses now', async () => {
    const says = (await sentences([...(await english()), ...playground, ...(await printed())]))
      .join('\n')
      .replaceAll(/Connected to \S+/g, 'Connected to Slack')
      .concat('\nConnected to Discord');
    const found: string[] = [];
    for (const file of await pages())
      for (const quote of quotes(await read(file)))
        for (const part of quote.split(' · '))
          if (!says.includes(part.replace(/[.,]$/, ''))) found.push(`${file}: ${part}`);
    expect(quotes('“Post again” or “It’s\nthere”')).toEqual(['Post again', 'It’s there']);
    expect(found).toEqual([]);
  });
});
