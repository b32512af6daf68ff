import { afterEach, beforeEach, expect, it } from 'vitest';
import { answer, circle, enrol } from '../../checkin/steps.ts';
import { foundInFiles } from '../../fixtures/database/files.ts';
import { ask, closeAndDocument, consultationOf, draft, post, recordOf, submit } from '../../fixtures/steps.ts';
import {
  expectCard,
  expectForm,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../../fixtures/test-app.ts';
import { words } from '../../fixtures/view-text.ts';
import { entryIn, log, paired, signAll } from '../../supervision/steps.ts';

/* One way through each feature with everything in a database. `npm run test:all` takes all of them. */

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp({ on: 'database' });
});
afterEach(() => app.remove());

const question = 'How do I end a session that keeps running over?';

it('a question is asked, posted, answered, closed and documented, and nothing of it lies in clear', async () => {
  const kingfisher = 'U-KINGFISHER';
  const { ada, [kingfisher]: ben } = (await group(app, ['ada', kingfisher])) as Record<string, Person> & {
    ada: Person;
  };
  if (ben === undefined) throw new Error('nobody');
  const own = await ask(ada, { question: `Help with Maria Gonzalvez, 34. ${question}` });
  const at = { group: await groupId(ada), consultation: consultationOf(own) };
  await app.pass(0);
  const form = await expectForm(ben.does('consult.reply', at));
  await expectCard(submit(ben, form, { text: 'Announce the end ten minutes before.', as: 'me' }));
  await app.pass(0);
  const posted = app.messages.map(({ view }) => words(view)).join('\n');
  expect(posted).toContain('Announce the end');
  const record = await closeAndDocument(ada, await expectCard(ada.does('consult.show', at)));
  const values = { guidance: 'Announce the end early.', decision: 'I say so.', rationale: 'It helps.' };
  expect(words(await recordOf(ada, submit(ada, record, values)))).toContain('Announce the end early.');
  expect(words(await expectCard(ada.does('consult.records')))).toContain('My records');
  await draft(ada, { question: 'A draft about Zebulon Quackenbos, not posted yet?' });
  const secrets = ['Gonzalvez', 'running over', 'Announce', 'It helps', 'Quackenbos', 'not posted yet', kingfisher];
  const dump = await app.disk();
  expect(secrets.filter((secret) => dump.includes(secret))).toEqual([]);
  expect(await foundInFiles([...secrets, at.consultation])).toEqual(
    process.env.TEST_DATABASE_URL ? [] : [at.consultation],
  );
  expect(dump).toContain(at.consultation);
});

it('a week’s check-in is answered by button, and its numbers lie sealed', async () => {
  const { ada } = (await circle(app, ['ada', 'ben'])) as { ada: Person };
  await enrol(ada);
  expect(words(await answer(ada, 2))).toBeTruthy();
  expect(words(await expectCard(ada.does('checkin.history')))).toMatch(/2/);
});

it('supervision is agreed, logged and signed', async () => {
  const { associate, supervisor, at } = await paired(app);
  const entry = entryIn(await log(associate, { minutes: '60', kind: 'direct' }));
  await signAll(supervisor);
  expect(words(await expectCard(associate.does('supervision.entry', { group: at, entry })))).toContain(
    'Status: Signed',
  );
});

it('somebody is erased: nothing of theirs can be found or opened any more', async () => {
  const { ada, ben } = (await group(app, ['ada', 'ben'])) as { ada: Person; ben: Person };
  await post(ben, { question });
  await app.pass(0);
  await expectCard(ben.does('privacy.erase'));
  await app.pass(0);
  expect(await app.vault.identity(ben.who)).toBeNull();
  expect(await app.disk()).not.toContain(ben.who);
  expect(app.messages.map(({ view }) => words(view)).join('\n')).not.toContain(ben.who);
  expect(await groupId(ada)).not.toBe('');
});
