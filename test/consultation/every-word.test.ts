import { expect, it } from 'vitest';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, closeAndDocument, consultationOf, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

peerGroup(6);

/** A word that is asked about only where every doubtful word is. */
const doubtful = 'Hope stays sober when her friends visit, so I plan visits.';
const question = 'How do I support someone who is sober through the holidays?';

const asked = async (topic: string) => {
  const own = await ask(ada, { question, topic });
  return { own, at: { group: await groupId(ada), consultation: consultationOf(own) } };
};

const recorded = async (topic: string, share: 'yes' | 'no') => {
  const { own } = await asked(topic);
  return words(
    await expectCard(
      submit(ada, await closeAndDocument(ada, own), {
        ...{ guidance: 'Plan them.', decision: doubtful, rationale: 'It helps.', outsiders: 'Juno Marsh, PhD', share },
      }),
    ),
  );
};

it('a reply to a question on addiction is asked about like the question', async () => {
  const { at } = await asked('addiction');
  const form = await expectForm(ben.does('consult.reply', at));
  const preview = words(await expectCard(submit(ben, form, { text: doubtful })));
  expect(preview).toContain('[Person] stays sober');
  expect(app.messages.some(({ view }) => words(view).includes('stays sober'))).toBe(false);
});

it.each(['yes', 'no'] as const)('its record is not locked with a doubtful word, shared: %s', async (share) => {
  const answer = await recorded('addiction', share);
  expect(answer).toContain('[Person] stays sober');
  expect(answer).not.toContain('record is locked');
});

it('a record of another topic stands as typed', async () =>
  expect(await recorded('case', 'no')).not.toContain('[Person]'));
