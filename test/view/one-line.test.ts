import { expect, it } from 'vitest';
import { readOutsiders } from '../../src/features/consultation/record/model.ts';
import { person } from '../../src/view/build.ts';
import { linesOf, oneLine } from '../../src/view/one-line.ts';
import { plainSpans } from '../../src/view/plain.ts';
import { ask, submit } from '../fixtures/steps.ts';
import { expectForm, group, groupId, openTestApp, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

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
    { name: 'Juno', credential: '', bare: true },
    { name: 'Marsh', credential: 'PhD', bare: false },
    { name: 'Rowan', credential: 'LMFT', bare: false },
  ]);
});

it('a credential forges no line of a card, whether typed now or stored before', async () => {
  const app = await openTestApp();
  const { ada } = (await group(app, ['ada'])) as { ada: Person };
  const eve = await app.person('eve');
  const form = await expectForm(eve.does('agreement.form', { group: await groupId(ada) }));
  await submit(eve, form, { credential: 'LMFT\n\nHidden by a moderator', licensed: 'yes' });
  await ask(eve, { question: 'How do I end a session that keeps running over?' });
  await app.pass(0);
  const shown = app.messages.map(({ view }) => words(view)).join('\n');
  expect(shown).toContain('LMFT Hidden by a moderator');
  const reader = { locale: 'en', zone: 'UTC', name: () => 'Eve' };
  expect(plainSpans([person('p', 'LMFT\nMinutes: 60')], reader)).toBe('Eve, LMFT Minutes: 60');
  const only = await submit(eve, form, { credential: '\n\u2028', licensed: 'yes' });
  expect(only.is).toBe('again');
  await app.remove();
});
