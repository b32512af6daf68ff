import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app, peerGroup, restart } from '../fixtures/peer-group.ts';
import { attest, draft, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';

const question = 'How do I end on time with a beekeeper and a locksmith?';

peerGroup(2);

const shown = (card: Card): string => card.blocks.flatMap((b) => (b.is === 'quote' ? [b.text] : [])).join('\n');
const hideForm = (card: Card) => press(ada, card, 'Hide a word').then((a) => expectForm(Promise.resolve(a)));
const ticked = (card: Card): boolean => card.blocks.some((b) => b.is === 'switch' && b.on);

describe('choices of an author', () => {
  it('a form from before another tab hid a word takes nothing back', async () => {
    const card = await draft(ada, { question });
    const [first, second] = [await hideForm(card), await hideForm(card)];
    await submit(ada, first, { words: 'beekeeper' });
    const both = await expectCard(submit(ada, second, { words: 'locksmith' }));
    expect(shown(both)).not.toMatch(/beekeeper|locksmith/);
    const cleared = await expectCard(submit(ada, await hideForm(both), { words: '' }));
    expect(shown(cleared)).toMatch(/beekeeper and a locksmith/);
  });

  it('a form from before another tab hid a word hides it when it is sent', async () => {
    const card = await draft(ada, { question });
    const form = await expectForm(press(ada, card, 'Edit'));
    await submit(ada, await hideForm(card), { words: 'beekeeper' });
    expect(shown(await expectCard(submit(ada, form, {})))).not.toContain('beekeeper');
    await restart();
    expect(shown(await expectCard(submit(ada, form, {})))).not.toContain('beekeeper');
  });

  it('the tick is asked for again after an edit, and one from before it posts nothing', async () => {
    const card = await attest(ada, await draft(ada, { question, urgency: 'today', topic: 'ethics', need: 'ideas' }));
    const post = button(card, 'Post as me');
    const form = await expectForm(press(ada, card, 'Edit'));
    await restart();
    const changed = await expectCard(submit(ada, form, { question: `${question} Soon?` }));
    expect(ticked(changed)).toBe(false);
    expect(JSON.stringify(await ada.does(post.do, { ...post.with }))).toContain('preview.changed');
    await app.pass(0);
    expect(app.messages).toHaveLength(0);
  });

  it('urgency, topic and need outlast edit, time-out and a second device; anonymity is chosen at the button alone', async () => {
    let card = await draft(ada, { question, urgency: 'today', topic: 'ethics', need: 'ideas' });
    await app.pass(31 * 60_000);
    card = await expectCard(submit(ada, await expectForm(press(ada, card, 'Edit')), {}));
    await restart();
    const form = await expectForm(press(ada, card, 'Edit'));
    const chosen = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
    expect(chosen).toMatchObject({ urgency: 'today', topic: 'ethics', need: 'ideas' });
    const asked = await expectCard(press(ada, await attest(ada, card), 'Post anonymously'));
    const changed = await expectCard(submit(ada, await expectForm(press(ada, asked, 'Edit')), {}));
    expect(words(changed)).toContain('[Post as me] [Post anonymously]');
  });
});
