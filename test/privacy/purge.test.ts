import { afterEach, beforeEach, expect, it } from 'vitest';
import { Replies } from '../../src/features/consultation/model.ts';
import { DueJobs } from '../../src/runtime/jobs.ts';
import { dayMs } from '../../src/time/durations.ts';
import { happens } from '../fixtures/happens.ts';
import { ask, consultationOf, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import {
  accept,
  expectCard,
  expectForm,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';

import { words } from '../fixtures/view-text.ts';

const question = 'How do I end a session that keeps running over?';
let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

/** Everything but the clean-up job that every community has. */
const left = async (): Promise<unknown[]> =>
  (await stored(app.store, app.scope)).filter(({ kind, doc }) => !(kind === 'due' && doc.id.startsWith('privacy.')));

it('leaves nothing of a community, however much there was, and forgets who owned or wrote it', async () => {
  const { ada, ben } = (await group(app, ['ada', 'ben'])) as { ada: Person; ben: Person };
  await happens(app, ada, 'platform.installed', null, { since: '1000' });
  const consultation = consultationOf(await ask(ben, { question }));
  const in1 = await groupId(ada);
  await app.pass(0);
  await app.store.transact(app.scope, async (tx) => {
    for (let i = 0; i < 2500; i++)
      await tx.put(Replies, {
        id: `r${i}`,
        consultation,
        group: in1,
        voice: 'me',
        step: null,
        author: { as: 'me', person: ben.who, credential: 'LMFT' },
        text: 'Announce it.',
        hidden: false,
        marked: [],
        at: app.now(),
        row: `row${i}`,
      });
  });
  await happens(app, ada, 'platform.uninstalled', null);
  await app.pass(31 * dayMs);
  for (let i = 0; i < 3; i++) await app.pass(60_000);
  expect(await left()).toEqual([]);
  expect(await app.vault.reveal(ada.who)).toBeNull();
  expect(await app.vault.reveal(ben.who)).toBeNull();
});

it('a group that is set up again keeps everything, and its people; one that is not goes', async () => {
  const { ada } = (await group(app, ['ada'])) as { ada: Person };
  await submit(ada, await expectForm(ada.does('consult.log')), {
    question: 'What did we say about grief?',
    guidance: 'Go slow.',
    outsiders: 'Juno Marsh, PhD',
  });
  const bea = await app.person('bea', { manages: true, channel: 'C2' });
  await submit(bea, await expectForm(bea.does('curbside.setup')), {});
  await accept(bea);
  await ask(bea, { question });
  await app.pass(0);
  await happens(app, ada, 'platform.uninstalled', null);
  await happens(app, ada, 'platform.channelBack', 'C1');
  await submit(ada, await expectForm(ada.does('curbside.setup')), {});
  await app.pass(31 * dayMs);
  const kinds = (await stored(app.store, app.scope)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'group')).toHaveLength(1);
  expect(kinds).not.toContain('consultation');
  expect(JSON.stringify(await left())).not.toContain('consult.idle');
  expect(await app.vault.reveal(ada.who)).not.toBeNull();
  await accept(ada);
  expect(words(await expectCard(ada.does('consult.records')))).toContain('What did we say about grief?');
});

it('removing the bot does not lose an erasure or an untying that waits', async () => {
  const people = await group(app, ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye']);
  const ben = people.ben as Person;
  const own = await ask(ben, { question }, 'Post anonymously');
  await app.pass(21 * 60_000);
  await ben.does('consult.close', { group: await groupId(ben), consultation: consultationOf(own) });
  await happens(app, ben, 'platform.uninstalled', null);
  const due = await app.store.read(app.scope, (r) => r.find(DueJobs, 'at', { all: true }));
  expect(due.docs.map((d) => d.job)).toContain('consult.unlink');
});

it('the thirty days begin with the removal, however often it is told', async () => {
  const { ada } = (await group(app, ['ada'])) as { ada: Person };
  await happens(app, ada, 'platform.uninstalled', null);
  await app.pass(20 * dayMs);
  await happens(app, ada, 'platform.uninstalled', null);
  await app.pass(11 * dayMs);
  expect(await left()).toEqual([]);
});
