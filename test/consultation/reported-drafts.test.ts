import { describe, expect, it } from 'vitest';
import { type Card, wordsOf } from '../../src/index.ts';
import { ada, app, ben, cleo, peerGroup } from '../fixtures/peer-group.ts';
import { ask, attest, closeAndDocument, draft, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { at, home, inThread, minute, question, reply } from './thread-steps.ts';

const phrase = 'zebrafish tattoos';
const asked = `My client keeps mentioning ${phrase}. How do I respond?`;
const thanks = `${asked} Thanks.`;
const none = 'No common identifiers found';

peerGroup(7);

async function named(text = asked): Promise<Card> {
  const own = await ask(ada, { question: text });
  await app.pass(0);
  return own;
}
const thread = () =>
  inThread()
    .map((m) => words(m.view))
    .join('\n');
/** Changes the question in its form. */
const changed = async (own: Card, text: string): Promise<Card> =>
  expectCard(submit(ada, await expectForm(ada.does('consult.edit', await at(own))), { question: text }));
const report = async (own: Card, typed = phrase, by: Person = ben) =>
  expectCard(by.does('consult.flag', { ...(await at(own)), words: typed }));
const offered = (card: Card): string[] =>
  card.blocks.flatMap((b) => (b.is === 'pick' ? b.options.map((o) => ('typed' in o.label ? o.label.typed : '')) : []));
/** The text as colleagues would see it. */
const shown = (card: Card): string => card.blocks.flatMap((b) => (b.is === 'quote' ? [b.text] : [])).join('\n');
/** Presses it again after ticking the line. */
async function pressed(person: Person, card: Card, label: string) {
  const answer = await press(person, await attest(person, card), label);
  if (answer.is === 'again' || answer.view.is !== 'card') throw new Error('no card');
  await app.pass(0);
  return { note: 'note' in answer && answer.note !== null ? wordsOf('en', answer.note) : '', card: answer.view };
}

describe('a preview that was open before a report', () => {
  it('of a question is shown anew, with the reported words in doubt', async () => {
    const own = await named();
    const preview = await changed(own, thanks);
    expect(shown(preview)).toContain(phrase);
    await report(own);
    const { note, card } = await pressed(ada, preview, 'Post the new text');
    expect(note).toContain('Nothing was posted.');
    expect(shown(card)).not.toContain('zebrafish');
    expect(offered(card)).toEqual([phrase]);
    expect(words(card)).not.toContain(none);
    expect(thread()).not.toContain('zebrafish');
    await pressed(ada, card, 'Post the new text');
    expect(thread()).toContain('Thanks.');
    expect(thread()).not.toContain('zebrafish');
  });

  it('is shown anew also where memory has let go, and where its author had kept the words', async () => {
    const text = 'How can I work with Hope when a session ends late?';
    const first = await draft(ada, { question: text });
    const pick = first.blocks.find((b) => b.is === 'pick');
    if (pick?.is !== 'pick') throw new Error('nothing is in doubt');
    const kept = await expectCard(ada.does(pick.do, { ...pick.with, chosen: '0' }));
    const own = await expectCard(press(ada, (await pressed(ada, kept, 'Post as me')).card, 'View'));
    for (const wait of [0, 31 * minute]) {
      const preview = await changed(own, `${text} Thanks.`);
      expect(shown(preview)).toContain('Hope');
      await report(own, 'Hope');
      await app.pass(wait);
      const { note, card } = await pressed(ada, preview, 'Post the new text');
      expect(note, `${wait}`).toContain('Nothing was posted.');
      expect(shown(card), `${wait}`).not.toContain('Hope');
      await ada.does('consult.discard', { ...buttons(card).find((b) => b.do === 'consult.discard')?.with });
      // It is mended and said again, for the next round.
      const mended = await changed(own, 'How can I work when a session ends late?');
      await pressed(ada, mended, 'Post the new text');
      const back = await changed(own, text);
      const doubt = back.blocks.find((b) => b.is === 'pick');
      if (doubt?.is !== 'pick') throw new Error('nothing is in doubt');
      await pressed(ada, await expectCard(ada.does(doubt.do, { ...doubt.with, chosen: '0' })), 'Post the new text');
    }
  });

  it('of a reply is shown anew', async () => {
    const own = await named(question);
    await reply(ben, own, 'I once saw a gargoyle collector who slept a lot.');
    await app.pass(0);
    const id = app.messages.flatMap((m) => buttons(m.view)).find((b) => b.with.reply)?.with.reply ?? '';
    const ids = { group: (await at(own)).group, reply: id };
    const preview = await expectCard(
      submit(ben, await expectForm(ben.does('consult.reply.edit', ids)), {
        text: 'I once saw a gargoyle collector who slept a lot. Rosalind Kettering saw it too.',
      }),
    );
    await cleo.does('consult.flag', { ...ids, words: 'gargoyle collector' });
    const { note, card } = await pressed(ben, preview, 'Post the new text');
    expect(note).toContain('Nothing was posted.');
    expect(shown(card)).not.toContain('gargoyle');
    expect(words(card)).not.toContain(none);
    await pressed(ben, card, 'Post the new text');
    expect(thread()).not.toContain('gargoyle');
  });

  it('of an outcome is shown anew: after a report of the question, or of the outcome itself', async () => {
    const own = await named();
    const filled = {
      guidance: 'Announce the end.',
      rationale: 'It keeps the frame.',
      decision: `I ask about ${phrase}.`,
      share: 'yes',
      outsiders: 'Juno Marsh, PhD',
    };
    const preview = await expectCard(submit(ada, await closeAndDocument(ada, own), filled));
    await report(own);
    const { note, card } = await pressed(ada, preview, 'Share with the group');
    expect(note).toContain('Nothing was posted.');
    expect(shown(card)).not.toContain('zebrafish');
    await pressed(ada, card, 'Share with the group');
    expect(thread()).not.toContain('zebrafish');
  });

  it('of a colleague’s reply warns without telling which words were reported', async () => {
    const own = await named();
    const form = await expectForm(ben.does('consult.reply', await at(own)));
    const preview = await expectCard(submit(ben, form, { text: `Ask Hope about ${phrase}.` }));
    await report(own, phrase, cleo);
    await pressed(ada, await changed(own, thanks), 'Post the new text');
    const { note, card } = await pressed(ben, preview, 'Post reply as me');
    expect(note).toContain('Nothing was posted.');
    expect(offered(card)).not.toContain(phrase);
    expect(words(card)).toContain('Something in this thread was hidden or reported');
    // The form that was open all along posts nothing at once either.
    const again = await expectCard(submit(ben, form, { text: `I would ask about ${phrase}.` }));
    expect(words(again)).toContain('Something in this thread was hidden or reported');
    expect(thread()).not.toContain('zebrafish');
  });
});

it('gives a text that is taken down back without the words that were reported', async () => {
  const own = await named();
  await report(own);
  await ada.does('consult.remove', await at(own));
  const drafts = await expectCard(ada.does('consult.mine'));
  const open = buttons(drafts).find((b) => b.do === 'consult.preview');
  const back = await expectCard(ada.does('consult.preview', { ...open?.with }));
  expect(shown(back)).not.toContain('zebrafish');
  expect(offered(back)).toEqual([phrase]);
  expect(words(back)).not.toContain(none);
});

it('asks about reported words in the same question, asked again', async () => {
  const own = await named();
  const waiting = await draft(ada, { question: thanks });
  await report(own);
  const { card } = await pressed(ada, waiting, 'Post as me');
  expect(shown(card)).not.toContain('zebrafish');
  const anew = await draft(ada, { question: `${asked} Please.` });
  expect(offered(anew)).toEqual([phrase]);
  expect(JSON.stringify(app.messages)).not.toContain('Thanks.');
});

it('does not post what was on its way without a name when something was reported meanwhile', async () => {
  const own = await named();
  await reply(ben, own, `I would ask about ${phrase}.`, 'colleague');
  await report(own, phrase, cleo);
  await pressed(ada, await changed(own, thanks), 'Post the new text');
  await app.pass(10 * minute);
  expect(thread()).not.toContain('zebrafish');
  expect(await home(ben)).toContain('something in the thread was reported first');
});

describe('an edit that begins after a report', () => {
  it('asks about the reported words, marked in part or in other words, and keeps what its author then keeps', async () => {
    const own = await named();
    await report(own, 'ebrafish tat');
    const preview = await changed(own, `${thanks} The zebrafish was small.`);
    expect(shown(preview)).not.toMatch(/zebrafish/i);
    expect(offered(preview)).toEqual([phrase, 'zebrafish']);
    expect(words(preview)).toContain('Where the reported words still stand');
    expect(words(preview)).not.toContain(none);
    const pick = preview.blocks.find((b) => b.is === 'pick');
    if (pick?.is !== 'pick') throw new Error('nothing is in doubt');
    const kept = await expectCard(ada.does(pick.do, { ...pick.with, chosen: '1' }));
    expect(shown(kept)).toContain('The zebrafish was small');
    await pressed(ada, kept, 'Post the new text');
    expect(thread()).toContain('The zebrafish was small');
  });

  it('says which text was reported where no words were marked, and asks to look', async () => {
    const own = await named();
    await ben.does('consult.flag', await at(own));
    const preview = await changed(own, thanks);
    expect(words(preview)).toContain('Your question is hidden');
    expect(words(preview)).toContain('Read every line');
    expect(words(preview)).not.toContain(none);
    await pressed(ada, preview, 'Post the new text');
    expect(words(await changed(own, question))).toContain(none);
  });

  it('does so for an outcome that was reported and is shared anew', async () => {
    const own = await named(question);
    const filled = {
      guidance: 'Stop.',
      rationale: 'Time.',
      decision: `Ask about ${phrase}.`,
      outsiders: 'Juno Marsh, PhD',
    };
    const preview = await expectCard(submit(ada, await closeAndDocument(ada, own), { ...filled, share: 'yes' }));
    await pressed(ada, preview, 'Share with the group');
    await ben.does('consult.outcome.flag', await at(own));
    const open = await expectCard(ada.does('consult.reopen', await at(own)));
    expect(words(open)).toContain('You reopened');
    const form = await closeAndDocument(ada, await expectCard(ada.does('consult.show', await at(own))));
    const again = await expectCard(submit(ada, form, { ...filled, rationale: 'Trust.', share: 'yes' }));
    expect(words(again)).toContain('The outcome you shared was reported and removed');
    expect(words(again)).not.toContain(none);
  });
});
