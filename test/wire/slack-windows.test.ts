import { afterEach, expect, test } from 'vitest';
import { renderMessage } from '../../adapters/slack/block-kit/render.ts';
import { routes } from '../../src/index.ts';
import { card, everyForm } from '../adapters/slack/views.ts';
import { done, filled, opened, usual } from './slack-form-answers.ts';
import { canary, type KitOptions, practice, startKit } from './slack-kit.ts';
import { wordsIn } from './slack-person.ts';

type Json = Record<string, unknown>;
type Kit = Awaited<ReturnType<typeof startKit>>;

let kit: Kit;
afterEach(async () => kit.stop());
const start = async (answer: KitOptions['answer'], more: Partial<KitOptions> = {}): Promise<Kit> =>
  (kit = await startKit({ routes, answer, ...more }));

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
    card: null,
  });
  expect(wordsIn(k.server.calls)).not.toContain(canary.phrase);
});

test('the private card whose button opened a form goes once that was sent, and not before', async () => {
  let refuses = true;
  const k = await start((asked) => {
    if (asked.command !== 'setup.save') return usual(asked);
    return refuses
      ? { is: 'again', note: { key: 'form.pleaseCheck', with: { n: 1 } }, form: everyForm }
      : { is: 'view', note: null, view: done };
  });
  const edit = { label: { key: 'preview.edit' }, do: 'consult.ask', with: {}, tone: 'plain', confirm: null } as const;
  const message = renderMessage(card({ is: 'actions', actions: [edit] }), { locale: 'en', people: () => null });
  await k.person.press({ message: { ...message } }, 'Edit');
  const form = (await k.server.next('views.open answered')).body.view as Json;
  const sent = { ...form, private_metadata: String(form.private_metadata).replace('consult.draft', 'setup.save') };
  await k.person.submit(sent, filled);
  const gone = (): number => k.server.calls.filter((c) => c.method === 'response_url delete_original').length;
  expect(gone()).toBe(0);
  refuses = false;
  // However old the card is.
  k.server.script('response_url delete_original', { status: 404 });
  expect((await k.person.submit(sent, filled)).response_action).toBe('update');
  await k.server.next('response_url delete_original');
  expect(gone()).toBe(1);
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
