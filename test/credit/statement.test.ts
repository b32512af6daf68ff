import { beforeEach, describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/index.ts';
import { createSigner } from '../../adapters/documents/signed/signer.ts';
import { verifyFile } from '../../adapters/documents/signed/verify.ts';
import { shippedRenewalPacks } from '../../adapters/node/renewal-packs.ts';
import { type Card, type Document, type FileFormat, wordsOf } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, closeAndDocument, consultationOf, press, submit } from '../fixtures/steps.ts';
import { readTags, tagged } from '../fixtures/tag-tree.ts';
import { expectCard, expectForm, groupId, type Person } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { firstAt, opening, thursdays } from '../meetings/circle.ts';

const documents = createDocuments(createSigner(Buffer.alloc(32, 7)));
const reader = { locale: 'en', zone: 'UTC', name: () => 'Ada Fairweather' };
const question = 'How do I end a session that keeps running over?';

let at: string;
peerGroup(7);
beforeEach(async () => {
  at = await groupId(ada);
});

const texts = { guidance: 'Announce the end early.', decision: 'Announce it.', rationale: 'It keeps the frame.' };

/** A question from asking to a locked record of so many minutes. */
async function documented(minutes: string, how: 'Post as me' | 'Post anonymously' = 'Post as me'): Promise<void> {
  const own = await ask(ada, { question }, how);
  await app.pass(30 * 60_000);
  // An anonymous question is posted after a while: only then can it be closed.
  const posted = await expectCard(ada.does('consult.show', { group: at, consultation: consultationOf(own) }));
  const form = await closeAndDocument(ada, posted);
  const card = await expectCard(submit(ada, form, { ...texts, minutes, outsiders: 'Juno Marsh, PhD', draft: 'yes' }));
  await expectCard(press(ada, card, 'Finish and lock'));
}

async function elsewhere(minutes: string, date = '2026-03-04'): Promise<void> {
  // The same texts from a form of the same moment would be the same record.
  app.advance(60_000);
  const form = await expectForm(ada.does('consult.log', { group: at }));
  const values = { ...texts, question, minutes, date, outsiders: 'Juno Marsh, PhD', draft: 'yes' };
  await expectCard(press(ada, await expectCard(submit(ada, form, values)), 'Finish and lock'));
}

const advised = async (person: Person, values: Record<string, string>) =>
  submit(person, await expectForm(person.does('credit.advised', { group: at })), values);

async function fileIn(format: FileFormat, more: Record<string, string> = {}) {
  const card = await expectCard(ada.does('credit.statement', { group: at, format, ...more }));
  const { document } = card.blocks.find((b) => b.is === 'file') as { document: Document };
  return Buffer.from((await documents.render(document, format, reader, app.now())).bytes);
}

const json = async (more: Record<string, string> = {}) => JSON.parse((await fileIn('json', more)).toString('utf8'));

