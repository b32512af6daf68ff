import { describe, expect, it } from 'vitest';
import { Consultations, Replies } from '../../src/features/consultation/model.ts';
import { Bars } from '../../src/features/consultation/thread/bar-model.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, attest, closeAndDocument, draft, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, group, groupId, openTestApp, type Person } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';
import { at, minute, question } from './thread-steps.ts';

const day = 24 * 60 * minute;

peerGroup(7);

const inThread = () => app.messages.filter((m) => m.place.is === 'thread').map((m) => words(m.view));

/** What an attacker tried, and what must stay so. */
describe('time and counts', () => {
  it('nothing tells colleagues when an anonymous question was written, before or after it appears', async () => {
    const before = words(await expectCard(ben.does('curbside.status')));
    const own = await ask(ada, { question }, 'Post anonymously');
    expect(words(await expectCard(ben.does('curbside.status')))).toBe(before);
    await app.pass(21 * minute);
    const seen = words(await expectCard(ben.does('consult.show', await at(own))));
    expect(seen).toContain('Asked: Thu, Mar 5, 2026, 2:01 PM');
  });

  it('the tokens of question and replies are gone 30 days after closing, also from what was taken down', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    const second = await ask(ben, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    await submit(ada, await expectForm(ada.does('consult.reply', await at(own))), { text: 'That helps, thank you.' });
    await app.pass(5 * minute);
    await ada.does('consult.close', await at(own));
    await app.pass(5 * minute);
    await press(ben, await expectCard(ben.does('consult.show', await at(second))), 'Take down');
    const tokens = async () => {
      const all = await stored(app.store, app.scope);
      return all.flatMap(({ doc }) =>
        'author' in doc && JSON.stringify(doc.author).includes('token')
          ? [(doc.author as { token: string }).token]
          : [],
      );
    };
    expect((await tokens()).every((t) => t !== '')).toBe(true);
    await app.pass(31 * day);
    expect(await tokens()).toEqual(['', '', '']);
  });
});

describe('hidden stays hidden', () => {
  it('closing a flagged question shows nothing again; a closed one can be flagged, and mended', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await ben.does('consult.flag', await at(own));
    await ada.does('consult.close', await at(own));
    await app.pass(0);
    expect(inThread().join()).not.toContain(question);
    const edit = await expectForm(press(ada, await expectCard(ada.does('consult.show', await at(own))), 'Edit'));
    const same = await expectCard(submit(ada, edit, {}));
    const refused = await press(ada, await attest(ada, same), 'Post the new text');
    expect(refused.is === 'refused' && words(refused.view)).toContain('The text hasn’t changed');
    const mended = await expectCard(submit(ada, edit, { question: 'How do I end a long session on time?' }));
    await press(ada, await attest(ada, mended), 'Post the new text');
    await app.pass(0);
    expect(inThread().join()).toContain('How do I end a long session on time?');
    await ben.does('consult.flag', await at(own));
    await app.pass(0);
    expect(inThread().join()).not.toContain('How do I end a long session on time?');
  });

  it('taking down removes the shared outcome and the closing too', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const form = await closeAndDocument(ada, own);
    const shared = await expectCard(
      submit(ada, form, {
        guidance: 'Announce it.',
        outsiders: 'Juno Marsh, PhD',
        decision: 'I will announce the end.',
        share: 'yes',
      }),
    );
    await press(ada, await attest(ada, shared), 'Share with the group');
    await app.pass(0);
    await press(ada, await expectCard(ada.does('consult.show', await at(own))), 'Take down');
    await app.pass(0);
    expect(app.messages.map((m) => words(m.view)).join()).not.toContain('I will announce the end.');
    expect(inThread()).toEqual([]);
  });

  it('a reply that was taken down cannot be brought back by saving its form', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await submit(ben, await expectForm(ben.does('consult.reply', await at(own))), {
      text: 'Say when ten minutes are left.',
      as: 'me',
    });
    await app.pass(0);
    const reply = (await stored(app.store, app.scope)).find(({ kind }) => kind === Replies.name)?.doc.id ?? '';
    const edit = await expectForm(ben.does('consult.reply.edit', { group: await groupId(ada), reply }));
    await ben.does('consult.reply.remove', { group: await groupId(ada), reply });
    expect((await submit(ben, edit, { text: 'Say it twice.' })).is).toBe('refused');
  });
});

