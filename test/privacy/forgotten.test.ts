import { expect, it } from 'vitest';
import { ask } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, group, groupId, openTestApp, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

it('a second press after everything of a person was erased is answered, and finds nothing of theirs', async () => {
  const app = await openTestApp();
  const { ada, ben } = (await group(app, ['ada', 'ben'])) as { ada: Person; ben: Person };
  await ask(ben, { question: 'How do I end a session that keeps running over?' }, 'Post anonymously');
  // Both presses were on their way before the first one was dealt with: they name the same person.
  for (let press = 0; press < 2; press++)
    expect(words(await expectCard(ben.does('privacy.erase')))).toContain('erased');
  expect(words(await expectCard(ben.does('privacy.export')))).not.toContain('running over');
  for (const command of ['curbside.home', 'curbside.privacy', 'curbside.agreement', 'consult.mine', 'consult.ask'])
    expect(JSON.stringify(await ben.does(command)), command).not.toContain('trouble');
  const accept = { group: await groupId(ada), credential: 'LMFT', licensed: 'yes' };
  expect((await ben.does('agreement.accept', accept)).is).toBe('refused');
  const members = (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'member');
  expect(JSON.stringify(members)).not.toContain(ben.who);
  expect(app.logged.filter((line) => line.includes('runtime.handler_failed'))).toEqual([]);
  await app.remove();
});
