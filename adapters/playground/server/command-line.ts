import { didYouMean, type Route } from '../../../src/index.ts';
import { typedAs } from '../manifest.ts';

/** What a command line says: a route and its options, or nothing that is known. */
export type Said =
  | { readonly is: 'command'; readonly command: string; readonly input: Readonly<Record<string, string>> }
  | { readonly is: 'unfinished' }
  | { readonly is: 'unknown' };

/**
 * Reads a line that starts with "/". The words after the command fill its options in order: a `words` option takes the
 * rest as it was typed, any other takes one word. A word that is all but one of the command's own asks for that one.
 */
export function readCommandLine(line: string, routes: readonly Route[]): Said {
  const [, name = '', word = '', rest = ''] = line.match(/^\s*(\/\S*)\s*(\S*)\s*([\s\S]*?)\s*$/) ?? [];
  const command = name.toLowerCase();
  const typed = `${command} ${word.toLowerCase()}`.trim();
  const route = routes.find((r) => r.slash !== null && typedAs(r.slash) === typed);
  if (route?.slash) return { is: 'command', command: route.name, input: optionsIn(rest, route.slash.options) };
  const known = routes.filter((r) => r.slash !== null && `/${r.slash.command}` === command);
  const close = didYouMean(
    word,
    known.map((r) => r.slash?.word ?? ''),
  );
  const meant = known.find((r) => close !== null && r.slash?.word === close);
  if (meant) return { is: 'command', command: 'curbside.meant', input: { meant: meant.name } };
  return { is: known.length > 0 && word === '' ? 'unfinished' : 'unknown' };
}

function optionsIn(rest: string, options: readonly { name: string; is: string }[]): Record<string, string> {
  const input: Record<string, string> = {};
  let left = rest;
  for (const option of options) {
    if (left === '') break;
    const end = option.is === 'words' ? left.length : left.search(/\s|$/);
    input[option.name] = left.slice(0, end);
    left = left.slice(end).trimStart();
  }
  return input;
}
