import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/index.ts';
import { createSigner } from '../../adapters/documents/signed/signer.ts';
import type { Document } from '../../src/index.ts';
import { logged, records } from '../fixtures/log-steps.ts';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

const documents = createDocuments(createSigner(Buffer.alloc(32, 7)));

peerGroup(2);

describe('my log', () => {
  const ethics = 'Is it fine to accept a drawing as a gift from a client?';

  it('is narrowed by what I did, topic, period and place, and its files follow', async () => {
    await logged(ada, 'How do others end on time with a client who begins late?');
    await logged(ada, ethics, { topic: 'ethics', date: '2025-11-04', minutes: '20' });
    await submit(ada, await expectForm(ada.does('credit.advised')), {
      ...{ date: '2026-03-02', minutes: '25', mode: 'phone', topic: 'ethics', credentials: 'PsyD' },
    });
    const all = await records(ada);
    expect(all).toContain('2 consultations, 50 min');
    expect(all).toContain('1 consultation, 25 min');
    expect(all).toContain('PsyD');
    const narrow = async (values: Record<string, string>) => {
      const form = await expectForm(press(ada, await expectCard(ada.does('consult.records')), 'Filter'));
      return expectCard(submit(ada, form, values));
    };
    expect(words(await narrow({ topic: 'ethics' }))).not.toContain('end on time');
    const last = await narrow({ topic: 'ethics', period: '2025', where: 'group' });
    expect(words(last)).toContain(ethics);
    expect(words(last)).not.toContain('PsyD');
    expect(words(await narrow({ side: 'advised' }))).not.toContain(ethics);
    expect(words(await narrow({ side: 'attended' }))).toContain('Nothing in your log fits');
    // In California a cycle ends on the day before; the question of 2025 is in its two years.
    expect(words(await narrow({ period: 'us-ca-psychologist' }))).toContain(ethics);
    const files = await expectCard(press(ada, last, 'Download records'));
    expect(words(files)).toContain('20 min');
    const csv = await expectCard(press(ada, files, 'CSV'));
    const block = csv.blocks.find((b) => b.is === 'file') as { document: Document };
    const reader = { locale: 'en', zone: 'UTC', name: () => 'Rowan' };
    const { bytes } = await documents.render(block.document, 'csv', reader, app.now());
    const lines = Buffer.from(bytes).toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('drawing as a gift');
  });

  it('shows a long log page by page', async () => {
    for (let n = 10; n < 19; n += 1)
      await logged(ada, `What did the group say about topic ${n}?`, { date: `2026-02-${n}` });
    const first = await expectCard(ada.does('consult.records'));
    expect(words(first)).toContain('topic 18');
    expect(words(first)).not.toContain('topic 10');
    expect(words(await expectCard(press(ada, first, 'Next')))).toContain('topic 10');
  });
});
