import { expect, test } from 'vitest';
import { offered } from '../../../adapters/playground/manifest.ts';
import { readSlash, routes, slashTable } from '../../../src/index.ts';

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
