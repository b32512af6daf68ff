import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Card, routes } from '../../src/index.ts';
import { expectCard, group, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

const help = (person: Person): Promise<Card> => expectCard(person.does('curbside.help'));
const commandsIn = (card: Card) => words(card).match(/\/[a-z]+ [a-z]+/g) ?? [];
const tasksIn = (card: Card) => card.blocks.flatMap((b) => (b.is === 'list' ? b.items : [])).length;

it('names every command once, for an owner who manages, where everything is on', async () => {
  const { ada } = await group(app, ['ada'], { features: 'consultation,checkin,supervision' });
  const typed = routes.flatMap(({ slash }) => (slash ? [`/${slash.command} ${slash.word}`] : []));
  const all = typed.filter((command) => command !== '/curbside help');
  expect(commandsIn(await help(ada as Person)).sort()).toEqual(all.sort());
});

it('is short, by task, and leaves out what is off here or for owners only', async () => {
  const { ben } = await group(app, ['ada', 'ben']);
  const card = await help(ben as Person);
  expect(tasksIn(card)).toBeLessThanOrEqual(8);
  const commands = commandsIn(card);
  expect(commands).toContain('/consult ask');
  // What it holds of features that are off is called what it is there.
  expect(words(card)).toContain('Get your supervision entries from another community /supervision redeem');
  expect(words(card)).not.toContain('Log supervised hours');
  for (const other of ['/checkin now', '/curbside settings', '/curbside setup', '/curbside words'])
    expect(commands).not.toContain(other);
});
