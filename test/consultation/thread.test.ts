import { describe, expect, it } from 'vitest';
import { ada, app, ben, cleo, peerGroup } from '../fixtures/peer-group.ts';
import { ask, attest, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { accept, expectCard, expectForm, type Person } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';
import { at, inThread, minute, question } from './thread-steps.ts';

peerGroup(7);

describe('replying', () => {
  it('a clean reply posts at once under the name and credential of its author', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await submit(ben, await expectForm(ben.does('consult.reply', await at(own))), {
      text: 'Say when ten minutes are left.',
      as: 'me',
    });
    await app.pass(0);
    expect(words(inThread().at(-1)?.view as never)).toBe(
      `<${ben.who}>, LMFT\nSay when ten minutes are left.\n[Report an identifier] [More]`,
    );
  });

  it('a reply as a colleague carries no name, and the form says what a name would do', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    const form = await expectForm(ben.does('consult.reply', await at(own)));
    expect(words(form)).toContain('7 members could have asked this');
    await submit(ben, form, { text: 'Say when ten minutes are left.', as: 'colleague' });
    await app.pass(5 * minute);
    expect(words(inThread().at(-1)?.view as never)).toContain('A colleague\nSay when');
    expect(JSON.stringify(app.messages)).not.toContain(ben.who);
  });

  it('counts as those who could have asked only members of that time, and warns nobody who replied by name already', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    const later = await app.person('later');
    await accept(later);
    const form = async (person: Person) => words(await expectForm(person.does('consult.reply', await at(own))));
    expect(await form(ben)).toContain('7 members could have asked this');
    expect(await form(later)).not.toContain('could have asked');
    await submit(ben, await expectForm(ben.does('consult.reply', await at(own))), { text: 'Say when.', as: 'me' });
    await app.pass(0);
    expect(await form(ben)).not.toContain('could have asked');
    expect(await form(cleo)).toContain('6 members could have asked this');
  });

  it('a reply with a name in it is previewed first', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const before = app.messages.length;
    const preview = await expectCard(
      submit(ben, await expectForm(ben.does('consult.reply', await at(own))), {
        text: 'Call Dr. Tobias Krenwinkel at 415-555-0134.',
        as: 'me',
      }),
    );
    await app.pass(0);
    expect(app.messages).toHaveLength(before);
    expect(words(preview)).not.toMatch(/Krenwinkel|555/);
    await expectCard(press(ben, await attest(ben, preview), 'Post reply as me'));
    await app.pass(0);
    expect(app.messages).toHaveLength(before + 1);
    expect(await app.disk()).not.toContain('Krenwinkel');
  });

  it('whoever asked anonymously can only answer as the person who asked', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    const form = await expectForm(ada.does('consult.reply', await at(own)));
    expect(form.fields.map((f) => f.name)).toEqual(['text', 'link']);
    await submit(ada, form, { text: 'That helps, thank you.', as: 'me' });
    await app.pass(5 * minute);
    expect(words(inThread().at(-1)?.view as never)).toContain('The person who asked\nThat helps, thank you.');
    expect(JSON.stringify(app.messages)).not.toContain(ada.who);
  });
});

describe('something identifies a person', () => {
  it('hides the text at once, tells a named author alone, and writes down nobody who pressed', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await cleo.does('consult.flag', await at(own));
    await app.pass(0);
    expect(JSON.stringify(inThread())).not.toContain('session that keeps');
    const told = app.messages.filter((m) => m.place.is === 'direct');
    expect(told.map((m) => m.place)).toEqual([{ is: 'direct', scope: app.scope, to: ada.who }]);
    expect(JSON.stringify(told)).not.toContain(cleo.who);
    expect(words(await expectCard(ben.does('consult.show', await at(own))))).not.toContain('Report an identifier');
    const kept = (await stored(app.store, app.scope)).filter(({ doc }) => JSON.stringify(doc).includes(cleo.who));
    expect(kept.map(({ kind }) => kind)).toEqual(['member', 'resident']);
  });

  it('sends nothing to an anonymous author, who finds it under /consult mine and can mend it', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    await cleo.does('consult.flag', await at(own));
    await app.pass(0);
    expect(app.messages.filter((m) => m.place.is === 'direct')).toHaveLength(0);
    const mine = await expectCard(ada.does('consult.mine'));
    expect(words(mine)).toContain('Hidden until you edit it');
    const edit = await expectForm(press(ada, await expectCard(ada.does('consult.show', await at(own))), 'Edit'));
    const preview = await expectCard(submit(ada, edit, { question: 'How do I end a long session on time?' }));
    await expectCard(press(ada, await attest(ada, preview), 'Post the new text'));
    await app.pass(0);
    expect(JSON.stringify(inThread())).toContain('How do I end a long session on time?');
    expect(JSON.stringify(app.messages)).not.toContain(ada.who);
  });
});

