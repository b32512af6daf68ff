import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/index.ts';
import { ada, app, ben, cleo } from '../fixtures/peer-group.ts';
import { ask, consultationOf, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId, type Person } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';
import { about, advise, copied, questionOfThree, saved } from './record-steps.ts';

questionOfThree();

const opened = async (): Promise<Form> => expectForm(ada.does('record.form', await about()));
const value = (form: Form, name: string) => form.fields.find((f) => f.name === name)?.value ?? '';
const erase = async (person: Person) => expect((await person.does('privacy.erase')).is).toBe('view');

describe('the advice of a record', () => {
  it('arrives as a draft of the replies, each with whose it is', async () => {
    await advise(ben, 'Name the end ten minutes before.');
    await advise(cleo, 'Ask what makes leaving hard.\nThen wait.');
    await advise(ben, 'Keep a clock in sight.', 'colleague');
    const form = await opened();
    expect(value(form, 'guidance')).toBe(
      [
        'Reply 1 (LMFT): Name the end ten minutes before.',
        'Reply 2 (LMFT): Ask what makes leaving hard.',
        'Then wait.',
        'A colleague: Keep a clock in sight.',
      ].join('\n'),
    );
    const record = words(await saved(form));
    expect(record).toContain(`<${ben.who}>, LMFT\nName the end ten minutes before.`);
    expect(record).toContain(`<${cleo.who}>, LMFT\nAsk what makes leaving hard.\nThen wait.`);
    expect(record).not.toContain('Reply 1');
    expect(record).not.toContain('[[');
  });

  it('leaves out what its author, a hidden reply or one that was taken back said', async () => {
    await advise(ben, 'Name the end ten minutes before.');
    await advise(ada, 'Thank you, that helps.');
    await advise(cleo, 'Say less.');
    await app.pass(0);
    const taken = /"reply":"([^"]+)"/.exec(JSON.stringify(app.messages.at(-1)?.view))?.[1] ?? '';
    await cleo.does('consult.reply.remove', { group: await groupId(ada), reply: taken });
    expect(value(await opened(), 'guidance')).toBe('Reply 1 (LMFT): Name the end ten minutes before.');
  });

  it('keeps whose it was through shortening, editing, a late reply and the loss of memory', async () => {
    await advise(ben, 'Name the end ten minutes before, and then again five minutes before.');
    await advise(cleo, 'Ask what makes leaving hard.');
    const form = await opened();
    await advise(ben, 'One more thing.');
    const shorter = 'Reply 2 (LMFT): Ask what is hard.\nReply 1 (LMFT): Name the end early.';
    const card = await saved(form, { guidance: shorter, draft: 'yes' });
    await app.pass(31 * 60_000);
    const edit = await expectForm(press(ada, card, 'Edit'));
    expect(value(edit, 'guidance')).toBe(shorter);
    const again = words(await saved(edit, { decision: 'I say it early.' }));
    expect(again).toContain(`<${cleo.who}>, LMFT\nAsk what is hard.`);
    expect(again).toContain(`<${ben.who}>, LMFT\nName the end early.`);
    expect(again).not.toContain('Check that the words you hid');
  });

  it('keeps whose it was whatever the credential looks like', async () => {
    const at = { group: await groupId(ada), credential: 'LMFT (CA): trauma (adults)', licensed: 'yes' };
    await cleo.does('agreement.accept', at);
    await advise(cleo, 'Ask: what makes leaving hard?');
    const form = await opened();
    expect(value(form, 'guidance')).toBe('Reply 1 (LMFT CA trauma adults): Ask: what makes leaving hard?');
    const card = await saved(form);
    expect(words(card)).toContain(`<${cleo.who}>, LMFT (CA): trauma (adults)\nAsk: what makes leaving hard?`);
  });

  it('is in nobody’s name where the mark was taken out or never was one', async () => {
    await advise(ben, 'Name the end ten minutes before.');
    const guidance = 'Name the end early.\nReply 7: wait.\nReply to her letters.\n[[3]] breathe';
    expect(words(await saved(await opened(), { guidance }))).toContain(`Advice received: ${guidance}`);
  });

  it('longer than its field is cut with a mark, and the form says so', async () => {
    await advise(ben, `Short and whole. ${'A long thought about endings. '.repeat(55)}`.slice(0, 1600).trim());
    await advise(cleo, 'Ask [Client] what makes leaving hard.');
    const form = await opened();
    const draft = value(form, 'guidance');
    expect(draft.length).toBeLessThanOrEqual(1500);
    expect(draft).toContain('[…]\nReply 2 (LMFT): Ask [Client] what makes leaving hard.');
    const hint = form.fields.find((f) => f.name === 'guidance')?.hint;
    expect(JSON.stringify(hint)).toContain('record.guidance.cut');
    expect(words(await saved(form))).toContain('[…]');
  });

  it('fits with as many replies as a thread holds', async () => {
    const text = 'Say early in the hour how long you have together today. '.repeat(4).trim();
    for (let n = 0; n < 18; n++) await advise(n % 2 ? ben : cleo, `${n}. ${text}`);
    const draft = value(await opened(), 'guidance');
    expect(draft.length).toBeLessThanOrEqual(1500);
    expect(draft.split('\n').at(-1)).toBe('[…]');
    expect(draft).toContain('Reply 15 (LMFT): 14. Say');
  });
});

