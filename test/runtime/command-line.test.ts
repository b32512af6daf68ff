import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Route, routes, type Slash, type SlashOption } from '../../src/index.ts';
import { readSlash, slashTable } from '../../src/runtime/command-line.ts';
import { otherWords } from '../../src/runtime/other-words.ts';
import { query, slash } from '../../src/runtime/route.ts';

const route = (name: string, command: Slash['command'], word: string, options: readonly SlashOption[] = []): Route =>
  query({
    name,
    who: 'anyone',
    ack: 'private',
    input: z.object({}),
    slash: slash(command, word, 'help.help', options),
    show: async () => ({ is: 'card', summary: { key: 'help.summary' }, blocks: [] }),
  });
const words: SlashOption = { name: 'words', help: 'help.help', is: 'words', choices: [] };
const choice: SlashOption = {
  name: 'mode',
  help: 'help.help',
  is: 'choice',
  choices: [
    { value: 'phone', label: 'help.help' },
    { value: 'video', label: 'help.help' },
  ],
};

const table = slashTable([
  route('consult.ask', 'consult', 'ask', [words]),
  route('consult.log', 'consult', 'log', [choice, words]),
  route('consult.list', 'consult', 'list'),
  route('curbside.help', 'curbside', 'help'),
]);
const read = (command: string, text: string) => {
  const typed = readSlash(table, command, text);
  return typed && [typed.command, typed.input];
};

test.each([
  ['', 'consult.ask', {}],
  ['ask', 'consult.ask', {}],
  ['ask How do I  respond?', 'consult.ask', { words: 'How do I  respond?' }],
  ['How do I respond?', 'consult.ask', { words: 'How do I respond?' }],
  ['  LIST ', 'consult.list', {}],
  ['log phone a short word', 'consult.log', { mode: 'phone', words: 'a short word' }],
  ['asq', 'curbside.meant', { meant: 'consult.ask' }],
  ['LSIT', 'curbside.meant', { meant: 'consult.list' }],
  ['as a clinician, what would you do?', 'consult.ask', { words: 'as a clinician, what would you do?' }],
  ['burnout', 'curbside.help', { of: 'consult', unknown: 'yes' }],
  ['ask burnout', 'consult.ask', { words: 'burnout' }],
  ['倦怠怎么办', 'consult.ask', { words: '倦怠怎么办' }],
  ['help', 'curbside.help', { of: 'consult' }],
  ['Help', 'curbside.help', { of: 'consult' }],
  ['?', 'curbside.help', { of: 'consult' }],
  ['help me with a case', 'consult.ask', { words: 'help me with a case' }],
  ['new', 'curbside.meant', { meant: 'consult.ask' }],
  ['Show', 'curbside.meant', { meant: 'consult.list' }],
  ['new client, old problem', 'consult.ask', { words: 'new client, old problem' }],
  ['log a short word', 'consult.log', { words: 'a short word' }],
])('/consult %s', (text, name, input) => {
  expect(read('/consult', text)).toEqual([name, input]);
});

test('what a command without words does not know leads to its help, which says so, without the text', () => {
  expect(read('/curbside', 'hlep me with Maria')).toEqual(['curbside.help', { unknown: 'yes' }]);
  expect(read('/curbside', '')).toEqual(['curbside.help', {}]);
  expect(readSlash(real, 'supervision', 'banana')).toEqual({
    command: 'curbside.help',
    input: { of: 'supervision', unknown: 'yes' },
  });
  expect(readSlash(real, 'supervision', '')).toEqual({ command: 'supervision.totals', input: {} });
});

test('a command of nobody’s leads nowhere', () => {
  expect(read('/other', 'ask')).toBeNull();
});

test.each([
  ['/conslt', 'ask How do I respond?', 'consult.ask'],
  ['/consults', 'lsit', 'consult.list'],
  ['/curbsid', '', 'curbside.help'],
])('%s %s asks whether ours is meant, and runs nothing', (command, text, meant) => {
  expect(read(command, text)).toEqual(['curbside.meant', { meant }]);
});

const real = slashTable(routes);
const tried = Object.entries(otherWords).flatMap(([command, words]) =>
  Object.entries(words).flatMap(([word, others]) => others.map((other) => [command, other, word] as const)),
);

test.each(tried)('/%s %s asks whether %s is meant', (command, other, word) => {
  const meant = real.get(command)?.find(({ slash }) => slash.word === word)?.route.name;
  expect(meant).toMatch(/^[a-z]+\.\w/i);
  expect(readSlash(real, command, other)).toEqual({ command: 'curbside.meant', input: { meant } });
});