describe('borders', () => {
  it('a double press does not jump over the small-group warning', async () => {
    const small = await openTestApp();
    const { cleo } = (await group(small, ['cleo', 'dina'])) as { cleo: Person };
    const preview = await attest(cleo, await draft(cleo, { question }));
    const { do: command, with: values } = button(preview, 'Post anonymously');
    await Promise.all([cleo.does(command, { ...values }), cleo.does(command, { ...values })]);
    await small.pass(21 * minute);
    expect(small.messages).toEqual([]);
    await small.remove();
  });

  it('an owner who does not manage the workspace starts no group elsewhere', async () => {
    const elsewhere = await app.person('ada', { channel: 'C2' });
    const answer = await elsewhere.does('setup.save', {
      zone: 'UTC',
      features: 'consultation',
      quietFrom: '18:00',
      quietTo: '08:30',
      weekends: 'yes',
      nudgeHours: '24',
    });
    expect(answer.is === 'refused' && words(answer.view)).toContain('Only someone who manages');
  });

  it('nobody joins a group from outside its channel', async () => {
    const eve = await app.person('eve', { channel: 'C2' });
    const answer = await eve.does('agreement.accept', {
      group: await groupId(ada),
      credential: 'LMFT',
      licensed: 'yes',
    });
    expect(answer.is === 'refused' && words(answer.view)).toContain('To join a group, run /consult in its channel.');
    expect((await eve.does('consult.list', { group: await groupId(ada) })).is).toBe('refused');
    // At home, where nobody can be seen to be in a channel, nothing is offered that would be refused.
    const home = JSON.stringify(await (await app.person('eve', { channel: null })).does('curbside.home'));
    expect(home).toContain('agreement.joinThere');
    expect(home).not.toContain('agreement.form');
  });

  it('only an anonymous author can be paused: silence names nobody', async () => {
    const own = await ask(ben, { question });
    await app.pass(0);
    expect((await ada.does('consult.mute', await at(own))).is).toBe('refused');
    expect((await stored(app.store, app.scope)).filter(({ kind }) => kind === Bars.name)).toEqual([]);
  });
});

describe('one intent, one thing', () => {
  it('the same reply form sent twice makes one reply; other words make another', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const form = await expectForm(ben.does('consult.reply', await at(own)));
    await Promise.all([
      submit(ben, form, { text: 'Say it early.', as: 'me' }),
      submit(ben, form, { text: 'Say it early.', as: 'me' }),
    ]);
    await app.pass(0);
    expect(inThread().filter((t) => t.includes('Say it early.'))).toHaveLength(1);
    await submit(ben, form, { text: 'And say it twice.', as: 'me' });
    await app.pass(0);
    expect(inThread().filter((t) => t.includes('And say it twice.'))).toHaveLength(1);
  });

  it('the form of a question that was posted makes no second one of it, and never takes its place', async () => {
    const form = await expectForm(ada.does('consult.ask'));
    await press(ada, await attest(ada, await expectCard(submit(ada, form, { question }))), 'Post as me');
    await app.pass(0);
    expect(words(await expectCard(submit(ada, form, { question })))).toContain('already');
    const other = await expectCard(submit(ada, form, { question: 'How do I word a first no-show letter?' }));
    await press(ada, await attest(ada, other), 'Post as me');
    await app.pass(0);
    const kept = (await stored(app.store, app.scope)).filter(({ kind }) => kind === Consultations.name);
    expect(kept).toHaveLength(2);
    expect(inThread().filter((t) => t.includes(question))).toHaveLength(1);
  });

  it('a reply form sent again after its preview was posted never takes the place of that reply', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    const form = await expectForm(ben.does('consult.reply', await at(own)));
    const named = { text: 'Maria Gomez says to say it early.', as: 'me' };
    await press(ben, await attest(ben, await expectCard(submit(ben, form, named))), 'Post reply as me');
    await app.pass(0);
    expect(words(await expectCard(submit(ben, form, named)))).toContain('already');
    const other = await expectCard(submit(ben, form, { text: 'Maria Gomez waits.', as: 'colleague' }));
    await press(ben, await attest(ben, other), 'Post reply as a colleague');
    await app.pass(5 * minute);
    const kept = (await stored(app.store, app.scope)).filter(({ kind }) => kind === Replies.name);
    expect(kept).toHaveLength(2);
  });

  it('the same record form sent twice makes one record', async () => {
    const form = await expectForm(ada.does('consult.log'));
    const typed = { question, guidance: 'Go slow.', outsiders: 'Juno Marsh, PhD' };
    await Promise.all([submit(ada, form, typed), submit(ada, form, typed)]);
    const records = await expectCard(ada.does('consult.records'));
    expect(
      words(records)
        .split('\n')
        .filter((line) => line.startsWith('- ')),
    ).toHaveLength(1);
  });
});
