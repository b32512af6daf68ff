import { afterEach, expect, test } from 'vitest';
import { say } from '../../src/i18n/message.ts';
import { type Card, routes } from '../../src/index.ts';
import { action, actions } from '../../src/view/build.ts';
import { cardWithFile } from '../fixtures/sample-document.ts';
import { startKit } from './slack-kit.ts';
import { wordsIn } from './slack-person.ts';

let kit: Awaited<ReturnType<typeof startKit>>;
afterEach(async () => kit.stop());

/** The file, and a button to press. */
const view: Card = {
  ...cardWithFile,
  blocks: [...cardWithFile.blocks, actions(action(say('documents.all'), 'supervision.documents'))],
};

const start = async (patienceMs = 60_000) =>
  (kit = await startKit({ routes, answer: () => ({ is: 'view', note: null, view }), patienceMs }));

test('a file goes to the direct message of the one who asked, by the optional scope alone', async () => {
  const { server, person } = await start();
  server.scopes.add('files:write');
  await person.command('/supervision', 'documents');
  expect(wordsIn((await server.next('response_url')).body)).toContain('Sent to you in a direct message');
  expect((await server.next('upload')).body).toEqual({ begins: '%PDF-' });
  const done = await server.next('files.completeUploadExternal');
  expect(JSON.stringify(done.body)).toContain('entries-2026.pdf');
  expect(String(done.body.channel_id)).toMatch(/^D/);
});

test('without the scope it says what is missing, and who can add it; nothing is sent', async () => {
  const { server, person, lines } = await start();
  await person.command('/supervision', 'documents');
  expect(wordsIn((await server.next('response_url')).body)).toContain('optional permission (files:write)');
  expect(server.calls.map(({ method }) => method)).not.toContain('upload');
  expect(lines.map(({ event }) => event)).toContain('slack.file_not_sent');
});

test('a file that takes its time: the message that was pressed says so, then the answer stands in its place', async () => {
  const { server, person } = await start(0);
  server.scopes.add('files:write');
  await person.command('/supervision', 'documents');
  const { body } = await server.next('response_url');
  expect(wordsIn(body)).toContain('Sent to you in a direct message');
  await person.press({ message: body }, 'All documents');
  const waiting = await server.next('response_url');
  expect(waiting.body.replace_original).toBe(true);
  expect(wordsIn(waiting.body)).toContain('Preparing your file: 2 entries.');
  const answer = await server.next('response_url');
  expect(answer.body.replace_original).toBe(true);
  expect(wordsIn(answer.body)).toContain('Sent to you in a direct message');
});

test('a file is sent and said to be also when the line that it is being made could not be shown', async () => {
  const { server, person } = await start(0);
  server.scopes.add('files:write');
  await person.command('/supervision', 'documents');
  const { body } = await server.next('response_url');
  server.script('response_url', { status: 404 });
  server.script('chat.postEphemeral', { error: 'channel_not_found' });
  await person.press({ message: body }, 'All documents');
  expect(wordsIn((await server.next('response_url')).body)).toContain('Preparing your file');
  expect(wordsIn((await server.next('response_url')).body)).toContain('Sent to you in a direct message');
});
