import { describe, expect, it } from 'vitest';
import type { Card, Form } from '../../src/index.ts';
import { ada, app, ben, peerGroup, restart } from '../fixtures/peer-group.ts';
import { attest, consultationOf, draft, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId, type Person } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';
import { minute } from './thread-steps.ts';

const question = 'How do I end on time with a beekeeper who cries about Hope?';
const facts = 'The beekeeper talks about the cat on the roof on the way home.';
const unsure = 'Check that hidden words are still hidden';

peerGroup(3);

/** The ways in which what was typed is gone from memory. */
const losses = [
  ['more than 30 minutes', () => app.pass(31 * minute)],
  ['a restart', restart],
] as const;

async function hide(person: Person, card: Card, typed: string): Promise<Card> {
  return expectCard(submit(person, await expectForm(press(person, card, 'Hide a word')), { words: typed }));
}

async function keepAll(person: Person, card: Card): Promise<Card> {
  const pick = card.blocks.find((b) => b.is === 'pick');
  if (pick?.is !== 'pick') throw new Error('no words to check');
  return expectCard(person.does(pick.do, { ...pick.with, chosen: pick.options.map((o) => o.value).join(',') }));
}

/** What colleagues would see. */
const shown = (card: Card): string => card.blocks.flatMap((b) => (b.is === 'quote' ? [b.text] : [])).join('\n');

const edit = (person: Person, card: Card): Promise<Form> => expectForm(press(person, card, 'Edit'));
const send = async (person: Person, form: Form, values: Record<string, string> = {}): Promise<Card> =>
  expectCard(submit(person, form, values));

