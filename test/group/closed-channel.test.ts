import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Sent } from '../../src/index.ts';
import { ask } from '../fixtures/steps.ts';
import { group, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';

const question = 'How do I end a session on time?';
const archived: Sent = { ok: false, why: 'gone', problem: 'archived', detail: 'is_archived' };

let app: TestApp;
let ada: Person;
let ben: Person;
beforeEach(async () => {
  app = await openTestApp();
  ({ ada, ben } = (await group(app, ['ada', 'ben'])) as Record<'ada' | 'ben', Person>);
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

it('an owner who was told of it before gets none for a question of theirs; a member still does', async () => {
  await app.core.happened({
    eventId: 'archived',
    scope: app.scope,
    who: ada.who,
    command: 'platform.channelGone',
    input: { why: 'archived' },
    channel: 'C1',
    manages: false,
    zone: null,
    locale: 'en',
  });
  await app.pass(0);
  await ask(ada, { question });
  app.answers.push(archived);
  await app.pass(0);
  expect(told(ada)).toEqual(['place.summary']);
  await ask(ben, { question: 'Who knows a good text on grief?' });
  // The head of the queue waits for the channel, and with it what stands behind: the answer to Ben said so.
  app.answers.push(archived, archived);
  await app.pass(60 * 60_000);
  expect(told(ada)).toEqual(['place.summary']);
});
