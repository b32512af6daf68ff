import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/index.ts';
import { createSigner } from '../../adapters/documents/signed/signer.ts';
import type { Document, FileFormat } from '../../src/index.ts';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { press, submit } from '../fixtures/steps.ts';
import { readTags, tagged } from '../fixtures/tag-tree.ts';
import { expectCard, expectForm } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';

const documents = createDocuments(createSigner(Buffer.alloc(32, 7)));
const reader = { locale: 'en', zone: 'UTC', name: () => 'Rowan Ellery' };

peerGroup(2);

/** A finished record of a consultation that happened elsewhere. */
async function logged(values: Record<string, string> = {}): Promise<void> {
  const card = await expectCard(
    submit(ada, await expectForm(ada.does('consult.log')), {
      ...{ question: 'How do others end on time with a client who begins late?', guidance: 'Name it early on.' },
      ...{ decision: 'I will name it.', rationale: 'It fits the frame.', minutes: '30', date: '2026-03-04' },
      ...{ outsiders: 'Juno Marsh, PhD', draft: 'yes', ...values },
    }),
  );
  await press(ada, card, 'Finish and lock');
}

const fileIn = async (format: FileFormat, more: Record<string, string> = {}) => {
  const card = await expectCard(ada.does('consult.records.export', { format, ...more }));
  const block = card.blocks.find((b) => b.is === 'file') as { document: Document };
  const { bytes } = await documents.render(block.document, format, reader, app.now());
  return Buffer.from(bytes);
};

describe('records as files', () => {
  it('PDF, CSV, Markdown and JSON hold the record; a year without any holds none', async () => {
    await logged();
    const card = await expectCard(ada.does('consult.records'));
    expect(words(await expectCard(press(ada, card, 'Download records')))).toContain('30 min');
    const { pages } = await readTags(await fileIn('pdf'));
    const text = JSON.stringify(pages);
    for (const said of ['How do others end on time', 'Name it early on.', 'Juno Marsh, PhD', 'It is not supervision'])
      expect(text).toContain(said);
    expect(tagged(pages, 'H2')).toHaveLength(1);
    for (const format of ['csv', 'md', 'json'] as const)
      expect((await fileIn(format)).toString('utf8').replaceAll('\\', '')).toContain('Name it early on.');
    expect((await fileIn('csv', { chosen: '2025' })).toString('utf8').trim().split('\n')).toHaveLength(1);
    expect(button(await expectCard(ada.does('consult.records.export')), 'Markdown').with).toMatchObject({
      format: 'md',
    });
  });
});
