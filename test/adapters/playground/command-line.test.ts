import { expect, test } from 'vitest';
import { offered } from '../../../adapters/playground/manifest.ts';
import { readSlash, routes, slashLeftOut, slashTable } from '../../../src/index.ts';

test('every slash command is offered with one line of help, and is understood as it is offered', () => {
  const all = offered(routes, 'en');
  expect(all.length).toBe(routes.filter((route) => route.slash !== null).length);
  for (const command of all) {
    expect(command.help).toMatch(/\S/);
    const [name = '', word = ''] = command.typed.split(' ');
    const route = routes.find(({ slash }) => slash !== null && `/${slash.command}` === name && slash.word === word);
    expect(readSlash(slashTable(routes), name, word)?.command).toBe(route?.name);
  }
});

const table = slashTable(routes);

test.each([
  ['conslt', 'ask how do I end on time?', 'consult.ask'],
  ['/consutl', '', 'consult.ask'],
  ['meting', 'agenda', 'meeting.agenda'],
])('a mistyped %s %s asks for the command that may be meant', (command, text, meant) =>
  expect(readSlash(table, command, text)).toEqual({ command: 'curbside.meant', input: { meant } }),
);

test('a command of nobody’s is none of ours', () => expect(readSlash(table, 'remind', 'me')).toBeNull());

test.each([
  ['Consult ask how do I end on time with Maria?', 'ask'],
  ['consult mine', 'mine'],
  ['meeting next', 'next'],
])('“%s” lacks its slash', (line, word) => expect(slashLeftOut(table, line)?.word).toBe(word));

test.each(['Meeting next week?', 'consult your notes first', 'Experts say so.', 'Please consult ask'])(
  '“%s” is what somebody says',
  (line) => expect(slashLeftOut(table, line)).toBeNull(),
);
