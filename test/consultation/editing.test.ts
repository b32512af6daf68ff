import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, attest, consultationOf, draft, press, recordOf, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { minute } from './thread-steps.ts';

const question = 'How can I work with Hope when a session ends late?';

peerGroup(3);

/** Ticks every doubtful word as "not about a client". */
async function keepAll(person: Person, card: Card): Promise<Card> {
  const pick = card.blocks.find((b) => b.is === 'pick');
  if (pick?.is !== 'pick') throw new Error('no words to check');
  return expectCard(person.does(pick.do, { ...pick.with, chosen: pick.options.map((o) => o.value).join(',') }));
}

async function posted(): Promise<{ group: string; consultation: string }> {
  const kept = await keepAll(ada, await draft(ada, { question }));
  expect(words(kept)).toContain(question);
  const own = await expectCard(press(ada, await attest(ada, kept), 'Post as me'));
  await app.pass(0);
  return { group: await groupId(ada), consultation: consultationOf(own) };
}

/** Changes the question in the form behind this card's "Edit"; returns the preview. */
async function changed(card: Card, text: string): Promise<Card> {
  return expectCard(submit(ada, await expectForm(press(ada, card, 'Edit')), { question: text }));
}

const own = async (at: { group: string; consultation: string }) => expectCard(ada.does('consult.show', at));
const longer = question.replace('late?', 'late in the day?');

describe('editing a question', () => {
  it('keeps topic, urgency and need, those of the change as well when it is edited again', async () => {
    const card = await ask(ada, {
      question: 'How do I end on time?',
      topic: 'ethics',
      urgency: 'today',
      need: 'ideas',
    });
    await app.pass(0);
    const form = await expectForm(press(ada, card, 'Edit'));
    const chosen = (name: string) => form.fields.find((f) => f.name === name)?.value;
    expect([chosen('topic'), chosen('urgency'), chosen('need')]).toEqual(['ethics', 'today', 'ideas']);
    const change = { topic: 'treatment_strategy', urgency: 'this_week', need: 'referral' };
    const preview = await expectCard(submit(ada, form, change));
    const again = await expectForm(press(ada, preview, 'Edit'));
    expect(Object.fromEntries(again.fields.map((f) => [f.name, f.value]))).toMatchObject(change);
  });

  it('keeps the words that its author chose to keep', async () => {
    const at = await posted();
    const preview = await changed(await own(at), longer);
    expect(words(preview)).toContain(longer);
    await press(ada, await attest(ada, preview), 'Post the new text');
    await app.pass(0);
    expect(JSON.stringify(app.messages)).toContain(longer);
  });

  it('replaces them again once a colleague saw something that identifies a person', async () => {
    const at = await posted();
    await ben.does('consult.flag', at);
    expect(words(await changed(await own(at), longer))).not.toContain('work with Hope');
  });

  it('keeps them in a draft, also when memory has let go of what was typed', async () => {
    const kept = await keepAll(ada, await draft(ada, { question }));
    await app.pass(31 * minute);
    expect(words(await changed(kept, longer))).toContain(longer);
  });

  it.each([
    ['She left a mark on the wall.', 'She fears that Mark will find her.'],
    ['At dawn he cries, with grace.', 'Then Dawn and Grace told me that they hit him.'],
    ['At dawn he cries.', 'Dawn says so.'],
  ])('asks about a name that is typed anew, beside "%s"', async (facts, more) => {
    const card = await ask(ada, { question: 'How do I end on time?', facts });
    await app.pass(0);
    const form = await expectForm(press(ada, card, 'Edit'));
    const preview = await expectCard(submit(ada, form, { facts: `${facts} ${more}` }));
    expect(words(preview)).not.toMatch(/that Mark|Then Dawn|and Grace|Dawn says/);
  });

  it('keeps them in a reply and in a record', async () => {
    const at = await posted();
    const form = await expectForm(ben.does('consult.reply', at));
    const preview = await keepAll(
      ben,
      await expectCard(submit(ben, form, { text: 'I would ask Hope first.', as: 'me' })),
    );
    const answered = await expectCard(press(ben, await attest(ben, preview), 'Post reply as me'));
    expect(words(answered)).not.toContain('[Person]');
    await app.pass(31 * minute);
    const close = await expectForm(ada.does('record.form', at));
    const record = await recordOf(ada, submit(ada, close, { guidance: 'Hope is fine.' }));
    expect(words(record)).toContain(question);
    await app.pass(31 * minute);
    const edit = await expectForm(press(ada, record, 'Edit'));
    const again = await recordOf(ada, submit(ada, edit, { decision: 'I will use it.' }));
    expect(words(again)).toContain('Hope is fine.');
    expect(words(again)).toContain(question);
  });
});
