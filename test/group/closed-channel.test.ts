import { expect, it } from 'vitest';
import type { Sent } from '../../src/index.ts';
import { happens } from '../fixtures/happens.ts';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { ask } from '../fixtures/steps.ts';
import type { Person } from '../fixtures/test-app.ts';

const question = 'How do I end a session on time?';
const archived: Sent = { ok: false, why: 'gone', problem: 'archived', detail: 'is_archived' };

peerGroup(2);

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