describe('the author', () => {
  it('sees an anonymous post leave later, can send it now, or take it back', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(0);
    expect(app.messages).toHaveLength(0);
    expect(words(own)).toMatch(/Appears: 2:01 PM/);
    expect(words(own)).not.toMatch(/Asked:|State: open/);
    expect(button(own, 'Post it now')).toMatchObject({ tone: 'plain', confirm: { key: 'posting.now.confirm' } });
    await press(ada, own, 'Post it now');
    await app.pass(0);
    expect(app.messages).toHaveLength(2);
    const second = await ask(ben, { question }, 'Post anonymously');
    const back = await expectCard(press(ben, second, 'Take it back'));
    expect(words(back)).toContain(question);
    await app.pass(60 * minute);
    expect(app.messages).toHaveLength(2);
  });

  it('story 9: an edit that adds a town is not posted with it; the text in the thread stays until then', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const edit = await expectForm(press(ada, own, 'Edit'));
    const preview = await expectCard(
      submit(ada, edit, { question: 'She moved here from Fishkill in March, how do I end on time?' }),
    );
    expect(words(preview)).not.toContain('Fishkill');
    await app.pass(0);
    expect(JSON.stringify(app.messages)).toContain(question);
    await press(ada, await attest(ada, preview), 'Post the new text');
    await app.pass(0);
    expect(JSON.stringify(app.messages)).not.toContain('Fishkill');
  });

  it('takes it down: the thread loses case and replies, the line says so, the text is back in the drafts', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await submit(ben, await expectForm(ben.does('consult.reply', await at(own))), {
      text: 'Say when ten minutes are left.',
      as: 'me',
    });
    await app.pass(0);
    await press(ada, await expectCard(ada.does('consult.show', await at(own))), 'Take down');
    await app.pass(0);
    expect(inThread()).toHaveLength(0);
    expect(words(app.messages[0]?.view as never)).toContain('Taken down.');
    expect(words(await expectCard(ada.does('consult.mine')))).toContain(question);
  });

  it('only the author edits, closes, takes down or records', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    for (const command of ['consult.edit', 'consult.close', 'consult.remove', 'record.form', 'consult.now']) {
      expect((await ben.does(command, await at(own))).is, command).toBe('refused');
    }
  });

  it('two closings at once close once; the group sees it, the outcome only when shared and previewed', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const answers = await Promise.all([
      ada.does('consult.close', await at(own)),
      ada.does('consult.close', await at(own)),
    ]);
    expect(answers.map((a) => a.is)).toEqual(['view', 'view']);
    await app.pass(0);
    expect(inThread().filter((m) => words(m.view).includes('This consultation is closed.'))).toHaveLength(1);
    const closed = await expectCard(ada.does('consult.show', await at(own)));
    const form = await expectForm(press(ada, closed, 'Log this'));
    const preview = await expectCard(
      submit(ada, form, {
        guidance: 'Announce the end.',
        outsiders: 'Juno Marsh, PhD',
        decision: 'I will announce the end.',
        share: 'yes',
      }),
    );
    expect(JSON.stringify(app.messages)).not.toContain('I will announce the end.');
    await press(ada, await attest(ada, preview), 'Share with the group');
    await app.pass(0);
    expect(words(inThread().at(-1)?.view as never)).toMatch(
      /^Outcome: I will announce the end\.\s+\[Report an identifier\]$/,
    );
    expect(words(app.messages[0]?.view as never)).toContain('The outcome is in the thread.');
    expect(words(app.messages[0]?.view as never)).not.toContain('I will announce the end.');
    await cleo.does('consult.outcome.flag', await at(own));
    await app.pass(0);
    expect(JSON.stringify(app.messages.map((m) => m.view))).not.toContain('I will announce the end.');
    expect(words(app.messages[0]?.view as never)).not.toContain('The outcome is in the thread.');
    const told = app.messages.filter((m) => m.place.is === 'direct').map((m) => words(m.view));
    expect(told.join()).toContain('A colleague reported something in the outcome you shared');
    expect(words(await expectCard(ada.does('consult.records')))).not.toContain('reported');
  });

  it('cannot be shown to be the author of an anonymous question 30 days after closing', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    await ada.does('consult.close', await at(own));
    await app.pass(5 * minute);
    expect(words(await expectCard(ada.does('consult.mine')))).toContain(question);
    await app.pass(31 * 24 * 60 * minute);
    expect(words(await expectCard(ada.does('consult.mine')))).not.toContain(question);
  });
});
