import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { openGroup } from '../fixtures/prepared.ts';
import { ask, attest, consultationOf, draft, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import {
  accept,
  expectCard,
  expectForm,
  expectView,
  groupId,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';

const question = 'How do I end a session that keeps running over?';
const minute = 60_000;
const day = 24 * 60 * minute;

let app: TestApp;
let owner: Person;
let ben: Person;
let cleo: Person;
let author: Person;
let own: Card;
beforeEach(async () => {
  const { people, ...opened } = await openGroup(['owner', 'ben', 'cleo', 'author', 'emil', 'faye']);
  app = opened.app;
  [owner, ben, cleo, author] = ['owner', 'ben', 'cleo', 'author'].map((name) => people[name]) as [
    Person,
    Person,
    Person,
    Person,
  ];
  own = await ask(author, { question }, 'Post anonymously');
  await app.pass(21 * minute);
});
afterEach(() => app.remove());

const at = async () => ({ group: await groupId(owner), consultation: consultationOf(own) });
const more = async (person: Person) => expectCard(person.does('consult.more', await at()));
const askIt = async () => press(owner, await more(owner), 'Pause this author’s anonymous posts');
const agree = async (person: Person) => press(person, await more(person), 'Agree to pause');
const barred = async () => {
  await askIt();
  await agree(ben);
};
const preview = async (person: Person) =>
  attest(person, await draft(person, { question: 'How do I word a first no-show letter?' }));
const labels = (card: Card) => buttons(card).map((b) => b.do + (b.with.as ?? ''));

describe('pausing the anonymous posts of an author', () => {
  it('takes an owner and another person; then only the author sees it, at their next preview', async () => {
    await askIt();
    expect(words(await more(ben))).toContain('A second person has to agree.');
    expect(labels(await preview(author))).toContain('consult.postanonymous');
    const again = await owner.does('consult.bar.agree', await at());
    expect(again.is === 'refused' && words(again.view)).toContain('It takes a second person.');
    await agree(ben);
    const seen = await preview(author);
    expect(words(seen)).toContain('Your anonymous posts in this group are paused until Sat, Apr 4, 2026');
    expect(labels(seen)).toContain('consult.postme');
    expect(labels(seen)).not.toContain('consult.postanonymous');
    for (const other of [owner, ben, cleo]) {
      const theirs = await preview(other);
      expect(words(theirs)).not.toContain('paused');
      expect(labels(theirs)).toContain('consult.postanonymous');
    }
    expect(app.messages.filter((m) => m.place.is === 'direct')).toEqual([]);
    await app.pass(31 * day);
    expect(labels(await preview(author))).toContain('consult.postanonymous');
  });

  it('reaches a form that was open, replies without a name too, and leaves posts by name and their own thread', async () => {
    const early = await preview(author);
    const other = await ask(cleo, { question: 'How do I word a first no-show letter?' });
    await app.pass(0);
    await barred();
    const late = await press(author, early, 'Post anonymously');
    expect(late.is === 'refused' && late.view.summary.key).toBe('refusal.barredNow');
    const about = { group: await groupId(owner), consultation: consultationOf(other) };
    const form = await expectForm(author.does('consult.reply', about));
    const refused = await submit(author, form, { text: 'Keep it short.', as: 'colleague' });
    expect(refused.is === 'again' && words(refused.form)).toContain('Reply under your name.');
    expect((await submit(author, form, { text: 'Keep it short.', as: 'me' })).is).toBe('view');
    const thread = await expectForm(author.does('consult.reply', await at()));
    expect(words(await expectCard(submit(author, thread, { text: 'That helps, thank you.' })))).toContain('goes out');
  });

  it('an anonymous reply can be the post as well', async () => {
    const form = await expectForm(cleo.does('consult.reply', await at()));
    await submit(cleo, form, { text: 'Keep a clock in sight.', as: 'colleague' });
    await app.pass(5 * minute);
    const reply = (await stored(app.store, app.scope)).find(({ kind }) => kind === 'reply')?.doc.id ?? '';
    const of = { group: await groupId(owner), reply };
    await press(owner, await expectCard(owner.does('consult.reply.more', of)), 'Pause this author’s anonymous posts');
    await press(ben, await expectCard(ben.does('consult.reply.more', of)), 'Agree to pause');
    expect(labels(await preview(cleo))).not.toContain('consult.postanonymous');
    expect(labels(await preview(author))).toContain('consult.postanonymous');
  });

  it('a request that nobody agrees to is void after a week; an owner can take it back, or end a pause', async () => {
    await askIt();
    await app.pass(8 * day);
    expect((await ben.does('consult.bar.agree', await at())).is).toBe('refused');
    expect(words(await more(ben))).not.toContain('second person has to agree');
    await askIt();
    await press(owner, await more(owner), 'Withdraw the request');
    expect((await ben.does('consult.bar.agree', await at())).is).toBe('refused');
    await barred();
    await press(owner, await more(owner), 'End the pause');
    expect(labels(await preview(author))).toContain('consult.postanonymous');
  });

  it('cannot be asked for by a member, about a post by name, or in a group so small that it would point at somebody', async () => {
    expect((await ben.does('consult.mute', await at())).is).toBe('refused');
    const named = await ask(cleo, { question: 'How do I word a first no-show letter?' });
    await app.pass(0);
    const about = { group: await groupId(owner), consultation: consultationOf(named) };
    expect((await owner.does('consult.mute', about)).is).toBe('refused');
    await askIt();
    await ben.does('privacy.erase');
    const shrunk = await cleo.does('consult.bar.agree', await at());
    expect(shrunk.is === 'refused' && words(shrunk.view)).toContain('this could show who the author is');
    await owner.does('consult.bar.end', await at());
    const few = await owner.does('consult.mute', await at());
    expect(few.is === 'refused' && words(few.view)).toContain('this could show who the author is');
    const late = await app.person('gail');
    await accept(late);
    expect((await owner.does('consult.mute', await at())).is).toBe('view');
  });
});

it('nothing that owners or members can look at tells whose posts are paused', async () => {
  const screens = [
    'curbside.home',
    'curbside.status',
    'consult.mine',
    'consult.list',
    'curbside.privacy',
    'consult.settings',
  ];
  const look = async () => {
    const seen: unknown[] = [];
    for (const person of [owner, ben, cleo])
      for (const name of [...screens, 'privacy.export']) seen.push(await person.does(name));
    return JSON.stringify([seen, app.messages]);
  };
  const before = await look();
  const logged = app.logged.length;
  await barred();
  await app.pass(0);
  expect(await look()).toBe(before);
  expect(app.logged.slice(logged).join('\n')).not.toMatch(/bar|mute|pause/);
  const kept = (await stored(app.store, app.scope)).find(({ kind }) => kind === 'bar');
  for (const person of [owner, ben, author]) expect(JSON.stringify(kept)).not.toContain(person.who);
  // The author themself sees nothing of it before they write again.
  expect(words(await expectView(author.does('curbside.home')))).not.toContain('paused');
  expect(words(await expectCard(author.does('consult.show', await at())))).not.toContain('paus');
});
