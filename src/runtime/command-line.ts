import { didYouMean } from './did-you-mean.ts';
import { otherWords } from './other-words.ts';
import type { Route } from './route.ts';
import type { FirstWord, Slash } from './slash.ts';

/** The word that a bare command stands for, and that takes a line whose first word is none of the command's own. */
const plainWord: Readonly<Record<FirstWord, string>> = {
  consult: 'ask',
  checkin: 'now',
  supervision: 'totals',
  experts: 'find',
  meeting: 'next',
  curbside: 'help',
};

/** The route that asks for the command that may be meant. */
const meantRoute = 'curbside.meant';

/** The route that lists the commands, of one first word or of all. */
const helpRoute = 'curbside.help';

export interface Typed {
  /** The name of a route. */
  readonly command: string;
  readonly input: Readonly<Record<string, string>>;
}

export interface Spoken {
  readonly route: Route;
  readonly slash: Slash;
}

/** Routes that are typed, by command without its slash, in the order of the table. */
export function slashTable(routes: readonly Route[]): Map<string, Spoken[]> {
  const table = new Map<string, Spoken[]>();
  for (const route of routes) {
    const slash = route.slash;
    if (slash !== null) table.set(slash.command, [...(table.get(slash.command) ?? []), { route, slash }]);
  }
  return table;
}

/**
 * What a typed line asks for. `/consult` opens the form; `/consult ask how do I …` opens it with those words, and so does
 * `/consult how do I …`. A line that begins with no word of the command goes to its plain word where that takes words, else to the
 * command's help, which says that it was not understood. Of a word that stands alone, `help` lists the command's words, and one
 * that is all but one of them, or means the same, asks whether that one is meant. So does a
 * command that is all but one of ours. Null for a command of nobody's.
 */
export function readSlash(table: Map<string, Spoken[]>, command: string, text: string): Typed | null {
  const name = command.replace(/^\//, '');
  const known = table.get(name);
  if (known === undefined) return nearCommand(table, name, text);
  const line = text.trim();
  const [word = ''] = line.split(/\s+/, 1);
  const named = known.find(({ slash }) => slash.word === word.toLowerCase());
  if (named) return { command: named.route.name, input: optionsFrom(named.slash, line.slice(word.length).trim()) };
  const lone = word === line ? loneWord(name, known, word.toLowerCase()) : null;
  if (lone !== null) return lone;
  const plain = known.find(({ slash }) => slash.word === plainWord[slash.command]) ?? known[0];
  if (plain === undefined) return null;
  if (!isNoQuestion(name, line) && (line === '' || plain.slash.options.some((option) => option.is === 'words')))
    return { command: plain.route.name, input: optionsFrom(plain.slash, line) };
  // It can do nothing with these words, which go no further.
  return { command: helpRoute, input: { ...(name === 'curbside' ? {} : { of: name }), unknown: 'yes' } };
}

/**
 * One plain word asks nothing: `/consult bogus` is a command that there is none of, and no text of a case. `/experts trauma` is a search,
 * and what stands behind `/checkin` is read for words of not wanting to live.
 */
const isNoQuestion = (command: string, line: string): boolean =>
  command === 'consult' && /^[a-z'’-]{1,20}$/i.test(line);

function loneWord(name: string, known: readonly Spoken[], word: string): Typed | null {
  if (word === 'help' || word === '?') return { command: helpRoute, input: { of: name } };
  const other = Object.entries(otherWords[name as FirstWord] ?? {}).find(([, words]) => words.includes(word))?.[0];
  const close = other ?? didYouMean(word, wordsOf(known));
  const meant = known.find(({ slash }) => close !== null && slash.word === close);
  return meant === undefined ? null : { command: meantRoute, input: { meant: meant.route.name } };
}

/** `/conslt ask`, where a platform takes such a line at all. */
function nearCommand(table: Map<string, Spoken[]>, name: string, text: string): Typed | null {
  const near = didYouMean(name, [...table.keys()]);
  const typed = near === null ? null : readSlash(table, near, text);
  if (typed === null || typed.command === meantRoute) return typed;
  return { command: meantRoute, input: { meant: typed.command } };
}

/**
 * The command of a line that lacks its slash, so that everybody would read it: `consult ask how do I …`. Null for other words:
 * "Meeting next week?" goes on as `/meeting next` cannot.
 */
export function slashLeftOut(table: Map<string, Spoken[]>, line: string): Slash | null {
  const [command = '', word = '', ...rest] = line.trim().split(/\s+/);
  const spoken = table.get(command.toLowerCase())?.find(({ slash }) => slash.word === word.toLowerCase());
  return spoken && (rest.length === 0 || spoken.slash.options.length > 0) ? spoken.slash : null;
}

const wordsOf = (known: readonly Spoken[]): string[] => known.map(({ slash }) => slash.word);

/** Options in their order: a choice or a reference takes one word, words take the rest of the line. */
function optionsFrom(slash: Slash, text: string): Record<string, string> {
  const input: Record<string, string> = {};
  let rest = text;
  for (const option of slash.options) {
    if (rest === '') break;
    if (option.is === 'words') {
      input[option.name] = rest;
      rest = '';
      continue;
    }
    const [first = ''] = rest.split(/\s+/, 1);
    const choice = option.choices.find((c) => c.value.toLowerCase() === first.toLowerCase());
    const value = option.is === 'choice' ? choice?.value : first;
    if (value === undefined) continue;
    input[option.name] = value;
    rest = rest.slice(first.length).trim();
  }
  return input;
}
