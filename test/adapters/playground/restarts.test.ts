import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ownPlayground, pageWith, restart, visit } from './own-playground.ts';
import { valuesOf } from './visitor.ts';

ownPlayground();

/** A press or a form, a restart, and the same delivery once more: as a platform does that heard no answer. */
async function step(who: string, route: string, values: Record<string, string>, fields?: Record<string, string>) {
  const event = randomUUID();
  await visit.press(who, 'channel', route, values, fields, event);
  await restart();
  await visit.press(who, 'channel', route, values, fields, event);
}

/** The values of a button for `wanted` on the private card that `route` shows. */
async function found(who: string, route: string, wanted: string, values: Record<string, string> = {}) {
  await visit.press(who, 'channel', route, values);
  return valuesOf(await visit.page(`as=${who}`), wanted);
}

const count = (html: string, what: RegExp): number => html.match(what)?.length ?? 0;

test('the whole way with a restart and a second delivery after every step: one thread, one record, nothing twice', async () => {
  const { group = '' } = valuesOf(await visit.page('as=rowan&at=home'), 'consult.ask');
  await step('rowan', 'consult.draft', { group }, { question: 'How do I end a session on time?' });
  const preview = await found('rowan', 'consult.mine', 'consult.preview');
  const draft = await found('rowan', 'consult.preview', 'consult.post', preview);
  await step('rowan', 'consult.attest', { ...draft, on: 'yes' });
  await step('rowan', 'consult.post', { ...draft, as: 'me' });
  await visit.press('rowan', 'channel', 'consult.post', { ...draft, as: 'anonymous' });
  await pageWith('as=imani', 1);
  const at = await found('rowan', 'consult.mine', 'consult.show');
  await step('imani', 'consult.answer', at, { text: 'Say when ten minutes are left.', as: 'me' });
  const record = {
    guidance: 'Announce it.',
    decision: 'I will.',
    rationale: 'It helps.',
    minutes: '15',
    outsiders: 'J. Marsh,',
  };
  await step('rowan', 'record.save', { ...at, form: 'close', once: await onceOf('rowan', at) }, record);
  await step('rowan', 'record.finish', await found('rowan', 'consult.records', 'record.show'));

  const channel = await pageWith('as=noor', 1);
  expect(count(channel, /data-message=/g)).toBe(1);
  expect(channel).toContain('Closed');
  const thread = /thread=([\w-]+)/.exec(channel)?.[1] ?? '';
  const inThread = await pageWith(`as=noor&thread=${thread}`, 4);
  expect(count(inThread, /Say when ten minutes are left\./g)).toBe(1);
  expect(count(inThread, />[^<]*This consultation is closed\./g)).toBe(1);
  await visit.press('rowan', 'channel', 'consult.records', {});
  const shown = (await visit.page('as=rowan')).matchAll(
    /data-do="record.show" data-with="[^"]*&quot;record&quot;:&quot;([^&]+)/g,
  );
  expect(new Set([...shown].map(([, id]) => id)).size).toBe(1);
  await visit.press('rowan', 'channel', 'record.show', await found('rowan', 'consult.records', 'record.show'));
  expect(await visit.page('as=rowan')).toContain('The record is locked');
});

/** The identity that the form of a record carries. */
async function onceOf(who: string, at: Record<string, string>): Promise<string> {
  const reply = await visit.press(who, 'channel', 'record.form', at);
  const html = reply.open === 'form' ? reply.html : '';
  const values = /data-with="([^"]*)"/.exec(html)?.[1] ?? '{}';
  return (JSON.parse(values.replaceAll('&quot;', '"')) as Record<string, string>).once ?? '';
}
