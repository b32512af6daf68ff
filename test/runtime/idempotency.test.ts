import { afterEach, beforeEach, expect, it } from 'vitest';
import { expectForm, group, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

it('one event id from two people is two events', async () => {
  const { ada } = (await group(app, ['ada'])) as { ada: Person };
  const id = await groupId(ada);
  for (const name of ['ben', 'cleo']) {
    const person = await app.person(name);
    const form = await expectForm(person.does('agreement.form', { group: id }));
    await person.does('agreement.accept', { ...form.with, credential: 'LMFT', licensed: 'yes' }, 'the same');
    expect((await person.does('consult.ask')).is, name).toBe('view');
  }
});
