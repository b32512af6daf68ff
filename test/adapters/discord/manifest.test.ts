import { describe, expect, it } from 'vitest';
import { discordCommands } from '../../../adapters/discord/manifest.ts';
import { type Route, routes } from '../../../src/index.ts';
import { commandFaults } from '../../wire/discord-schema.ts';

const choice = (n: number) => Array.from({ length: n }, (_, i) => ({ value: `v${i}`, label: 'word.yes' }));
const typed = (options: unknown[]): Route =>
  ({ name: 'a.b', slash: { command: 'consult', word: 'ask', help: 'help.help', options } }) as never;

describe('the commands', () => {
  it('are those of the routes, and Discord would take them', () => {
    const commands = discordCommands(routes);
    expect(commandFaults(commands)).toEqual([]);
    const words = commands.flatMap((c) => ('options' in c ? (c.options ?? []).map((o) => `${c.name} ${o.name}`) : []));
    expect(words).toEqual(expect.arrayContaining(['consult ask', 'consult mine', 'curbside setup']));
    expect(words).toHaveLength(routes.filter((r) => r.slash).length);
  });

  it('stay within what Discord takes, whatever the words and however many', () => {
    const wordy = { name: 'topic', help: 'place.deleted', is: 'choice', choices: choice(25) };
    const choices = wordy.choices.map((c) => ({ ...c, label: 'place.deleted' }));
    const options = Array.from({ length: 30 }, (_, i) => ({ ...wordy, name: `option${i}`, choices: [] }));
    const one = (given: object[]) =>
      discordCommands([
        { name: 'a.b', slash: { command: 'consult', word: 'ask', help: 'place.deleted', options: given } } as never,
      ]);
    expect(commandFaults(one([{ ...wordy, choices }]))).toEqual([]);
    expect(commandFaults(one(options))).toEqual([]);
    expect(JSON.stringify(one([{ ...wordy, choices }]))).toContain('…');
  });

  it('say what can be done', () => {
    const words = new Map(
      discordCommands(routes).map((command) => [
        command.name,
        'options' in command ? (command.options ?? []).map((o) => o.name) : [],
      ]),
    );
    expect(words.get('consult')).toEqual(expect.arrayContaining(['ask', 'find', 'log']));
    expect(words.get('experts')).toEqual(['find', 'me']);
  });

  it('are for servers only', () => {
    for (const command of discordCommands(routes))
      expect(command).toMatchObject({ contexts: [0], integration_types: [0] });
  });

  it('list up to 25 choices, and complete more', () => {
    const option = (n: number) =>
      JSON.stringify(
        discordCommands([typed([{ name: 'topic', help: 'help.help', is: 'choice', choices: choice(n) }])]),
      );
    expect(option(25)).toContain('"choices"');
    expect(option(26)).toContain('"autocomplete":true');
  });
});
