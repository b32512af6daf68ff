import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { attest, draft, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, groupId, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { question } from './thread-steps.ts';

peerGroup(3);

const hide = async (who: Person, card: Card, text: string): Promise<Card> =>
  expectCard(submit(who, await expectForm(press(who, card, 'Hide a word')), { words: text }));

describe('a word that was missed', () => {
  const facts = 'Her beekeeping hobby fills her weekends. BEEKEEPING calms her.';

  it('is taken out wherever it stands, and the tick is asked for again', async () => {
    const seen = await attest(ben, await draft(ben, { question, facts }));
    const hidden = await hide(ben, seen, 'beekeeping');
    expect(words(hidden)).not.toMatch(/beekeeping/i);
    expect(words(hidden)).toContain('Her [Detail left out] hobby');
    expect(words(hidden)).toContain('1 word you hid');
    expect(await press(ben, hidden, 'Post as me')).toMatchObject({ note: { key: 'refusal.attestFirst' } });
    await expectCard(press(ben, await attest(ben, hidden), 'Post as me'));
    await app.pass(0);
    expect(JSON.stringify(app.messages)).not.toMatch(/beekeeping/i);
    expect(JSON.stringify(await stored(app.store, app.scope))).not.toMatch(/beekeeping/i);
  });

  it('stays hidden when the text is edited, and shows again when its line is emptied', async () => {
    const hidden = await hide(ben, await draft(ben, { question, facts }), 'beekeeping');
    const edit = await expectForm(press(ben, hidden, 'Edit'));
    const edited = await expectCard(submit(ben, edit, { facts: 'She sells beekeeping tools now.' }));
    expect(words(edited)).toContain('She sells [Detail left out] tools now.');
    expect(words(await hide(ben, edited, ''))).toContain('She sells beekeeping tools now.');
  });

  it('that does not stand in the text is said, with nothing lost', async () => {
    const form = await expectForm(press(ben, await draft(ben, { question, facts }), 'Hide a word'));
    const typed = 'beekeeping\nfalconry';
    expect(await submit(ben, form, { words: typed })).toMatchObject({
      is: 'again',
      form: { fields: [{ value: typed, error: { key: 'hide.missing', with: { lines: [2] } } }] },
    });
  });
});

describe('details that are harmless alone', () => {
  it('raise one gentle question together', async () => {
    const facts = 'He is a 34M firefighter on the reservation, father of two sets of twins; the crash was last year.';
    const card = await draft(ben, { question, facts });
    expect(words(card)).toContain('Together, these details could point to one person.');
    expect(words(card)).toContain('Age · What happened · Family');
    expect(words(await draft(ben, { question }))).not.toContain('Together, these details');
  });
});

describe('words that a group always keeps', () => {
  const facts = 'Client Maribel Quintero, 34, likes Snorfle.';

  it('are asked about no more, once an owner kept one for the group', async () => {
    const card = await draft(ada, { question, facts });
    const pick = card.blocks.find((b) => b.is === 'pick');
    if (pick?.is !== 'pick') throw new Error('no words to check');
    const kept = await expectCard(ada.does(pick.do, { ...pick.with, chosen: '0' }));
    const form = await expectForm(press(ada, kept, 'Always keep in our group'));
    expect(form.fields[0]?.value).toBe('Snorfle');
    expect(words(await expectCard(submit(ada, form, {})))).toContain('likes Snorfle.');
    const next = await draft(ben, { question, facts });
    expect(words(next)).toContain('34, likes Snorfle.');
    expect(next.blocks.some((b) => b.is === 'pick')).toBe(false);
  });

  it('are for owners, words only, and keep nothing that is certain', async () => {
    const refused = await ben.does('group.words', { group: await groupId(ben) });
    expect(refused.is).toBe('refused');
    const form = await expectForm(ada.does('group.words', { group: await groupId(ada) }));
    const typed = 'Snorfle\n555-0142';
    expect(await submit(ada, form, { words: typed })).toMatchObject({
      is: 'again',
      form: { fields: [{ value: typed, error: { key: 'words.notWords', with: { line: 2 } } }] },
    });
    expect(await submit(ada, form, { words: 'Tamsin' })).toMatchObject({ note: { key: 'words.saved' } });
    const card = await draft(ben, { question, facts: 'Client Tamsin, 15, told her mother.' });
    expect(words(card)).not.toContain('Tamsin');
  });
});
