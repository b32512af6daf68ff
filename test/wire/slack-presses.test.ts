import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSlackApp, type SlackApp } from './slack-app.ts';
import { wordsIn } from './slack-person.ts';
import { question, slackSteps } from './slack-steps.ts';

type Json = Record<string, unknown>;

let app: SlackApp;
beforeEach(async () => {
  app = await openSlackApp();
});
afterEach(async () => app.close());

const { viewOf, setUp, ask } = slackSteps(() => app);
const posted = (): Json[] => app.server.calls.filter((c) => c.method === 'chat.postMessage').map((c) => c.body);

test('three presses from the form to the posted question, three from Close to the locked record, each said in one line', async () => {
  await setUp('U0ROWAN', 'U0MARE');
  // Show preview, the line to tick, and Post as me: `ask` does no more than these.
  await ask('U0ROWAN', 'Post as me');
  await app.pass(0);
  const inThread = posted()[1] ?? {};
  expect(wordsIn(inThread.blocks)).toContain(question);
  const mare = app.sit('U0MARE');
  await mare.press({ posted: inThread }, 'Reply');
  await mare.submit(await viewOf('views.open'), { text: 'Name the ending ten minutes before.' });
  await app.pass(60_000);

  const rowan = app.sit('U0ROWAN');
  await rowan.press({ posted: inThread }, 'Close');
  const { body: asked } = await app.server.next('response_url');
  expect(wordsIn(asked)).toContain('Close this consultation?');
  await rowan.press({ message: asked }, 'Close and document');
  const form = await viewOf('views.open');
  expect((form.submit as Json).text).toBe('Finish and lock');
  const done = await rowan.submit(form, { decision: 'I name the end early.', rationale: 'It keeps the frame.' });
  expect(wordsIn(done)).toContain(
    'The consultation was closed, and the record is locked. To correct or add something, amend it.',
  );
  expect(wordsIn(done)).not.toContain('I name the end early.');
  await rowan.press({ view: done.view as Json }, 'Open the record');
  expect(wordsIn(await viewOf('views.update'))).toContain('I name the end early.');
  expect(app.lines.filter((l) => l.level === 'error')).toEqual([]);
});
