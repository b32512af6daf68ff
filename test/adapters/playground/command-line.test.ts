import { expect, test } from 'vitest';
import { offered } from '../../../adapters/playground/manifest.ts';
import { readCommandLine } from '../../../adapters/playground/server/command-line.ts';
import { routes } from '../../../src/index.ts';

test('words after a command go into its option as they were typed', () => {
  expect(readCommandLine('/consult ask  How do I   say no?\nTwo lines ', routes)).toEqual({
    is: 'command',
    command: 'consult.ask',
    input: { words: 'How do I   say no?\nTwo lines' },
  });
  expect(readCommandLine('/CONSULT Ask', routes)).toEqual({ is: 'command', command: 'consult.ask', input: {} });
});

test('an unfinished command is told from an unknown one', () => {
  expect(readCommandLine('/consult', routes)).toEqual({ is: 'unfinished' });
  expect(readCommandLine('/consult nonsense', routes)).toEqual({ is: 'unknown' });
  expect(readCommandLine('/nothing at all', routes)).toEqual({ is: 'unknown' });
  expect(readCommandLine('/', routes)).toEqual({ is: 'unknown' });
});

test('a slip of the keyboard asks for the command that may be meant', () => {
  const meant = (route: string) => ({ is: 'command', command: 'curbside.meant', input: { meant: route } });
  expect(readCommandLine('/consult asq', routes)).toEqual(meant('consult.ask'));
  expect(readCommandLine('/consult aks how do I say no?', routes)).toEqual(meant('consult.ask'));
  expect(readCommandLine('/curbside stat', routes)).toEqual(meant('curbside.status'));
  expect(readCommandLine('/curbside hepl', routes)).toEqual(meant('curbside.help'));
  expect(readCommandLine('/consult zzz', routes)).toEqual({ is: 'unknown' });
});

test('every slash command is offered with one line of help, and is understood as it is offered', () => {
  const all = offered(routes, 'en');
  expect(all.length).toBe(routes.filter((route) => route.slash !== null).length);
  for (const command of all) {
    expect(command.help).toMatch(/\S/);
    expect(readCommandLine(command.typed, routes)).toMatchObject({ is: 'command' });
  }
});
