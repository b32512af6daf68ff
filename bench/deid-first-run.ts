/**
 * What this version finds in the texts that strangers wrote to meet it: `npx tsx bench/deid-first-run.ts`. Their first figures stand in
 * bench/deid/first-run.json and are not replaced; what this prints is of texts whose mistakes were read since, unless nobody has.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLexicon } from '../adapters/node/lexicon.ts';
import { scan } from '../src/index.ts';
import { type ClassText, measure, measureClasses, type Vignette } from './deid-measure.ts';

const folder = join(import.meta.dirname, 'deid/first-run');
const lexicon = loadLexicon();

function read<Text>(file: string): Text[] {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Text);
}

function figuresOf(texts: readonly Vignette[]) {
  const answers = new Map(texts.map((text) => [text.id, scan(text.text, lexicon)]));
  const asked = [...answers.values()].flat().filter((one) => one.tier === 'check').length;
  return { ...measure(texts, answers), questions: Math.round((100 * asked) / texts.length) / 100 };
}

const results = readdirSync(folder)
  .sort()
  .flatMap((file): [string, unknown][] => {
    const name = file.replace('.jsonl', '');
    if (file.includes('classes')) {
      const all = measureClasses(read<ClassText>(file), (text) => scan(text, lexicon)).get('all');
      return [[name, all]];
    }
    const texts = read<Vignette>(file);
    const hostile = texts.filter((text) => text.id.startsWith('adv-'));
    const parts: [string, unknown][] = [[name, figuresOf(texts)]];
    if (hostile.length > 0) parts.push([`${name}, adversarial`, figuresOf(hostile)]);
    return parts;
  });
console.log(JSON.stringify(Object.fromEntries(results), null, 2));
