import { expect, it } from 'vitest';
import { ada, app, ben, cleo, peerGroup } from '../fixtures/peer-group.ts';
import { ask, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, expectView } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { at, minute } from './thread-steps.ts';

const long = `How do I end a session that keeps running over ${'and over '.repeat(12)}again?`;

peerGroup(7);

it('the group’s list tells questions apart: first words, who asked, replies, age, a link', async () => {
  const own = await ask(ada, { question: long });
  await ask(cleo, { question: 'Who knows a good text on ending well?' }, 'Post anonymously');
  await app.pass(21 * minute);
  const form = await expectForm(ben.does('consult.reply', await at(own)));
  await submit(ben, form, { text: 'Set a timer.', as: 'me' });
  await app.pass(0);
  const listed = await expectCard(ben.does('consult.list'));
  const text = words(listed);
  expect(text).toContain('Asked by a colleague · No replies yet ·');
  expect(text).toContain('Who knows a good text on ending well?');
  expect(text).toContain(`Asked by <${ada.who}>, LMFT · 1 reply ·`);
  expect(text).toMatch(/How do I end a session that keeps running over and over and over and over and …\n/);
  expect(text.match(/Open the thread/g)).toHaveLength(2);
  expect(text).not.toContain(cleo.who);
  const home = words(await expectView((await app.person('dina')).does('curbside.home')));
  expect(home).toContain(`Asked by <${ada.who}>, LMFT · 1 reply ·`);
});

it('/consult mine says which group a question stands in, for somebody in two', async () => {
  await ask(ada, { question: long });
  await app.pass(0);
  expect(JSON.stringify(await ada.does('consult.mine'))).not.toContain('"is":"place"');
  const there = await app.person('ada', { manages: true, channel: 'C2' });
  await submit(there, await expectForm(there.does('curbside.setup')), {});
  const other = JSON.stringify(await there.does('curbside.agreement')).match(/"group":"([^"]+)"/)?.[1] ?? '';
  const join = await expectForm(there.does('agreement.form', { group: other }));
  await submit(there, join, { credential: 'LMFT', licensed: 'yes' });
  const mine = await expectCard(there.does('consult.mine'));
  expect(JSON.stringify(mine)).toContain('"is":"place","channel":"C1"');
});

it('whoever erased their data is a former member without their credential, and never “a colleague”', async () => {
  const own = await ask(ben, { question: long });
  await app.pass(0);
  const form = await expectForm(ben.does('consult.reply', await at(own)));
  await submit(ben, form, { text: 'I set a timer now.', as: 'me' });
  await app.pass(0);
  await ben.does('privacy.erase');
  await app.pass(0);
  const seen = [
    ...app.messages.filter((m) => m.place.is !== 'direct').map((m) => words(m.view)),
    words(await expectCard(ada.does('consult.list'))),
  ].join('\n');
  expect(seen).toContain('Asked by a former member\n');
  expect(seen).toContain('A former member\nI set a timer now.');
  expect(seen).not.toContain('a colleague');
});

it('somebody who left the channel is a former member in lists, too', async () => {
  await ask(ben, { question: long });
  await app.pass(0);
  const left = { eventId: 'left', scope: app.scope, who: ben.who, channel: null, manages: false, zone: null };
  await app.core.happened({ ...left, locale: 'en', command: 'platform.personLeft', input: {} });
  const listed = words(await expectCard(ada.does('consult.list')));
  expect(listed).toContain('Asked by a former member (LMFT)');
});
