import { beforeEach, describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../adapters/lowdb/index.ts';
import { type Card, kinds } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, attest, closeAndDocument, draft, press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, type Person } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { at, minute, question, reply } from './thread-steps.ts';

peerGroup(7);
beforeEach(async () => {
  await app.pass(90 * minute);
});

const shown = async (own: Card) => expectCard(ada.does('consult.show', await at(own)));
const all = () => stored(app.store, app.scope);

/**
 * Documents that are this person's, by name or by a token that their key makes, and those that belong to an anonymous
 * question, as texts without common ids.
 */
async function sides(of: Person, consultation: string) {
  const docs = (await all()).filter(({ kind }) => !['member', 'group', 'resident'].includes(kind));
  const texts = docs.map(({ doc }) => JSON.stringify(doc));
  const identity = await app.vault.identity(of.who);
  const theirs = [of.who, ...kinds.map(({ name }) => identity?.token(`owner ${name}`) ?? of.who)];
  return {
    person: texts.filter((t) => theirs.some((known) => t.includes(known))),
    question: texts.filter((t) => t.includes(consultation)),
  };
}

/** Numbers of a document that are times or positions in time, to the minute. */
const times = (texts: readonly string[]): Set<number> =>
  new Set(
    texts
      .flatMap((t) => t.replace(/"graceMs":\d+/, '').match(/(?<=":"?)\d{13,18}/g) ?? [])
      .map((n) => Math.floor(Number(n.length > 15 ? n.slice(0, 15) : n) / minute)),
  );

/** What somebody with the data folder and the key, but without the keys of people, can put together. */
describe('the store alone', () => {
  it('no document holds both a person and an anonymous question, through its whole life', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    const { consultation } = await at(own);
    await app.pass(21 * minute);
    await reply(ada, own, 'That helps, thank you.');
    await app.pass(5 * minute);
    const edit = await expectForm(press(ada, await shown(own), 'Edit'));
    const changed = await expectCard(submit(ada, edit, { question: 'How do I end a long session on time?' }));
    await press(ada, await attest(ada, changed), 'Post the new text');
    await app.pass(5 * minute);
    const close = await closeAndDocument(ada, await shown(own));
    await submit(ada, close, { guidance: 'Set a timer.', decision: 'A timer.', outsiders: 'Rowan,', share: 'yes' });
    await app.pass(5 * minute);
    const { person, question: about } = await sides(ada, consultation);
    expect(person.length).toBeGreaterThan(0);
    expect(about.length).toBeGreaterThan(2);
    expect(person.filter((t) => about.includes(t))).toEqual([]);
    const shared = [...times(person)].filter((t) => times(about).has(t));
    expect(shared).toEqual([]);
  });

  it('taking an anonymous question down gives its draft no time that its other traces have', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    const { consultation } = await at(own);
    await app.pass(21 * minute);
    await press(ada, await shown(own), 'Take down');
    await app.pass(0);
    const { person, question: about } = await sides(ada, consultation);
    const day = 24 * 60;
    const moments = [...times(person)].filter((t) => t % day !== 0);
    expect(moments).toEqual([]);
    expect([...times(about)].filter((t) => t > app.now() / minute + day).every((t) => t % day === 0)).toBe(true);
  });

  it('the token of an anonymous question that a moderator deleted is replaced like every other', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    const gone = { eventId: 'gone', scope: app.scope, who: ben.who, channel: null, manages: false, zone: null };
    const input = { under: app.messages[0]?.ref ?? '' };
    await app.core.happened({ ...gone, locale: 'en', command: 'platform.threadGone', input });
    await app.pass(31 * 24 * 60 * minute);
    const { question: about } = await sides(ada, (await at(own)).consultation);
    expect(about.join()).toContain('"token":""');
  });

  it('deliveries are known by nothing that the key of the installation and a list of members can make', async () => {
    await ask(ada, { question }, 'Post anonymously');
    const ids = new Set((await all()).filter(({ kind }) => kind === 'event').map(({ doc }) => doc.id));
    expect(ids.size).toBeGreaterThan(3);
    for (const { who } of [ada, ben])
      for (let i = 0; i < 100; i++)
        expect(ids.has(await app.vault.digest(`${app.scope} ${who} e${i}`)), `event ${i}`).toBe(false);
    const open = (await all()).filter(({ kind }) => kind === 'event').map(({ doc }) => JSON.stringify(doc));
    expect(open.join()).not.toMatch(/consult|posted|draft/);
  });

  it('keeps no moment at which an anonymous post was written', async () => {
    const pressed = app.now() + 5 * minute;
    await app.pass(5 * minute);
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    const { question: about } = await sides(ada, (await at(own)).consultation);
    expect(times(about).has(Math.floor(pressed / minute))).toBe(false);
  });
});

