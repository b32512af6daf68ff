import { describe, expect, it } from 'vitest';
import { type Card, wordsOf } from '../../src/index.ts';
import { ada, app, ben, cleo, peerGroup, restart } from '../fixtures/peer-group.ts';
import { ask, attest, closeAndDocument, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, groupId, type Person } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';
import { asked, editTo, posted, shown } from './anonymous-steps.ts';
import { at, home, mine, minute, question, reply } from './thread-steps.ts';

const day = 24 * 60 * minute;
const soon = 'Goes out in a few minutes';

peerGroup(7);

/** All that a colleague and an owner can look at. */
const seenByOthers = async (own: Card) => {
  const screens = ['consult.show', 'consult.more', 'consult.list', 'consult.mine', 'curbside.home', 'curbside.status'];
  const seen: unknown[] = [app.messages];
  for (const person of [cleo, ben])
    for (const name of screens) seen.push(await person.does(name, name.startsWith('consult.s') ? await at(own) : {}));
  return JSON.stringify(seen).replace(/"at":\d+/g, '');
};

const acts = {
  'a reply of whoever asked': (own: Card) => reply(ada, own, 'That helps, thank you.'),
  'an edit': (own: Card) => editTo(own, 'How do I end a long session on time?'),
  'a closing': async (own: Card) => expectCard(ada.does('consult.close', await at(own))),
};

describe.each(Object.entries(acts))('%s without a name', (_what, act) => {
  it('waits: whoever did it reads so, and nobody else sees anything', async () => {
    const own = await asked();
    const before = await seenByOthers(own);
    const answer = await act(own);
    expect(words(answer)).toMatch(/in a few minutes/);
    await app.pass(0);
    expect(await seenByOthers(own)).toBe(before);
    for (const page of [await home(ada), await mine(ada), words(await shown(ada, own))]) expect(page).toContain(soon);
    await app.pass(5 * minute);
    expect(await seenByOthers(own)).not.toBe(before);
    for (const page of [await home(ada), await mine(ada), words(await shown(ada, own))])
      expect(page).not.toContain(soon);
    expect(app.messages.filter((m) => m.place.is === 'direct')).toEqual([]);
  });

  it('can be canceled until then, with its text back among the drafts', async () => {
    const own = await asked();
    const before = posted();
    const answer = await act(own);
    const back = await ada.does(button(answer, 'Cancel').do, { ...button(answer, 'Cancel').with });
    expect(back.is === 'view' && back.note && ['soon.back', 'soon.canceled']).toContain(
      back.is === 'view' && back.note?.key,
    );
    await app.pass(20 * minute);
    expect(posted()).toBe(before);
    expect(await home(ada)).not.toContain(soon);
    const late = await ada.does(button(answer, 'Cancel').do, { ...button(answer, 'Cancel').with });
    expect(late.is === 'view' && late.note && wordsOf('en', late.note)).toContain('It went out, or it was canceled');
  });

  it('happens after a restart in between, at the time that was drawn', async () => {
    const own = await asked();
    const before = posted();
    await act(own);
    await restart();
    await app.pass(0);
    expect(posted()).toBe(before);
    await app.pass(5 * minute);
    expect(posted()).not.toBe(before);
  });

  it('keeps no moment at which it was asked for', async () => {
    const own = await asked();
    await app.pass(13 * minute);
    const pressed = app.now();
    await act(own);
    await app.pass(5 * minute);
    const open = (await stored(app.store, app.scope)).filter(
      ({ kind }) => !['event', 'draft', 'record', 'group', 'member'].includes(kind),
    );
    expect(JSON.stringify(open)).not.toContain(String(pressed));
  });
});

it('a colleague’s reply without a name waits too, an edit of it as well; the form says so', async () => {
  const own = await ask(ada, { question });
  await app.pass(0);
  const form = await expectForm(ben.does('consult.reply', await at(own)));
  expect(words(form)).toContain('Without your name, it goes out 1 to 5 minutes after you send it');
  await submit(ben, form, { text: 'Keep a clock in sight.', as: 'colleague' });
  const twice = await expectCard(submit(ben, form, { text: 'Keep a clock in sight.', as: 'colleague' }));
  expect(words(twice)).toContain('already');
  await app.pass(0);
  expect(posted()).not.toContain('clock in sight');
  expect(words(await shown(ada, own))).toContain('No replies yet');
  await app.pass(5 * minute);
  expect(posted().split('clock in sight')).toHaveLength(2);
  const found = (await stored(app.store, app.scope)).find(({ kind }) => kind === 'reply')?.doc.id ?? '';
  const edit = await expectForm(ben.does('consult.reply.edit', { group: await groupId(ben), reply: found }));
  expect(words(edit)).toContain('Without your name, it goes out 1 to 5 minutes after you send it');
  expect(words(edit)).not.toContain('right away');
  await submit(ben, edit, { text: 'Keep a large clock in sight.' });
  await app.pass(0);
  expect(posted()).not.toContain('large clock');
  await app.pass(5 * minute);
  expect(posted()).toContain('large clock');
});

