import { afterEach, expect, test } from 'vitest';
import { type Answer, routes } from '../../src/index.ts';
import { everyForm, everyHome } from '../adapters/slack/views.ts';
import { done, filled, opened, usual } from './slack-form-answers.ts';
import { type KitOptions, startKit } from './slack-kit.ts';
import { wordsIn } from './slack-person.ts';

type Json = Record<string, unknown>;
type Kit = Awaited<ReturnType<typeof startKit>>;

let kit: Kit;
afterEach(async () => kit.stop());
const start = async (answer: KitOptions['answer'], more: Partial<KitOptions> = {}): Promise<Kit> =>
  (kit = await startKit({ routes, answer, ...more }));

test('a wrong value brings the form back in its place, with what was typed and the reason', async () => {
  const again: Answer = {
    is: 'again',
    note: { key: 'form.pleaseCheck', with: { n: 1 } },
    form: {
      ...everyForm,
      fields: everyForm.fields.map((f) =>
        f.name === 'question' ? { ...f, value: 'short', error: { key: 'field.tooShort', with: { min: 10 } } } : f,
      ),
    },
  };
  const k = await start((asked) => (asked.command === 'consult.draft' ? again : usual(asked)));
  const form = await opened(k);
  const response = await k.person.submit(form, { question: 'short' });
  expect(response.response_action).toBe('update');
  expect(wordsIn(response)).toContain('at least 10 characters');
  expect(wordsIn(response)).toContain('"initial_value":"short"');
  expect((response.view as Json).id).toBe(form.id);
});

test('a refusal comes on top, so that what was typed is still underneath', async () => {
  const k = await start((asked) => (asked.command === 'consult.draft' ? { is: 'refused', view: done } : usual(asked)));
  const response = await k.person.submit(await opened(k), filled);
  expect(response).toMatchObject({ response_action: 'push', view: { close: { text: 'Back' } } });
});

test('an answer that is no preview takes the place of the form', async () => {
  const k = await start((asked) =>
    asked.command === 'consult.draft' ? { is: 'view', note: null, view: done } : usual(asked),
  );
  const response = await k.person.submit(await opened(k), filled);
  expect(response).toMatchObject({ response_action: 'update', view: { clear_on_close: true } });
});

test('the home page can be the answer to a form', async () => {
  const k = await start((asked) =>
    asked.command === 'consult.draft' ? { is: 'view', note: null, view: everyHome } : usual(asked),
  );
  expect(await k.person.submit(await opened(k), filled)).toMatchObject({ response_action: 'update' });
});

test('an answer that takes longer than Slack waits: a waiting window first, then the answer in it', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow: KitOptions['answer'] = async (asked) => {
    if (asked.command === 'consult.draft') await held;
    return usual(asked);
  };
  // Long enough for the form to open without a waiting window of its own, on a busy machine too.
  const k = await start(slow, { patienceMs: 1500 });
  const form = await opened(k);
  const waiting = await k.person.submit(form, filled);
  expect(waiting.response_action).toBe('push');
  expect(wordsIn(waiting)).toContain('One moment');
  release();
  for (;;) {
    const { body } = await k.server.next('views.update');
    if (body.external_id === undefined) continue;
    expect(wordsIn(body.view)).toContain('Post as me');
    break;
  }
});

test('the answer follows although Slack does not know the waiting window yet', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const k = await start(
    async (asked) => {
      if (asked.command === 'consult.draft') await held;
      return usual(asked);
    },
    { patienceMs: 1500 },
  );
  await k.person.submit(await opened(k), filled);
  k.server.script('views.update', { error: 'not_found' });
  release();
  expect((await k.server.next('views.update answered')).body.error).toBe('not_found');
  const { body } = await k.server.next('views.update answered');
  expect(body.ok).toBe(true);
  expect(wordsIn(body.view)).toContain('Post as me');
});

test('the third window of a stack is the last: nothing is pushed on it', async () => {
  const k = await start((asked) => (asked.command === 'consult.draft' ? { is: 'refused', view: done } : usual(asked)));
  const form = await opened(k);
  const response = await k.person.submit({ ...form, root_view_id: 'V1', previous_view_id: 'V2' }, filled);
  expect(response.response_action).toBe('update');
});

test('a form whose line breaks before its answer is told as that, not as a failure inside', async () => {
  let think = (): void => {};
  const thinking = new Promise<void>((resolve) => {
    think = resolve;
  });
  const k = await start((asked) =>
    asked.command === 'consult.draft' ? thinking.then(() => usual(asked)) : usual(asked),
  );
  void k.person.submit(await opened(k), filled);
  await expect.poll(() => k.core.asked.map(({ command }) => command)).toContain('consult.draft');
  const events = () => k.lines.map(({ event }) => event);
  const release = k.server.hold('link');
  k.server.cut();
  await expect.poll(events).toContain('slack.connection_lost');
  think();
  await expect.poll(events).toContain('slack.acknowledgement_lost');
  release();
  expect(k.lines.filter(({ level }) => level === 'error')).toEqual([]);
});
