/**
 * What is still found when identifiers are spelled in other ways: `npx tsx bench/deid-adversarial.ts`. Each kind of change is made
 * inside the marked identifiers of texts that taught nothing, and what is found is measured as before. Writes
 * bench/deid/adversarial.json and prints a table; `--show KIND` prints what is missed.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLexicon } from '../adapters/node/lexicon.ts';
import { chance, pick } from '../scripts/tagger/random.ts';
import { scan } from '../src/index.ts';
import { measure, readVignettes, type Vignette } from './deid-measure.ts';

const seed = 20240607;
const lookalike: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
  A: 'А',
  B: 'В',
  E: 'Е',
  H: 'Н',
  O: 'О',
  T: 'Т',
};
const scanned: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', m: 'rn', S: '5', B: '8' };
const accented: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ' };
const isLetter = (sign: string): boolean => /\p{L}/u.test(sign);

type Change = (identifier: string, random: () => number, type: string) => string;
const each = (identifier: string, change: (sign: string, i: number) => string): string =>
  [...identifier].map(change).join('');
/** Changes one letter in three that a table holds, and one at least. */
const some =
  (table: Readonly<Record<string, string>>): Change =>
  (identifier, random) => {
    const places = [...identifier].flatMap((sign, i) => (table[sign] ? [i] : []));
    const sure = places.length > 0 ? pick(random, places) : -1;
    return each(identifier, (sign, i) => (i === sure || random() < 1 / 3 ? (table[sign] ?? sign) : sign));
  };
const named = (type: string): boolean => type === 'NAME' || type === 'ORG' || type === 'LOCATION';

const changes: Readonly<Record<string, Change>> = {
  'as written': (identifier) => identifier,
  'small letters': (identifier) => identifier.toLowerCase(),
  capitals: (identifier) => identifier.toUpperCase(),
  'look-alike letters': some(lookalike),
  'full-width letters and figures': (identifier) =>
    each(identifier, (sign) => (/[!-~]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign)),
  'invisible marks': (identifier) => each(identifier, (sign, i) => (i > 0 && i % 2 === 0 ? `\u200b${sign}` : sign)),
  'added accents': some(accented),
  'letters typed apart': (identifier, _, type) =>
    named(type) ? identifier.replace(/\p{L}{3,}/gu, (word) => [...word].join(' ')) : identifier,
  'points between letters': (identifier, _, type) =>
    type === 'NAME' ? identifier.replace(/\p{L}{3,}/gu, (word) => [...word].join('.')) : identifier,
  'a scanner’s mistakes': (identifier, random, type) =>
    named(type) ? identifier : some(scanned)(identifier, random, type),
  'one letter wrong': (identifier, random, type) => {
    if (!named(type)) return identifier;
    return identifier.replace(/\p{L}{4,}/gu, (word) => {
      const at = 1 + Math.floor(random() * (word.length - 2));
      return `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;
    });
  },
  'broken over two lines': (identifier, _, type) =>
    named(type) ? identifier.replace(/(\p{L}{4})(?=\p{L}{3})/u, '$1-\n') : identifier,
  'two blanks': (identifier) => identifier.replaceAll(' ', '  '),
};

/** A text with each direct identifier changed, and the marks where they are then. */
function changed({ id, text, spans }: Vignette, change: Change): Vignette {
  const random = chance(seed + [...id].reduce((sum, sign) => sum + sign.charCodeAt(0), 0));
  const moved: Vignette['spans'][number][] = [];
  let [made, at] = ['', 0];
  for (const span of spans) {
    made += text.slice(at, span.start);
    const typed = text.slice(span.start, span.end);
    const now =
      span.type === 'OTHER' || ![...typed].some((sign) => isLetter(sign) || /\d/.test(sign))
        ? typed
        : change(typed, random, span.type);
    moved.push({ ...span, start: made.length, end: made.length + now.length });
    made += now;
    at = span.end;
  }
  return { id, text: made + text.slice(at), spans: moved };
}

const lexicon = loadLexicon();
const texts = ['held-back.jsonl', 'held-back-2.jsonl', 'first-run.jsonl']
  .flatMap(readVignettes)
  .filter(({ spans }) => spans.length > 0);
const shown = process.argv[process.argv.indexOf('--show') + 1];
const results = Object.fromEntries(
  Object.entries(changes).map(([kind, change]) => {
    const ours = texts.map((one) => changed(one, change));
    const answers = new Map(ours.map(({ id, text }) => [id, scan(text, lexicon)] as const));
    if (kind === shown)
      for (const { id, text, spans } of ours)
        for (const { start, end, type } of spans) {
          const letters = [...text.slice(start, end).matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => start + index);
          const isFound = letters.every((place) =>
            answers.get(id)?.some((one) => one.start <= place && one.end > place),
          );
          if (!isFound && type !== 'OTHER') console.log(type, JSON.stringify(text.slice(start, end)));
        }
    const { recall, clean, precision } = measure(ours, answers);
    return [kind, { recall, clean, precision }];
  }),
);
writeFileSync(join(import.meta.dirname, 'deid/adversarial.json'), `${JSON.stringify(results, null, 2)}\n`);
console.log('| | recall | clean | precision |\n|---|---|---|---|');
for (const [kind, one] of Object.entries(results))
  console.log(`| ${kind} | ${one.recall} | ${one.clean} | ${one.precision} |`);
