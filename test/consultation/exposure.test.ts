import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app, ben, cleo, peerGroup } from '../fixtures/peer-group.ts';
import { ask, attest, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, type Person } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { at, minute } from './thread-steps.ts';

const question = 'How do I end on time with somebody who collects stamps?';

peerGroup(7);

const inThread = () => JSON.stringify(app.messages.filter((m) => m.place.is === 'thread'));
const marked = (card: Card) =>
  card.blocks.flatMap((b) => (b.is === 'quote' ? b.marks.map((m) => b.text.slice(m.start, m.end)) : []));

describe('reporting an identifier', () => {
  it('may say which words are meant; the author alone sees them marked, and nobody learns who did', async () => {
    const own = await ask(ada, { question, facts: 'Often brings stamps.' });
    await app.pass(0);
    const form = await expectForm(cleo.does('consult.report', await at(own)));
    expect(words(form)).toContain('Nobody learns who reported it.');
    expect((await submit(cleo, form, { words: 'the harbor' })).is).toBe('again');
    await expectCard(submit(cleo, form, { words: 'STAMPS' }));
    await app.pass(0);
    expect(marked(await expectCard(ada.does('consult.more', await at(own))))).toEqual(['stamps', 'stamps']);
    expect(JSON.stringify(await ben.does('consult.show', await at(own)))).not.toContain('stamps');
    const letters = app.messages.filter((m) => m.place.is === 'direct');
    expect(JSON.stringify(letters)).not.toContain('stamps');
    const kept = (await stored(app.store, app.scope)).filter(({ doc }) => JSON.stringify(doc).includes(cleo.who));
    expect(kept.map(({ kind }) => kind)).toEqual(['member', 'resident']);
  });

  it('works without naming words, and the marks are gone once the text was edited', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await submit(cleo, await expectForm(cleo.does('consult.report', await at(own))), { words: 'stamps' });
    const edit = await expectForm(press(ada, await expectCard(ada.does('consult.show', await at(own))), 'Edit'));
    const preview = await expectCard(submit(ada, edit, { question: 'How do I end on time with an official?' }));
    await press(ada, await attest(ada, preview), 'Post the new text');
    expect(marked(await expectCard(ada.does('consult.show', await at(own))))).toEqual([]);
    await expectCard(submit(cleo, await expectForm(cleo.does('consult.report', await at(own))), {}));
    await app.pass(0);
    expect(inThread()).not.toContain('an official');
  });

  it('marks words of a reply for whoever wrote it', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const form = await expectForm(ben.does('consult.reply', await at(own)));
    await submit(ben, form, { text: 'Ask the county office how they do it.', as: 'me' });
    await app.pass(0);
    const reply = app.messages.find((m) => m.view.summary.key === 'reply.summary')?.view as Card;
    await submit(cleo, await expectForm(press(cleo, reply, 'Report an identifier')), { words: 'county office' });
    await app.pass(0);
    expect(inThread()).not.toContain('county office');
    const with_ = buttons(reply).find((b) => b.do === 'consult.reply.more')?.with ?? {};
    expect(marked(await expectCard(ben.does('consult.reply.more', { ...with_ })))).toEqual(['county office']);
    expect(marked(await expectCard(ada.does('consult.reply.more', { ...with_ })))).toEqual([]);
  });
});

describe('an exposure', () => {
  it.each(['Post as me', 'Post anonymously'] as const)(
    'is hidden at once by its author, who gets a page with what to do (%s)',
    async (how) => {
      const own = await ask(ada, { question }, how);
      await app.pass(21 * minute);
      expect(inThread()).toContain('stamps');
      const more = await expectCard(ada.does('consult.more', await at(own)));
      const opened = await expectCard(press(ada, more, 'I posted an identifier'));
      expect(words(opened)).toContain('can still be read');
      const hidden = words(await expectCard(press(ada, opened, 'Hide it now')));
      await app.pass(0);
      expect(inThread()).not.toContain('stamps');
      expect(hidden).toContain('What you posted is hidden in the thread.');
      expect(hidden).toContain('notifications show only a category');
      for (const step of ['Who may have seen it', 'Ask them', 'Tell whoever handles privacy', 'outside Curbside'])
        expect(hidden).toContain(step);
      expect(hidden).toContain('7 people have joined this group');
      expect(hidden).toMatch(/Posted: .*\nHidden: .*\nCould be read by: 7 members/);
      expect(app.messages.filter((m) => m.place.is === 'direct')).toEqual([]);
    },
  );

  it.each(['Post as me', 'Post anonymously'] as const)(
    'keeps an Edit that goes on with the newest words: those being previewed, on their way, or in the thread (%s)',
    async (how) => {
      const own = await ask(ada, { question }, how);
      await app.pass(21 * minute);
      const page = await expectCard(
        press(ada, await expectCard(ada.does('consult.exposure', await at(own))), 'Hide it now'),
      );
      const shown = async () => (await expectForm(press(ada, page, 'Edit'))).fields[0]?.value;
      const preview = await expectCard(
        submit(ada, await expectForm(press(ada, page, 'Edit')), { question: 'How do I end on time with an official?' }),
      );
      expect(await shown()).toBe('How do I end on time with an official?');
      await press(ada, await attest(ada, preview), 'Post the new text');
      await app.pass(minute);
      expect(await shown()).toBe('How do I end on time with an official?');
      const next = await expectCard(
        submit(ada, await expectForm(press(ada, page, 'Edit')), { question: 'How do I end on time with a student?' }),
      );
      await press(ada, await attest(ada, next), 'Post the new text');
      expect(await shown(), 'on its way').toBe('How do I end on time with a student?');
    },
  );

  it('opens for its author alone', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    for (const name of ['consult.exposure', 'consult.expose'])
      expect((await ben.does(name, await at(own))).is, name).toBe('refused');
    expect(inThread()).toContain('stamps');
  });

  it('can be opened after taking down', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const said = await expectCard(ada.does('consult.remove', await at(own)));
    expect(words(await expectCard(press(ada, said, 'I posted an identifier')))).toContain('was taken down');
  });

  it('looks the same in the store whether a colleague or an anonymous author hid it', async () => {
    const hiding = async (by: Person, command: string) => {
      const own = await ask(ada, { question }, 'Post anonymously');
      await app.pass(21 * minute);
      const { consultation } = await at(own);
      await by.does(command, await at(own));
      const doc = (await stored(app.store, app.scope)).find(({ doc: d }) => d.id === consultation)?.doc;
      return JSON.stringify(doc, (key, value) => (key === '' || typeof value === 'object' ? value : typeof value));
    };
    expect(await hiding(ada, 'consult.expose')).toEqual(await hiding(ben, 'consult.flag'));
  });
});

describe('hiding, taking down and editing', () => {
  it.each([
    ['reporting', async (own: Card) => ben.does('consult.flag', await at(own))],
    ['taking down', async (own: Card) => ada.does('consult.remove', await at(own))],
    [
      'hiding and mending it',
      async (own: Card) => {
        await ada.does('consult.expose', await at(own));
        const edit = await expectForm(ada.does('consult.edit', await at(own)));
        const preview = await expectCard(submit(ada, edit, { question: 'How do I end on time with an official?' }));
        return press(ada, await attest(ada, preview), 'Post the new text');
      },
    ],
  ])('%s takes the text away at once, also for an anonymous author', async (_what, does) => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    expect(inThread()).toContain('stamps');
    await does(own);
    await app.pass(0);
    expect(inThread()).not.toContain('stamps');
  });
});