describe('colleagues in a record', () => {
  it('are read by name, by credential where they asked for it, and so once they erased their data', async () => {
    await advise(ben, 'Name the end ten minutes before.');
    await advise(cleo, 'Ask what makes leaving hard.');
    const final = await saved(await opened());
    expect(words(final)).toContain(`Colleagues consulted: <${ben.who}>, LMFT; <${cleo.who}>, LMFT`);
    const privacy = await expectCard(ben.does('curbside.privacy'));
    const line = privacy.blocks.find((b) => b.is === 'switch');
    if (line?.is !== 'switch') throw new Error('no switch');
    expect(line.on).toBe(false);
    await ben.does(line.do, { ...line.with, on: 'yes' });
    expect(await copied(final)).not.toContain(ben.who);
    expect(await copied(final)).toContain(`Colleagues consulted: a colleague (LMFT); <${cleo.who}>, LMFT`);
    expect(await copied(final)).toContain('A colleague (LMFT): Name the end ten minutes before.');
    await erase(cleo);
    expect(await copied(final)).toContain('Colleagues consulted: a colleague (LMFT); a colleague (LMFT)');
    expect(await copied(final)).not.toContain(cleo.who);
    await ben.does(line.do, { ...line.with, on: 'no' });
    expect(await copied(final)).toContain(`<${ben.who}>, LMFT: Name the end`);
  });

  it('stay shown by credential when they accept the agreement anew, and are named when they merely left', async () => {
    await advise(ben, 'Name the end ten minutes before.');
    await advise(cleo, 'Ask what makes leaving hard.');
    const card = await saved(await opened());
    await ben.does('privacy.byCredential', { on: 'yes' });
    await ben.does('agreement.accept', { group: await groupId(ada), credential: 'LMFT', licensed: 'yes' });
    const left = { eventId: 'left', scope: app.scope, who: cleo.who, channel: null, manages: false, zone: null };
    await app.core.happened({ ...left, locale: 'en', command: 'platform.personLeft', input: {} });
    expect(await copied(card)).toContain(`Colleagues consulted: a colleague (LMFT); <${cleo.who}>, LMFT`);
  });

  it('who had erased their data before the record was written are former colleagues in it', async () => {
    await advise(ben, 'Name the end ten minutes before.');
    await erase(ben);
    const form = await opened();
    expect(value(form, 'advisers')).toBe('');
    const card = await saved(form, { outsiders: 'Juno Marsh, PhD' });
    expect(words(card)).not.toContain(ben.who);
    expect(await copied(card)).toContain('Name the end ten minutes before.');
  });
});

