import { afterEach, expect, it } from 'vitest';
import type { Documents } from '../../adapters/documents/index.ts';
import type { Answer } from '../../src/index.ts';
import { cardWithFile } from '../fixtures/sample-document.ts';
import { type Kit, startKit } from './discord-kit.ts';
import { componentsOf } from './discord-person.ts';

let kit: Kit;
afterEach(async () => {
  expect(kit.server.faults).toEqual([]);
  await kit.stop();
});

it('a file goes with the ephemeral answer that only one person sees', async () => {
  const answer: Answer = { is: 'view', note: null, view: cardWithFile };
  kit = await startKit({ answer: () => answer });
  const seen = await kit.me.type('supervision', 'documents');
  if (seen.card === null) throw new Error('no card');
  expect(seen.card.flags & 64).toBe(64);
  expect(componentsOf(seen.card).filter((c) => c.type === 13)).toEqual([
    { type: 13, file: { url: 'attachment://entries-2026.pdf' } },
  ]);
  const [file] = kit.server.requests.flatMap((r) => r.files);
  expect(file?.data.subarray(0, 5).toString('latin1')).toBe('%PDF-');
});

it('a file that takes its time: its place says how much is in it, then holds the answer', async () => {
  const edits = () =>
    kit.server.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => JSON.stringify(body));
  const documents: Documents = {
    render: async () => {
      // It is made once the person was told that it is being made.
      await expect.poll(() => edits().length).toBe(1);
      return { name: 'entries-2026.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-') };
    },
  };
  kit = await startKit({ answer: () => ({ is: 'view', note: null, view: cardWithFile }), quietForMs: 0, documents });
  await kit.me.type('supervision', 'documents');
  await expect.poll(edits).toHaveLength(2);
  expect(edits()[0]).toContain(String.raw`Preparing your file\\: 2 entries.`);
  expect(edits()[1]).toContain('attachment://entries-2026.pdf');
  expect(edits()[1]).not.toContain('Preparing');
});

it('a file arrives also when the line that it is being made does not', async () => {
  const edits = () => kit.server.requests.filter(({ method }) => method === 'PATCH');
  const documents: Documents = {
    render: async () => {
      await expect.poll(() => edits().length).toBe(1);
      return { name: 'entries-2026.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-') };
    },
  };
  kit = await startKit({ answer: () => ({ is: 'view', note: null, view: cardWithFile }), quietForMs: 0, documents });
  kit.server.next('PATCH', /\/webhooks\//, { status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
  await kit.me.type('supervision', 'documents');
  await expect.poll(() => edits().length).toBe(2);
  expect(JSON.stringify(edits()[1]?.body)).toContain('attachment://entries-2026.pdf');
});
