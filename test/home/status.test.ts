import { expect, it } from 'vitest';
import type { Problem, Sent } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, submit } from '../fixtures/steps.ts';
import { accept, expectCard, expectForm, expectView, groupId, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

const question = 'How do I end a session on time?';
const refused = (problem: Problem): Sent => ({
  ok: false,
  why: 'rejected',
  problem,
  detail: 'code',
});

peerGroup(2);

const status = async (person: Person) => words(await expectCard(person.does('curbside.status')));

it.each([
  [refused('tooLong'), 'Its author can shorten it'],
  [refused('archived'), 'Once it is unarchived'],
  [{ ok: false, why: 'unknown', detail: 'http 500' } as const, 'we can’t tell whether it’s there'],
  [{ ok: false, why: 'later' } as const, 'Curbside keeps trying'],
])('says what to do about %j', async (answer, remedy) => {
  expect(await status(ben)).toContain('All systems normal');
  await ask(ada, { question });
  app.answers.push(answer);
  await app.pass(0);
  expect(await status(ben)).toContain(remedy);
  expect(await status(ben)).not.toContain('All systems normal');
});

it('knows of a reply that failed, and says nothing of messages to one person', async () => {
  const at = { group: await groupId(ada) };
  const own = await ask(ada, { question });
  await app.pass(0);
  const consultation = JSON.stringify(own).match(/"consultation":"([^"]+)"/)?.[1] ?? '';
  await submit(ben, await expectForm(ben.does('consult.reply', { ...at, consultation })), {
    text: 'Say so early.',
    as: 'me',
  });
  app.answers.push(refused('filtered'), refused('noDirect'), refused('noDirect'));
  await app.pass(0);
  expect(await status(ada)).toContain('One message has not been delivered.');
  expect(await status(ada)).toContain('a moderator can look at the filter');
  expect(await status(ada)).not.toContain('direct messages');
});

it('is about this group alone: another one’s closed channel is none of its business', async () => {
  const there = await app.person('ada', { manages: true, channel: 'C2' });
  await expectView(submit(there, await expectForm(there.does('curbside.setup')), {}));
  await accept(there);
  await ask(there, { question });
  app.answers.push(refused('readOnly'));
  await app.pass(0);
  expect(await status(there)).toContain('isn’t allowed to post in the channel');
  expect(await status(ben)).toContain('All systems normal');
});
