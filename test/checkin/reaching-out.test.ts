import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { answer, enrol, openCircle } from './steps.ts';

let app: TestApp;
let ben: Person;
let cleo: Person;
let group: string;

beforeEach(async () => {
  const { people, ...opened } = await openCircle(['owner', 'ben', 'cleo']);
  app = opened.app;
  [ben, cleo] = [people.ben, people.cleo] as [Person, Person];
  group = await groupId(ben);
});
afterEach(() => app.remove());

describe('reaching out', () => {
  it('only people who agreed are named; the message is seen and edited first, and holds no score', async () => {
    await enrol(ben);
    await answer(ben, 5);
    expect(words(await expectCard(ben.does('coffee.list', { group })))).toContain('Nobody is open');
    expect((await ben.does('coffee.write', { group, to: cleo.who })).is).toBe('refused');
    await cleo.does('coffee.agree', { group, on: 'yes' });
    const list = await expectCard(ben.does('coffee.list', { group }));
    const form = await expectForm(press(ben, list, 'Write'));
    expect(form.fields[0]?.value).toContain('Do you have time for coffee this week?');
    const preview = await expectCard(submit(ben, form, { text: 'Could we talk today?' }));
    await app.pass(0);
    expect(app.messages).toHaveLength(0);
    const edited = await expectForm(press(ben, preview, 'Edit'));
    expect(edited.fields[0]?.value).toBe('Could we talk today?');
    const again = await expectCard(submit(ben, edited, { text: 'Could we talk tomorrow?' }));
    await expectCard(press(ben, again, 'Send'));
    await app.pass(0);
    expect(app.messages.map((m) => m.place)).toEqual([{ is: 'direct', scope: app.scope, to: cleo.who }]);
    const sent = app.messages[0]?.view as Card;
    expect(words(sent)).toContain('Could we talk');
    expect(words(sent)).not.toMatch(/[1-5] (Light|Manageable|Heavy|More)|score|check-in/i);
    expect(buttons(sent)).toEqual([]);
  });
});
