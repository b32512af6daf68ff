import { describe, expect, it } from 'vitest';
import { ada, app, ben, cleo, peerGroup } from '../fixtures/peer-group.ts';
import { ask, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, expectView, type Person } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { at, minute, question } from './thread-steps.ts';

peerGroup(7);

describe('/consult list', () => {
  it('opens the case of a question for a colleague alone, and not while it is hidden', async () => {
    await ask(ada, { question, facts: 'Adult, outpatient.' });
    await app.pass(0);
    const posted = app.messages.length;
    const listed = await expectCard(ben.does('consult.list'));
    expect(words(listed)).toContain(question);
    expect(words(listed)).not.toContain('Adult, outpatient.');
    const opened = await expectCard(press(ben, listed, 'View'));
    expect(words(opened)).toContain(question);
    expect(words(opened)).toContain('Adult, outpatient.');
    await submit(ben, await expectForm(press(ben, opened, 'Report an identifier')), {});
    const hidden = words(await expectCard(cleo.does('consult.list')));
    expect(hidden).not.toContain(question);
    expect(hidden).toContain('Hidden until its author edits it');
    expect(words(await expectCard(press(cleo, listed, 'View')))).not.toContain(question);
    await app.pass(0);
    expect(app.messages.filter((m) => m.place.is !== 'direct')).toHaveLength(posted);
  });

  it('promises only owners of the group that they can pause an author', async () => {
    const own = await ask(cleo, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    const seenBy = async (person: Person) => words(await expectCard(person.does('consult.show', await at(own))));
    expect(await seenBy(ada)).toContain('pause this author’s anonymous posts');
    expect(await seenBy(ben)).toContain('No command shows who asked, not even to owners. Colleagues may still guess.');
    expect(await seenBy(ben)).not.toContain('pause this author');
  });

  it('shows nobody an anonymous case that has not appeared yet', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    expect(words(await expectCard(ben.does('consult.list')))).not.toContain('Case question');
    const early = await ben.does('consult.show', await at(own));
    expect(early.is === 'refused' && words(early.view)).toMatch(/^This is no longer here/);
  });
});

describe('replies', () => {
  it('wait for an anonymous author at home and under /consult mine, until they answer; nothing is sent', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    const home = async () => words(await expectView(ada.does('curbside.home')));
    const mine = async () => words(await expectCard(ada.does('consult.mine')));
    expect(await home()).toContain('Nothing needs your attention.');
    for (const [person, as] of [
      [ben, 'me'],
      [cleo, 'colleague'],
    ] as const) {
      const form = await expectForm(person.does('consult.reply', await at(own)));
      await submit(person, form, { text: 'Say when ten minutes are left.', as });
    }
    await app.pass(5 * minute);
    expect(await home()).toMatch(/Needs your attention\n- Case question · No rush Open · 2 new replies for you/);
    expect(await home()).not.toContain('Nothing needs your attention');
    expect(await mine()).toContain('2 new replies for you');
    await submit(ada, await expectForm(ada.does('consult.reply', await at(own))), { text: 'That helps, thank you.' });
    for (const page of [await home(), await mine()]) expect(page).toContain('Goes out in a few minutes');
    expect(await home()).toContain('Nothing needs your attention.');
    await app.pass(5 * minute);
    expect(await home()).toContain('Nothing needs your attention.');
    expect(await home()).not.toContain('Goes out');
    expect(await mine()).toContain('2 replies ·');
    expect(app.messages.filter((m) => m.place.is === 'direct')).toEqual([]);
    expect(words(await expectView(ben.does('curbside.home')))).not.toContain('wait for you\n- Question');
  });
});
