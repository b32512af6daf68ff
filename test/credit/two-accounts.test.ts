import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/index.ts';
import { createSigner } from '../../adapters/documents/signed/signer.ts';
import type { Document } from '../../src/index.ts';
import { logged } from '../fixtures/log-steps.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { press, submit } from '../fixtures/steps.ts';
import { accept, expectCard, expectForm, type Person } from '../fixtures/test-app.ts';
import { adaElsewhere, codeFor, enter, groupIn, otherTeam } from '../fixtures/two-accounts.ts';
import { words } from '../fixtures/view-text.ts';

const documents = createDocuments(createSigner(Buffer.alloc(32, 7)));

peerGroup(2);

describe('the statement of two accounts', () => {
  const statement = async (who: Person, more: Record<string, string> = {}) => {
    const card = await expectCard(who.does('credit.statement', { format: 'json', ...more }));
    const { document } = card.blocks.find((b) => b.is === 'file') as { document: Document };
    const reader = { locale: 'en', zone: 'UTC', name: () => 'Rowan' };
    return JSON.parse(Buffer.from((await documents.render(document, 'json', reader, app.now())).bytes).toString());
  };

  it('has the lines of both on either side, and each alone after unlinking', async () => {
    const far = await adaElsewhere(app);
    await logged(ada, 'How do I end on time with a couple?');
    await logged(far, 'What helps when a family wants to sit in on sessions?', { minutes: '45' });
    const there = await expectForm(far.does('credit.advised'));
    await submit(far, there, { minutes: '20', date: '2026-03-04', credentials: 'LMFT' });
    await enter(far, await codeFor(ada));
    for (const who of [ada, far]) {
      const { facts, entries } = await statement(who);
      expect(facts.minutes).toEqual({ own: 75, others: 20 });
      expect(entries).toHaveLength(3);
      expect(words(await expectCard(who.does('credit.statement')))).toContain('Includes one linked account.');
      // With anonymous questions, what was logged elsewhere is one sum a quarter, of both.
      const summed = (await statement(who, { anonymous: 'yes' })).entries;
      expect(summed).toContainEqual({ quarter: '2026-Q1', count: 2, side: 'asked', own: 75, others: 0 });
    }
    expect((await statement(ben)).entries).toEqual([]);
    await press(ada, await expectCard(ada.does('consult.link')), 'Unlink');
    expect((await statement(ada)).facts.minutes).toEqual({ own: 30, others: 0 });
    expect((await statement(far)).facts.minutes).toEqual({ own: 45, others: 20 });
  });

  it('has a reflection and a confirmation from where they were written, and names nobody of there', async () => {
    const far = await adaElsewhere(app);
    const colleague = await app.person('ben there', { scope: await otherTeam(app), channel: 'C9' });
    await accept(colleague);
    await logged(far, 'What helps when a family wants to sit in on sessions?', { advisers: colleague.who });
    await expectCard(
      colleague.does('credit.naming', {
        group: groupIn(JSON.stringify(await far.does('credit.confirmations'))),
        on: 'yes',
      }),
    );
    const form = await expectForm(press(far, await expectCard(far.does('credit.confirmations')), 'Ask to confirm'));
    await expectCard(submit(far, form, { to: colleague.who }));
    await expectCard(press(colleague, await expectCard(colleague.does('credit.confirmations')), 'Yes, I was there'));
    const cycle = { from: '2026-01-01', to: '2026-12-31', group: form.with.group ?? '' };
    const write = await expectForm(press(far, await expectCard(far.does('credit.reflections', cycle)), 'Write'));
    await expectCard(submit(far, write, { text: 'I name the end earlier now.', included: 'yes' }));
    expect((await statement(far)).entries[0].named).toHaveLength(1);
    await enter(far, await codeFor(ada));
    const [entry] = (await statement(ada)).entries;
    expect(entry.reflection).toBe('I name the end earlier now.');
    expect(entry.confirmed).toHaveLength(1);
    expect(entry.named).toBeUndefined();
    expect(JSON.stringify(entry)).not.toContain(colleague.who);
  });
});
