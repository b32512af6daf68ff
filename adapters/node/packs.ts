import { readFileSync } from 'node:fs';
import { Pack } from '../../src/index.ts';
import { jsonFilesIn } from './json-files.ts';

/** A file that holds a pack, or what is wrong with it: one sentence a field. */
export type ReadPack = { readonly pack: Pack } | { readonly problems: readonly string[] };

/** The packs that come with Curbside, by id. Throws when one of them is not as the schema says. */
export function shippedPacks(): Pack[] {
  return jsonFilesIn('packs', 'supervision').map((file) => Pack.parse(file));
}

/** Reads a pack that somebody wrote (docs/packs.md). Throws what reading the file throws, and nothing else. */
export function readPack(file: string): ReadPack {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problems: [notJson(text, error)] };
  }
  const parsed = Pack.safeParse(json, { reportInput: true });
  if (parsed.success) return { pack: parsed.data };
  return { problems: parsed.error.issues.flatMap(problemsOf) };
}

/** Where in the text JSON stops being JSON. */
function notJson(text: string, error: unknown): string {
  const before = text.slice(0, wrongAt(text, error instanceof Error ? error.message : '')).split('\n');
  if (text.trim() === '') return 'The file is empty.';
  return `The file is not JSON: look at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}, and at what stands before it.`;
}

/** Some errors of the engine have a position; others quote what is around it, up to ten characters before. Without either, it's the end. */
function wrongAt(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, token, cut, around] =
    /^Unexpected token '(.)', (\.\.\.)?"([\s\S]*)" ?(?:\.\.\. ?)?is not valid/u.exec(message) ?? [];
  if (token === undefined || around === undefined) return text.length;
  const from = text.indexOf(around) + (cut === undefined ? 0 : 10);
  return Math.max(text.indexOf(token, from), 0);
}

type Issue = NonNullable<ReturnType<typeof Pack.safeParse>['error']>['issues'][number];

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number without quotes',
  int: 'a whole number',
  boolean: 'true or false, without quotes',
  array: 'a list in [ ]',
  object: 'an object in { }',
};

/** How much there has to be of something, or at most. */
function sizeWords(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const [limit, least] = issue.code === 'too_small' ? [issue.minimum, true] : [issue.maximum, false];
  if (issue.origin === 'number' || issue.origin === 'int')
    return `must be ${issue.inclusive === false ? (least ? 'more than' : 'less than') : least ? 'at least' : 'at most'} ${limit}`;
  const what = issue.origin === 'string' ? 'characters' : 'entries';
  if (least && Number(limit) === 1) return 'must not be empty';
  return `must have ${least ? 'at least' : 'at most'} ${limit} ${what}`;
}

function problemsOf(issue: Issue): string[] {
  const at = placeOf(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${placeOf([...issue.path, key])}: there is no such field here.`);
  if (issue.code === 'invalid_type')
    return [
      `${at}: ${issue.input === undefined ? 'is missing. It ' : ''}must be ${typeWords[issue.expected] ?? issue.expected}.`,
    ];
  if (issue.code === 'invalid_value')
    return [
      `${at}: ${issue.input === undefined ? 'is missing. It ' : ''}must be ${issue.values.map(String).join(' or ')}.`,
    ];
  if (issue.code === 'too_small' || issue.code === 'too_big') return [`${at}: ${sizeWords(issue)}.`];
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'kind')
    return [`${at}: must be one of the nine kinds in docs/packs.md.`];
  return [`${at}: ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}.`];
}

/** `rules[3].of[0]`; the file itself where the path is empty. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (place, part) =>
      typeof part === 'number' ? `${place}[${part}]` : place === '' ? String(part) : `${place}.${String(part)}`,
    '',
  ) || 'the file';