it('under their name nothing waits', async () => {
  const own = await ask(ada, { question });
  await app.pass(0);
  await reply(ben, own, 'Say it early.', 'me');
  await app.pass(0);
  expect(posted()).toContain('Say it early.');
  expect(words(await expectCard(ada.does('consult.close', await at(own))))).toContain('You closed the consultation.');
});

it('about somebody at risk, and to mend a flagged text, nothing waits', async () => {
  const own = await asked({ urgency: 'risk' });
  expect(words(await expectForm(ada.does('consult.reply', await at(own))))).toContain('replies post right away');
  expect(words(await reply(ada, own, 'She is with me now.'))).toContain('Your reply was posted.');
  await app.pass(0);
  expect(posted()).toContain('She is with me now.');
  const calm = await asked({ question: 'How do I word a first letter about missed visits?' });
  await ben.does('consult.flag', await at(calm));
  const form = await expectForm(ada.does('consult.edit', await at(calm)));
  const preview = await expectCard(submit(ada, form, { question: 'How do I word a letter about missed visits?' }));
  expect(words(preview)).toContain('your fix posts right away');
  await press(ada, await attest(ada, preview), 'Post the new text');
  await app.pass(0);
  expect(posted()).toContain('How do I word a letter about missed visits?');
});

it('an edit from before a report does not show a reported text again', async () => {
  const own = await asked();
  await editTo(own, 'How do I end a long session on time?');
  await ben.does('consult.flag', await at(own));
  await app.pass(5 * minute);
  expect(posted()).not.toContain('long session');
  expect(await home(ada)).toContain('Not posted: the text was hidden first.');
});

it('a reply that comes too late waits for its author at home, and nowhere else, for a week', async () => {
  const own = await ask(ada, { question });
  await app.pass(0);
  await reply(ben, own, 'Keep a clock in sight.', 'colleague');
  await ada.does('consult.close', await at(own));
  await app.pass(5 * minute);
  expect(posted()).not.toContain('clock in sight');
  expect(await home(ben)).toContain('Not posted: the consultation was closed first. Keep a clock in sight.');
  for (const other of [ada, cleo]) expect(await home(other)).not.toContain('clock in sight');
  expect(app.messages.filter((m) => m.place.is === 'direct' && m.place.to === ben.who)).toEqual([]);
  await app.pass(9 * day);
  await app.pass(day);
  expect(await home(ben)).not.toContain('clock in sight');
  expect((await stored(app.store, app.scope)).filter(({ kind }) => kind === 'delayed')).toEqual([]);
});

it('closing with a record and an outcome: the outcome comes after the closing, and both wait', async () => {
  const own = await asked();
  const record = {
    guidance: 'Announce it.',
    outsiders: 'Juno Marsh, PhD',
    decision: 'I announce the end.',
    share: 'yes',
  };
  const shared = await expectCard(submit(ada, await closeAndDocument(ada, await shown(ada, own)), record));
  expect(words(await press(ada, await attest(ada, shared), 'Share with the group').then(expectCardOf))).toContain(
    'The outcome goes out in a few minutes.',
  );
  await app.pass(0);
  expect(posted()).not.toMatch(/closed|announce/);
  await app.pass(minute);
  expect(posted()).toContain('This consultation is closed.');
  expect(posted()).not.toContain('announce');
  await app.pass(6 * minute);
  expect(posted()).toContain('I announce the end.');
});
const expectCardOf = (answer: Awaited<ReturnType<Person['does']>>) => expectCard(Promise.resolve(answer));

it('taking the question down takes along what its author still had on the way', async () => {
  const own = await asked();
  await reply(ada, own, 'That helps, thank you.');
  await ada.does('consult.remove', await at(own));
  await app.pass(0);
  expect(posted()).toContain('Taken down.');
  await app.pass(20 * minute);
  expect(posted()).not.toContain('That helps');
  expect(await home(ada)).not.toContain('That helps');
});

it('nobody cancels what somebody else has on the way', async () => {
  const own = await asked();
  const answer = await reply(ada, own, 'That helps, thank you.');
  const { do: command, with: values } = button(answer, 'Cancel');
  expect((await ben.does(command, { ...values })).is).toBe('refused');
  await app.pass(5 * minute);
  expect(posted()).toContain('That helps');
});

describe('a newer text that waits', () => {
  const newer = 'How do I end a session in time, when it always runs over?';

  it('is what its author keeps when they take the question down before it goes out', async () => {
    const own = await asked();
    await editTo(own, newer);
    const said = await expectCard(press(ada, await shown(ada, own), 'Take down'));
    expect(words(said)).toContain('Your question was taken down.');
    expect(await mine(ada)).toContain(newer.slice(0, 40));
    await app.pass(30 * minute);
    expect(posted()).not.toContain(newer);
  });

  it('comes with a way to hide the old one at once', async () => {
    const said = await editTo(await asked(), newer);
    expect(words(said)).toContain('If the old text shows an identifier, hide it now.');
    await press(ada, said, 'Hide it now');
    await app.pass(0);
    expect(posted()).not.toContain(question);
  });
});
