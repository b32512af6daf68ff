import { describe, expect, it } from 'vitest';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, attest, closeAndDocument, consultationOf, draft, press, recordOf, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, group, groupId, openTestApp, type Person } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';

const day = 24 * 3_600_000;
peerGroup(6);

async function documented(how: 'Post as me' | 'Post anonymously' = 'Post as me') {
  const own = await ask(ada, { question: 'How do I end a session that runs over?' }, how);
  await app.pass(21 * 60_000);
  const at = { group: await groupId(ada), consultation: consultationOf(own) };
  const form = await closeAndDocument(ada, await expectCard(ada.does('consult.show', at)));
  return recordOf(
    ada,
    submit(ada, form, {
      guidance: 'Say so.',
      decision: 'I say so.',
      rationale: 'It helps.',
      outsiders: 'Juno Marsh, PhD',
    }),
  );
}

describe('looking back', () => {
  it('14, 30 and 90 days are proposed; on the day the owner is asked, and the answer is in their own record only', async () => {
    const record = await documented();
    expect(
      buttons(record)
        .filter((a) => a.do === 'record.lookBack')
        .map((a) => a.with.days),
    ).toEqual(['14', '30', '90']);
    const set = await expectCard(press(ada, record, 'In 14 days'));
    expect(words(set)).toContain('Follow-up date: March 19, 2026');
    expect(words(set)).not.toContain('Did it change');
    const sent = app.messages.length;
    await app.pass(14 * day);
    const reminder = app.messages.slice(sent).find(({ view }) => words(view).includes('Follow-up due'))?.view;
    if (reminder === undefined) throw new Error('no reminder came');
    expect(words(reminder)).not.toContain('session');
    const due = await expectCard(press(ada, reminder, 'Open record'));
    expect(words(due)).toContain('Did it change what you do?');
    const posted = app.messages.length;
    const answered = await expectCard(press(ada, due, 'Partly'));
    expect(words(answered)).toContain('Changed what I do: Partly');
    expect(words(answered)).not.toContain('Did it change what you do?');
    await app.pass(0);
    expect(app.messages).toHaveLength(posted);
    expect((await ben.does('record.show', { ...button(due, 'Partly').with })).is).toBe('refused');
    expect(await app.disk()).not.toContain('partly');
  });

  it('not yet: when to look again is asked anew', async () => {
    const set = await expectCard(press(ada, await documented(), 'In 30 days'));
    await app.pass(31 * day);
    const due = await expectCard(ada.does('record.show', { ...button(set, 'Amend').with }));
    const answered = await expectCard(press(ada, due, 'Not yet'));
    const later = await expectCard(press(ada, answered, 'In 90 days'));
    expect(words(later)).not.toContain('Changed what I do');
    expect(words(later)).not.toContain('Did it change');
  });

  it('of an anonymous question nothing is sent: the record asks when it is opened', async () => {
    const set = await expectCard(press(ada, await documented('Post anonymously'), 'In 14 days'));
    const sent = app.messages.length;
    await app.pass(15 * day);
    expect(app.messages.slice(sent).filter(({ place }) => JSON.stringify(place).includes(ada.who))).toEqual([]);
    const due = await expectCard(ada.does('record.show', { ...button(set, 'Amend').with }));
    expect(words(due)).toContain('Did it change what you do?');
  });
});

it('a question that nobody answered comes up once more, and not a second time', async () => {
  await ask(ada, { question: 'How do I end a session that runs over?' });
  await app.pass(day);
  for (let i = 0; i < 5; i += 1) await app.pass(2 * day);
  expect(app.messages.filter(({ view }) => words(view).includes('no replies yet'))).toHaveLength(1);
});

describe('what the law may ask', () => {
  it('stands under “someone may be at risk”, with its source and year', async () => {
    const preview = words(await draft(ada, { question: 'How do I act on a threat I heard?', urgency: 'risk' }));
    expect(preview).toContain('In many places, the law asks or allows a clinician to act');
    expect(preview).toMatch(/Source: .*check with your board.* \(2026\)\./);
    expect(words(await draft(ada, { question: 'How do I end on time with a client?' }))).not.toContain(
      'In many places',
    );
  });

  it('is the one of the group’s jurisdiction where there is a file for it', async () => {
    const nowhere = {
      id: 'nowhere',
      jurisdiction: { en: 'Nowhere' },
      text: { en: 'Ring the bell.' },
      source: 'Bell Act',
      year: 2020,
    };
    const { shippedFiles } = await import('../../adapters/node/consultation-files.ts');
    const files = { ...shippedFiles(), duties: [...shippedFiles().duties, nowhere] };
    const other = await openTestApp({ files });
    try {
      const { eve } = (await group(other, ['eve', 'fay'])) as { eve: Person };
      const at = { group: await groupId(eve), offered: 'curbside', stepHours: '24', anonymity: 'allow' };
      await expectCard(eve.does('consult.settings.save', { ...at, duty: 'nowhere' }));
      const preview = words(await draft(eve, { question: 'How do I act on a threat I heard?', urgency: 'risk' }));
      expect(preview).toContain('Ring the bell.');
      expect(preview).toContain('Source: Bell Act (2020).');
    } finally {
      await other.remove();
    }
  });

  it('a question on addiction asks about every doubtful word, also where others are let pass', async () => {
    const question = 'Do others use contingency management? Grace matters in this work, and so does time.';
    const asks = 'We weren’t sure about';
    expect(words(await draft(ada, { question, topic: 'case' }))).not.toContain(asks);
    const preview = await draft(ada, { question, topic: 'addiction' });
    expect(words(preview)).toContain(asks);
    expect(words(preview)).toContain('Grace');
    // An edit that makes it a question on addiction asks as well.
    const plain = await expectForm(press(ada, await draft(ada, { question, topic: 'case' }), 'Edit'));
    expect(words(await expectCard(submit(ada, plain, { topic: 'addiction' })))).toContain(asks);
  });

  it('a question on addiction shows a line on 42 CFR Part 2', async () => {
    const preview = await draft(ada, { question: 'How do I work with a slip after a year?', topic: 'addiction' });
    expect(words(preview)).toContain('42 CFR Part 2');
    expect(words(await attest(ada, preview))).toContain('Addiction question · No rush');
  });
});
