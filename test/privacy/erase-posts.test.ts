import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { derive } from '../../adapters/node/encryption.ts';
import { readable } from '../adapters/lowdb/readable.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, consultationOf, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId, type Person } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';

const mine = 'How do I end with heliotrope rituals every week?';
const hidden = 'How do I begin with marmalade silence in a couple?';
const key = derive(Buffer.alloc(32, 7), 'curbside store 1');
let at: { group: string };
peerGroup(3);
beforeEach(async () => {
  at = { group: await groupId(ada) };
});

/** Everything that whoever has the folder and its key can read. */
const onDisk = (): Promise<string> => readable(join(app.folder, 'store'), 'store', key);
const shown = (): string => app.messages.map((m) => words(m.view)).join('\n');

async function reply(who: Person, consultation: string, text: string): Promise<void> {
  const form = await expectForm(who.does('consult.reply', { ...at, consultation }));
  await expectCard(submit(who, form, { text, as: 'me' }));
  await app.pass(0);
}

async function posted(): Promise<void> {
  await ben.does('agreement.accept', { ...at, credential: 'PsyD', licensed: 'yes' });
  const own = consultationOf(await ask(ben, { question: mine }));
  const other = consultationOf(await ask(ada, { question: 'How do I ask about money at intake?' }));
  await ask(ben, { question: hidden }, 'Post anonymously');
  await app.pass(21 * 60_000);
  await reply(ada, own, 'Say it with the vermilion clock in view.');
  await reply(ben, other, 'I name the saffron fee first.');
}

it('erasing the posts too takes them from the channel, the search, and every file', async () => {
  await posted();
  const find = async (text: string) => words(await expectCard(ada.does('consult.find', { ...at, words: text })));
  expect(await find('heliotrope')).toContain('heliotrope rituals');
  expect(await onDisk()).toContain('heliotrope');
  expect(shown()).toContain('PsyD');
  const page = await expectCard(ben.does('curbside.privacy'));
  expect(button(page, 'Erase my data and posts').confirm).not.toBeNull();
  await expectCard(press(ben, page, 'Erase my data and posts'));
  await app.pass(0);
  await app.store.compact();
  const left = await onDisk();
  for (const word of ['heliotrope', 'vermilion', 'saffron', ben.who]) {
    expect(left, word).not.toContain(word);
    expect(shown(), word).not.toContain(word);
  }
  expect(await find('heliotrope')).toContain('Nothing found.');
  expect(await find('helio')).toContain('Nothing found.');
  expect(shown()).toContain('Taken down.');
  expect(shown()).not.toContain('PsyD');
});

it('an anonymous post stays, so that its leaving does not tell whose it was', async () => {
  await posted();
  await expectCard(ben.does('privacy.erase', { posts: 'remove' }));
  await app.pass(0);
  expect(shown()).toContain('marmalade');
});

it('erasing without the posts leaves them under a former member', async () => {
  await posted();
  await expectCard(press(ben, await expectCard(ben.does('curbside.privacy')), 'Erase my data'));
  await app.pass(0);
  expect(shown()).toContain('heliotrope');
  expect(shown()).toContain('Asked by a former member\n');
  expect(shown()).not.toContain('PsyD');
});
