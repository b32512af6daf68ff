import { expect, it } from 'vitest';
import { ask, consultationOf, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, group, groupId, openTestApp, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

it('replies without a name are in the copy of whoever wrote them, and in nobody else’s', async () => {
  const app = await openTestApp();
  const { ada, ben } = (await group(app, ['ada', 'ben'])) as { ada: Person; ben: Person };
  const question = 'How do I end a session that keeps running over?';
  const own = await ask(ada, { question }, 'Post anonymously');
  await app.pass(21 * 60_000);
  const at = { group: await groupId(ada), consultation: consultationOf(own) };
  await submit(ben, await expectForm(ben.does('consult.reply', at)), { text: 'Name the end early.', as: 'colleague' });
  await submit(ada, await expectForm(ada.does('consult.reply', at)), { text: 'That helps, thank you.' });
  const copies = [];
  for (const person of [ada, ben]) copies.push(words(await expectCard(person.does('privacy.export', at))));
  expect(copies[0]).toContain('That helps, thank you.');
  expect(copies[0]).not.toContain('Name the end early.');
  expect(copies[1]).toContain('Name the end early.');
  expect(copies[1]).not.toContain('That helps, thank you.');
  await app.remove();
});