describe('names of those who advised', () => {
  const typed = 'Imani says call first. Dr. Feldman of the clinic agreed with Imani Thistlewood. Ben: wait.';

  it('stay where the owner types them, in every text, after an edit and the loss of memory', async () => {
    const form = await opened();
    const advisers = [ben.who, cleo.who].join(',');
    const card = await saved(form, {
      guidance: typed,
      advisers,
      outsiders: 'Dr. Ruth Feldman, MD',
      decision: 'As Imani said.',
      draft: 'yes',
    });
    expect(words(card)).toContain(typed);
    expect(words(card)).toContain('As Imani said.');
    await app.pass(31 * 60_000);
    const edited = await saved(await expectForm(press(ada, card, 'Edit')), {
      rationale: 'Ruth Feldman knows.',
      draft: 'yes',
    });
    expect(words(edited)).toContain(typed);
    expect(words(edited)).toContain('Ruth Feldman knows.');
    const details = await expectForm(press(ada, edited, 'Add details'));
    expect(words(await expectCard(submit(ada, details, { facts: 'Asked Imani on the phone.' })))).toContain(typed);
    await erase(cleo);
    const again = await expectCard(ada.does('record.show', { ...button(edited, 'Edit').with }));
    expect(words(again)).toContain('Imani says call first.');
  });

  it('stay in an amendment', async () => {
    const card = await saved(await opened(), { guidance: 'Wait.', advisers: cleo.who });
    const form = await expectForm(press(ada, card, 'Amend'));
    const text = 'Imani Thistlewood called again to say that she agrees.';
    expect(words(await expectCard(submit(ada, form, { text, reason: 'New' })))).toContain(text);
  });

  it('are taken out of a decision that the group gets to read', async () => {
    const decision = 'I do what Imani Thistlewood said.';
    const preview = await saved(await opened(), { guidance: typed, advisers: cleo.who, decision, share: 'yes' });
    expect(JSON.stringify(preview.blocks.filter((b) => b.is === 'quote'))).toContain('I do what [Person] said.');
    const stored = await app.store.read(app.scope, (read) =>
      read.find({ name: 'draft' } as never, 'id', { all: true }),
    );
    expect(JSON.stringify(stored)).not.toMatch(/Imani|Thistlewood/);
    const record = await expectCard(press(ada, await expectCard(ada.does('consult.records')), 'Open'));
    expect(words(record)).toContain(decision);
    // A word to decide about keeps the record open: what is to be shared says so.
    expect(words(preview)).toContain('The record isn’t locked yet: one word needs your decision.');
    expect(words(await expectCard(press(ada, preview, 'Open the record')))).toContain(decision);
  });

  it('do not cover a client who is called the same, nor anybody else', async () => {
    const guidance = 'My client Imani should call first. Her brother Tobias Krenwinkel must wait.';
    const card = words(await saved(await opened(), { guidance, advisers: cleo.who, decision: 'I call Imani.' }));
    expect(card).not.toMatch(/Imani|Krenwinkel/);
  });

  it('leave every other “Dr.” of the record and of the question as it is', async () => {
    const text = 'How do I ask the Dr. for a second look? The Dr. is hard to reach.';
    const mine = await ask(ada, { question: text });
    await app.pass(0);
    const at = { group: await groupId(ada), consultation: consultationOf(mine) };
    const form = await expectForm(ada.does('record.form', at));
    const guidance = 'Provider: Dr. Ruth Feldman\nShe said to ask the Dr. in writing.';
    const card = words(await saved(form, { guidance, outsiders: 'Dr. Ruth Feldman,' }));
    expect(card).toContain(text);
    expect(card).toContain('She said to ask the Dr. in writing.');
    expect(JSON.stringify(app.messages)).toContain(text);
    expect(JSON.stringify(app.messages)).not.toContain('[Person]. is hard');
  });
});
