import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { tour } from '../../../adapters/playground/pages/tour.ts';
import { ask, groupId, ownPlayground, pageWith, visit } from './own-playground.ts';
import { valuesOf } from './visitor.ts';

ownPlayground();

const threadOf = (page: string): string => page.match(/id="m-([\w-]+)"/)?.[1] ?? '';

/** What the tour's button does on a page, as its name, its route and its values. */
function begins(page: string) {
  const [, link = '', label] = page.match(/<a([^>]*id="tour-begin"[^>]*)>([^<]*)/) ?? [];
  const [, does, values = '{}'] = link.match(/data-begin="([^"]*)" data-with="([^"]*)"/) ?? [];
  return { label, does, values: JSON.parse(values.replaceAll('&quot;', '"')) as Record<string, string> };
}

const pressedInTour = async (as: string, spot: string, name: string, values: Record<string, string>) => {
  const body = { event: randomUUID(), as, spot, card: null, zone: 'UTC', tour: true, typed: [], fromForm: false };
  const reply = await visit.post('/press', { ...body, do: name, with: values, fields: {} });
  return (await reply.json()) as { open: string; html?: string };
};

test('the answer and the decision of the tour stand in the forms of its own case alone', async () => {
  const question = 'How do I end a session on time?';
  for (const [text, has] of [
    [question, false],
    [tour.ask.fill.question ?? '', true],
  ] as const) {
    const asked = await ask(text);
    const thread = threadOf((await pageWith('as=imani', 1)).split('<ol class="messages"').at(-1) ?? '');
    const page = await pageWith(`as=imani&thread=${thread}`, 2);
    const reply = await pressedInTour('imani', `thread ${thread}`, 'consult.reply', valuesOf(page, 'consult.reply'));
    expect(reply.html?.includes(tour.answer.fill.text ?? ''), text).toBe(has);
    const close = await pressedInTour('rowan', `thread ${thread}`, 'record.form', asked);
    expect(close.html?.includes(tour.close.fill.decision ?? ''), text).toBe(has);
    await visit.press('rowan', 'channel', 'consult.remove', asked);
    await visit.post('/start-over', {});
  }
});

test('once its author closed the question without the tour, the next step opens the record', async () => {
  const asked = await ask('How do I end a session on time?');
  const thread = threadOf(await pageWith('as=rowan', 1));
  const reply = valuesOf(await pageWith(`as=imani&thread=${thread}`, 2), 'consult.reply');
  await visit.press('imani', `thread ${thread}`, 'consult.answer', reply, { text: 'Say it early, and twice.' });
  const { html = '' } = await pressedInTour('rowan', `thread ${thread}`, 'record.form', asked);
  const [, values = ''] = html.match(/data-with="([^"]*)"/) ?? [];
  const fields = { guidance: 'Say it early, and twice.', outsiders: 'Juno Marsh, PhD', minutes: '15' };
  const saved = await visit.press(
    'rowan',
    `thread ${thread}`,
    'record.save',
    JSON.parse(values.replaceAll('&quot;', '"')),
    fields,
  );
  expect(saved.open).toBe('card');
  const closedPage = () => visit.page(`as=rowan&thread=${thread}`);
  await expect.poll(async () => begins(await closedPage()).label).toBe('Open the record as Rowan');
  const there = await closedPage();
  const draft = begins(there);
  expect(draft.does).toBe('record.show');
  const card = there.split('id="thread"')[1]?.match(/data-dismiss="([^"]*)"/)?.[1];
  await visit.post('/dismiss', { as: 'rowan', card });
  const later = begins(await visit.page(`as=rowan&thread=${thread}`));
  expect(later.does).toBe('consult.show');
  await visit.press('rowan', `thread ${thread}`, later.does ?? '', later.values);
  const record = valuesOf((await visit.page(`as=rowan&thread=${thread}`)).split('id="thread"')[1] ?? '', 'record.show');
  expect(record).toMatchObject({ group: await groupId(), record: draft.values.record });
});

test('with every question closed there is none to answer, and the tour begins with the next one', async () => {
  const asked = await ask('How do I end a session on time?');
  // The case comes into the thread a moment after its line came into the channel.
  await expect.poll(async () => begins(await visit.page('as=imani')).label).toBe('Answer as Imani');
  await visit.press('rowan', 'channel', 'consult.close', asked);
  await expect.poll(async () => begins(await visit.page('as=imani')).label).toBe('Ask as Rowan');
});