describe.each(losses)('words hidden in a question, after Edit and %s', (_, lose) => {
  it('stay hidden when the form comes back as it was opened', async () => {
    const hidden = await hide(ada, await draft(ada, { question, facts }), 'beekeeper\ncat on the roof');
    const form = await edit(ada, hidden);
    expect(words(form)).toContain('beekeeper');
    await lose();
    const preview = await send(ada, form);
    expect(shown(preview)).not.toMatch(/beekeeper|cat|roof/);
    expect(shown(preview)).toContain('The [Detail left out] talks about the [Detail left out] on the way home.');
    expect(words(preview)).not.toContain('No common identifiers found. You');
    expect(words(preview)).not.toContain(unsure);
  });

  it('stay hidden beside a change elsewhere, and the kept ones stay kept', async () => {
    const kept = await keepAll(ada, await draft(ada, { question, facts }));
    const form = await edit(ada, await hide(ada, kept, 'beekeeper'));
    await lose();
    const preview = await send(ada, form, {
      question: question.replace('How do I', 'How can I'),
      facts: `${facts} He has never married.`,
    });
    expect(shown(preview)).not.toContain('beekeeper');
    expect(shown(preview)).toContain('Hope');
    expect(shown(preview)).toContain('He has never married.');
  });

  it('stay hidden through every further edit and loss', async () => {
    let preview = await hide(ada, await draft(ada, { question, facts }), 'beekeeper');
    for (const more of ['One.', 'Two.', 'Three.']) {
      const form = await edit(ada, preview);
      await lose();
      const typed = form.fields.find((f) => f.name === 'facts')?.value ?? '';
      preview = await send(ada, form, { facts: `${typed} ${more}` });
      expect(shown(preview)).not.toContain('beekeeper');
    }
  });

  it('are asked about where the new text does not tell, and nothing is posted before', async () => {
    const form = await edit(ada, await hide(ada, await draft(ada, { question, facts }), 'beekeeper'));
    await lose();
    const moved = { question: 'How do I end on time?', facts: 'She cries often. Her trade is that of a beekeeper.' };
    const preview = await send(ada, form, moved);
    expect(words(preview)).toContain(unsure);
    expect(words(preview)).not.toContain('No common identifiers found');
    const refused = await press(ada, await attest(ada, preview), 'Post as me');
    expect(JSON.stringify(refused)).toContain('refusal.lookFirst');
    await app.pass(0);
    expect(app.messages).toHaveLength(0);
    const again = await hide(ada, preview, 'beekeeper');
    expect(words(again)).toContain(unsure);
    const looked = await expectCard(press(ada, again, 'I checked the text'));
    expect(words(looked)).not.toContain(unsure);
    await press(ada, await attest(ada, looked), 'Post as me');
    await app.pass(0);
    expect(JSON.stringify(app.messages)).toContain('Her trade is that of a [Detail left out].');
  });

  it.each([
    ['He is in love with a farmer. He is sad.', 'farmer', 'farmer. He met him on March 3, and they often go out.'],
    ['He is in love with a farmer. He is sad.', 'farmer', 'farmer. He met him in Tulsa, and they often go out.'],
    ['He is the only baker in Millbrook. The union called.', 'baker', 'baker in Millbrook. The baker union called.'],
  ])('are asked about where the filter finds something else there: %s %s', async (facts, word, typed) => {
    const question = 'How do I end on time?';
    const form = await edit(ada, await hide(ada, await draft(ada, { question, facts }), word));
    await lose();
    const from = facts.indexOf(word);
    const to = word === 'baker' ? facts.length : facts.indexOf('.') + 1;
    const preview = await send(ada, form, { facts: `${facts.slice(0, from)}${typed}${facts.slice(to)}` });
    expect(words(preview)).toContain(unsure);
  });

  it('are asked about when they leave what was taken out for certain', async () => {
    const facts = 'She is seen at Beekeeper Road Clinic. She cries often.';
    const form = await edit(
      ada,
      await hide(ada, await draft(ada, { question: 'How do I end on time?', facts }), 'beekeeper'),
    );
    await lose();
    const typed = form.fields.find((f) => f.name === 'facts')?.value ?? '';
    expect(typed.toLowerCase()).toContain('beekeeper');
    const preview = await send(ada, form, { facts: 'She is seen at a clinic. She cries often, says the beekeeper.' });
    expect(words(preview)).toContain(unsure);
  });

  it('have the author asked about other forms of them, in any field, until one is kept', async () => {
    const form = await edit(ada, await hide(ada, await draft(ada, { question, facts }), 'beekeeper'));
    await lose();
    const more = `${facts} The Beekeepers’ club is all there is: beekeeping, and bees.`;
    const preview = await send(ada, form, { facts: more, tried: 'I asked about the Beekeepers.' });
    expect(shown(preview)).not.toMatch(/beekeep/i);
    expect(shown(preview)).toContain('and bees.');
    expect(JSON.stringify(preview)).toContain('likeHidden');
    expect(words(preview)).not.toContain('No common identifiers found. You');
    const kept = await keepAll(ada, preview);
    expect(shown(kept)).toMatch(/Beekeepers’ club is all there is: beekeeping/);
    expect(shown(kept)).not.toMatch(/beekeeper\b/);
  });

  it('are not shown by "Why?", which says so and leads to the draft', async () => {
    const hidden = await hide(ada, await draft(ada, { question, facts }), 'beekeeper');
    const ids = { group: await groupId(ada), draft: button(hidden, 'Edit').with.draft ?? '' };
    await lose();
    const row = { ...ids, version: button(hidden, 'Post as me').with.version ?? '0', row: '0' };
    const asked = [ada.does('consult.why', ids), ada.does('consult.relabel', row)];
    for (const answer of await Promise.all(asked)) {
      if (answer.is !== 'refused') throw new Error('what was typed is still there');
      expect(JSON.stringify(answer)).toContain('refusal.wordsGone');
      expect(await expectForm(press(ada, answer.view, 'Edit'))).toMatchObject({ do: 'consult.draft' });
    }
  });

  it('can be joined by more words of the text that was kept', async () => {
    const hidden = await hide(ada, await draft(ada, { question, facts }), 'beekeeper');
    await lose();
    const preview = await expectCard(
      ada.does('consult.preview', { group: await groupId(ada), draft: button(hidden, 'Edit').with.draft ?? '' }),
    );
    const more = await hide(ada, preview, 'roof');
    expect(shown(more)).not.toMatch(/beekeeper|roof/);
  });

  it('stay out of the disk, as words and as anything made from them', async () => {
    const form = await edit(ada, await hide(ada, await draft(ada, { question, facts }), 'beekeeper'));
    await lose();
    await send(ada, form);
    expect(await app.disk()).not.toContain('beekeeper');
    const found = await app.store.read(app.scope, (read) => read.find({ name: 'draft' } as never, 'id', { all: true }));
    expect(JSON.stringify(found)).not.toContain('beekeeper');
  });

  it('stay hidden when the posted question is edited', async () => {
    const preview = await attest(ada, await hide(ada, await draft(ada, { question, facts }), 'beekeeper'));
    const own = await expectCard(press(ada, await expectCard(press(ada, preview, 'Post as me')), 'View'));
    await app.pass(0);
    const form = await edit(ada, own);
    await lose();
    const changed = await send(ada, form, { facts: facts.replace('home', 'back') });
    expect(shown(changed)).not.toContain('beekeeper');
    expect(shown(changed)).toContain('on the way back');
  });
});

