import { afterEach, beforeEach, expect, it } from 'vitest';
import { legible } from '../../src/runtime/legible.ts';
import { draft, submit } from '../fixtures/steps.ts';
import { expectForm, group, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

it.each([
  ['\u200B\u2060 \u2800\u3164\uFEFF', ''],
  ['bell\u0007 and \u001B[31mred', 'bell and [31mred'],
  ['one\r\ntwo\u2028three\tfour', 'one\ntwo\nthree\tfour'],
  ['👩\u200D👧 e\u0301', '👩\u200D👧 e\u0301'],
])('%j is read as %j', (typed, read) => expect(legible({ typed })).toEqual({ typed: read }));

it('a question of which nothing can be seen is asked for again', async () => {
  const { ada } = (await group(app, ['ada', 'ben'])) as { ada: Person };
  const answer = await submit(ada, await expectForm(ada.does('consult.ask')), { question: '\u200B'.repeat(40) });
  if (answer.is !== 'again') throw new Error('it was taken');
  expect(words(answer.form)).toContain('Required.');
});

it('a preview holds no control characters', async () => {
  const { ada } = (await group(app, ['ada', 'ben'])) as { ada: Person };
  const preview = await draft(ada, { question: 'How do I\u0000 end \u001B[31mon\u0007 time?' });
  expect(JSON.stringify(preview)).toContain('How do I end [31mon time?');
});
