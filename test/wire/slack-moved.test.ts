import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFolderStores } from '../../adapters/cli/open-parts.ts';
import { createLog } from '../../adapters/node/log.ts';
import { arrive, folder, type House, leave } from '../fixtures/moving.ts';
import { openSlackApp, type SlackApp } from './slack-app.ts';
import { practice } from './slack-kit.ts';
import { wordsIn } from './slack-person.ts';
import { slackSteps } from './slack-steps.ts';

type Json = Record<string, unknown>;

const houseAt = (at: string, key: Buffer): House => ({
  key,
  async open() {
    const stores = await openFolderStores(at, key, createLog('silent'));
    const close = async () => void (await Promise.all([stores.documents.close(), stores.people.close()]));
    return { ...stores, key, dropCopies: async () => {}, stillAlone: async () => {}, close };
  },
});

/** Another app in the same workspace. */
const theirs = { ...practice, bot: 'U0THEIRS', token: 'xoxb-theirs' };

test('after a move, the receiving side’s own app goes on in an old thread', async () => {
  const places = [await folder(), await folder(), await folder()] as const;
  const [from, to] = [
    { folder: places[0], key: Buffer.alloc(32, 7) },
    { folder: places[1], key: Buffer.alloc(32, 8) },
  ];
  let app: SlackApp = await openSlackApp({ installation: from });
  const { viewOf, setUp, ask } = slackSteps(() => app);
  const calls = (method: string): Json[] => app.server.calls.filter((c) => c.method === method).map((c) => c.body);
  await setUp('U0ROWAN', 'U0MARE');
  await ask('U0ROWAN', 'Post as me');
  await app.pass(0);
  const question = calls('chat.postMessage')[1] ?? {};
  const now = app.now();
  const scope = await app.vault.scopeFor({ platform: 'slack', id: practice.team });
  await app.close();
  const file = join(places[2], 'community');
  const [old, fresh] = [houseAt(from.folder, from.key), houseAt(to.folder, to.key)];
  await leave(old, fresh, scope, file);
  await arrive(old, fresh, file);

  app = await openSlackApp({ installation: to, workspace: theirs, now });
  const mare = app.sit('U0MARE');
  await mare.command('/consult', 'list');
  await mare.press({ message: (await app.server.next('response_url')).body }, 'View');
  await mare.press({ message: (await app.server.next('response_url')).body }, 'Reply');
  await mare.submit(await viewOf('views.open'), { text: 'Name the ending ten minutes before.' });
  await app.pass(3_600_000);
  const [reply, told, ...more] = calls('chat.postMessage');
  expect(reply).toMatchObject({ channel: practice.channel, thread_ts: question.thread_ts });
  expect(wordsIn(reply)).toContain('Name the ending ten minutes before.');
  expect([told?.channel, more]).toEqual(['DU0ROWAN', []]);
  // Slack lets an app change its own messages alone. That is told once, and not tried for ever.
  app.server.script('chat.update', ...Array.from({ length: 9 }, () => ({ error: 'cant_update_message' })));
  const rowan = app.sit('U0ROWAN');
  await rowan.command('/consult', 'mine');
  await rowan.press({ message: (await app.server.next('response_url')).body }, 'View');
  await rowan.press({ message: (await app.server.next('response_url')).body }, 'Close consultation');
  await rowan.press({ message: (await app.server.next('response_url')).body }, 'Close consultation');
  await app.server.next('response_url');
  await app.pass(0);
  const tries = calls('chat.update').length;
  const posts = calls('chat.postMessage').slice(2);
  expect(posts[0]).toMatchObject({ thread_ts: question.thread_ts, text: 'A consultation was closed' });
  // Nobody is asked to delete what is only not marked as closed.
  expect(posts.map(({ text }) => text)).not.toContain('A message couldn’t be hidden or removed');
  await app.pass(3_600_000);
  expect(calls('chat.update')).toHaveLength(tries);
  expect(app.lines.filter(({ level }) => level === 'error')).toEqual([]);
  expect(app.server.calls.some(({ token }) => token === practice.token)).toBe(false);
  await app.close();
  for (const at of places) await rm(at, { recursive: true });
});
