import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Sent } from '../../src/index.ts';
import { happens } from '../fixtures/happens.ts';
import { ask } from '../fixtures/steps.ts';
import { group, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';

const question = 'How do I end a session on time?';
const archived: Sent = { ok: false, why: 'gone', problem: 'archived', detail: 'is_archived' };

let app: TestApp;
let ada: Person;
beforeEach(async () => {
  app = await openTestApp();
  ({ ada } = (await group(app, ['ada', 'ben'])) as { ada: Person });
});
afterEach(() => app.remove());

const told = (person: Person) =>
  app.messages.flatMap((m) => (m.place.is === 'direct' && m.place.to === person.who ? [m.view.summary.key] : []));

it('an owner whose own question waits for the closed channel gets one message', async () => {
  await ask(ada, { question });
  app.answers.push(archived);
  await app.pass(0);
  expect(told(ada)).toEqual(['delivery.questionWaits']);
});

it('an owner who was told of it before gets no second one for a question of theirs', async () => {
  await happens(app, ada, 'platform.channelGone', 'C1', { why: 'archived' });
  await app.pass(0);
  await ask(ada, { question });
  app.answers.push(archived);
  await app.pass(0);
  expect(told(ada)).toEqual(['place.summary']);
});
