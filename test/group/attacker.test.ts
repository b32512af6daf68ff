import { expect, it } from 'vitest';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { submit } from '../fixtures/steps.ts';
import { expectForm, groupId } from '../fixtures/test-app.ts';

peerGroup(2);

it('tells the owners when somebody who manages the workspace makes themself one of them', async () => {
  const mallory = await app.person('mallory', { manages: true });
  const settings = await expectForm(mallory.does('curbside.setup'));
  await submit(mallory, settings, {});
  await app.pass(0);
  expect(app.messages).toEqual([]);
  const { group: _group, ...without } = settings.with;
  const values = Object.fromEntries(settings.fields.map((f) => [f.name, f.value]));
  await mallory.does('setup.save', { ...values, ...without, owners: '' });
  await app.pass(0);
  expect(app.messages.map((m) => [m.place, m.view.summary.key])).toEqual([
    [{ is: 'direct', scope: app.scope, to: ada.who }, 'owners.summary'],
  ]);
});

it('saves the kept words and shows home when the draft that led to them is gone', async () => {
  const form = await expectForm(ada.does('group.words', { group: await groupId(ada) }));
  const answer = await ada.does(form.do, { ...form.with, draft: 'longgone', words: 'Schematherapie' });
  expect(answer.is).toBe('view');
  expect(answer.is === 'view' && [answer.note?.key, answer.view.is]).toEqual(['words.saved', 'home']);
});

it('answers a record form of an unknown kind with one that can be shown', async () => {
  const answer = await ben.does('record.save', { group: await groupId(ben), form: 'no such form', minutes: 'x' });
  expect(answer.is === 'again' && answer.form.fields.length).toBeGreaterThan(3);
});
