import { afterEach, expect, test } from 'vitest';
import { type Action, type Answer, type Block, routes } from '../../src/index.ts';
import { card, everyForm, everyHome } from '../adapters/slack/views.ts';
import { canary, type KitOptions, practice, startKit } from './slack-kit.ts';
import { wordsIn } from './slack-person.ts';

type Json = Record<string, unknown>;
type Kit = Awaited<ReturnType<typeof startKit>>;

let kit: Kit;
afterEach(async () => kit.stop());
const start = async (answer: KitOptions['answer'], more: Partial<KitOptions> = {}): Promise<Kit> =>
  (kit = await startKit({ routes, answer, ...more }));

const button = (label: Action['label'], route: string, values: Action['with']): Action => ({
  label,
  do: route,
  with: values,
  tone: 'plain',
  confirm: null,
});
const draft = { group: 'g1', draft: 'd7' };
const attest: Block = {
  is: 'switch',
  label: { key: 'preview.attest' },
  on: false,
  do: 'consult.attest',
  with: { ...draft, version: '1' },
};
const preview = card(attest, {
  is: 'actions',
  actions: [
    button({ key: 'preview.asMe' }, 'consult.post', { ...draft, as: 'me' }),
    button({ key: 'preview.edit' }, 'consult.draft.edit', draft),
  ],
});
const done = card({ is: 'text', style: 'body', spans: [{ is: 'msg', msg: { key: 'setup.saved' } }] });

const answers: Readonly<Record<string, Answer>> = {
  'consult.ask': { is: 'view', note: null, view: everyForm },
  'consult.draft': { is: 'view', note: null, view: preview },
  'consult.draft.edit': { is: 'view', note: null, view: everyForm },
  'consult.attest': { is: 'view', note: null, view: preview },
  'consult.post': { is: 'view', note: { key: 'setup.saved' }, view: done },
};
const usual: KitOptions['answer'] = (asked) => answers[asked.command] ?? { is: 'refused', view: done };

async function opened({ server, person }: Kit): Promise<Json> {
  await person.command('/consult');
  return (await server.next('views.open answered')).body.view as Json;
}

const filled = {
  question: 'How do I respond when',
  credential: 'LMFT',
  zone: 'Europe/Lisbon',
  need: 'ideas',
  features: ['a'],
  topic: 't3',
  tags: ['g1', 'g2'],
  owners: ['U0ROWAN', 'U0MARE'],
  load: '2',
  followUp: '2026-04-01',
  share: [],
};

test('a form comes back as the command it was made for, each field under its name', async () => {
  const k = await start(usual);
  await k.person.submit(await opened(k), filled);
  const rowan = await k.vault.refFor({ platform: 'slack', id: 'T0PRACTICE/U0ROWAN' });
  const mare = await k.vault.refFor({ platform: 'slack', id: 'T0PRACTICE/U0MARE' });
  expect(k.core.asked.at(-1)).toMatchObject({
    command: 'consult.draft',
    channel: practice.channel,
    input: {
      group: 'g1',
      question: 'How do I respond when',
      credential: 'LMFT',
      zone: 'Europe/Lisbon',
      need: 'ideas',
      features: 'a',
      topic: 't3',
      tags: 'g1,g2',
      owners: `${rowan},${mare}`,
      load: '2',
      followUp: '2026-04-01',
      share: 'no',
    },
  });
});

test('a form sent as it was opened keeps every value it was given', async () => {
  const k = await start(usual);
  const rowan = await k.vault.refFor({ platform: 'slack', id: 'T0PRACTICE/U0ROWAN' });
  const form = { ...everyForm, fields: everyForm.fields.map((f) => (f.is === 'people' ? { ...f, value: rowan } : f)) };
  openWith(k, form);
  await k.person.submit(await opened(k), {});
  const given = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  expect(k.core.asked.at(-1)?.input).toEqual({ group: 'g1', ...given });
});

function openWith(k: Kit, form: typeof everyForm): void {
  k.core.handle = async (asked) => {
    k.core.asked.push(asked);
    return asked.command === 'consult.ask' ? { is: 'view', note: null, view: form } : usual(asked);
  };
}

test('the preview lies on the form, so Back keeps what was typed; sent again it is the same draft', async () => {
  const k = await start(usual);
  const form = await opened(k);
  const pushed = await k.person.submit(form, filled);
  expect(pushed.response_action).toBe('push');
  expect((pushed.view as Json).close).toMatchObject({ text: 'Back' });
  const { body } = await k.server.next('views.update answered');
  const below = body.view as Json;
  expect(below.id).toBe(form.id);
  expect(below.blocks).toEqual(form.blocks);
  await k.person.submit(below, filled);
  expect(k.core.asked.at(-1)?.input).toMatchObject({ group: 'g1', draft: 'd7' });
});

test('nothing typed is in what a window remembers', async () => {
  const k = await start(usual);
  const pushed = await k.person.submit(await opened(k), { question: canary.phrase });
  await k.server.next('views.update');
  expect(JSON.parse(String((pushed.view as Json).private_metadata))).toEqual({
    do: '',
    with: {},
    over: true,
    tries: 1,
    channel: practice.channel,
  });
  expect(wordsIn(k.server.calls)).not.toContain(canary.phrase);
});

test('ticking a box in the preview shows the preview again, still over the form', async () => {
  const k = await start(usual);
  const { view } = await k.person.submit(await opened(k), filled);
  await k.server.next('views.update');
  expect(await k.person.choose({ view: view as Json }, ['yes'])).toEqual({});
  const { body } = await k.server.next('views.update');
  expect(body.view_id).toBe((view as Json).id);
  expect((body.view as Json).close).toMatchObject({ text: 'Back' });
  expect(k.core.asked.at(-1)).toMatchObject({
    command: 'consult.attest',
    input: { group: 'g1', draft: 'd7', version: '1', on: 'yes' },
  });
});

test('after posting, closing the window closes all of them', async () => {
  const k = await start(usual);
  const { view } = await k.person.submit(await opened(k), filled);
  await k.server.next('views.update');
  await k.person.press({ view: view as Json }, 'Post as me');
  const { body } = await k.server.next('views.update');
  expect(body.view).toMatchObject({ clear_on_close: true, close: { text: 'Close' } });
  expect(k.core.asked.at(-1)).toMatchObject({
    command: 'consult.post',
    input: { group: 'g1', draft: 'd7', as: 'me' },
    channel: practice.channel,
  });
});

test('Edit turns the preview into the form', async () => {
  const k = await start(usual);
  const { view } = await k.person.submit(await opened(k), filled);
  await k.server.next('views.update');
  await k.person.press({ view: view as Json }, 'Edit');
  const { body } = await k.server.next('views.update');
  expect((body.view as Json).submit).toBeDefined();
});

test('a wrong value brings the form back in its place, with what was typed and the reason', async () => {
  const again: Answer = {
    is: 'again',
    note: { key: 'form.pleaseCheck' },
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
