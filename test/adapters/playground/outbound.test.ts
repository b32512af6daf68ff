import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLowdbStore } from '../../../adapters/lowdb/index.ts';
import { mainChannel } from '../../../adapters/playground/chat/channels.ts';
import { type Chat, openChat } from '../../../adapters/playground/chat/chat.ts';
import { playgroundKinds } from '../../../adapters/playground/chat/kinds.ts';
import { createOutbound } from '../../../adapters/playground/chat/outbound.ts';
import type { Card, ChatPlatform, Place, Sent, Store } from '../../../src/index.ts';
import { newFolder, wall } from './open.ts';
import { everyBlock } from './views.ts';

const card: Card = { is: 'card', summary: { key: 'word.open' }, blocks: everyBlock };
const other: Card = { ...card, blocks: [] };
const scope = 'playground.x';
const channel: Place = { is: 'channel', scope, channel: mainChannel };

let folder: string;
let store: Store;
let chat: Chat;
let platform: ChatPlatform;

beforeEach(async () => {
  folder = await newFolder();
  await start();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});
async function start() {
  store = await openLowdbStore({ folder: join(folder, 'store'), key: Buffer.alloc(32, 3), kinds: playgroundKinds });
  chat = openChat(store, wall, () => {});
  platform = createOutbound(
    chat,
    () => {},
    async (who) => (who === 'rowan' ? 'Rowan Ellery' : null),
  );
}

function refOf(sent: Sent): string {
  if (!sent.ok) throw new Error(`not sent: ${sent.why}`);
  return sent.ref;
}

test('the same key is the same message, also after a restart', async () => {
  const refs = await Promise.all(['row1', 'row1'].map(async (key) => refOf(await platform.post(channel, card, key))));
  await store.close();
  await start();
  expect(new Set([...refs, refOf(await platform.post(channel, card, 'row1'))]).size).toBe(1);
  expect(refOf(await platform.post(channel, card, 'row2'))).not.toBe(refs[0]);
  expect(await chat.at({ is: 'channel', channel: mainChannel })).toHaveLength(2);
  expect(platform.limits.repeatableForMs).toBe(Number.POSITIVE_INFINITY);
});

test('messages keep the order in which they came, in channel, thread and direct messages apart', async () => {
  const first = refOf(await platform.post(channel, card, 'row1'));
  await platform.post({ is: 'thread', scope, under: first }, other, 'row2');
  await platform.post({ is: 'direct', scope, to: 'somebody' }, other, 'row3');
  await platform.post(channel, other, 'row4');
  expect((await chat.at({ is: 'channel', channel: mainChannel })).map((m) => m.key)).toEqual(['row1', 'row4']);
  expect((await chat.at({ is: 'thread', under: first })).map((m) => m.key)).toEqual(['row2']);
  expect((await chat.at({ is: 'direct', to: 'somebody' })).map((m) => m.key)).toEqual(['row3']);
  expect(await chat.at({ is: 'direct', to: 'somebody else' })).toEqual([]);
});

test('an edit and a removal follow the message; its place stays for the thread', async () => {
  const ref = refOf(await platform.post(channel, card, 'row1'));
  expect(await platform.edit(scope, ref, other)).toEqual({ ok: true, ref });
  expect((await chat.get(ref))?.content).toEqual({ is: 'card', card: other });
  expect((await chat.get(ref))?.edited).toBe(true);
  expect(await platform.remove(scope, ref)).toEqual({ ok: true, ref });
  expect((await chat.at({ is: 'channel', channel: mainChannel })).map((m) => m.content)).toEqual([{ is: 'removed' }]);
});

test('a channel, thread or message that is not there is said to be gone', async () => {
  const gone = { ok: false, why: 'gone' };
  expect(await platform.post({ ...channel, channel: 'elsewhere' }, card, 'row1')).toMatchObject(gone);
  expect(await platform.post({ is: 'thread', scope, under: 'nothing' }, card, 'row2')).toMatchObject(gone);
  expect(await platform.edit(scope, 'nothing', card)).toMatchObject(gone);
  expect(await platform.remove(scope, 'nothing')).toMatchObject(gone);
  expect(await chat.at({ is: 'channel', channel: mainChannel })).toEqual([]);
});
