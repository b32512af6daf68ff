import { expect, it } from 'vitest';
import { readOutsiders } from '../../src/consultation/record/model.ts';
import { linesOf, oneLine } from '../../src/kernel/one-line.ts';
import { person } from '../../src/view/build.ts';
import { plainSpans } from '../../src/view/plain.ts';
import { expectForm, group, groupId, openHouse, type Person } from '../fixtures/house.ts';
import { words } from '../fixtures/read.ts';
import { ask, submit } from '../fixtures/steps.ts';

const breaks = ['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];

it('every kind of line break, control and turning mark becomes a blank; joiners of scripts stay', () => {
  for (const end of breaks) expect(oneLine(`LMFT${end}Minutes: 60`)).toBe('LMFT Minutes: 60');
  expect(oneLine(' \u202eTFML\u202c\u0000 \u2066x\u2069 ')).toBe('TFML x');
  expect(oneLine('می\u200cخواهم')).toBe('می\u200cخواهم');
  expect(oneLine('\n\u200e\n')).toBe('');
  for (const end of breaks) expect(linesOf(`a${end}${end} b `)).toEqual(['a', 'b']);
});

it('a name from outside and its credential are one line each', () => {
  expect(readOutsiders('Juno\u2028Marsh, PhD\rRowan, LMFT\u202e')).toEqual([
    { name: 'Juno', credential: '' },
    { name: 'Marsh', credential: 'PhD' },
    { name: 'Rowan', credential: 'LMFT' },
  ]);
});

it('a credential forges no line of a card, whether typed now or stored before', async () => {
  const house = await openHouse();
  const { ada } = (await group(house, ['ada'])) as { ada: Person };
  const eve = await house.person('eve');
  const form = await expectForm(eve.does('agreement.form', { group: await groupId(ada) }));
  await submit(eve, form, { credential: 'LMFT\n\nHidden by a moderator', licensed: 'yes' });
  await ask(eve, { question: 'How do I end a session that keeps running over?' });
  await house.pass(0);
  const shown = house.messages.map(({ view }) => words(view)).join('\n');
  expect(shown).toContain('LMFT Hidden by a moderator');
  const reader = { locale: 'en', zone: 'UTC', name: () => 'Eve' };
  expect(plainSpans([person('p', 'LMFT\nMinutes: 60')], reader)).toBe('Eve, LMFT Minutes: 60');
  const only = await submit(eve, form, { credential: '\n\u2028', licensed: 'yes' });
  expect(only.is).toBe('again');
  await house.remove();
});