describe('statement', () => {
  it('offers the rules of boards in the order of their names, after none', async () => {
    const card = await expectCard(ada.does('credit.statement', { group: at }));
    const pick = card.blocks.find((b) => b.is === 'pick');
    const [none, ...titles] = pick?.is === 'pick' ? pick.options.map(({ label }) => label) : [];
    expect(none).toMatchObject({ msg: { key: 'credit.plain' } });
    const names = titles.flatMap((label) => ('typed' in label ? [label.typed] : []));
    expect(names.length).toBe(shippedRenewalPacks().length);
    expect(names).toEqual([...names].sort());
  });

  it('has what is done most on it, and its other files and what goes into it one step further', async () => {
    const card = await expectCard(ada.does('credit.statement', { group: at, chosen: 'au-psychologist' }));
    const labels = (of: Card) => buttons(of).map((b) => wordsOf('en', b.label));
    expect(labels(card)).toEqual(['PDF', 'Change dates', 'Log that I advised', 'More', 'Remind me']);
    const more = await expectCard(press(ada, card, 'More'));
    expect(labels(more)).toEqual(['Confirmations', 'Reflections', 'Records of this cycle', 'CSV', 'JSON', 'Back']);
    expect(button(more, 'Reflections').with).toEqual({ group: at, from: '2025-12-01', to: '2026-11-30' });
    const file = await expectCard(press(ada, more, 'CSV'));
    expect(file.blocks.find((b) => b.is === 'file')).toMatchObject({ format: 'csv' });
    expect(words(await expectCard(press(ada, more, 'Back')))).toContain('30 h');
  });

  it('where files stay in a conversation, nothing of an anonymous question is in one, whatever is asked for', async () => {
    await documented('30', 'Post anonymously');
    await documented('25');
    const rowsOf = async (values: Record<string, string>) =>
      words(await expectCard(ada.does('credit.statement', { group: at, ...values })));
    expect(await rowsOf({ anonymous: 'yes' })).toContain('55 min');
    Object.assign(app.platform.limits, { filesStay: true });
    const there = await rowsOf({ anonymous: 'yes', on: 'yes' });
    expect(there).toContain('25 min');
    expect(there).not.toContain('55 min');
    expect(there).toContain('Questions you asked anonymously are left out, because files stay in this workspace.');
  });

  it('warns of a day with a meeting and another consultation, also where that is in a sum', async () => {
    await thursdays(ada, { group: at });
    await app.pass(firstAt - app.now() + 60_000);
    const attending = await expectForm(press(ada, opening(app), 'I was there'));
    await expectCard(submit(ada, attending, { minutes: '60', own: '20' }));
    await elsewhere('10', '2026-03-12');
    for (const anonymous of ['no', 'yes'])
      expect(words(await expectCard(ada.does('credit.statement', { group: at, anonymous })))).toContain(
        'On one day you logged both a meeting and another consultation.',
      );
  });

  it('story 33: “I advised” keeps date, minutes, mode, credentials and topic, and has no room for a case', async () => {
    const form = await expectForm(ben.does('credit.advised', { group: at }));
    expect(form.fields.map(({ name }) => name)).toEqual(['date', 'minutes', 'mode', 'topic', 'credentials']);
    for (const wrong of [
      { minutes: '0' },
      { minutes: '9999' },
      { date: '2030-01-01' },
      { credentials: 'x\n'.repeat(13) },
    ])
      expect(await advised(ben, wrong)).toMatchObject({ is: 'again' });
    await expectCard(advised(ben, { minutes: '45', topic: 'ethics', credentials: 'LPC\nPsyD' }));
    const card = await expectCard(ben.does('credit.statement', { group: at }));
    expect(words(card)).toMatch(/On colleagues’ cases: 45 min/);
    // It is sealed: to everybody else it is not there.
    expect(words(await expectCard(ada.does('credit.statement', { group: at })))).toMatch(/On colleagues’ cases: 0 h/);
    expect(await app.disk()).not.toContain('PsyD');
  });

  it('story 34: no case text, own and others apart, anonymous questions only as one quarterly sum, and verifiable', async () => {
    await documented('30');
    await documented('20', 'Post anonymously');
    await elsewhere('10');
    await expectCard(advised(ada, { minutes: '45', credentials: 'LPC' }));
    const without = await json({ pack: 'us-ca-psychologist' });
    expect(without.facts.minutes).toEqual({ own: 40, others: 45 });
    expect(without.entries.map((e: { side: string }) => e.side).sort()).toEqual(['advised', 'asked', 'asked']);
    const including = await json({ pack: 'us-ca-psychologist', anonymous: 'yes' });
    expect(including.facts.minutes).toEqual({ own: 60, others: 45 });
    const sums = including.entries.filter((e: { quarter?: string }) => e.quarter !== undefined);
    expect(sums).toEqual([{ quarter: '2026-Q1', count: 2, side: 'asked', own: 30, others: 0 }]);
    for (const format of ['pdf', 'json', 'csv'] as const) {
      const text = (await fileIn(format, { anonymous: 'yes' })).toString('latin1');
      for (const said of [question, ...Object.values(texts), 'Juno Marsh']) expect(text, format).not.toContain(said);
    }
    // Of a sum there is no kind, mode or topic, and of every line there is what the body may ask for.
    expect(without.entries.map((e: { kind: string }) => e.kind)).toEqual(['case', 'case', 'case']);
    const { pages } = await readTags(await fileIn('pdf', { pack: 'us-ca-psychologist', anonymous: 'yes' }));
    const text = JSON.stringify(pages);
    expect(text).toContain('Curbside does not approve continuing education. Check with your board.');
    expect(text).toContain('Quarter 2026-Q1');
    for (const said of ['Case consultation', 'Required in all', 'a trainee identifier']) expect(text).toContain(said);
    expect(text).not.toContain(question);
    expect(tagged(pages, 'Table').length).toBeGreaterThan(2);
    expect(verifyFile(await fileIn('json'))).toMatchObject({ is: 'consistent', kind: 'statement' });
    including.entries[0].own = 600;
    expect(verifyFile(Buffer.from(JSON.stringify(including)))).toMatchObject({ is: 'alteredEntry', entry: 1 });
  });

  it('a cycle by hand is checked, and what lies outside it is left out', async () => {
    await elsewhere('10');
    const form = await expectForm(ada.does('credit.dates', { group: at, from: '2025-01-01', to: '2025-12-31' }));
    expect(await submit(ada, form, { from: '2026-01-01', to: '2025-01-01' })).toMatchObject({ is: 'again' });
    const wrong = await submit(ada, form, { from: '2026-02-30', to: 'soon' });
    expect(wrong.is === 'again' && words(wrong.form)).toMatch(
      /! First day: this date doesn’t exist[\s\S]*! Last day: enter/,
    );
    expect(words(await expectCard(submit(ada, form, {})))).toMatch(/On my own cases: 0 h/);
  });

  it('says beside the totals what a pack reads into its sources', async () => {
    const card = words(await expectCard(ada.does('credit.statement', { group: at, pack: 'us-ca-psychologist' })));
    expect(card).toContain('Curbside also counts meetings that you attended');
  });
});