describe('ids', () => {
  it('a reply that went through a preview has another id than its draft, in what colleagues get too', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    const preview = await reply(ada, own, 'My supervisor Maria Gomez told me to use a timer.');
    const drafted = buttons(preview).find((b) => b.with.draft)?.with.draft ?? '';
    expect((await all()).filter(({ doc }) => doc.id === drafted).map(({ kind }) => kind)).toEqual(['draft']);
    const form = await expectForm(press(ada, preview, 'Edit'));
    await submit(ada, form, { text: 'Somebody told me to use a timer.' });
    await app.pass(5 * minute);
    const replies = (await all()).filter(({ kind }) => kind === 'reply');
    expect(replies).toHaveLength(1);
    expect(replies[0]?.doc.id).not.toBe(drafted);
    expect(JSON.stringify(app.messages)).not.toContain(drafted);
  });

  it('a draft that stays has not the id of the reply that the same form makes later', async () => {
    const own = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    const form = await expectForm(ada.does('consult.reply', await at(own)));
    await submit(ada, form, { text: 'My supervisor Maria Gomez told me to use a timer.' });
    await submit(ada, form, { text: 'Somebody told me to use a timer.' });
    await app.pass(5 * minute);
    const found = await all();
    const drafts = new Set(found.filter(({ kind }) => kind === 'draft').map(({ doc }) => doc.id));
    const replies = found.filter(({ kind }) => kind === 'reply');
    expect(replies).toHaveLength(1);
    expect(replies.some(({ doc }) => drafts.has(doc.id))).toBe(false);
  });
});

describe('old bytes', () => {
  /** Every line of every frame that lies on the disk, by frame. */
  async function frames(): Promise<readonly string[]> {
    const found: string[] = [];
    const parse = JSON.parse;
    JSON.parse = (text: string, ...rest) => {
      if (text.startsWith('[[')) found.push(text);
      return parse(text, ...rest);
    };
    try {
      const store = await openLowdbStore({ folder: `${app.folder}/store`, key: Buffer.alloc(32, 7) });
      await store.close();
    } finally {
      JSON.parse = parse;
    }
    return found;
  }

  it('within the hour nothing on the disk joins a draft and its owner to the anonymous post it became', async () => {
    const own = await attest(ada, await draft(ada, { question }));
    const id = buttons(own).find((b) => b.with.draft)?.with.draft ?? '';
    await press(ada, own, 'Post anonymously');
    await app.pass(61 * minute);
    await app.close();
    expect((await frames()).filter((f) => f.includes(id))).toEqual([]);
  });

  it('an anonymous post asks for one clean-up an hour, and a named one for none', async () => {
    await ask(ben, { question });
    const jobs = async () => (await all()).filter(({ doc }) => doc.id.startsWith('privacy.untie'));
    expect(await jobs()).toEqual([]);
    const own = await ask(ada, { question }, 'Post anonymously');
    await ask(ben, { question: 'How do I word a first no-show letter?' }, 'Post anonymously');
    expect(await jobs()).toHaveLength(1);
    await app.pass(61 * minute);
    expect(await jobs()).toEqual([]);
    expect(words(await shown(own))).toContain(question);
  });
});