describe.each(losses)('words hidden elsewhere, after Edit and %s', (_, lose) => {
  async function asked() {
    const preview = await attest(ada, await draft(ada, { question: 'How do I end on time?' }));
    const own = await expectCard(press(ada, preview, 'Post as me'));
    await app.pass(0);
    return { group: await groupId(ada), consultation: consultationOf(own) };
  }
  const text = 'Ask the beekeeper, and Tobias Krenwinkel, 415-555-0134.';

  it('stay hidden in a reply, also when the same form is sent again', async () => {
    const at = await asked();
    const first = await expectForm(ben.does('consult.reply', at));
    const hidden = await hide(ben, await send(ben, first, { text, as: 'colleague' }), 'beekeeper');
    const form = await edit(ben, hidden);
    expect(shown(await send(ben, first, { text, as: 'colleague' }))).not.toContain('beekeeper');
    await lose();
    const preview = await send(ben, form);
    expect(shown(preview)).not.toMatch(/beekeeper|Krenwinkel/);
    await press(ben, await attest(ben, preview), 'Post reply as a colleague');
    await app.pass(5 * 60_000);
    const reply = await edit(
      ben,
      await expectCard(ben.does('consult.reply.show', { group: at.group, reply: replyId() })),
    );
    await lose();
    expect(shown(await send(ben, reply, { text: `${text} Soon.` }))).not.toContain('beekeeper');
  });

  const replyId = (): string => /"reply":"([^"]+)"/.exec(JSON.stringify(app.messages))?.[1] ?? '';

  it('stay hidden in an outcome, a record and its amendment', async () => {
    const at = await asked();
    const shared = await send(ada, await expectForm(ada.does('record.form', at)), {
      guidance: 'End on time.',
      decision: 'I told the beekeeper.',
      rationale: 'It helps.',
      outsiders: 'Juno Marsh, PhD',
      share: 'yes',
    });
    const form = await edit(ada, await hide(ada, shared, 'beekeeper'));
    await lose();
    expect(shown(await send(ada, form, { text: 'I told the beekeeper twice.' }))).not.toContain('beekeeper');
  });
});

describe('the form of words to hide', () => {
  it('takes a word of a script without blanks, and one within another', async () => {
    const text = '她是一个养蜂人。 The black cat cries.';
    const hidden = await hide(ada, await draft(ada, { question, facts: text }), '养蜂人\nblack cat\ncat');
    expect(shown(hidden)).toContain('她是一个[Detail left out]。 The [Detail left out] cries.');
  });

  it('names the line that does not stand in the text, and asks for a word where it is empty', async () => {
    const form = await expectForm(press(ada, await draft(ada, { question, facts }), 'Hide a word'));
    const error = async (typed: string) => {
      const again = await submit(ada, form, { words: typed });
      return again.is === 'again' ? words(again.form) : 'it was taken';
    };
    expect(await error('beekeeper\nno such words\nthe roof')).toContain('We couldn’t find line 2 in the text.');
    expect(await error('no such words\n\nnor these')).toContain('We couldn’t find lines 1 and 2 in the text.');
    expect(await error('')).toContain('Enter a word, or cancel.');
  });
});
